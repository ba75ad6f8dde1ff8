using FollowUp.Course;
using FollowUp.Course.Explanations;
using FollowUp.Hormones.Facts;

namespace FollowUp.Hormones.Rules.HypogonadismFlags;

/// <summary>Explains why a flag waits for a review, or which review it has.</summary>
internal static class ReviewExplanation
{
    public static Explanation Of(HypogonadismAnswer answer, PatientCourse course, Basis basis)
    {
        var flag = answer.Present;
        return new()
        {
            Of = "hypogonadism.review",
            Outcome = flag.ForReview.Count == 0 ? ReviewState.NotNeeded : answer.Review is null ? ReviewState.Waiting : ReviewState.Reviewed,
            Values = new Dictionary<string, object>
            {
                ["findings"] = flag.ForReview.Select(finding => Code.From(finding)).ToList(),
                ["outcome"] = answer.Review is { } review ? Code.From(review.Outcome) : "",
            },
            Basis = basis,
            Used =
            [
                .. flag.LatestFactId is { } latest && flag.ForReview.Count > 0 ? (UsedFact[])[new(latest, HormoneRole.Result)] : [],
                .. answer.Review is { } given ? (UsedFact[])[new(given.FactId, HormoneRole.Review)] : [],
            ],
            LeftOut =
            [
                .. course.Of<HypogonadismReviewed>().Where(each => each.Id != answer.Review?.FactId).Select(each => new LeftOutFact(
                    each.Id,
                    each.Fact.ResultId != flag.LatestFactId || flag.ForReview.Count == 0 ? HormoneReason.OtherResult
                    : flag.ForReview.Except(each.Fact.Findings).Any() ? HormoneReason.SaysMoreNow
                    : HormoneReason.LaterReview)),
                .. LeftOutFact.RetractedIn<HypogonadismReviewed>(course),
            ],
        };
    }
}
