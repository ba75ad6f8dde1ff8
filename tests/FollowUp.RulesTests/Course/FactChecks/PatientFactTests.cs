using FollowUp.Course.FactChecks;
using FollowUp.Patients.Facts;
using FollowUp.Surgery.Facts;
using NodaTime;
using static FollowUp.RulesTests.Course.Checking;
using static FollowUp.RulesTests.Course.Courses;
using static FollowUp.RulesTests.Course.Facts;

namespace FollowUp.RulesTests.Course.FactChecks;

public sealed class PatientFactTests
{
    [Fact]
    public void A_man_is_enrolled_once_and_dies_once()
    {
        var check = new Once();

        check.Says(Enrolled).ShouldBeEmpty();
        check.Says(Enrolled, Enrolled).ShouldBe(["AlreadyRecorded enrolledOn"]);
        check.Says(Died("2026-05"), Enrolled).ShouldBeEmpty();
        check.Says(Died("2026-05"), Died("2026-04")).ShouldBe(["AlreadyRecorded diedOn"]);
        check.Says(Died("2026-05"), Died("2026-04"), Retracted(Id(1))).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(-1, "AgeImplausible ageYears")]
    [InlineData(0, "AgeUnusual? ageYears")]
    [InlineData(17, "AgeUnusual? ageYears")]
    [InlineData(18, null)]
    [InlineData(79, null)]
    [InlineData(80, "AgeUnusual? ageYears")]
    [InlineData(120, "AgeUnusual? ageYears")]
    [InlineData(121, "AgeImplausible ageYears")]
    public void An_age_is_a_mans(int age, string? says) =>
        new EnrolmentPlausible().Says(Enrolled with { AgeYears = age }).ShouldBe(says is null ? [] : [says]);

    [Theory]
    [InlineData(-1, "InfertilityImplausible infertilityMonths")]
    [InlineData(0, null)]
    [InlineData(360, null)]
    [InlineData(361, "InfertilityUnusual? infertilityMonths")]
    [InlineData(601, "InfertilityImplausible infertilityMonths")]
    public void A_duration_of_infertility_is_in_months(int months, string? says) =>
        new EnrolmentPlausible().Says(Enrolled with { InfertilityMonths = months }).ShouldBe(says is null ? [] : [says]);

    [Theory]
    [InlineData(Karyotype.Klinefelter47XXY, "47,XXY", true)]
    [InlineData(Karyotype.Klinefelter47XXY, "47,XXY[18]/46,XY[2]", false)]
    [InlineData(Karyotype.KlinefelterMosaic, "47,XXY[18]/46,XY[2]", true)]
    [InlineData(Karyotype.KlinefelterMosaic, "47,XXY", false)]
    [InlineData(Karyotype.Normal46XY, "46,XY", true)]
    [InlineData(Karyotype.Normal46XY, "47,XXY", false)]
    [InlineData(Karyotype.Normal46XY, "47,XYY", false)]
    [InlineData(Karyotype.Other, "47,XYY", true)]
    [InlineData(Karyotype.Other, "46,XY,inv(9)(p12q13)", true)]
    [InlineData(Karyotype.Other, "mos 46,XY/47,XXY", false)]
    [InlineData(Karyotype.NotTested, "46,XY", false)]
    [InlineData(Karyotype.Unknown, "47,XXY", false)]
    public void R69_a_karyotype_is_the_one_its_iscn_text_states(Karyotype karyotype, string iscn, bool fine) =>
        new EnrolmentPlausible().Says(Enrolled with { Karyotype = karyotype, KaryotypeIscn = iscn }).ShouldBe(fine ? [] : ["KaryotypeContradicts karyotype"]);

    [Theory]
    [InlineData("24.99", "WeightImplausible kilograms")]
    [InlineData("25", "WeightUnusual? kilograms")]
    [InlineData("39.99", "WeightUnusual? kilograms")]
    [InlineData("40", null)]
    [InlineData("179.99", null)]
    [InlineData("180", "WeightUnusual? kilograms")]
    [InlineData("400", "WeightUnusual? kilograms")]
    [InlineData("400.01", "WeightImplausible kilograms")]
    public void A_weight_is_an_adults(string kilograms, string? says) =>
        new WeightPlausible().Says(Weight(Today, decimal.Parse(kilograms, System.Globalization.CultureInfo.InvariantCulture))).ShouldBe(says is null ? [] : [says]);

    [Theory]
    [InlineData("-0.1", "TesticularVolumeImplausible millilitres")]
    [InlineData("0", null)]
    [InlineData("34.9", null)]
    [InlineData("35", "TesticularVolumeUnusual? millilitres")]
    [InlineData("60.1", "TesticularVolumeImplausible millilitres")]
    public void A_testicular_volume_is_possible(string millilitres, string? says) => new TesticularVolumePlausible().Says(
            Volume(Side.Left) with { Millilitres = decimal.Parse(millilitres, System.Globalization.CultureInfo.InvariantCulture) })
        .ShouldBe(says is null ? [] : [says]);

    [Theory]
    [InlineData(Side.Left, true)]
    [InlineData(Side.Right, true)]
    [InlineData(Side.Both, false)]
    [InlineData(Side.Unknown, false)]
    [InlineData(Side.None, false)]
    public void A_testicular_volume_is_of_one_testis(Side side, bool fine) =>
        new TesticularVolumePlausible().Says(Volume(side)).ShouldBe(fine ? [] : ["SideMissing side"]);

    [Fact]
    public void Preferences_name_each_channel_once_and_leave_some_hours()
    {
        var check = new PreferencesConsistent();
        var wishes = new ContactPreferencesRecorded { StatedOn = Today, Channels = [Channel.Phone, Channel.Email], Language = Language.Tr };

        check.Says(wishes).ShouldBeEmpty();
        check.Says(wishes with { Channels = [] }).ShouldBeEmpty();
        check.Says(wishes with { Channels = [Channel.Phone, Channel.Email, Channel.Phone] }).ShouldBe(["ChannelTwice channels"]);
        check.Says(wishes with { From = new(9, 0), Until = new(9, 1) }).ShouldBeEmpty();
        check.Says(wishes with { From = new(9, 0), Until = new(9, 0) }).ShouldBe(["HoursEmpty until"]);
        check.Says(wishes with { From = new(9, 0) }).ShouldBeEmpty();
    }

    [Fact]
    public void Follow_up_resumes_after_a_withdrawal_or_a_loss_that_was_before()
    {
        var check = new ResumesSomething();
        var resumed = new FollowUpResumed { ResumedOn = new(2026, 5, 10) };

        check.Says(resumed).ShouldBe(["NothingToResume? resumedOn"]);
        check.Says(resumed, new PatientWithdrew { WithdrewOn = new(2026, 5, 10) }).ShouldBeEmpty();
        check.Says(resumed, new PatientLostToFollowUp { DeclaredOn = new(2026, 5, 9) }).ShouldBeEmpty();
        check.Says(resumed, new PatientWithdrew { WithdrewOn = new(2026, 5, 11) }).ShouldBe(["NothingToResume? resumedOn"]);
    }

    private static TesticularVolumeMeasured Volume(Side side) =>
        new() { MeasuredOn = Today, Side = side, Millilitres = 12, Method = VolumeMethod.Ultrasound };
}
