using FollowUp.Alerts.Facts;
using FollowUp.Alerts.Rules;
using FollowUp.Complications.Facts;
using FollowUp.Course;
using FollowUp.Course.Dates;
using FollowUp.Course.Explanations;
using FollowUp.Surgery.Facts;

namespace FollowUp.Complications.Rules;

/// <summary>Complications that the facts propose, and what a clinician made of them. Nothing proposed is counted before it is confirmed.</summary>
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

    // A confirmation stands; what was declined is proposed anew by a later fact.
    private static ProposedComplication Of(Proposal proposal, IEnumerable<Standing<ComplicationProposalReviewed>> reviews)
    {
        var review = reviews.LastOrDefault();
        var answers = review is not null && (review.Fact.Outcome == ProposalOutcome.Confirmed || review.Fact.ReviewedOn >= proposal.LatestOn);
        return new(
            proposal.Type,
            proposal.Operation.Id,
            proposal.Side,
            ComplicationCriteria.Version2026.Id,
            !answers ? ProposalState.Proposed : review!.Fact.Outcome == ProposalOutcome.Confirmed ? ProposalState.Confirmed : ProposalState.Declined,
            answers ? review!.Id : null,
            answers ? review!.Fact.ComplicationId : null,
            [proposal.Operation.Id, .. proposal.Evidence, .. answers ? (Guid[])[review!.Id] : []]);
    }
}

/// <summary>A complication that the facts propose.</summary>
/// <param name="Type">What it would be.</param>
/// <param name="OperationId">The operation it would belong to; a review names it.</param>
/// <param name="Side">The side; None where it has none.</param>
/// <param name="Criteria">The version of the definitions that proposes it.</param>
/// <param name="State">What a clinician made of it.</param>
/// <param name="ReviewId">The review; null while nobody has looked since the latest fact.</param>
/// <param name="ComplicationId">The complication recorded for it, once confirmed.</param>
/// <param name="ExplainedBy">The entries this rests on.</param>
public sealed record ProposedComplication(
    ComplicationType Type, Guid OperationId, Side Side, string Criteria, ProposalState State, Guid? ReviewId, Guid? ComplicationId, IReadOnlyList<Guid> ExplainedBy);

/// <summary>How a proposal stands.</summary>
public enum ProposalState
{
    /// <summary>A clinician has to look.</summary>
    Proposed,

    /// <summary>A clinician confirmed it, and its complication is recorded.</summary>
    Confirmed,

    /// <summary>A clinician declined it, and no fact since proposes it.</summary>
    Declined,
}

/// <summary>A lost volume, however measured, asks for a clinician's review of the shrinking testis (domain 5).</summary>
public sealed class VolumeAlerts : IAlertSource
{
    /// <inheritdoc/>
    public IReadOnlyList<Type> LooksAt => TesticularVolume.Kinds;

    /// <inheritdoc/>
    /// <remarks>An examination that finds both sides smaller raises one alert: whoever looks, looks at both.</remarks>
    public IEnumerable<RaisedAlert> In(PatientCourse course, AlertPolicy policy) =>
        from proposal in ProposedComplications.In(course).Where(proposal => proposal.Type == ComplicationType.Atrophy).DistinctBy(proposal => proposal.Evidence[^1])
        select new RaisedAlert(AlertTrigger.TestisShrinking, proposal.Evidence[^1], Occurrence.On(proposal.LatestOn))
        {
            With = [proposal.Evidence[0], proposal.Operation.Id], Compared = proposal.Compared,
        };
}

/// <summary>A review is of what is proposed; a confirmed one names the complication recorded for it, of that kind and operation.</summary>
public sealed class ProposalReviewConsistent : ICheck<ComplicationProposalReviewed>
{
    /// <inheritdoc/>
    public IEnumerable<Finding> Check(ComplicationProposalReviewed fact, PatientCourse course, DecisionContext context)
    {
        var proposals = ProposedComplicationsQuestion.Answer(course);
        var operation = Operation.AllIn(course).FirstOrDefault(each => each.Has(fact.ProcedureId))?.Id ?? fact.ProcedureId;
        if (!proposals.Any(proposal => proposal.OperationId == operation && proposal.Type == fact.Type && proposal.Side == fact.Side))
        {
            yield return Finding.Refusal("NotProposed", "type", fact.Type, proposals.Count == 0
                ? "The facts propose no complication. Record one that was found as a complication."
                : $"The facts propose {string.Join(", ", proposals.Select(proposal => $"{proposal.Type} ({proposal.Side})").Distinct())}. "
                    + "Take operation, type and side from the proposal.");
        }

        if (fact is { Outcome: ProposalOutcome.Confirmed, ComplicationId: null })
        {
            yield return Finding.Refusal(
                "ComplicationMissing", "complicationId", null,
                "Record the complication with its onset first, and name it here: that entry is graded and counted.");
        }

        if (fact is { Outcome: ProposalOutcome.Declined, ComplicationId: not null })
        {
            yield return Finding.Refusal(
                "ComplicationNamed", "complicationId", fact.ComplicationId, "What is declined has no complication. Leave it out, or write Confirmed.");
        }

        if (ComplicationsQuestion.Answer(course).FirstOrDefault(complication => complication.Id == fact.ComplicationId) is { } named
            && (named.Type != fact.Type || named.OperationId != operation))
        {
            yield return Finding.Refusal(
                "OtherComplication", "complicationId", fact.ComplicationId,
                $"That entry, {named.Type}, is of another kind or operation. Name the one recorded for this proposal.");
        }
    }
}
