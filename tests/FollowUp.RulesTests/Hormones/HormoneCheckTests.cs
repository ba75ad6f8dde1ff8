using FollowUp.Course;
using FollowUp.Course.Dates;
using FollowUp.Hormones.Facts;
using FollowUp.Hormones.Rules;
using FollowUp.Hormones.Rules.Samples;
using FollowUp.RulesTests.Course;
using NodaTime;

namespace FollowUp.RulesTests.Hormones;

public sealed class HormoneCheckTests
{
    private static readonly DecisionContext Context = new(Instant.FromUtc(2028, 6, 1, 9, 0), new(2028, 6, 1), BirthDate: new(1990, 5, 1));

    [Theory]
    [InlineData("T 350 nmol/L 2026-03-02T08:00", "UnitSlip", "value")]
    [InlineData("T 12 furlong 2026-03-02T08:00", "UnitNotConvertible", "unit")]
    [InlineData("T 12 nmol/L 1990-04-30", "CollectedBeforeBirth", "collectedAt")]
    [InlineData("T 12 nmol/L 1990-05-01", null, null)]
    [InlineData("T 12 nmol/L 2026-03-02T08:00 withdrawn", "ResultKeyMissing", "resultKey")]
    [InlineData("T 350 nmol/L 2026-03-02T08:00 withdrawn key=A", null, null)]
    [InlineData("T 12 nmol/L 2026-03-02T08:00", null, null)]
    public void A_result_that_cannot_be_right_is_refused_naming_the_field(string story, string? code, string? field)
    {
        var refusals = Check(HormoneStories.Facts(story)[0], "").Where(finding => finding.Refuses).ToList();

        refusals.Select(finding => finding.Code).SingleOrDefault().ShouldBe(code);
        refusals.Select(finding => finding.Field).SingleOrDefault().ShouldBe(field);
        refusals.ShouldAllBe(finding => finding.Message.Length > 20);
    }

    [Fact]
    public void A_missing_unit_is_refused()
    {
        var result = (HormoneResultReported)HormoneStories.Facts("T <0.1 nmol/L 2026-03-02T08:00")[0];

        Check(result with { Unit = null }, "").Single().Code.ShouldBe("UnitMissing");
    }

    [Theory]
    [InlineData("2026-03-02T08:00", "2026-03-02T07:59", true)]
    [InlineData("2026-03-02T08:00", "2026-03-02T08:00", false)]
    [InlineData("2026-03-02T08:00", "2026-03-02", false)]
    [InlineData("2026-03-02T08:00", "2026-03-01", true)]
    [InlineData("2026-03-02", "2026-03-01T23:59", true)]
    [InlineData("2026-03-02T08:00:00+03:00", "2026-03-02T05:00:00Z", false)]
    [InlineData("2026-03-02T08:00:00+03:00", "2026-03-02T04:59:59Z", true)]
    public void A_sample_is_not_drawn_after_it_was_received(string collected, string received, bool refused)
    {
        var result = (HormoneResultReported)HormoneStories.Facts($"T 12 nmol/L {collected}")[0] with { ReceivedAt = ClinicalTime.TryParse(received) };

        Check(result, "").Any(finding => finding is { Code: "CollectedAfterReceipt", Refuses: true }).ShouldBe(refused);
    }

    [Theory]
    [InlineData("operated 2026-01-15", "2028-01-15T08:00", false)]
    [InlineData("operated 2026-01-15", "2028-01-16T08:00", true)]
    [InlineData("elsewhere 2026-01-15", "2028-01-16T08:00", false)]
    [InlineData("operated 2026-01-15 | operated 2027-06-01", "2028-01-16T08:00", false)]
    [InlineData("elsewhere ?", "2028-01-16T08:00", false)]
    [InlineData("", "2028-01-16T08:00", false)]
    public void A_sample_long_after_the_latest_operation_here_asks_for_confirmation(string course, string collected, bool warned)
    {
        Check(HormoneStories.Facts($"T 12 nmol/L {collected}")[0], course).Any(finding => finding is { Code: "LongAfterSurgery", Refuses: false }).ShouldBe(warned);
    }

