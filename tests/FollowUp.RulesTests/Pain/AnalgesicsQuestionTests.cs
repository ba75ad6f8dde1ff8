using FollowUp.Pain.Facts;
using FollowUp.Pain.Rules;
using NodaTime;
using static FollowUp.RulesTests.Course.Courses;
using static FollowUp.RulesTests.Course.Facts;

namespace FollowUp.RulesTests.Pain;

public sealed class AnalgesicsQuestionTests
{
    [Theory]
    [InlineData(2999, AlertLevel.None)]
    [InlineData(3000, AlertLevel.Warning)]
    [InlineData(4000, AlertLevel.Warning)]
    [InlineData(4001, AlertLevel.Alarm)]
    public void R56_three_quarters_of_the_limit_warn_and_more_than_the_limit_alarms(int milligrams, AlertLevel level)
    {
        var answer = AnalgesicsQuestion.Answer(Of(Dose("2026-03-05T08:00", milligrams - 1000), Dose("2026-03-05T14:00", 1000)));

        answer.Sums[1].Level.ShouldBe(level);
        answer.Sums[1].Milligrams.ShouldBe(milligrams);
        answer.Limits.ShouldBe("analgesics-2018.1");
    }

    [Theory]
    [InlineData("2026-03-06T07:59:59", 2000)]
    [InlineData("2026-03-06T08:00:00", 1000)]
    [InlineData("2026-03-06T08:00:01", 1000)]
    public void R56_the_window_is_the_24_hours_up_to_a_dose_without_its_beginning(string second, int sum) =>
        AnalgesicsQuestion.Answer(Of(Dose("2026-03-05T08:00:00"), Dose(second))).Sums[1].Milligrams.ShouldBe(sum);

    [Fact]
    public void R56_the_window_is_in_elapsed_hours_over_a_change_of_summer_time()
    {
        var berlin = DateTimeZoneProviders.Tzdb["Europe/Berlin"];
        var course = FollowUp.Course.PatientCourse.Of(Patient, berlin, Of(Dose("2026-10-24T12:00"), Dose("2026-10-25T11:30")).Log);

        AnalgesicsQuestion.Answer(course).Sums[1].Milligrams.ShouldBe(1000);
    }

    [Fact]
    public void R56_doses_of_one_instant_are_one_intake_in_whatever_offset()
    {
        var sum = AnalgesicsQuestion.Answer(Of(Dose("2026-03-05T08:00", 500), Dose("2026-03-05T05:00:00Z", 500))).Sums.ShouldHaveSingleItem();

        sum.Milligrams.ShouldBe(1000);
        sum.SingleDoseTooHigh.ShouldBeFalse();
        sum.TooSoon.ShouldBeFalse();
        sum.DoseIds.ShouldBe([Id(1), Id(2)]);
    }

    [Theory]
    [InlineData("2026-03-05T11:59:59", true)]
    [InlineData("2026-03-05T12:00:00", false)]
    public void R56_two_doses_exactly_four_hours_apart_are_fine(string second, bool tooSoon) =>
        AnalgesicsQuestion.Answer(Of(Dose("2026-03-05T08:00"), Dose(second))).Sums[1].TooSoon.ShouldBe(tooSoon);

    [Theory]
    [InlineData(1000, false)]
    [InlineData(1001, true)]
    public void R56_exactly_a_gram_at_once_is_fine(int milligrams, bool tooHigh) =>
        AnalgesicsQuestion.Answer(Of(Dose("2026-03-05T08:00", milligrams))).Sums[0].SingleDoseTooHigh.ShouldBe(tooHigh);

    [Theory]
    [InlineData("40", 2000)]
    [InlineData("40.5", 3000)]
    [InlineData("49.9", 3000)]
    [InlineData("50", 4000)]
    [InlineData("90", 4000)]
    public void R58_the_limit_goes_by_the_weight(string kilograms, int limit) =>
        AnalgesicsQuestion.Answer(Of(Weight(new(2026, 3, 1), decimal.Parse(kilograms, System.Globalization.CultureInfo.InvariantCulture)), Dose("2026-03-05T08:00")))
            .Sums[0].LimitMilligrams.ShouldBe(limit);

    [Fact]
    public void R58_the_weight_is_the_last_one_dated_on_or_before_the_dose()
    {
        var answer = AnalgesicsQuestion.Answer(Of(
            Weight(new(2026, 3, 6), 40),
            Weight(new(2026, 3, 5), 45),
            Weight(new(2026, 3, 1), 60),
            Dose("2026-03-04T08:00"),
            Dose("2026-03-05T08:00"),
            Dose("2026-03-06T08:30"),
            Dose("2026-02-20T08:00")));

        answer.Sums.Select(sum => (sum.LimitMilligrams, sum.WeightKilograms)).ShouldBe([(4000, null), (4000, 60m), (3000, 45m), (2000, 40m)]);
        answer.Sums[2].DoseIds.ShouldBe([Id(5)]);
        answer.Sums[2].WeightId.ShouldBe(Id(2));
    }

    [Theory]
    [InlineData(3999, AlertLevel.None)]
    [InlineData(4000, AlertLevel.None)]
    [InlineData(4001, AlertLevel.Warning)]
    public void R57_a_dose_without_a_clock_time_enters_no_rolling_sum_and_a_days_sum_above_the_limit_warns(int milligrams, AlertLevel level)
    {
        var answer = AnalgesicsQuestion.Answer(Of(Dose("2026-03-05", milligrams - 1000), Dose("2026-03-05T08:00", 1000)));

        answer.Sums.ShouldHaveSingleItem().Milligrams.ShouldBe(1000);
        var day = answer.TimeUnknown.ShouldHaveSingleItem();
        day.Milligrams.ShouldBe(milligrams);
        day.Level.ShouldBe(level);
        answer.Level.ShouldBe(level);
    }

    [Fact]
    public void The_paracetamol_of_combinations_counts_and_other_drugs_do_not()
    {
        var answer = AnalgesicsQuestion.Answer(Of(
            Dose("2026-03-05T08:00", 500) with { Drug = Analgesic.ParacetamolCodeine },
            Dose("2026-03-05T09:00", 325) with { Drug = Analgesic.ParacetamolTramadol },
            Dose("2026-03-05T10:00", 500) with { Drug = Analgesic.Other, AtcCode = "N02BE51" },
            Dose("2026-03-05T11:00", 400) with { Drug = Analgesic.Ibuprofen },
            Dose("2026-03-05T12:00", 90) with { Drug = Analgesic.Other, AtcCode = "M01AH05" }));

        answer.Sums.Last(sum => sum.Ingredient == Ingredient.Paracetamol).Milligrams.ShouldBe(1325);
        answer.ExplainedBy.Count.ShouldBe(5);
    }

    [Fact]
    public void No_dose_is_no_alert() => AnalgesicsQuestion.Answer(Of()).Level.ShouldBe(AlertLevel.None);

    private static AnalgesicTaken Dose(string at, decimal milligrams = 1000) =>
        new() { TakenAt = Time(at), Drug = Analgesic.Paracetamol, Milligrams = milligrams };
}
