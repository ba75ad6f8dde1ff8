using FollowUp.Course;
using FollowUp.Hormones.Rules;
using FollowUp.Hormones.Rules.TestosteroneRecovery;
using FollowUp.RulesTests.Course;
using FollowUp.RulesTests.Golden;
using NodaTime;

namespace FollowUp.RulesTests.Hormones;

public sealed class RecoveryTests
{
    private static readonly LocalDate Later = new(2030, 1, 1);

    [Fact]
    public void A_sample_lies_in_the_window_of_the_golden_table()
    {
        foreach (var row in GoldenTable.Rows("windows.csv"))
        {
            var recovery = OperationRecovery.AllIn(HormoneStories.Course($"operated {row["operated"]} | T 12 nmol/L {row["drawn"]}T08:00"), Later).Single();

            string.Join(' ', recovery.Windows.Where(window => window.FactId is not null).Select(window => window.Days.Window)).ShouldBe(row["window"], row.ToString());
        }
    }

    [Fact]
    public void The_percentage_or_its_missing_reason_is_that_of_the_golden_table()
    {
        foreach (var row in GoldenTable.Rows("recovery.csv"))
        {
            var recovery = OperationRecovery.AllIn(HormoneStories.Course(row["told"]), HormoneStories.Date(row["asked"]))[^1];
            var window = recovery.Windows.Single(each => each.Days.Window == FollowUpWindow.Months6To9);

            TableText.Of(window.OfIndex, recovery.PreIndex).ShouldBe(row["ofIndex"], row.ToString());
            TableText.Of(window.OfFirst, recovery.PreFirst).ShouldBe(row["ofFirst"], row.ToString());
        }
    }

    [Fact]
    public void Nadir_and_rebound_are_those_of_the_worked_example()
    {
        // T0 18.0, nadir 13.5, at 12 months 16.2: 75 %, 90 %, rebound 60 % (domain 2.2).
        var recovery = OperationRecovery.AllIn(HormoneStories.Course(
            "T 18.0 nmol/L 2025-12-01T08:00 | operated 2026-01-15 | T 13.5 nmol/L 2026-05-04T08:00 | T 16.2 nmol/L 2027-01-15T08:00"), Later).Single();
        var at12 = recovery.Windows.Single(each => each.Days.Window == FollowUpWindow.Months12).OfIndex;

        at12.Percent.ShouldBe(90m);
        at12.DeltaNmolPerLitre.ShouldBe(-1.8m);
        at12.NadirPercent.ShouldBe(75m);
        at12.NadirFactId.ShouldBe(Courses.Id(3));
        at12.ReboundPercent.ShouldBe(60m);
        recovery.Occasions.Select(occasion => occasion.OfIndex!.Percent).ShouldBe([75m, 90m]);
    }

    [Fact]
    public void The_nadir_does_not_include_later_values()
    {
        var recovery = OperationRecovery.AllIn(HormoneStories.Course(
            "T 20 nmol/L 2025-12-01T08:00 | operated 2026-01-15 | T 15 nmol/L 2026-08-20T08:00 | T 10 nmol/L 2027-01-15T08:00"), Later).Single();

        recovery.Windows[0].OfIndex.NadirPercent.ShouldBe(75m);
        recovery.Windows[0].OfIndex.ReboundPercent.ShouldBe(0m);
        recovery.Windows[1].OfIndex.NadirPercent.ShouldBe(50m);
    }

    [Fact]
    public void Of_equal_lowest_values_the_earliest_is_the_nadir()
    {
        OperationRecovery.AllIn(HormoneStories.Course(
            "T 20 nmol/L 2025-12-01T08:00 | operated 2026-01-15 | T 15 nmol/L 2026-07-20T08:00 | T 15 nmol/L 2026-08-20T08:00"), Later)
            .Single().Windows[0].OfIndex.NadirFactId.ShouldBe(Courses.Id(3));
    }

    [Fact]
    public void A_nadir_that_may_lie_below_a_printed_limit_is_no_number()
    {
        var at12 = OperationRecovery.AllIn(HormoneStories.Course(
            "T 20 nmol/L 2025-12-01T08:00 | operated 2026-01-15 | T <5 nmol/L 2026-08-20T08:00 | T 4 nmol/L 2026-09-20T08:00 | T 10 nmol/L 2027-01-15T08:00"),
            Later).Single().Windows[1].OfIndex;

        at12.Percent.ShouldBe(50m);
        at12.NadirPercent.ShouldBeNull();
        at12.NadirPercentAtMost.ShouldBe(20m);
        at12.ReboundPercent.ShouldBeNull();
    }

    [Fact]
    public void A_censored_value_gives_bounds_of_the_difference_and_never_a_number()
    {
        Recovery At(string value) => OperationRecovery.AllIn(
            HormoneStories.Course($"T 14 nmol/L 2025-12-01T08:00 | operated 2026-01-15 | T {value} nmol/L 2026-08-20T08:00"), Later).Single().Windows[0].OfIndex;

        At("12").DeltaNmolPerLitre.ShouldBe(-2m);
        At("12").DeltaAtMostNmolPerLitre.ShouldBeNull();
        At("<0.4").DeltaNmolPerLitre.ShouldBeNull();
        At("<0.4").DeltaAtLeastNmolPerLitre.ShouldBe(-14m);
        At("<0.4").DeltaAtMostNmolPerLitre.ShouldBe(-13.6m);
        At(">52").DeltaAtLeastNmolPerLitre.ShouldBe(38m);
        At(">52").DeltaAtMostNmolPerLitre.ShouldBeNull();
    }

