using System.Text.Json;
using System.Text.Json.Serialization;

namespace FollowUp.Platform.Texts;

/// <summary>A text of one language.</summary>
/// <param name="Pattern">What is shown.</param>
/// <param name="Also">What else is printed for a code, in this language or as another system writes it: read as the code, never shown.</param>
[JsonConverter(typeof(TextConverter))]
public sealed record Text(TextPattern Pattern, IReadOnlyList<string> Also)
{
    private sealed class TextConverter : JsonConverter<Text>
    {
        public override Text Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            string[] all = reader.TokenType == JsonTokenType.StartArray ? JsonSerializer.Deserialize<string[]>(ref reader, options)! : [reader.GetString()!];
            return all is [{ Length: > 0 } shown, .. var also] ? new(TextPattern.Parse(shown), also) : throw new JsonException("A text is empty.");
        }

        public override void Write(Utf8JsonWriter writer, Text value, JsonSerializerOptions options) => throw new JsonException("Texts are read, never written.");
    }
}
