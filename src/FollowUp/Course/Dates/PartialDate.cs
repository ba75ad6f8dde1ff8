using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;

namespace FollowUp.Course.Dates;

/// <summary>A date of which only the year, or the year and month, may be known: <c>2019</c>, <c>2019-03</c>, <c>2019-03-07</c>.</summary>
/// <remarks>For history from elsewhere. Rules that need one day say whether they take the earliest or the latest possible one.</remarks>
[JsonConverter(typeof(PartialDateConverter))]
public readonly record struct PartialDate
{
    /// <summary>A known year, with month and day as far as they are known.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such date, or a day is given without a month.</exception>
    public PartialDate(int year, int? month = null, int? day = null)
    {
        if (year is < 1900 or > 9998 || (day is not null && month is null))
        {
            throw new ArgumentOutOfRangeException(nameof(year), "A year from 1900, a month only with a year, a day only with a month.");
        }

        Year = year;
        Month = month;
        Day = day;
        Earliest = new LocalDate(year, month ?? 1, day ?? 1);
        Latest = month is null ? new LocalDate(year, 12, 31)
            : day is null ? Earliest.With(DateAdjusters.EndOfMonth)
            : Earliest;
    }

    /// <summary>The year, 1900 to 9998.</summary>
    public int Year { get; }

    /// <summary>The month, 1 to 12, if known.</summary>
    public int? Month { get; }

    /// <summary>The day of the month, if known.</summary>
    public int? Day { get; }

    /// <summary>The first day it can have been.</summary>
    public LocalDate Earliest { get; }

    /// <summary>The last day it can have been.</summary>
    public LocalDate Latest { get; }

    /// <summary>Whether the day itself is known.</summary>
    public bool IsFull => Day is not null;

    /// <summary>A full date.</summary>
    public static PartialDate Of(LocalDate date) => new(date.Year, date.Month, date.Day);

    /// <summary>Reads <c>2019</c>, <c>2019-03</c> or <c>2019-03-07</c>; null when it is none of these.</summary>
    public static PartialDate? TryParse(string text)
    {
        var parts = text.Split('-');
        int[] digits = [4, 2, 2];
        if (parts.Length > 3 || parts.Where((part, i) => part.Length != digits[i] || !part.All(char.IsAsciiDigit)).Any())
        {
            return null;
        }

        var numbers = parts.Select(part => int.Parse(part, CultureInfo.InvariantCulture)).ToArray();
        try
        {
            return new PartialDate(numbers[0], numbers.Length > 1 ? numbers[1] : null, numbers.Length > 2 ? numbers[2] : null);
        }
        catch (ArgumentOutOfRangeException)
        {
            return null;
        }
    }

    /// <summary>The text it is stored as.</summary>
    public override string ToString() => (Month, Day) switch
    {
        (null, _) => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}"),
        (_, null) => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{Month:00}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{Month:00}-{Day:00}"),
    };

    private sealed class PartialDateConverter : JsonConverter<PartialDate>
    {
        public override PartialDate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String && TryParse(reader.GetString()!) is { } date
                ? date
                : throw new JsonException("Write the date as 2019, 2019-03 or 2019-03-07, as far as it is known.");

        public override void Write(Utf8JsonWriter writer, PartialDate value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString());
    }
}
