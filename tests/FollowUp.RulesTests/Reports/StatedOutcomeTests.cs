using FollowUp.Complications.Facts;
using FollowUp.Contacts.Facts;
using FollowUp.Course;
using FollowUp.Course.Dates;
using FollowUp.Demo;
using FollowUp.Hormones.Facts;
using FollowUp.Pain.Facts;
using FollowUp.Reports;
using FollowUp.Reports.Publications;
using FollowUp.Reports.Tables;
using FollowUp.RulesTests.Demo;
using NodaTime;
using static FollowUp.RulesTests.Course.Courses;
using static FollowUp.RulesTests.Reports.Cohorts;

namespace FollowUp.RulesTests.Reports;

/// <summary>What the paper states in words alone, each with those followed or asked and with all.</summary>
public sealed class StatedOutcomeTests
{
    private const string Replaced = "Testosterone begun after the operation";

    private const string Major = "Grade IIIa or higher to day 42";

    private const string Mild = "Mild abdominal pain on days 1 to 3";

    private const string Paracetamol = "Mild abdominal pain: paracetamol alone";

    private static readonly ComplicationsAndPain Report = new();

    [Theory]
    [InlineData(-1, 0, 0)]
    [InlineData(0, 1, 1)]
    [InlineData(1, 1, 1)]
    [InlineData(400, 1, 1)]
    public async Task Testosterone_begun_on_the_day_of_surgery_or_later_is_replacement_and_before_it_is_none(int day, int with, int of)
    {
        var table = await TableAsync(Of(Operated(DayOfSurgery), Testosterone(day), Asked(45, ComplicationAnswer.None)));

        Rate(table, Replaced, "ofKnown").ShouldBe((with, of));
        Rate(table, Replaced, "ofAll").ShouldBe((with, of));
    }

    [Fact]
    public async Task Who_took_testosterone_before_or_nobody_knows_when_is_not_among_those_who_could_begin()
    {
        var table = await TableAsync(
            Of(Operated(DayOfSurgery), Testosterone(-100), Testosterone(100), Asked(45, ComplicationAnswer.None)),
            Of(Operated(DayOfSurgery), Therapy(HormoneDrug.TestosteroneGel, null), Asked(45, ComplicationAnswer.None)),
            Of(Operated(DayOfSurgery), Therapy(HormoneDrug.Hcg, PartialDate.Of(DayOfSurgery.PlusDays(90))), Asked(45, ComplicationAnswer.None)));

        Rate(table, Replaced, "ofAll").ShouldBe((0, 1));
    }

    [Fact]
    public async Task A_start_known_by_its_month_alone_is_one_after_surgery_when_it_may_be()
    {
        var table = await TableAsync(Of(Operated(DayOfSurgery), Therapy(HormoneDrug.TestosteroneGel, new(2025, 1))));

        Rate(table, Replaced, "ofKnown").ShouldBe((1, 1));
        table.At(Replaced, "all", "days")[0].ShouldBe(0);
    }

    [Fact]
    public async Task Testosterone_after_the_next_operation_is_of_that_one_alone()
    {
        var table = await Report.TableAsync(
            "statedOutcomes", Of(Operated(DayOfSurgery), Operated(DayOfSurgery.PlusDays(200)), Testosterone(200), Asked(50, ComplicationAnswer.None)));

        Rate(table, Replaced, "ofKnown").ShouldBe((1, 2));
        Rate(table, $"{Replaced}, Procedure number", "ofKnown", "first").ShouldBe((0, 1));
        Rate(table, $"{Replaced}, Procedure number", "ofKnown", "second").ShouldBe((1, 1));
    }

    [Fact]
    public async Task Followed_is_who_was_reached_or_sampled_after_the_day_of_surgery_and_for_how_long()
    {
        var table = await TableAsync(
            Of(Operated(DayOfSurgery), Asked(0, ComplicationAnswer.None)),
            Of(Operated(DayOfSurgery), Asked(1, ComplicationAnswer.NotAsked)),
            Of(Operated(DayOfSurgery), Asked(45, ComplicationAnswer.None), Asked(201, ComplicationAnswer.None)));

        Rate(table, Replaced, "known").ShouldBe((2, 3));
        Rate(table, Replaced, "ofKnown").ShouldBe((0, 2));
        Rate(table, Replaced, "ofAll").ShouldBe((0, 3));
        table.At(Replaced, "all", "days")[0].ShouldBe(101);
        table.At(Replaced, "all", "ofKnown")[4]!.Value.ShouldBe(65.8, 0.05);
    }

    [Theory]
    [InlineData(ClavienDindo.II, 0)]
    [InlineData(ClavienDindo.IIIa, 1)]
    [InlineData(ClavienDindo.V, 1)]
    public async Task A_complication_is_major_from_grade_IIIa_on(ClavienDindo grade, int major)
    {
        var table = await TableAsync(Of(Operated(DayOfSurgery), Occurred(42), Graded(2, grade), Asked(45, ComplicationAnswer.Some)));

        Rate(table, Major, "ofKnown").ShouldBe((major, 1));
        Rate(table, Major, "ofAll").ShouldBe((major, 1));
    }

