using FollowUp.Course;
using FollowUp.Course.Dates;
using FollowUp.Surgery.Facts;
using NodaTime;

namespace FollowUp.Surgery.Rules;

/// <summary>
/// Asks about a second entry of one day of surgery. It belongs to the same session (R12): it is the other side, or the same operation
/// entered twice. Only a person can say which.
/// </summary>
public sealed class SameOperationDay : ICheck<ProcedurePerformed>, ICheck<EarlierProcedureReported>
{
    /// <inheritdoc/>
    public IEnumerable<Finding> Check(ProcedurePerformed fact, PatientCourse course, DecisionContext context) => Ask(fact.PerformedOn, course);

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(EarlierProcedureReported fact, PatientCourse course, DecisionContext context) =>
        fact.PerformedOn is { } on && on.Earliest == on.Latest ? Ask(on.Earliest, course) : [];

    /// <summary>Whether something is known to have happened on exactly this day.</summary>
    internal static bool IsOn(Occurrence occurred, LocalDate day) => occurred.Earliest == day && occurred.Latest == day;

    private static IEnumerable<Finding> Ask(LocalDate day, PatientCourse course) =>
        from other in Operation.AllIn(course)
        where IsOn(other.Occurred, day)
        select Finding.Warning(
            nameof(SameOperationDay),
            "performedOn",
            day,
            $"A retrieval ({other.Type}) is already recorded for this day, and both count as one session. If this is the other side, confirm with "
                + "the reason. If it was entered twice, do not record it again.");
}
