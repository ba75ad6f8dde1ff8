using FollowUp.Course;
using FollowUp.Course.Dates;
using FollowUp.Surgery.Facts;
using NodaTime;

namespace FollowUp.Surgery.Rules;

/// <summary>Warns when two retrievals are less than six calendar months apart. The warning needs a reason; it never blocks.</summary>
/// <remarks>
/// Source: the clinic's protocol, and Schlegel and Su 1997 (V11). Six months after 31 August is the last day of February. With a partly
/// dated earlier operation it warns when the interval may be too short (R68). An operation without any date gives no warning. Another
/// entry of the same day belongs to the same session (R12): <see cref="SameOperationDay"/> asks about it.
/// </remarks>
public sealed class IntervalBelow6Months : ICheck<ProcedurePerformed>
{
    /// <summary>The shortest interval without a warning, in calendar months; the clinic's protocol, version 1.</summary>
    public const int Months = 6;

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(ProcedurePerformed fact, PatientCourse course, DecisionContext context) =>
        from other in Operation.AllIn(course)
        where other.IsDated && !SameOperationDay.IsOn(other.Occurred, fact.PerformedOn) && IsTooClose(other.Occurred, fact.PerformedOn)
        select Finding.Warning(
            nameof(IntervalBelow6Months),
            "performedOn",
            fact.PerformedOn,
            $"Another retrieval ({other.Type}, {Printed(other.Occurred)}) is less than {Months} calendar months away. Check the date, or confirm with the reason.");

    private static bool IsTooClose(Occurrence other, LocalDate day)
    {
        // Of the days on which the other can have been, the one closest to this day.
        var closest = other.Latest < day ? other.Latest : other.Earliest > day ? other.Earliest : day;
        var (first, second) = closest < day ? (closest, day) : (day, closest);
        return second < first.PlusMonths(Months);
    }

    private static string Printed(Occurrence occurred) => occurred.Earliest == occurred.Latest
        ? $"{occurred.Earliest:uuuu-MM-dd}"
        : $"between {occurred.Earliest:uuuu-MM-dd} and {occurred.Latest:uuuu-MM-dd}";
}
