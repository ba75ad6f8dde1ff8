using FollowUp.Complications.Facts;
using FollowUp.Contacts.Facts;
using FollowUp.Course;
using FollowUp.Course.Dates;
using FollowUp.Pain.Facts;
using FollowUp.Patients.Pages.Chart;
using FollowUp.Platform.Http;
using FollowUp.Reports;
using FollowUp.Reports.Tables;
using NodaTime;
using static FollowUp.RulesTests.Course.Courses;
using static FollowUp.RulesTests.Reports.Cohorts;

namespace FollowUp.RulesTests.Reports;

public sealed class ComplicationsAndPainTests
{
    private static readonly ComplicationsAndPain Report = new();

    // Asked with none, asked with a grade II on day 10, not asked with a grade IIIb on day 35, not asked at all.
    private static readonly PatientCourse[] Men =
    [
        Of(Operated(DayOfSurgery), Asked(95, ComplicationAnswer.None)),
        Of(Operated(DayOfSurgery), Occurred(10), Graded(2, ClavienDindo.II), Asked(45, ComplicationAnswer.Some)),
        Of(Operated(DayOfSurgery), Occurred(35), Graded(2, ClavienDindo.IIIb)),
        Of(Operated(DayOfSurgery), Asked(45, ComplicationAnswer.NotAsked)),
    ];

    [Fact]
    public async Task A_rate_is_of_those_asked_and_the_others_bound_it_from_best_to_worst()
    {
        var table = await Report.TableAsync("windows", Men);

        Rate(table, "to day 30", "covered").ShouldBe((2, 4));
        Rate(table, "to day 30", "ofCovered").ShouldBe((1, 2));
        Rate(table, "to day 30", "best").ShouldBe((1, 4));
        Rate(table, "to day 30", "worst").ShouldBe((3, 4));
        Rate(table, "to day 42", "best").ShouldBe((2, 4));
        Rate(table, "to day 42", "worst").ShouldBe((3, 4));
        Rate(table, "to day 42", "majorOfCovered").ShouldBe((0, 2));
        Rate(table, "to day 90", "covered").ShouldBe((1, 4));
    }

    [Fact]
    public async Task A_window_that_is_not_over_is_in_no_rate()
    {
        var recent = Of(Operated(DayOfSurgery.PlusYears(2).PlusDays(-40)));

        var table = await Report.TableAsync("windows", recent);

        Rate(table, "to day 30", "covered").ShouldBe((0, 1));
        Rate(table, "to day 42", "covered").ShouldBe((0, 0));
        table.At("to day 42", "all", "notOver")[0].ShouldBe(1);
        table.At("to day 42", "all", "ofCovered")[2].ShouldBeNull();
    }

    [Fact]
    public async Task Every_operation_has_one_highest_grade_or_none_or_is_not_known()
    {
        var table = await Report.TableAsync("highestGrade", Men);

        table.At("to day 42", "all", "gradeII")[0].ShouldBe(1);
        table.At("to day 42", "all", "gradeIIIb")[0].ShouldBe(1);
        table.At("to day 42", "all", "none")[0].ShouldBe(1);
        table.At("to day 42", "all", "notKnown")[0].ShouldBe(1);
        table.Rows.Single(row => row.Group == "to day 42").Cells.Sum(cell => cell.Values[0]).ShouldBe(4);
    }

    [Fact]
    public async Task A_man_who_said_that_there_was_one_which_nobody_recorded_is_not_told_as_one_without()
    {
        PatientCourse[] men = [Of(Operated(DayOfSurgery), Asked(95, ComplicationAnswer.Some)), Of(Operated(DayOfSurgery), Asked(95, ComplicationAnswer.None))];

        var grades = await Report.TableAsync("highestGrade", men);
        var windows = await Report.TableAsync("windows", men);

        foreach (var window in (string[])["to day 42", "at any time"])
        {
            (grades.At(window, "all", "none")[0], grades.At(window, "all", "notKnown")[0]).ShouldBe((1, 1), window);
            Rate(windows, window, "covered").ShouldBe((2, 2), window);
            Rate(windows, window, "best").ShouldBe((0, 2), window);
            Rate(windows, window, "worst").ShouldBe((1, 2), window);
        }
    }

    [Fact]
    public async Task Some_with_a_complication_recorded_later_than_the_window_is_none_in_it()
    {
        var man = Of(Operated(DayOfSurgery), Asked(60, ComplicationAnswer.Some), Occurred(50));

        var grades = await Report.TableAsync("highestGrade", man);

        grades.At("to day 42", "all", "none")[0].ShouldBe(1);
        grades.At("at any time", "all", "ungraded")[0].ShouldBe(1);
    }

    [Fact]
    public async Task The_index_is_of_those_for_whom_it_is_known_and_the_rest_have_a_reason()
    {
        var table = await Report.TableAsync("index", Men);

        table.At("to day 42", "all", "known").Take(2).ShouldBe([3, 4]);
        table.At("to day 42", "all", "median")[0]!.Value.ShouldBe(20.9, 0.05);
        table.At("to day 42", "all", "notAsked")[0].ShouldBe(1);
    }

    [Fact]
    public async Task Complications_are_counted_by_what_they_are_each_once()
    {
        var table = await Report.TableAsync("types", Men);

        table.At("Complication", "Haematoma", "gradeII")[0].ShouldBe(1);
        table.At("Complication", "Haematoma", "gradeIIIb")[0].ShouldBe(1);
    }

