using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Text;

namespace FollowUp.Course.Dates;

/// <summary>
/// When a sample was drawn, a call made or a dose taken, as exactly as it was stated: a date, a date with a clock time,
/// or a date with a clock time and an offset.
/// </summary>
/// <remarks>
/// Days and clock times are those of the clinic's zone: a time with an offset is converted (R05). Midnight is a real time,
/// a date alone has no time (R06). The stated text is kept.
/// </remarks>
[JsonConverter(typeof(ClinicalTimeConverter))]
public readonly record struct ClinicalTime
{
    private readonly LocalDateTime _local;
    private readonly Offset? _offset;
    private readonly bool _timed;

    private ClinicalTime(LocalDateTime local, bool timed, Offset? offset) => (_local, _timed, _offset) = (local, timed, offset);

    /// <summary>Whether a clock time was stated.</summary>
    public bool HasTime => _timed;

    /// <summary>Whether an offset from UTC was stated; without one the time is the clinic's, and is flagged so (R05).</summary>
    public bool HasOffset => _offset is not null;

    /// <summary>A date alone.</summary>
    public static ClinicalTime On(LocalDate day) => new(day.AtMidnight(), timed: false, null);

    /// <summary>A date and clock time of the clinic.</summary>
    public static ClinicalTime At(LocalDateTime local) => new(local, timed: true, null);

    /// <summary>An instant, stated with the offset that the zone has then.</summary>
    public static ClinicalTime At(Instant instant, DateTimeZone zone) =>
        new(instant.InZone(zone).LocalDateTime, timed: true, zone.GetUtcOffset(instant));

    /// <summary>The day in the clinic's zone.</summary>
    public LocalDate Day(DateTimeZone zone) => InZone(zone).Date;

    /// <summary>The clock time in the clinic's zone; null when only the date is known.</summary>
    public LocalTime? Time(DateTimeZone zone) => _timed ? InZone(zone).TimeOfDay : null;

    /// <summary>The instant, if a clock time is known; a time skipped or repeated by a change of summer time is read leniently.</summary>
    public Instant? Instant(DateTimeZone zone) =>
        !_timed ? null
        : _offset is { } offset ? _local.WithOffset(offset).ToInstant()
        : zone.AtLeniently(_local).ToInstant();

    /// <summary>
    /// Reads <c>2026-03-05</c>, <c>2026-03-05T08:35</c>, <c>2026-03-05T08:35:00</c>, or either of the last two with an offset
    /// (<c>+03:00</c>, <c>Z</c>), of the years 1900 to 9998; null when it is none of these.
    /// </summary>
    public static ClinicalTime? TryParse(string text) =>
        Parse(text) is { } time && time._local.Year is >= 1900 and <= 9998 ? time : null;

    /// <summary>The text it is stored as.</summary>
    public override string ToString() =>
        !_timed ? LocalDatePattern.Iso.Format(_local.Date)
        : _offset is { } offset ? OffsetPatterns[0].Format(_local.WithOffset(offset))
        : LocalPatterns[0].Format(_local);

    private static readonly LocalDateTimePattern[] LocalPatterns =
        [LocalDateTimePattern.ExtendedIso, LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm")];

    private static readonly OffsetDateTimePattern[] OffsetPatterns =
        [OffsetDateTimePattern.Rfc3339, OffsetDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mmo<Z+HH:mm>")];

    private static ClinicalTime? Parse(string text)
    {
        if (LocalDatePattern.Iso.Parse(text) is { Success: true } date)
        {
            return On(date.Value);
        }

        foreach (var pattern in LocalPatterns)
        {
            if (pattern.Parse(text) is { Success: true } local)
            {
                return At(local.Value);
            }
        }

        foreach (var pattern in OffsetPatterns)
        {
            if (pattern.Parse(text) is { Success: true } offset)
            {
                return new(offset.Value.LocalDateTime, timed: true, offset.Value.Offset);
            }
        }

        return null;
    }

    private LocalDateTime InZone(DateTimeZone zone) =>
        _timed && _offset is { } offset ? _local.WithOffset(offset).InZone(zone).LocalDateTime : _local;

    private sealed class ClinicalTimeConverter : JsonConverter<ClinicalTime>
    {
        public override ClinicalTime Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String && TryParse(reader.GetString()!) is { } time
                ? time
                : throw new JsonException("Write the time as 2026-03-05, 2026-03-05T08:35 or 2026-03-05T08:35:00+03:00.");

        public override void Write(Utf8JsonWriter writer, ClinicalTime value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString());
    }
}
