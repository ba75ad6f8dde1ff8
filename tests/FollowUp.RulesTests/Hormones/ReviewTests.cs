using FollowUp.Contacts.Facts;
using FollowUp.Course;
using FollowUp.Hormones.Facts;
using FollowUp.Hormones.Rules;
using FollowUp.Hormones.Rules.HypogonadismFlags;
using FollowUp.Recording.Commands;
using FollowUp.RulesTests.Course;
using NodaTime;
using static FollowUp.Hormones.Facts.HypogonadismFinding;

namespace FollowUp.RulesTests.Hormones;

public sealed class ReviewTests
{
    private static readonly RuleSet Eau = PublishedRuleSets.Of("EAU-2023.1");

    private static readonly DecisionContext Context = new(Instant.FromUtc(2028, 6, 1, 9, 0), new(2028, 6, 1));

    [Theory]
    [InlineData("T 10 nmol/L 2026-03-02T08:00", "LowUnconfirmed", 1)]
    [InlineData("T 10 nmol/L 2026-03-02T08:00 | T 10 nmol/L 2026-04-02T08:00", "LowConfirmed", 2)]
    [InlineData("T 10 nmol/L 2026-03-02T08:00 | T 13 nmol/L 2026-04-02T08:00", "Discordant", 2)]
    [InlineData("T 20 nmol/L 2025-12-01T08:00 | operated 2026-01-15 | T 13 nmol/L 2026-08-20T08:00", "SignificantDecline", 3)]
    [InlineData("T 12.5 nmol/L 2026-03-02T08:00 | SHBG 70 nmol/L 2026-03-02", "FreeLow", 1)]
    [InlineData("Clomifene 2026-01-01.. | T 6 nmol/L 2026-03-02T08:00", "LowDespiteStimulation", 2)]
    [InlineData("T 40 nmol/L 2026-03-02T08:00", "CheckTRT", 1)]
    [InlineData("T 13 nmol/L 2026-03-02T08:00", "", 1)]
    [InlineData("T 9 nmol/L 2026-03-02T15:00", "", null)]
    [InlineData("", "", null)]
    public void The_findings_to_review_are_named_with_the_latest_result_they_rest_on(string story, string findings, int? result)
    {
        var flag = HypogonadismAnswer.Of(HormoneStories.Course(story), Eau).Present;

        string.Join(", ", flag.ForReview).ShouldBe(findings);
        flag.LatestFactId.ShouldBe(result is { } n ? Courses.Id(n) : null);
    }

    [Fact]
    public void A_flag_is_reviewed_when_a_review_covers_its_latest_result_and_all_its_findings()
    {
        Reviewed("T 10 nmol/L 2026-03-02T08:00", Review(1, LowUnconfirmed)).ShouldBe(
            new FlagReview(Courses.Id(2), new(2026, 9, 1), HypogonadismReviewOutcome.RepeatSample));
        Reviewed("T 10 nmol/L 2026-03-02T08:00", Review(1, LowUnconfirmed, FreeLow)).ShouldNotBeNull("more was said then");
        Reviewed("T 10 nmol/L 2026-03-02T08:00", Review(1, Discordant)).ShouldBeNull();
        Reviewed("T 10 nmol/L 2026-03-02T08:00 | T 10 nmol/L 2026-04-02T08:00", Review(2, LowConfirmed)).ShouldNotBeNull();
        Reviewed("T 10 nmol/L 2026-03-02T08:00 | T 10 nmol/L 2026-04-02T08:00", Review(1, LowConfirmed)).ShouldBeNull("of an older result");
        Reviewed("T 13 nmol/L 2026-03-02T08:00", Review(1, LowUnconfirmed)).ShouldBeNull("nothing is left to review");
    }

    [Fact]
    public void Of_two_reviews_the_later_one_counts()
    {
        var result = HormoneStories.Facts("T 10 nmol/L 2026-03-02T08:00")[0];
        var later = Review(1, LowUnconfirmed) with { ReviewedOn = new(2026, 10, 1), Outcome = HypogonadismReviewOutcome.Referred };

        HypogonadismAnswer.Of(Courses.Of(result, later, Review(1, LowUnconfirmed)), Eau).Review!.Outcome.ShouldBe(HypogonadismReviewOutcome.Referred);
    }

