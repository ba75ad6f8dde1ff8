using FollowUp.Course;
using FollowUp.Hormones.Facts;
using NodaTime;

namespace FollowUp.Hormones.Rules.HypogonadismFlags;

/// <summary>The clinician's review of a flag.</summary>
/// <param name="FactId">The review.</param>
/// <param name="ReviewedOn">Its day.</param>
/// <param name="Outcome">Its outcome.</param>
public sealed record FlagReview(Guid FactId, LocalDate ReviewedOn, HypogonadismReviewOutcome Outcome)
{
    /// <summary>
    /// The latest review of the flag's latest result that covered all findings of the flag; null when there is none. A new result, or a
    /// correction that adds a finding, therefore needs another review, in whatever order they were recorded.
    /// </summary>
    public static FlagReview? Of(HypogonadismFlag flag, PatientCourse course) => flag.ForReview.Count == 0
        ? null
        : course.Of<HypogonadismReviewed>()
            .Where(review => review.Fact.ResultId == flag.LatestFactId && !flag.ForReview.Except(review.Fact.Findings).Any())
            .Select(review => new FlagReview(review.Id, review.Fact.ReviewedOn, review.Fact.Outcome))
            .LastOrDefault();
}

/// <summary>A review names a published rule set and at least one finding, and is not before the sample it is about.</summary>
public sealed class HypogonadismReviewCheck : ICheck<HypogonadismReviewed>
{
    /// <inheritdoc/>
    public IEnumerable<Finding> Check(HypogonadismReviewed fact, PatientCourse course, DecisionContext context)
    {
        if (!PublishedRuleSets.All.ContainsKey(fact.RuleSet))
        {
            yield return Finding.Refusal("RuleSetUnknown", "ruleSet", fact.RuleSet,
                $"Name the rule set of the flag: {string.Join(", ", PublishedRuleSets.All.Keys)}.");
        }

        if (fact.Findings.Count == 0)
        {
            yield return Finding.Refusal("FindingsMissing", "findings", null, "Name at least one finding of the flag, for instance LowUnconfirmed.");
        }

        var drawnOn = course.Of<HormoneResultReported>().FirstOrDefault(result => result.Id == fact.ResultId)?.Occurred.Earliest;
        if (fact.ReviewedOn < drawnOn)
        {
            yield return Finding.Refusal("ReviewedBeforeResult", "reviewedOn", fact.ReviewedOn,
                $"The sample was drawn on {drawnOn:uuuu-MM-dd}. Correct the day of the review, or name the result that was reviewed.");
        }
    }
}
