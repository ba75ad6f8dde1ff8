using FollowUp.Contacts.Facts;
using FollowUp.Course;
using FollowUp.Course.Dates;
using FollowUp.Hormones.Facts;
using FollowUp.Patients.Facts;
using FollowUp.Patients.Pages.Chart;
using FollowUp.Recording.Commands;
using FollowUp.Reports;
using FollowUp.Reports.Tables;
using NodaTime;
using static FollowUp.RulesTests.Course.Courses;
using static FollowUp.RulesTests.Reports.Cohorts;

namespace FollowUp.RulesTests.Reports;

public sealed class CompletenessTests
{
    private const string SixWeeks = "six-week contact";

    private static readonly Completeness Report = new();

    private static readonly PatientCourse[] Men =
    [
        Of(Operated(DayOfSurgery), Called(45)),
        Of(Operated(DayOfSurgery), Called(70, ContactKind.Visit)),
        Of(Operated(DayOfSurgery), Tried(44, AttemptOutcome.NoAnswer), Tried(50, AttemptOutcome.WrongNumber)),
        Of(Operated(DayOfSurgery), new PatientLostToFollowUp { DeclaredOn = DayOfSurgery.PlusDays(60), Reason = LossReason.NumberChanged }),
        Of(Operated(DayOfSurgery), new PatientWithdrew { WithdrewOn = DayOfSurgery.PlusDays(20), Reason = WithdrawalReason.WantsNoContact }),
        Of(Operated(DayOfSurgery.PlusYears(2).PlusDays(-10))),
    ];

    [Fact]
    public async Task Every_man_is_accounted_for_from_enrolment_to_a_percentage()
    {
        var table = await Report.TableAsync("flow", Men);

        var stages = table.Rows.GroupBy(row => row.Group).ToList();
        double Count(IEnumerable<Row> rows) => rows.Sum(row => row.Cells[0].Values[0]!.Value);
        foreach (var (before, stage) in stages.Zip(stages.Skip(1)))
        {
            Count(stage).ShouldBe(Count(before.Where(row => row.Label == "went on")), stage.Key);
        }

        table.At("Men operated on here", "went on", "count")[0].ShouldBe(6);
        table.At("Checks due", "died or withdrew before", "count")[0].ShouldBe(1);
        table.At("Checks due", "not yet due", "count")[0].ShouldBe(1);
    }

    [Fact]
    public async Task A_check_that_is_not_done_is_lost_or_still_open_and_a_sample_too_late_is_none_of_the_window()
    {
        PatientCourse[] men =
        [
            .. Men,
            Of(Operated(DayOfSurgery), new HormoneResultReported
            {
                Analyte = Analyte.Testosterone, Value = "12", Unit = "nmol/L", Status = ResultStatus.Final,
                CollectedAt = ClinicalTime.At(DayOfSurgery.PlusMonths(11).At(new LocalTime(8, 30))),
            }, new HormoneResultReported
            {
                Analyte = Analyte.Testosterone, Value = "15", Unit = "nmol/L", Status = ResultStatus.Final,
                CollectedAt = ClinicalTime.At(DayOfSurgery.PlusDays(-9).At(new LocalTime(8, 30))),
            }),
        ];

        var table = await Report.TableAsync("flow", men);

        table.At("Testosterone measured", "lost", "count")[0].ShouldBe(1);
        table.At("Testosterone measured", "still open", "count")[0].ShouldBe(3);
        table.At("With a percentage of the baseline", "measured outside the window", "count")[0].ShouldBe(1);
    }

    [Fact]
    public async Task Lost_men_stand_beside_the_others()
    {
        var table = await Report.TableAsync("lostAndKept", Men);

        table.At("Before the operation", "FSH, IU/L", "firstKnown").Take(2).ShouldBe([0, 2]);
        table.At("Before the operation", "FSH, IU/L", "secondKnown").Take(2).ShouldBe([0, 4]);
    }

    [Fact]
    public async Task What_each_user_did_is_counted_by_who_recorded_it()
    {
        var table = await new ByNurse().TableAsync("nurses", Men);

        table.Rows.Count.ShouldBe(1);
        table.Rows[0].Cells[0].Values.Take(2).ShouldBe([2, 4]);
    }

    [Fact]
    public async Task Each_step_divides_the_operations_and_only_those_due_are_in_the_rate()
    {
        var table = await Report.TableAsync("funnel", Men);

        table.At(SixWeeks, "all", "inWindow").Take(2).ShouldBe([1, 4]);
        foreach (var state in (string[])["satisfied", "satisfiedLate", "overdue", "lost", "cancelled", "upcoming"])
        {
            table.At(SixWeeks, "all", state)[0].ShouldBe(1, state);
        }

        table.Rows.Select(row => row.Group).ShouldBe(["24-48 h contact", "one-week contact", SixWeeks, "hormones at 6-9 months"]);
    }

