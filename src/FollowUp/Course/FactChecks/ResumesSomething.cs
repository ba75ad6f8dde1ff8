using FollowUp.Patients.Facts;

namespace FollowUp.Course.FactChecks;

/// <summary>Follow-up resumes after a withdrawal or a loss.</summary>
public sealed class ResumesSomething : ICheck<FollowUpResumed>
{
    /// <inheritdoc/>
    public IEnumerable<Finding> Check(FollowUpResumed fact, PatientCourse course, DecisionContext context) =>
        course.Standing.Any(standing => standing.Fact is PatientWithdrew or PatientLostToFollowUp && standing.Occurred.Earliest <= fact.ResumedOn)
            ? []
            : [Finding.Warning("NothingToResume", "resumedOn", fact.ResumedOn, "He had neither withdrawn nor been lost by this day. Check the date, or confirm with the reason.")];
}
