using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Text;

namespace FollowUp.Course.Json;

/// <summary>Reads an instant as any system writes it: in UTC or with any offset. It is written in UTC.</summary>
public static class AnyOffset
{
    // RFC 3339 requires seconds, which many systems leave out.
    private static readonly OffsetDateTimePattern[] Patterns =
        [OffsetDateTimePattern.Rfc3339, OffsetDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mmo<Z+HH:mm>")];

    /// <summary>The instant that a text names; null when it names none.</summary>
    /// <param name="text">For instance <c>2026-03-05T05:35:00Z</c> or <c>2026-03-05T08:35:00+03:00</c>.</param>
    public static Instant? Parse(string text)
    {
        if (InstantPattern.ExtendedIso.Parse(text) is { Success: true } utc)
        {
            return utc.Value;
        }

        foreach (var pattern in Patterns)
        {
            if (pattern.Parse(text) is { Success: true } parsed)
            {
                return parsed.Value.ToInstant();
            }
        }

        return null;
    }

    /// <summary>The instant in a parameter of an address, where a plus that was not escaped arrives as a space.</summary>
    public static Instant? ParseParameter(string text) => Parse(text) ?? Parse(text.Replace(' ', '+'));

    /// <summary>Instants in JSON.</summary>
    public sealed class Converter : JsonConverter<Instant>
    {
        /// <inheritdoc/>
        public override Instant Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String && Parse(reader.GetString()!) is { } instant
                ? instant
                : throw new JsonException("Write the instant as 2026-03-05T05:35:00Z or 2026-03-05T08:35:00+03:00.");

        /// <inheritdoc/>
        public override void Write(Utf8JsonWriter writer, Instant value, JsonSerializerOptions options) =>
            writer.WriteStringValue(InstantPattern.ExtendedIso.Format(value));
    }
}
