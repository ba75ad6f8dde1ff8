using FollowUp.Course;
using FollowUp.Surgery.Facts;

namespace FollowUp.Surgery.Rules;

/// <summary>Warns when a man with an AZFa or AZFb deletion, alone or with others, is operated on: sperm is almost never found then (V7).</summary>
public sealed class AzfDeletionOperated : ICheck<ProcedurePerformed>
{
    /// <inheritdoc/>
    public IEnumerable<Finding> Check(ProcedurePerformed fact, PatientCourse course, DecisionContext context) =>
        StandingEnrolment.Of(course)?.YMicrodeletion is { } deletion && Genetics.RetrievalVirtuallyNil(deletion)
            ? [Finding.Warning(nameof(AzfDeletionOperated), "type", fact.Type, $"He was enrolled with the deletion {deletion}, and sperm is almost never found with it. Check the finding, or confirm with the reason.")]
            : [];
}
