using System.Text.Json;
using System.Text.Json.Serialization;

namespace FollowUp.Course.Json;

internal sealed class SealedTextConverter : JsonConverter<SealedText>
{
    public override SealedText? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        try
        {
            return reader.GetString() is { } text ? new SealedText(text) : null;
        }
        catch (FormatException refused)
        {
            throw new JsonException(refused.Message, refused);
        }
    }

    public override void Write(Utf8JsonWriter writer, SealedText value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.CipherText);
}