    [Fact]
    public void A_new_result_or_a_new_finding_needs_another_review()
    {
        var course = Courses.Of(HormoneStories.Facts("T 10 nmol/L 2026-03-02T08:00")[0], Review(1, LowUnconfirmed));

        foreach (var later in (string[])["T 10 nmol/L 2026-10-02T08:00", "SHBG 70 nmol/L 2026-03-04", "T 10 nmol/L 2026-02-01T08:00"])
        {
            var more = course.With(new Entry(Courses.Id(3), 3, Courses.FirstRecorded + Duration.FromHours(1), "nurse-1", HormoneStories.Facts(later)[0]));

            HypogonadismAnswer.Of(course, Eau).Review.ShouldNotBeNull();
            HypogonadismAnswer.Of(more, Eau).Review.ShouldBeNull(later);
        }
    }

    [Fact]
    public void A_review_that_cannot_be_right_is_refused_naming_the_field()
    {
        Refused(Review(1, LowUnconfirmed)).ShouldBeNull();
        Refused(Review(1)).ShouldBe("findings");
        Refused(Review(1, LowUnconfirmed) with { RuleSet = "EAU-1999" }).ShouldBe("ruleSet");
        Refused(Review(1, LowUnconfirmed) with { ReviewedOn = new(2026, 3, 1) }).ShouldBe("reviewedOn");
        Refused(Review(1, LowUnconfirmed) with { ReviewedOn = new(2026, 3, 2) }).ShouldBeNull();
    }

    [Fact]
    public void Clinical_criteria_are_met_by_a_confirmed_low_and_a_symptom_that_he_still_has()
    {
        SymptomReported Symptom(Answer answer, int month) =>
            new() { Symptom = FollowUp.Contacts.Facts.Symptom.LowLibido, Present = answer, ReportedOn = new(2026, month, 1) };
        bool Met(string story, params Fact[] symptoms) =>
            HypogonadismAnswer.Of(Courses.Of([.. HormoneStories.Facts(story), .. symptoms]), Eau).Present.ClinicalCriteriaMet;
        var lows = "T 10 nmol/L 2026-03-02T08:00 | T 10 nmol/L 2026-04-02T08:00";

        Met(lows, Symptom(Answer.Yes, 4)).ShouldBeTrue();
        Met(lows, Symptom(Answer.Yes, 4), Symptom(Answer.No, 5)).ShouldBeFalse("he has it no more");
        Met(lows, Symptom(Answer.No, 4), Symptom(Answer.Yes, 5)).ShouldBeTrue();
        Met(lows, Symptom(Answer.NotAsked, 4)).ShouldBeFalse();
        Met(lows).ShouldBeFalse();
        Met("T 10 nmol/L 2026-03-02T08:00", Symptom(Answer.Yes, 4)).ShouldBeFalse("one low is not confirmed");
        Met($"operated 2026-02-01 | {lows}", Symptom(Answer.Yes, 1)).ShouldBeFalse("before the operation");
    }

    private static HypogonadismReviewed Review(int result, params HypogonadismFinding[] findings) => new()
    {
        ReviewedOn = new(2026, 9, 1),
        ResultId = Courses.Id(result),
        Findings = findings,
        RuleSet = Eau.Id,
        Outcome = HypogonadismReviewOutcome.RepeatSample,
    };

    private static FlagReview? Reviewed(string story, HypogonadismReviewed review) =>
        HypogonadismAnswer.Of(Courses.Of([.. HormoneStories.Facts(story), review]), Eau).Review;

    private static string? Refused(HypogonadismReviewed review) =>
        new HypogonadismReviewCheck().Check(review, HormoneStories.Course("T 10 nmol/L 2026-03-02T08:00"), Context).SingleOrDefault(finding => finding.Refuses)?.Field;
}
