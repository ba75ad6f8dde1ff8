using FollowUp.Course.Dates;
using NodaTime;

namespace FollowUp.Course.FactChecks;

/// <summary>A date of something that has happened is not in the future and not before 1900. For a partial date the earliest possible day is judged.</summary>
/// <remarks>It checks every kind of fact. A planned date may be up to five years ahead. A sender's clock may be five minutes fast (domain 2.6).</remarks>
public sealed class PlausibleDates : ICheck<Fact>
{
    /// <summary>The earliest date that is accepted.</summary>
    public static readonly LocalDate First = new(1900, 1, 1);

    /// <summary>How fast the clock of a sender may be: 5 minutes (domain 2.6).</summary>
    public static readonly Duration ClockTolerance = Duration.FromMinutes(5);

    /// <summary>How far ahead a planned date may be: 5 years.</summary>
    public const int PlannedYears = 5;

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(Fact fact, PatientCourse course, DecisionContext context)
    {
        foreach (var member in FactMember.In(fact))
        {
            if (member.Day(course.Zone) is not { } day)
            {
                continue;
            }

            var lastPlanned = context.Today.PlusYears(PlannedYears);
            if (day < First)
            {
                yield return Finding.Refusal("TooLongAgo", member.Field, member.Value, "The date is before 1900. Write the year with four digits.");
            }
            else if (member.Planned && day > lastPlanned)
            {
                yield return Finding.Refusal("TooFarAhead", member.Field, member.Value, $"The date is more than {PlannedYears} years ahead. Write a day up to {lastPlanned:uuuu-MM-dd}.");
            }
            else if (!member.Planned && IsFuture(member.Value, day, course.Zone, context))
            {
                yield return Finding.Refusal("InTheFuture", member.Field, member.Value, member.InsteadOfPlanned ?? $"This has not happened yet. Write when it happened, up to {context.Today:uuuu-MM-dd}.");
            }
        }
    }

    private static bool IsFuture(object value, LocalDate day, DateTimeZone zone, DecisionContext context) =>
        (value switch
        {
            ClinicalTime time => time.Instant(zone),
            Instant instant => instant,
            _ => null,
        }) is { } at
            ? at > context.Now + ClockTolerance
            : day > context.Today;
}
