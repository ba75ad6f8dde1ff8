using System.Globalization;
using FollowUp.Course;
using FollowUp.Course.Dates;
using FollowUp.Hormones.Facts;
using FollowUp.Hormones.Rules;
using FollowUp.Hormones.Rules.Samples;
using FollowUp.RulesTests.Course;
using FollowUp.RulesTests.Golden;
using NodaTime;

namespace FollowUp.RulesTests.Hormones;

public sealed class SampleTests
{
    [Fact]
    public void A_sample_counts_or_does_not_for_the_reasons_of_the_golden_table()
    {
        foreach (var row in GoldenTable.Rows("eligibility.csv"))
        {
            var course = HormoneStories.Course(row["told"]);
            var sample = HormoneSamples.Of(course).All.Single(each => each.FactId == Courses.Id(course.Log.Count));

            string.Join(", ", sample.Exclusions).ShouldBe(row["reasons"], row.ToString());
            sample.IsEligible.ShouldBe(row["reasons"].Length == 0, row.ToString());
        }
    }

    [Fact]
    public void Of_the_messages_about_one_result_the_one_of_the_golden_table_counts()
    {
        foreach (var row in GoldenTable.Rows("revisions.csv"))
        {
            var samples = HormoneSamples.Of(HormoneStories.Course(row["told"]));

            samples.All.SingleOrDefault()?.Quantity!.Number.ToString(CultureInfo.InvariantCulture).ShouldBe(row["counts"], row.ToString());
            (samples.All.Count == 0).ShouldBe(row["counts"].Length == 0, row.ToString());
            samples.Occasions.Count.ShouldBe(row["eligible"] == "yes" ? 1 : 0, row.ToString());
            string.Join(", ", samples.Displaced.Select(result => result.Exclusion)).ShouldBe(row["displaced"], row.ToString());
        }
    }

    [Fact]
    public void A_displaced_message_names_the_one_that_took_its_place()
    {
        var displaced = HormoneSamples.Of(HormoneStories.Course("T 1 nmol/L 2026-03-02T08:00 key=A | T 2 nmol/L 2026-03-02T08:00 key=A corrected")).Displaced.Single();

        displaced.ShouldBe(new DisplacedResult(
            Courses.Id(1), Analyte.Testosterone, new(2026, 3, 2), new LocalTime(8, 0), Exclusion.Superseded, Courses.Id(2)));
    }

    [Fact]
    public void The_earliest_eligible_sample_counts_for_its_day()
    {
        Speaks("T 3 nmol/L 2026-03-02T09:00 | T 2 nmol/L 2026-03-02T08:00").ShouldBe(2);
        Speaks("T 3 nmol/L 2026-03-02T06:00 | T 2 nmol/L 2026-03-02T08:00").ShouldBe(2);
        Speaks("T 3 nmol/L 2026-03-02 | T 2 nmol/L 2026-03-02T08:00").ShouldBe(2);
        Speaks("T 3 nmol/L 2026-03-02T08:00 | T 2 nmol/L 2026-03-02T08:00").ShouldBe(1, "of equal times the first recorded (R21)");

        static int Speaks(string story) =>
            Enumerable.Range(1, 2).Single(n => Courses.Id(n) == HormoneSamples.Of(HormoneStories.Course(story)).Occasions.Single().FactId);
    }

    [Theory]
    [InlineData(0, 4)]
    [InlineData(1, 9)]
    public void Samples_of_equal_time_are_ordered_by_the_time_of_recording_then_by_the_lower_id(int minutesLater, int speaks)
    {
        var facts = HormoneStories.Facts("T 3 nmol/L 2026-03-02T08:00 | T 2 nmol/L 2026-03-02T08:00");
        var course = PatientCourse.Of(Courses.Patient, Courses.Istanbul,
        [
            new(Courses.Id(9), 1, Courses.FirstRecorded, "import", facts[0]),
            new(Courses.Id(4), 2, Courses.FirstRecorded + Duration.FromMinutes(minutesLater), "import", facts[1]),
        ]);

        HormoneSamples.Of(course).Occasions.Single().FactId.ShouldBe(Courses.Id(speaks));
    }

