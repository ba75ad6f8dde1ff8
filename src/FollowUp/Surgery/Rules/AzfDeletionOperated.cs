using FollowUp.Course;
using FollowUp.Surgery.Facts;

namespace FollowUp.Surgery.Rules;

/// <summary>Men with an AZFa or AZFb deletion, alone or with others, are not operated on: retrieval is virtually nil (V7; domain 1.4).</summary>
public sealed class AzfDeletionOperated : ICheck<ProcedurePerformed>
{
    /// <inheritdoc/>
    public IEnumerable<Finding> Check(ProcedurePerformed fact, PatientCourse course, DecisionContext context) =>
        StandingEnrolment.Of(course)?.YMicrodeletion is { } deletion && Genetics.RetrievalVirtuallyNil(deletion)
            ? [Finding.Warning(nameof(AzfDeletionOperated), "type", fact.Type, $"He was enrolled with {deletion}, with which retrieval is virtually nil. Check the finding, or confirm with the reason.")]
            : [];
}