    [Fact]
    public async Task A_major_complication_that_nobody_asked_about_is_of_all_and_a_later_one_of_any_time()
    {
        var table = await TableAsync(
            Of(Operated(DayOfSurgery), Occurred(10), Graded(2, ClavienDindo.IIIb)),
            Of(Operated(DayOfSurgery), Occurred(43), Graded(2, ClavienDindo.IVa), Asked(60, ComplicationAnswer.Some)),
            Of(Operated(DayOfSurgery), Asked(45, ComplicationAnswer.None)));

        Rate(table, Major, "ofKnown").ShouldBe((0, 2));
        Rate(table, Major, "ofAll").ShouldBe((1, 3));
        Rate(table, "Grade IIIa or higher at any time", "ofKnown").ShouldBe((1, 2));
        Rate(table, "Grade IIIa or higher at any time", "ofAll").ShouldBe((2, 3));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(3, 1)]
    [InlineData(4, 0)]
    public async Task Mild_is_a_score_of_1_to_3(int nrs, int mild)
    {
        Rate(await TableAsync(Of(Operated(DayOfSurgery), Hurt(1, nrs))), Mild, "ofKnown").ShouldBe((mild, 1));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(3, 1)]
    [InlineData(4, 0)]
    public async Task Early_pain_is_of_days_1_to_3(int day, int asked)
    {
        Rate(await TableAsync(Of(Operated(DayOfSurgery), Hurt(day, 2))), Mild, "known").ShouldBe((asked, 1));
    }

    [Fact]
    public async Task The_highest_score_counts_the_site_is_the_abdomen_and_an_operation_of_yesterday_is_not_asked_about_yet()
    {
        var table = await TableAsync(
            Of(Operated(DayOfSurgery), Hurt(1, 2), Hurt(3, 4)),
            Of(Operated(DayOfSurgery), Hurt(1, 2, PainSite.Scrotum)),
            Of(Operated(DayOfSurgery.PlusYears(2).PlusDays(-2))));

        Rate(table, Mild, "known").ShouldBe((2, 2));
        Rate(table, Mild, "ofKnown").ShouldBe((0, 2));
    }

    [Fact]
    public async Task Paracetamol_alone_is_of_those_in_mild_pain_with_a_dose_of_the_first_days()
    {
        PatientCourse Hurting(params Fact[] doses) => Of([Operated(DayOfSurgery), Hurt(2, 2), .. doses]);
        var table = await TableAsync(
            Hurting(Took(0), Took(3)), Hurting(Took(1), Took(3, Analgesic.Ibuprofen)), Hurting(Took(2, Analgesic.ParacetamolCodeine)),
            Hurting(Took(1), Took(4, Analgesic.Tramadol)), Hurting(Took(4)), Hurting(), Hurting(Took(0, Analgesic.Tramadol, GivenBy.Staff)),
            Of(Operated(DayOfSurgery), Hurt(2, 5), Took(1)));

        Rate(table, Paracetamol, "known").ShouldBe((4, 7));
        Rate(table, Paracetamol, "ofKnown").ShouldBe((2, 4));
        Rate(table, Paracetamol, "ofAll").ShouldBe((2, 7));
    }

    [Fact]
    public async Task For_research_the_row_of_paracetamol_does_not_tell_how_many_hurt_when_that_is_withheld()
    {
        PatientCourse[] men =
        [
            .. Enumerable.Range(0, 20).Select(_ => Of(Operated(DayOfSurgery), Hurt(2, 2), Took(1))), Of(Operated(DayOfSurgery), Hurt(2, 0)),
            .. Enumerable.Range(0, 9).Select(_ => Of(Operated(DayOfSurgery))),
        ];

        var table = new CellSuppression().Apply([await TableAsync(men)]).Single();

        Row RowOf(string group) => table.Rows.Single(row => row.Group == group);
        RowOf(Mild).Cells.Skip(1).Take(2).ShouldAllBe(cell => cell.Withheld);
        RowOf(Paracetamol).Cells.Take(3).ShouldAllBe(cell => cell.Withheld);
    }

    [Fact]
    public async Task The_demonstration_cohort_gives_the_papers_sentences_here_and_beside_the_paper()
    {
        var told = new ToldCohort(new DemoCohort(new(2026, 11, 24), DemoCohort.UsualSeed)).Courses;

        var table = await TableAsync([.. told]);
        var beside = await new PublishedSeries().TableAsync("salvage-micro-tese.rates", told);

        told.Count.ShouldBe(310);
        table.At(Replaced, "all", "ofKnown")[0].ShouldBe(0);
        table.At(Major, "all", "ofAll")[0].ShouldBe(0);
        table.At(Mild, "all", "ofKnown")[2]!.Value.ShouldBe(50, 1);
        table.At(Paracetamol, "all", "ofAll")[2].ShouldBe(100);
        beside.At("Rate", "Hormone replacement after salvage", "ours")[0].ShouldBe(0);
        beside.At("Rate", "Mild abdominal pain after salvage", "ours")[2]!.Value.ShouldBe(50, 1);
        beside.At("Rate", "Mild abdominal pain after salvage, paracetamol alone", "ours")[2].ShouldBe(100);
        beside.At("Rate", "Hormone replacement after salvage", "published").Take(2).ShouldBe([0, 73]);
    }

    private static async Task<Table> TableAsync(params IEnumerable<PatientCourse> men) => await Report.TableAsync("statedOutcomes", men);

    private static (double?, double?) Rate(Table table, string group, string column, string label = "all") =>
        (table.At(group, label, column)[0], table.At(group, label, column)[1]);

    private static HormoneTherapyRecorded Testosterone(int day) => Therapy(HormoneDrug.TestosteroneGel, PartialDate.Of(DayOfSurgery.PlusDays(day)));

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

    private static PainReported Hurt(int day, int nrs, PainSite site = PainSite.LowerAbdomen) => new() { ReportedAt = Day(day), Nrs = nrs, Site = site };

    private static AnalgesicTaken Took(int day, Analgesic drug = Analgesic.Paracetamol, GivenBy by = GivenBy.Patient) =>
        new() { TakenAt = Day(day), Drug = drug, Milligrams = 500, GivenBy = by };

    private static ClinicalTime Day(int day) => ClinicalTime.At(DayOfSurgery.PlusDays(day).At(new LocalTime(12, 0)));
}
