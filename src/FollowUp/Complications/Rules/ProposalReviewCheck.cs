using FollowUp.Complications.Facts;
using FollowUp.Course;

namespace FollowUp.Complications.Rules;

/// <summary>A review is about a proposal. A confirmed review names the complication recorded for it, of the same kind and operation.</summary>
public sealed class ProposalReviewCheck : ICheck<ComplicationProposalReviewed>
{
    /// <inheritdoc/>
    public IEnumerable<Finding> Check(ComplicationProposalReviewed fact, PatientCourse course, DecisionContext context)
    {
        var proposals = ProposedComplicationsQuestion.Answer(course);
        var operation = Operation.AllIn(course).FirstOrDefault(each => each.Has(fact.ProcedureId))?.Id ?? fact.ProcedureId;
        if (!proposals.Any(proposal => proposal.OperationId == operation && proposal.Type == fact.Type && proposal.Side == fact.Side))
        {
            yield return Finding.Refusal("NotProposed", "type", fact.Type, proposals.Count == 0
                ? "The recorded facts propose no complication. Record a complication that was found as a complication of its own."
                : $"The recorded facts propose {string.Join(", ", proposals.Select(proposal => $"{proposal.Type} ({proposal.Side})").Distinct())}. "
                    + "Take operation, type and side from the proposal.");
        }

        if (fact is { Outcome: ProposalOutcome.Confirmed, ComplicationId: null })
        {
            yield return Finding.Refusal(
                "ComplicationMissing", "complicationId", null,
                "Record the complication with its onset first, and name that entry here. It is the entry that is graded and counted.");
        }

        if (fact is { Outcome: ProposalOutcome.Declined, ComplicationId: not null })
        {
            yield return Finding.Refusal(
                "ComplicationNamed", "complicationId", fact.ComplicationId, "A declined proposal has no complication. Leave complicationId out, or write the outcome Confirmed.");
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
