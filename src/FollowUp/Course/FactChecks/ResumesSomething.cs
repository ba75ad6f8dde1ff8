using FollowUp.Patients.Facts;

namespace FollowUp.Course.FactChecks;

/// <summary>Warns when follow-up resumes although there was no withdrawal or loss before.</summary>
public sealed class ResumesSomething : ICheck<FollowUpResumed>
{
    /// <inheritdoc/>
    public IEnumerable<Finding> Check(FollowUpResumed fact, PatientCourse course, DecisionContext context) =>
        course.Standing.Any(standing => standing.Fact is PatientWithdrew or PatientLostToFollowUp && standing.Occurred.Earliest <= fact.ResumedOn)
            ? []
            : [Finding.Warning("NothingToResume", "resumedOn", fact.ResumedOn, "No withdrawal and no loss is recorded up to this day. Check the date, or confirm with the reason.")];
}