    [Fact]
    public async Task Pain_is_the_highest_score_of_the_days_and_its_change_is_of_pairs()
    {
        PatientCourse[] men =
        [
            Of(Operated(DayOfSurgery), Hurt(1, 3), Hurt(2, 6), Hurt(7, 2)),
            Of(Operated(DayOfSurgery), Hurt(2, 1), Hurt(8, 1)),
            Of(Operated(DayOfSurgery), Hurt(4, 9)),
        ];

        var pain = await Report.TableAsync("pain", men);
        var change = await Report.TableAsync("painChange", men);

        Rate(pain, "days 1 to 3", "scored").ShouldBe((2, 3));
        Rate(pain, "days 1 to 3", "treated").ShouldBe((1, 2));
        pain.At("days 1 to 3", "all", "moderate")[0].ShouldBe(1);
        change.At("Change", "days 5 to 10", "pairs")[0].ShouldBe(2);
        change.At("Change", "days 5 to 10", "median")[0].ShouldBe(-2);
        Rate(change, "Change", "fell", "days 5 to 10").ShouldBe((1, 2));
        Words(change, "Change", "days 42 to 56").ShouldBe("none: there is no pair");
    }

    [Fact]
    public async Task Analgesics_are_counted_by_operation_and_dose_and_against_their_limits()
    {
        PatientCourse[] men =
        [
            Of(Operated(DayOfSurgery), Took(1, 8, 1000), Took(1, 10, 1000), Took(1, 13, 1000), Took(1, 18, 1000), Took(1, 22, 1000)),
            Of(Operated(DayOfSurgery)),
        ];

        var taken = await Report.TableAsync("analgesics", men);
        var safety = await Report.TableAsync("analgesicSafety", men);

        Rate(taken, "days 0 to 3", "operations", "Paracetamol").ShouldBe((1, 2));
        taken.At("days 0 to 3", "Paracetamol", "doses")[0].ShouldBe(5);
        Rate(taken, "days 4 to 14", "operations", "any").ShouldBe((0, 2));
        Rate(safety, "Highest level", "operations", "Alarm").ShouldBe((1, 1));
        Rate(safety, "Caution", "operations", "Too soon").ShouldBe((1, 1));
    }

    [Fact]
    public async Task For_research_no_window_gives_away_what_it_adds_to_the_one_before()
    {
        PatientCourse Bled(int day) => Of(Operated(DayOfSurgery), Occurred(day), Graded(2, ClavienDindo.I), Asked(95, ComplicationAnswer.Some));
        PatientCourse[] men =
        [
            .. Enumerable.Repeat(Bled(5), 6), Bled(35), .. Enumerable.Repeat(Bled(60), 5),
            .. Enumerable.Range(0, 20).Select(_ => Of(Operated(DayOfSurgery), Asked(95, ComplicationAnswer.None))),
        ];

        var table = new CellSuppression().Apply([await Report.TableAsync("windows", men)]).Single();

        var best = table.Columns.ToList().FindIndex(column => column.Key == "best");
        bool IsShown(string window) => !table.Rows.Single(row => row.Group == window).Cells[best].Withheld;
        (IsShown("to day 30"), IsShown("to day 42"), IsShown("to day 90")).ShouldBe((true, false, true));
    }

    [Fact]
    public async Task Of_no_men_every_table_says_so_and_divides_by_nothing()
    {
        string[] keys =
            ["statedOutcomes", "windows", "comparisons", "highestGrade", "events", "types", "index", "pain", "painChange", "analgesics", "analgesicSafety"];
        foreach (var key in keys)
        {
            (await Report.TableAsync(key)).Notes.ShouldBe(["There is no operation."], key);
        }
    }

    private static (double?, double?) Rate(Table table, string group, string column, string label = "all") =>
        (table.At(group, label, column)[0], table.At(group, label, column)[1]);

    private static string? Words(Table table, string group, string label) =>
        table.Rows.Single(row => row.Group == group && row.Label == label).Cells[^1].Text;

    private static ContactMade Asked(int day, ComplicationAnswer answer) => new() { MadeAt = Day(day), Kind = ContactKind.Call, Complications = answer };

    private static ComplicationReported Occurred(int day) => new()
    {
        Type = ComplicationType.Haematoma,
        OnsetOn = PartialDate.Of(DayOfSurgery.PlusDays(day)),
        DetectedOn = DayOfSurgery.PlusDays(day),
        ReportedBy = ReportedBy.Doctor,
    };

    private static ComplicationGraded Graded(int complication, ClavienDindo grade) =>
        new() { ComplicationId = Id(complication), Grade = grade, GradedOn = DayOfSurgery.PlusDays(100) };

    private static PainReported Hurt(int day, int nrs) => new() { ReportedAt = Day(day), Nrs = nrs, Site = PainSite.Scrotum };

    private static AnalgesicTaken Took(int day, int hour, decimal milligrams) =>
        new() { TakenAt = Day(day, hour), Drug = Analgesic.Paracetamol, Milligrams = milligrams };

    private static ClinicalTime Day(int day, int hour = 10) => ClinicalTime.At(DayOfSurgery.PlusDays(day).At(new LocalTime(hour, 0)));
}