    [Fact]
    public void Without_a_fall_there_is_no_rebound()
    {
        var at12 = OperationRecovery.AllIn(HormoneStories.Course(
            "T 10 nmol/L 2025-12-01T08:00 | operated 2026-01-15 | T 12 nmol/L 2027-01-15T08:00"), Later).Single().Windows[1].OfIndex;

        at12.Percent.ShouldBe(120m);
        at12.ReboundPercent.ShouldBeNull();
    }

    [Theory]
    [InlineData("6.79", false)]
    [InlineData("6.8", true)]
    [InlineData("13.2", true)]
    [InlineData("13.21", false)]
    public void Within_32_percent_a_single_pair_cannot_be_told_from_normal_variation(string value, bool within)
    {
        OperationRecovery.AllIn(HormoneStories.Course($"T 10 nmol/L 2025-12-01T08:00 | operated 2026-01-15 | T {value} nmol/L 2026-08-20T08:00"), Later)
            .Single().Windows[0].OfIndex.WithinReferenceChange.ShouldBe(within);
    }

    [Fact]
    public void A_value_is_shown_though_there_is_no_baseline()
    {
        var window = OperationRecovery.AllIn(HormoneStories.Course("operated 2026-01-15 | T 11.0 nmol/L 2026-08-20T08:00"), Later).Single().Windows[0];

        window.NmolPerLitre.ShouldBe(11.0m);
        window.FactId.ShouldBe(Courses.Id(2));
        window.OfIndex.Missing.ShouldBe(new MissingRecovery(NoRecovery.NoBaseline));
    }

    [Fact]
    public void The_baselines_name_the_samples_they_rest_on()
    {
        var recovery = OperationRecovery.AllIn(HormoneStories.Course(
            "T 20 nmol/L 2024-12-01T08:00 | operated 2025-01-15 | T 14 nmol/L 2025-11-01T08:00 | T 16 nmol/L 2025-12-01T08:00 | operated 2026-01-15"), Later)[1];

        recovery.PreIndex!.FactIds.ShouldBe([Courses.Id(3), Courses.Id(4)]);
        recovery.PreIndex.NmolPerLitre.ShouldBe(15m);
        recovery.PreFirst!.FactIds.ShouldBe([Courses.Id(1)]);
        recovery.PreFirst.OperationId.ShouldBe(Courses.Id(2));
    }

    [Fact]
    public void A_mean_with_a_censored_sample_is_an_interval()
    {
        var baseline = OperationRecovery.AllIn(HormoneStories.Course("T <10 nmol/L 2025-11-01T08:00 | T 20 nmol/L 2025-12-01T08:00 | operated 2026-01-15"), Later)[0].PreIndex!;

        baseline.NmolPerLitre.ShouldBeNull();
        baseline.AtLeastNmolPerLitre.ShouldBe(10m);
        baseline.AtMostNmolPerLitre.ShouldBe(15m);
    }

    [Fact]
    public void Retracting_the_baseline_changes_the_answer_and_as_of_before_still_shows_the_old()
    {
        var story = HormoneStories.Course("T 20 nmol/L 2025-12-01T08:00 | operated 2026-01-15 | T 15 nmol/L 2026-08-20T08:00");
        var retracted = story.With(new Entry(Courses.Id(4), 4, Courses.FirstRecorded + Duration.FromHours(1), "nurse-1",
            new FollowUp.Course.Facts.EntryRetracted { EntryId = Courses.Id(1), Reason = FollowUp.Course.Facts.CorrectionReason.WrongPatient }));

        OperationRecovery.AllIn(retracted, Later)[0].Windows[0].OfIndex.Missing!.Code.ShouldBe("NoBaseline");
        OperationRecovery.AllIn(retracted.AsOf(Courses.FirstRecorded + Duration.FromMinutes(30)), Later)[0].Windows[0].OfIndex.Percent.ShouldBe(75m);
    }

    [Theory]
    [InlineData("operated 2026-01-15 | TestosteroneGel 2026-05.. | operated 2026-12-01", CompetingEventKind.TestosteroneStarted, "2026-05-01")]
    [InlineData("operated 2026-01-15 | Clomifene 2026-01..2026-03", CompetingEventKind.StimulationStarted, "2026-01-15")]
    [InlineData("operated 2026-01-15 | died 2026", CompetingEventKind.Death, "2026-01-15")]
    [InlineData("operated 2026-01-15 | orchiectomy 2026-01-15", CompetingEventKind.Orchiectomy, "2026-01-15")]
    [InlineData("operated 2026-01-15 | Clomifene ?..2026-03", null, null)]
    [InlineData("operated 2026-01-15 | Biotin 2026-02-01..", null, null)]
    [InlineData("operated 2026-01-15", null, null)]
    public void The_event_that_ended_the_clock_is_named_with_its_day(string story, CompetingEventKind? kind, string? on)
    {
        var ended = OperationRecovery.AllIn(HormoneStories.Course(story), Later)[0].EndedBy;

        ended.ShouldBe(kind is null ? null : new CompetingEvent(kind.Value, HormoneStories.Date(on!), Courses.Id(2)));
    }
}
