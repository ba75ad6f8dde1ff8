using NodaTime;

namespace FollowUp.Course.Dates;

/// <summary>When something happened, as exactly as it is known: a span of days, and a clock time if there is one.</summary>
/// <param name="Earliest">The first day it can have been.</param>
/// <param name="Latest">The last day it can have been; the same day when the date is full.</param>
/// <param name="Time">The clinic's clock time, if known.</param>
/// <remarks>Ordered by day, then the more exact first, then by time; the course breaks what is left by the fact's id.</remarks>
public readonly record struct Occurrence(LocalDate Earliest, LocalDate Latest, LocalTime? Time = null) : IComparable<Occurrence>
{
    /// <summary>A full date without a clock time.</summary>
    public static Occurrence On(LocalDate day) => new(day, day);

    /// <summary>A partly known date; nothing known at all sorts before everything.</summary>
    public static Occurrence On(PartialDate? date) =>
        date is { } known ? new(known.Earliest, known.Latest) : new(LocalDate.MinIsoValue, LocalDate.MaxIsoValue);

    /// <summary>A time of collection, call or dose, in the clinic's zone (R05).</summary>
    public static Occurrence At(ClinicalTime time, DateTimeZone zone) => new(time.Day(zone), time.Day(zone), time.Time(zone));

    /// <inheritdoc/>
    public int CompareTo(Occurrence other)
    {
        var byDay = Earliest.CompareTo(other.Earliest);
        if (byDay != 0)
        {
            return byDay;
        }

        var byPrecision = Latest.CompareTo(other.Latest);
        if (byPrecision != 0)
        {
            return byPrecision;
        }

        return (Time, other.Time) switch
        {
            ({ } mine, { } theirs) => mine.CompareTo(theirs),
            ({ }, null) => -1,
            (null, { }) => 1,
            _ => 0,
        };
    }

    /// <summary>Earlier in the clinical order.</summary>
    public static bool operator <(Occurrence left, Occurrence right) => left.CompareTo(right) < 0;

    /// <summary>Later in the clinical order.</summary>
    public static bool operator >(Occurrence left, Occurrence right) => left.CompareTo(right) > 0;

    /// <summary>Earlier or equal in the clinical order.</summary>
    public static bool operator <=(Occurrence left, Occurrence right) => left.CompareTo(right) <= 0;

    /// <summary>Later or equal in the clinical order.</summary>
    public static bool operator >=(Occurrence left, Occurrence right) => left.CompareTo(right) >= 0;
}
