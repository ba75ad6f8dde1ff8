using System.Text.Json;
using System.Text.Json.Serialization;
using FollowUp.Course.Json;

namespace FollowUp.Recording.Endpoints;

/// <summary>An answer as it is sent.</summary>
[JsonConverter(typeof(Converter))]
public sealed class AnswerJson
{
    private readonly byte[] _utf8;

    private AnswerJson(byte[] utf8) => _utf8 = utf8;

    /// <summary>The JSON of an answer.</summary>
    public static AnswerJson Of(object answer) => new(JsonSerializer.SerializeToUtf8Bytes(answer, FactJson.Options));

    /// <summary>Whether it reads the same.</summary>
    public bool Same(AnswerJson other) => _utf8 == other._utf8 || _utf8.AsSpan().SequenceEqual(other._utf8);

    private sealed class Converter : JsonConverter<AnswerJson>
    {
        public override AnswerJson Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Of(JsonElement.ParseValue(ref reader));

        public override void Write(Utf8JsonWriter writer, AnswerJson value, JsonSerializerOptions options) =>
            writer.WriteRawValue(value._utf8, skipInputValidation: true);
    }
}