    [Fact]
    public void A_result_key_of_another_analyte_is_refused()
    {
        Check(HormoneStories.Facts("LH 6 IU/L 2026-03-02 key=A")[0], "T 12 nmol/L 2026-03-02T08:00 key=A").Single().Code.ShouldBe("ResultKeyInUse");
        Check(HormoneStories.Facts("T 13 nmol/L 2026-03-02T08:00 key=A corrected")[0], "T 12 nmol/L 2026-03-02T08:00 key=A").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Hcg 2026-03-02..2026-03-01", "StoppedBeforeStart")]
    [InlineData("Hcg 2026-03-02..2026-03-02", null)]
    [InlineData("Hcg 2026-03-02..2026-03", null)]
    [InlineData("Hcg 2026-03-02..2026-02", "StoppedBeforeStart")]
    [InlineData("Hcg ?..2026-02", null)]
    public void A_therapy_does_not_end_before_it_began(string story, string? code)
    {
        var therapy = (HormoneTherapyRecorded)HormoneStories.Facts(story)[0];
        Codes(new HormoneTherapyCheck().Check(therapy, HormoneStories.Course(""), Context)).ShouldBe(code);

        var stop = new HormoneTherapyStopped { TherapyId = Courses.Id(1), StoppedOn = therapy.StoppedOn!.Value };
        Codes(new HormoneTherapyCheck().Check(stop, Courses.Of(therapy with { StoppedOn = null }), Context)).ShouldBe(code);
    }

    [Fact]
    public void A_therapy_ends_once()
    {
        var stop = new HormoneTherapyStopped { TherapyId = Courses.Id(1), StoppedOn = new(2026, 4) };

        Codes(new HormoneTherapyCheck().Check(stop, HormoneStories.Course("Hcg 2026-01-01..2026-02-01"), Context)).ShouldBe("AlreadyRecorded");
        Codes(new HormoneTherapyCheck().Check(stop, Courses.Of([.. HormoneStories.Facts("Hcg 2026-01-01.."), stop]), Context)).ShouldBe("AlreadyRecorded");
        Codes(new HormoneTherapyCheck().Check(stop, HormoneStories.Course("Hcg 2026-01-01.."), Context)).ShouldBeNull();
    }

    [Fact]
    public void A_dose_needs_a_unit_and_a_therapy_with_an_end_is_not_ongoing()
    {
        var therapy = (HormoneTherapyRecorded)HormoneStories.Facts("Hcg 2026-01-01..2026-02-01")[0];

        Codes(new HormoneTherapyCheck().Check(therapy with { Dose = 5000 }, HormoneStories.Course(""), Context)).ShouldBe("UnitMissing");
        Codes(new HormoneTherapyCheck().Check(therapy with { Dose = 0, DoseUnit = "[IU]" }, HormoneStories.Course(""), Context)).ShouldBe("DoseNotPositive");
        Codes(new HormoneTherapyCheck().Check(therapy with { Ongoing = Answer.Yes }, HormoneStories.Course(""), Context)).ShouldBe("StoppedAndOngoing");
        Codes(new HormoneTherapyCheck().Check(therapy with { Dose = 5000, DoseUnit = "[IU]" }, HormoneStories.Course(""), Context)).ShouldBeNull();
    }

    [Fact]
    public void An_order_names_what_to_measure_and_an_appointment_is_not_before_its_booking()
    {
        var check = new HormoneTestCheck();
        TestBooked Booked(LocalDate day) => new() { BookedOn = new(2026, 3, 2), BookedFor = ClinicalTime.On(day) };

        Codes(check.Check(new TestOrdered { OrderedOn = new(2026, 3, 2), Analytes = [] }, HormoneStories.Course(""), Context)).ShouldBe("AnalytesMissing");
        Codes(check.Check(Booked(new(2026, 3, 1)), HormoneStories.Course(""), Context)).ShouldBe("BookedForThePast");
        Codes(check.Check(Booked(new(2026, 3, 2)), HormoneStories.Course(""), Context)).ShouldBeNull();
    }

    private static List<Finding> Check(Fact result, string course) =>
        [.. new HormoneResultCheck().Check((HormoneResultReported)result, HormoneStories.Course(course), Context)];

    private static string? Codes(IEnumerable<Finding> findings) => findings.Select(finding => finding.Code).SingleOrDefault();
}
