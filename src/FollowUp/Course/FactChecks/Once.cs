using FollowUp.Patients.Facts;

namespace FollowUp.Course.FactChecks;

/// <summary>A man is enrolled once and dies once. Later knowledge is a correction of that entry.</summary>
public sealed class Once : ICheck<PatientEnrolled>, ICheck<PatientDied>
{
    /// <inheritdoc/>
    public IEnumerable<Finding> Check(PatientEnrolled fact, PatientCourse course, DecisionContext context) =>
        // Two records that were merged have an enrolment each.
        fact.CopiedFrom is null ? FindExisting<PatientEnrolled>(course, "enrolledOn", fact.EnrolledOn) : [];

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(PatientDied fact, PatientCourse course, DecisionContext context) =>
        FindExisting<PatientDied>(course, "diedOn", fact.DiedOn);

    private static IEnumerable<Finding> FindExisting<TFact>(PatientCourse course, string field, object value)
        where TFact : Fact =>
        course.Of<TFact>().FirstOrDefault(standing => standing.Fact is not PatientEnrolled { CopiedFrom: not null }) is { } existing
            ? [Finding.Refusal("AlreadyRecorded", field, value, $"This is recorded already. Correct the entry {existing.Id} instead.")]
            : [];
}
