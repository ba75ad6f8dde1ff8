using FollowUp.Pain.Facts;
using FollowUp.Pain.Rules;
using FollowUp.RulesTests.Course;
using FollowUp.RulesTests.Golden;
using static FollowUp.RulesTests.Course.Courses;

namespace FollowUp.RulesTests.Pain;

public sealed class PainTableTests
{
    [Fact]
    public void Analgesics_are_summed_and_judged_as_in_the_golden_table()
    {
        foreach (var row in GoldenTable.Rows("analgesics.csv", "Pain"))
        {
            var answer = AnalgesicsQuestion.Answer(Stories.Course(row["told"]));
            var sum = answer.Sums[^1];

            sum.Ingredient.ToString().ShouldBe(row["ingredient"], row.ToString());
            sum.Milligrams.ShouldBe(row.Number("milligrams")!.Value, row.ToString());
            sum.LimitMilligrams.ShouldBe(row.Number("limit"), row.ToString());
            sum.Level.ToString().ShouldBe(row["level"], row.ToString());
            string.Join(' ', answer.Cautions.Select(caution => caution.Kind)).ShouldBe(row["cautions"], row.ToString());
            (answer.Level >= (answer.Cautions.Count > 0 ? AlertLevel.Warning : sum.Level)).ShouldBeTrue(row.ToString());
        }
    }

    [Fact]
    public void Pain_over_time_is_compared_at_one_place_and_in_one_situation_only()
    {
        var courses = PainQuestion.Answer(Stories.Course(
            "operated 2026-01-15 | pain 2026-01-16 nrs=6 | pain 2026-01-22 nrs=2 | pain 2026-01-22 nrs=5 during=Movement | pain 2026-01-22 nrs=3 side=Right | pain 2026-01-22 vas=70")).Courses;

        courses.Count.ShouldBe(4);
        var left = courses.Single(course => course.EpisodeIds.Contains(Id(2)));
        left.EpisodeIds.ShouldBe([Id(2), Id(3)]);
        (left.HighestNrs, left.Change, left.Trend).ShouldBe((6, -4, PainTrend.Falling));
        courses.Where(course => course != left).ShouldAllBe(course => course.Trend == PainTrend.Unknown);
        courses.Single(course => course.EpisodeIds.Contains(Id(6))).HighestNrs.ShouldBeNull("a visual score is never merged with a numeric one");
    }

    [Theory]
    [InlineData(1, PainTrend.Falling)]
    [InlineData(2, PainTrend.Steady)]
    [InlineData(4, PainTrend.Steady)]
    [InlineData(5, PainTrend.Rising)]
    public void A_change_of_two_points_is_meaningful(int later, PainTrend trend) =>
        PainQuestion.Answer(Stories.Course($"pain 2026-01-16 nrs=3 | pain 2026-01-17 nrs={later}")).Courses.Single().Trend.ShouldBe(trend);

    [Fact]
    public void A_score_says_how_many_days_after_the_latest_operation_it_was_given() =>
        PainQuestion.Answer(Stories.Course("pain 2025-01-01 nrs=3 | operated 2026-01-15 | pain 2026-01-15 nrs=3 | pain 2026-02-01 nrs=3 | operated 2026-02-01"))
            .Episodes.Select(episode => episode.DaysAfterSurgery).ShouldBe([null, 0, 0]);

    [Theory]
    [InlineData("dose 2026-01-16 ParacetamolTramadol 325 other=37.5", "")]
    [InlineData("dose 2026-01-16 ParacetamolTramadol 325 other=0", "OtherPartImplausible otherPartMilligrams")]
    [InlineData("dose 2026-01-16 Paracetamol 325 other=37.5", "NoOtherPart otherPartMilligrams")]
    [InlineData("dose 2026-01-16 Other 400 atc=M01AE01", "DrugIsListed drug")]
    [InlineData("dose 2026-01-16 Other 90 atc=M01AH05", "")]
    public void A_dose_is_of_a_drug_by_its_name_with_the_parts_it_has(string story, string said) =>
        string.Join(", ", new DoseCheck().Says((AnalgesicTaken)Stories.Told(story).Single())).ShouldBe(said);
}