    [Fact]
    public void A_stop_recorded_later_ends_the_therapy()
    {
        var therapy = HormoneStories.Facts("Hcg 2026-01-01..")[0];
        var result = HormoneStories.Facts("T 12 nmol/L 2026-06-01T08:00")[0];
        var stop = new HormoneTherapyStopped { TherapyId = Courses.Id(1), StoppedOn = new PartialDate(2026, 2) };

        HormoneSamples.Of(Courses.Of(therapy, result)).Occasions.ShouldBeEmpty();
        HormoneSamples.Of(Courses.Of(therapy, result, stop)).Occasions.Count.ShouldBe(1);
        HormoneSamples.Of(Courses.Of(therapy, result, stop, stop with { StoppedOn = new(2026, 5) })).Occasions.ShouldBeEmpty("the latest recorded end counts");
    }

    [Fact]
    public void A_flag_only_drug_is_named_on_the_sample()
    {
        HormoneSamples.Of(HormoneStories.Course("Biotin 2026-01-01..2026-03-02 | T 12 nmol/L 2026-03-02T08:00")).All.Single().FlaggedDrugs.ShouldBe([HormoneDrug.Biotin]);
        HormoneSamples.Of(HormoneStories.Course("Biotin 2026-01-01..2026-03-01 | T 12 nmol/L 2026-03-02T08:00")).All.Single().FlaggedDrugs.ShouldBeEmpty();
    }

    [Fact]
    public void Biotin_before_the_sample_and_food_are_named_and_exclude_nothing()
    {
        var result = (HormoneResultReported)HormoneStories.Facts("T 12 nmol/L 2026-03-02T08:00")[0] with { Biotin = Answer.Yes, Fasting = Answer.No };
        var sample = HormoneSamples.Of(Courses.Of(result, HormoneStories.Facts("Biotin 2026-01-01..")[0])).All.Single();

        sample.FlaggedDrugs.ShouldBe([HormoneDrug.Biotin]);
        sample.Fasting.ShouldBe(Answer.No);
        sample.IsEligible.ShouldBeTrue();
    }

    [Fact]
    public void A_time_without_an_offset_is_read_as_the_clinics_and_flagged()
    {
        HormoneSamples.Of(HormoneStories.Course("T 12 nmol/L 2026-03-02T08:00")).All.Single().OffsetAssumed.ShouldBeTrue();
        HormoneSamples.Of(HormoneStories.Course("T 12 nmol/L 2026-03-02T08:00+03:00")).All.Single().OffsetAssumed.ShouldBeFalse();
        HormoneSamples.Of(HormoneStories.Course("T 12 nmol/L 2026-03-02")).All.Single().OffsetAssumed.ShouldBeFalse();
    }

    [Fact]
    public void Recalls_get_one_eligible_sample_for_each_day_and_analyte()
    {
        var story = "T 12 nmol/L 2026-03-02T08:00 | T 13 nmol/L 2026-03-02T09:00 | LH 6 IU/L 2026-03-02T15:00 | T 14 nmol/L 2026-03-03T15:00";

        EligibleSamples.By("EAU-2023.1").In(HormoneStories.Course(story)).ShouldBe(
        [
            new EligibleSample(Courses.Id(1), Analyte.Testosterone, new(2026, 3, 2)),
            new EligibleSample(Courses.Id(3), Analyte.LH, new(2026, 3, 2)),
        ]);
    }

    [Fact]
    public void Every_drug_has_a_wash_out() =>
        Enum.GetValues<HormoneDrug>().ShouldAllBe(drug => WashOut.Of(drug).Drug == drug);
}
