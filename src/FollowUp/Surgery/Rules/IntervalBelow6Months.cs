using FollowUp.Course;
using FollowUp.Course.Dates;
using FollowUp.Surgery.Facts;
using NodaTime;

namespace FollowUp.Surgery.Rules;

/// <summary>Two retrievals are at least six calendar months apart, month ends clamped; nearer ones need a reason and are never blocked.</summary>
/// <remarks>
/// Source: the clinic's protocol, and Schlegel and Su 1997 (V11; domain 1.5). With a partially dated earlier operation it warns
/// when it may be true (R68); of an operation without any date nothing is known, and it does not warn. Another entry of the same day is
/// the same session and no interval (R12): <see cref="SameOperationDay"/> asks about it.
/// </remarks>
public sealed class IntervalBelow6Months : ICheck<ProcedurePerformed>
{
    /// <summary>The least interval, in calendar months; the clinic's protocol, version 1.</summary>
    public const int Months = 6;

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(ProcedurePerformed fact, PatientCourse course, DecisionContext context) =>
        from other in Operation.AllIn(course)
        where other.IsDated && !SameOperationDay.Is(other.Occurred, fact.PerformedOn) && TooNear(other.Occurred, fact.PerformedOn)
        select Finding.Warning(
            nameof(IntervalBelow6Months),
            "performedOn",
            fact.PerformedOn,
            $"Another retrieval ({other.Type}, {Printed(other.Occurred)}) is less than {Months} calendar months away. Check the date, or confirm with the reason.");

    private static bool TooNear(Occurrence other, LocalDate day)
    {
        // The nearest day to this one that the other can have been on.
        var nearest = other.Latest < day ? other.Latest : other.Earliest > day ? other.Earliest : day;
        var (first, second) = nearest < day ? (nearest, day) : (day, nearest);
        return second < first.PlusMonths(Months);
    }

    private static string Printed(Occurrence occurred) => occurred.Earliest == occurred.Latest
        ? $"{occurred.Earliest:uuuu-MM-dd}"
        : $"between {occurred.Earliest:uuuu-MM-dd} and {occurred.Latest:uuuu-MM-dd}";
}