    [Fact]
    public async Task For_research_the_rate_in_the_window_does_not_say_what_the_state_beside_it_withholds()
    {
        PatientCourse[] men = [.. Enumerable.Range(0, 8).Select(_ => Of(Operated(DayOfSurgery), Called(45))), .. Enumerable.Range(0, 2).Select(_ => Men[1]), .. Enumerable.Range(0, 9).Select(_ => Men[2])];

        var table = (await Report.ContentAsync(men, forResearch: true)).Tables.Single(table => table.Key == "funnel");

        bool IsWithheld(string column) => table.Rows.Single(row => row.Group == SixWeeks).Cells[table.Columns.ToList().FindIndex(each => each.Key == column)].Withheld;
        IsWithheld("satisfiedLate").ShouldBeTrue();
        IsWithheld("satisfied").ShouldBeTrue();
        IsWithheld("inWindow").ShouldBeTrue();
    }

    [Fact]
    public async Task A_step_belongs_to_the_month_in_which_it_fell_due()
    {
        var table = await Report.TableAsync("byMonth", Men);

        table.At(SixWeeks, "2025-02", "inWindow").Take(2).ShouldBe([1, 4]);
        table.At(SixWeeks, "2027-02", "upcoming")[0].ShouldBe(1);
    }

    [Fact]
    public async Task Channels_are_those_of_the_contacts_that_closed_and_of_the_attempts_that_did_not()
    {
        (await Report.TableAsync("byChannel", Men)).At(SixWeeks, "Call", "inWindow")[0].ShouldBe(1);
        (await Report.TableAsync("byChannel", Men)).At(SixWeeks, "Visit", "late")[0].ShouldBe(1);
        (await Report.TableAsync("attempts", Men)).At("Channel", "Phone", "wrongNumber")[0].ShouldBe(1);
    }

    [Fact]
    public async Task Time_to_contact_counts_from_the_first_day_that_counts()
    {
        var table = await Report.TableAsync("timeToContact", Men);

        // Days 3 and 28 after day 42; who was tried in vain is followed to the date asked for, the lost man to day 18, who withdrew never.
        table.At(SixWeeks, "all", "closed").Take(2).ShouldBe([2, 4]);
        table.At(SixWeeks, "all", "closedQuartiles")[0].ShouldBe(15.5);

        // 3/4 after day 3, then of the two left, one is closed: 3/8 after day 28.
        table.At(SixWeeks, "all", "days")[0].ShouldBe(28);
    }

    [Fact]
    public async Task Loss_is_counted_by_man_with_its_reason()
    {
        var table = await Report.TableAsync("loss", Men);

        table.At("Men", "followed", "men")[0].ShouldBe(4);
        table.At("Men", "lost: number changed", "men")[0].ShouldBe(1);
        table.At("Men", "withdrew: wants no contact", "men")[0].ShouldBe(1);
    }

    [Fact]
    public async Task Follow_up_ends_with_the_last_contact_and_a_death_cuts_it_short()
    {
        PatientCourse[] men =
        [
            Of(Operated(DayOfSurgery), Called(45)),
            Of(Operated(DayOfSurgery), Called(100)),
            Of(Operated(DayOfSurgery), Called(30), new PatientDied { DiedOn = PartialDate.Of(DayOfSurgery.PlusDays(40)) }),
        ];

        (await Report.TableAsync("followUpTime", men)).At("Men", "all", "median")[0].ShouldBe(72.5);
    }

    [Fact]
    public async Task Of_no_men_it_says_so_and_divides_by_nothing()
    {
        foreach (var key in (string[])["funnel", "byMonth", "timeToContact", "loss", "followUpTime"])
        {
            var table = await Report.TableAsync(key);

            table.Rows.ShouldBeEmpty(key);
            table.Notes.ShouldBe(["There is no operation."], key);
        }
    }

    private static ContactMade Called(int day, ContactKind kind = ContactKind.Call) =>
        new() { MadeAt = Day(day), Kind = kind, Complications = ComplicationAnswer.None };

    private static ContactAttempted Tried(int day, AttemptOutcome outcome) => new() { AttemptedAt = Day(day), Channel = Channel.Phone, Outcome = outcome };

    private static ClinicalTime Day(int day) => ClinicalTime.At(DayOfSurgery.PlusDays(day).At(new LocalTime(10, 0)));
}
