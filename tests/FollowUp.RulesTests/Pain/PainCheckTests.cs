using FollowUp.Course;
using FollowUp.Course.Dates;
using FollowUp.Pain.Facts;
using FollowUp.Pain.Rules;
using FollowUp.RulesTests.Course;
using static FollowUp.RulesTests.Course.Facts;

namespace FollowUp.RulesTests.Pain;

public sealed class PainCheckTests
{
    private static readonly PainReported Episode = new() { ReportedAt = Time("2026-06-01T10:00"), Site = PainSite.LowerAbdomen, Nrs = 3 };

    private static readonly AnalgesicTaken Dose = new() { TakenAt = Time("2026-06-01T10:00"), Drug = Analgesic.Paracetamol, Milligrams = 1000 };

    [Theory]
    [InlineData(-1, "NrsImplausible nrs")]
    [InlineData(0, null)]
    [InlineData(6, null)]
    [InlineData(7, null)]
    [InlineData(10, null)]
    [InlineData(11, "NrsImplausible nrs")]
    public void A_numeric_score_is_0_to_10_and_a_severe_one_is_never_asked_about(int nrs, string? says) =>
        new PainScoreCheck().Says(Episode with { Nrs = nrs }).ShouldBe(says is null ? [] : [says]);

    [Theory]
    [InlineData(-1, "VasImplausible vasMillimetres")]
    [InlineData(0, null)]
    [InlineData(100, null)]
    [InlineData(101, "VasImplausible vasMillimetres")]
    public void A_visual_score_is_0_to_100_millimetres(int millimetres, string? says) =>
        new PainScoreCheck().Says(Episode with { Nrs = null, VasMillimetres = millimetres }).ShouldBe(says is null ? [] : [says]);

    [Fact]
    public void There_is_exactly_one_score()
    {
        new PainScoreCheck().Says(Episode with { Nrs = null }).ShouldBe(["ScoreMissing nrs"]);
        new PainScoreCheck().Says(Episode with { VasMillimetres = 30 }).ShouldBe(["ScoreTwice vasMillimetres"]);
    }

    [Fact]
    public void Pain_begins_before_it_is_reported_and_lasts_no_negative_time()
    {
        new PainScoreCheck().Says(Episode with { OnsetOn = PartialDate.TryParse("2026-06-01"), DurationHours = 0 }).ShouldBeEmpty();
        new PainScoreCheck().Says(Episode with { OnsetOn = PartialDate.TryParse("2026-06") }).ShouldBeEmpty();
        new PainScoreCheck().Says(Episode with { OnsetOn = PartialDate.TryParse("2026-06-02") }).ShouldBe(["OnsetAfterReport onsetOn"]);
        new PainScoreCheck().Says(Episode with { DurationHours = -0.1m }).ShouldBe(["DurationImplausible durationHours"]);
    }

    [Theory]
    [InlineData("-500", "DoseImplausible milligrams")]
    [InlineData("0", "DoseImplausible milligrams")]
    [InlineData("0.5", "DoseUnusual? milligrams")]
    [InlineData("9.9", "DoseUnusual? milligrams")]
    [InlineData("10", null)]
    [InlineData("1000", null)]
    [InlineData("20000", null)]
    [InlineData("1000000", null)]
    [InlineData("1000001", "DoseImplausible milligrams")]
    public void An_overdose_is_stored_without_a_question_and_grams_are_noted(string milligrams, string? says) =>
        new DoseCheck().Says(Dose with { Milligrams = decimal.Parse(milligrams, System.Globalization.CultureInfo.InvariantCulture) })
            .ShouldBe(says is null ? [] : [says]);

    [Theory]
    [InlineData(Analgesic.Paracetamol, null, null)]
    [InlineData(Analgesic.Paracetamol, "N02BE01", null)]
    [InlineData(Analgesic.Ibuprofen, "N02BE01", "DrugContradicts atcCode")]
    [InlineData(Analgesic.Other, null, "AtcMissing atcCode")]
    [InlineData(Analgesic.Other, "N02BG06", null)]
    [InlineData(Analgesic.Other, "N02BE01", "DrugIsListed drug")]
    public void A_drug_is_named_so_that_paracetamol_is_counted(Analgesic drug, string? atc, string? says) =>
        new DoseCheck().Says(Dose with { Drug = drug, AtcCode = atc }).ShouldBe(says is null ? [] : [says]);
}
