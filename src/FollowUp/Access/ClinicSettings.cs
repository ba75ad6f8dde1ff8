using FollowUp.Course;
using FollowUp.Course.Dates;
using NodaTime;

namespace FollowUp.Access;

/// <summary>When a clinic writes to men and when it is closed, as it chooses (R60).</summary>
/// <param name="SendingFrom">The first clock time of a day at which a message may go out; null for the protocol's.</param>
/// <param name="SendingUntil">The clock time from which none goes out; null for the protocol's.</param>
/// <param name="ClosedDays">Days on which it is closed beside the public holidays of its country; null for none.</param>
public sealed record ClinicSettings(LocalTime? SendingFrom = null, LocalTime? SendingUntil = null, IReadOnlyList<LocalDate>? ClosedDays = null)
{
    /// <summary>The most days a clinic adds.</summary>
    public const int MostDays = 366;

    /// <summary>Nothing chosen: the protocol's hours, the country's holidays and the configured days.</summary>
    public static readonly ClinicSettings None = new();

    /// <summary>Whether other settings choose the same, the days in the same order.</summary>
    public bool Same(ClinicSettings other) => this with { ClosedDays = null } == other with { ClosedDays = null } && (ClosedDays ?? []).SequenceEqual(other.ClosedDays ?? []);

    /// <summary>Why settings cannot be used; empty when they can.</summary>
    public static IReadOnlyList<Finding> Check(ClinicSettings settings)
    {
        var findings = new List<Finding>();
        if (settings.SendingFrom is null != settings.SendingUntil is null)
        {
            findings.Add(Finding.Refusal("BothOrNeither", "sendingUntil", settings.SendingUntil, "Give both hours, or neither for those of the protocol."));
        }
        else if (settings.SendingFrom >= settings.SendingUntil)
        {
            findings.Add(Finding.Refusal("HoursInReverse", "sendingUntil", settings.SendingUntil, "Give a clock time later than the first, for instance 09:00 and 20:00."));
        }

        if (settings.ClosedDays is { Count: > MostDays } days)
        {
            findings.Add(Finding.Refusal("TooMany", "closedDays", days.Count, $"Give at most {MostDays} days; leave out those that are past."));
        }

        return findings;
    }
}

/// <summary>Settings that a clinic chose.</summary>
/// <param name="At">From when on they hold, that instant included.</param>
/// <param name="Settings">The settings.</param>
/// <param name="Holidays">The clinic's holidays under them.</param>
public sealed record ChosenSettings(Instant At, ClinicSettings Settings, HolidayCalendar Holidays);
