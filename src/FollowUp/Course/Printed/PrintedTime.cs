using System.Globalization;
using System.Text.RegularExpressions;
using FollowUp.Course.Dates;
using NodaTime;
using NodaTime.Text;

namespace FollowUp.Course.Printed;

/// <summary>Days and clock times as they are printed, typed or pasted: read in one way at every door.</summary>
/// <remarks>A day is read as 2026-03-05, or in a pattern of the sheet; without one, day first. No reading guesses a century or a month.</remarks>
public static partial class PrintedTime
{
    /// <summary>The patterns of a day where no sheet says its own.</summary>
    public const string DayFirst = "dd.MM.uuuu";

    private static readonly LocalDatePattern[] DaysFirst =
        [LocalDatePattern.CreateWithInvariantCulture("d.M.uuuu"), LocalDatePattern.CreateWithInvariantCulture("d/M/uuuu")];

    private static readonly LocalTimePattern[] Clocks =
    [
        .. new[] { "H:mm", "H:mm:ss", "H.mm", "H.mm.ss", "HHmm", "h:mm tt", "h:mm:ss tt" }.Select(LocalTimePattern.CreateWithInvariantCulture),
    ];

    private static readonly LocalTimePattern Hour = LocalTimePattern.CreateWithInvariantCulture("%H");

    // The day that Excel counts from, for every day after February 1900.
    private static readonly LocalDate ExcelZero = new(1899, 12, 30);

    /// <summary>A day; null when it can't be read.</summary>
    /// <param name="text">The text.</param>
    /// <param name="pattern">The sheet's pattern, read also without its leading zeros; null for day first.</param>
    /// <exception cref="InvalidPatternException">The pattern is none.</exception>
    public static LocalDate? Day(string text, string? pattern = null)
    {
        var day = text.Trim();
        IEnumerable<LocalDatePattern> patterns =
            [LocalDatePattern.Iso, .. pattern is null ? DaysFirst : [LocalDatePattern.CreateWithInvariantCulture(Lenient(pattern))]];
        return patterns.Select(each => each.Parse(day)).FirstOrDefault(read => read.Success) is { } parsed ? parsed.Value : null;
    }

    /// <summary>A clock time: 08:30, 8:30, 8.30, 0830, with seconds or without; null when it can't be read.</summary>
    public static LocalTime? Clock(string text) =>
        Clocks.Select(each => each.Parse(text.Trim())).FirstOrDefault(read => read.Success) is { } parsed ? parsed.Value : null;

    /// <summary>The same, or the hour alone, where somebody sees at once what it was read as.</summary>
    public static LocalTime? ClockOrHour(string text) => Clock(text) ?? (Hour.Parse(text.Trim()) is { Success: true } hour ? hour.Value : null);

    /// <summary>
    /// A day alone, whose time is then not known (R06), or a day and a clock time with a space between; or as the interface takes it,
    /// also with an offset. Null when it can't be read.
    /// </summary>
    public static ClinicalTime? Moment(string text, string? pattern = null)
    {
        var moment = text.Trim();
        if (ClinicalTime.TryParse(moment) is { } stated)
        {
            return stated;
        }

        var at = moment.IndexOfAny([' ', '\u00A0', 'T']);
        return at < 0
            ? Moment(moment, "", pattern)
            : Moment(moment[..at], moment[(at + 1)..], pattern);
    }

    /// <summary>A day and a clock time, each from a cell of its own; an empty one leaves the time unknown (R06).</summary>
    public static ClinicalTime? Moment(string day, string clock, string? pattern) =>
        Day(day, pattern) is not { } read ? null
        : string.IsNullOrWhiteSpace(clock) ? ClinicalTime.TryParse(LocalDatePattern.Iso.Format(read))
        : Clock(clock) is { } time ? ClinicalTime.TryParse(LocalDateTimePattern.ExtendedIso.Format(read + time))
        : null;

    /// <summary>A day, or as much of one as is known: 2019, 2019-03, 03.2019, or a day; null when it can't be read.</summary>
    public static PartialDate? Partial(string text, string? pattern = null)
    {
        var date = text.Trim();
        return PartialDate.TryParse(date)
            ?? (Day(date, pattern) is { } day ? PartialDate.Of(day) : (PartialDate?)null)
            ?? (MonthAndYear().Match(date) is { Success: true } month
                ? PartialDate.TryParse($"{month.Groups["year"].Value}-{month.Groups["month"].Value.PadLeft(2, '0')}")
                : null);
    }

    /// <summary>Why a day can't be read, and what to do. For a spreadsheet's day number it says which day that is.</summary>
    /// <param name="field">The field or column.</param>
    /// <param name="text">The text.</param>
    /// <param name="remedy">What would be right.</param>
    public static Finding Unreadable(string field, string text, string remedy) =>
        DayNumber().Match(text.Trim()) is { Success: true } number
            ? Finding.Refusal("DayNumber", field, text, FormattableString.Invariant(
                $"This is a spreadsheet's number of a day; it may be {ExcelZero.PlusDays(int.Parse(number.Groups["days"].Value, CultureInfo.InvariantCulture)):uuuu-MM-dd}. Give the column the format of a date and save the file again. {remedy}"))
            : Finding.Refusal("Unreadable", field, text, remedy);

    // What is printed without leading zeros is the same day.
    private static string Lenient(string pattern) => TwoDigits().Replace(pattern, part => part.Value[..1]);

    [GeneratedRegex("(?<!d)dd(?!d)|(?<!M)MM(?!M)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TwoDigits();

    // From 1927 to 2173, with or without a time of day as its fraction.
    [GeneratedRegex(@"^(?<days>[1-9]\d{4})([.,]\d+)?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex DayNumber();

    [GeneratedRegex(@"^(?<month>\d{1,2})[./](?<year>\d{4})$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex MonthAndYear();
}
