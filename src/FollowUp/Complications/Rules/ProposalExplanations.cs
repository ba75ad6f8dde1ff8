using FollowUp.Complications.Facts;
using FollowUp.Course;
using FollowUp.Course.Explanations;
using FollowUp.Surgery.Facts;

namespace FollowUp.Complications.Rules;

/// <summary>Explains why a complication is proposed, and the clinician's decision about it.</summary>
internal static class ProposalExplanations
{
    public static IReadOnlyList<Explanation> Of(PatientCourse course)
    {
        var criteria = ComplicationCriteria.Version2026;
        var basis = new Basis(criteria.Id, "2026-1", criteria.Source);
        return [.. ProposedComplications.In(course)
            .Zip(ProposedComplicationsQuestion.Answer(course))
            .Select(each => Of(each.First, each.Second, course) with { Basis = basis })];
    }

    private static Explanation Of(Proposal proposal, ProposedComplication answer, PatientCourse course) => new()
    {
        Of = "proposedComplications.proposal",
        About = proposal.Operation.Id,
        Item = proposal.Side == Side.None ? proposal.Type.ToString() : $"{proposal.Type}{proposal.Side}",
        Outcome = answer.State,
        Values = new Dictionary<string, object> { ["type"] = Code.From(proposal.Type), ["side"] = Code.From(proposal.Side) },
        Rules = ["domain 4.3"],
        Used =
        [
            new(proposal.Operation.Id, ComplicationRole.Operation),
            .. proposal.Evidence.Select(id => new UsedFact(id, ComplicationRole.Evidence)),
            .. answer.ReviewId is { } review ? (UsedFact[])[new(review, ComplicationRole.Review)] : [],
            .. answer.ComplicationId is { } complication ? (UsedFact[])[new(complication, ComplicationRole.Complication)] : [],
        ],
        LeftOut =
        [
            .. course.Of<ComplicationProposalReviewed>()
                .Where(review => proposal.Operation.Has(review.Fact.ProcedureId) && review.Fact.Type == proposal.Type
                    && review.Fact.Side == proposal.Side && review.Id != answer.ReviewId)
                .Select(review => new LeftOutFact(
                    review.Id, answer.ReviewId is null ? Code.From(ComplicationReason.BeforeLatestFact) : CourseReason.LaterStatement)),
            .. LeftOutFact.RetractedIn<ComplicationProposalReviewed>(course),
        ],
        Compared = proposal.Compared,
    };
}
