using FollowUp.Course;
using FollowUp.Course.Dates;
using FollowUp.Surgery.Facts;
using NodaTime;

namespace FollowUp.Surgery.Rules;

/// <summary>
/// A second entry of one day of surgery is part of the same session (R12): the other side, or the same operation entered twice, which only
/// a person can tell.
/// </summary>
public sealed class SameOperationDay : ICheck<ProcedurePerformed>, ICheck<EarlierProcedureReported>
{
    /// <inheritdoc/>
    public IEnumerable<Finding> Check(ProcedurePerformed fact, PatientCourse course, DecisionContext context) => On(fact.PerformedOn, course);

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(EarlierProcedureReported fact, PatientCourse course, DecisionContext context) =>
        fact.PerformedOn is { } on && on.Earliest == on.Latest ? On(on.Earliest, course) : [];

    /// <summary>Whether something happened on exactly this day.</summary>
    internal static bool Is(Occurrence occurred, LocalDate day) => occurred.Earliest == day && occurred.Latest == day;

    private static IEnumerable<Finding> On(LocalDate day, PatientCourse course) =>
        from other in Operation.AllIn(course)
        where Is(other.Occurred, day)
        select Finding.Warning(
            nameof(SameOperationDay),
            "performedOn",
            day,
            $"A retrieval ({other.Type}) is already recorded for this day, and both count as one session. If this is the other side of it, confirm "
                + "with the reason; if it was entered twice, leave it out.");
}
