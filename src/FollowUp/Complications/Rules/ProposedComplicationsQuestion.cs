using FollowUp.Complications.Facts;
using FollowUp.Course;
using FollowUp.Course.Explanations;
using FollowUp.Surgery.Facts;

namespace FollowUp.Complications.Rules;

/// <summary>Complications that recorded facts propose, with the clinician's decision. A proposal is counted only once it is confirmed and recorded.</summary>
public sealed class ProposedComplicationsQuestion : IQuestion
{
    /// <inheritdoc/>
    public string Name => "proposedComplications";

    /// <inheritdoc/>
    public object Ask(PatientCourse course, Asked asked) => Answer(course);

    /// <inheritdoc/>
    public IReadOnlyList<Explanation> Why(PatientCourse course, Asked asked) => ProposalExplanations.Of(course);

    /// <summary>The typed answer, by operation.</summary>
    public static IReadOnlyList<ProposedComplication> Answer(PatientCourse course)
    {
        var reviews = course.Of<ComplicationProposalReviewed>().ToLookup(review => (review.Fact.Type, review.Fact.Side));
        return [.. ProposedComplications.In(course).Select(proposal => Of(
            proposal, reviews[(proposal.Type, proposal.Side)].Where(review => proposal.Operation.Has(review.Fact.ProcedureId))))];
    }

    // A confirmation is final. A declined complication is proposed again when a later fact supports it.
    private static ProposedComplication Of(Proposal proposal, IEnumerable<Standing<ComplicationProposalReviewed>> reviews)
    {
        var review = reviews.LastOrDefault();
        var isAnswered = review is not null && (review.Fact.Outcome == ProposalOutcome.Confirmed || review.Fact.ReviewedOn >= proposal.LatestOn);
        return new(
            proposal.Type,
            proposal.Operation.Id,
            proposal.Side,
            ComplicationCriteria.Version2026.Id,
            !isAnswered ? ProposalState.Proposed : review!.Fact.Outcome == ProposalOutcome.Confirmed ? ProposalState.Confirmed : ProposalState.Declined,
            isAnswered ? review!.Id : null,
            isAnswered ? review!.Fact.ComplicationId : null,
            [proposal.Operation.Id, .. proposal.Evidence, .. isAnswered ? (Guid[])[review!.Id] : []]);
    }
}

/// <summary>A complication that recorded facts propose.</summary>
/// <param name="Type">The kind of complication.</param>
/// <param name="OperationId">The operation it would belong to; name it in the review.</param>
/// <param name="Side">The side; None for a complication without a side.</param>
/// <param name="Criteria">The version of the definitions that proposes it.</param>
/// <param name="State">Whether a clinician has decided about it.</param>
/// <param name="ReviewId">The review; null while it has not been reviewed since the latest fact.</param>
/// <param name="ComplicationId">The complication recorded for it, once confirmed.</param>
/// <param name="ExplainedBy">The entries this rests on.</param>
public sealed record ProposedComplication(
    ComplicationType Type, Guid OperationId, Side Side, string Criteria, ProposalState State, Guid? ReviewId, Guid? ComplicationId, IReadOnlyList<Guid> ExplainedBy);

/// <summary>The state of a proposal.</summary>
public enum ProposalState
{
    /// <summary>A clinician has to decide.</summary>
    Proposed,

    /// <summary>A clinician confirmed it, and its complication is recorded.</summary>
    Confirmed,

    /// <summary>A clinician declined it, and no later fact proposes it again.</summary>
    Declined,
}
