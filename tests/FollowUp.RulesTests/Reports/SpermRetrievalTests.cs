using FollowUp.Course;
using FollowUp.Course.Dates;
using FollowUp.Hormones.Facts;
using FollowUp.Patients.Facts;
using FollowUp.Reports;
using FollowUp.Surgery.Facts;
using NodaTime;
using static FollowUp.RulesTests.Course.Courses;
using static FollowUp.RulesTests.Reports.Cohorts;

namespace FollowUp.RulesTests.Reports;

public sealed class SpermRetrievalTests
{
    private static readonly SpermRetrieval Report = new();

    [Fact]
    public async Task The_papers_salvage_men_come_out_with_its_rates_and_with_both_tests()
    {
        PatientCourse[] men =
        [
            .. Salvage(ProcedureType.MTESE, Histology.SCOS, found: 4, of: 22), .. Salvage(ProcedureType.CTESE, Histology.SCOS, found: 4, of: 21),
            .. Salvage(ProcedureType.MTESE, Histology.MA, found: 1, of: 6), .. Salvage(ProcedureType.CTESE, Histology.MA, found: 7, of: 10),
            .. Salvage(ProcedureType.MTESE, Histology.HS, found: 3, of: 5), .. Salvage(ProcedureType.CTESE, Histology.HS, found: 8, of: 9),
        ];

        var rates = await Report.TableAsync("salvage", men);
        rates.Found("Operations", "all").ShouldBe((27, 73));
        rates.Found("Previous technique", "micro-TESE").ShouldBe((8, 33));
        rates.Found("Previous technique", "conventional TESE").ShouldBe((19, 40));
        rates.Found("Previous histology", "Sertoli cell-only").ShouldBe((8, 43));
        rates.Found("Previous histology", "maturation arrest").ShouldBe((8, 16));
        rates.Found("Previous histology", "hypospermatogenesis").ShouldBe((11, 14));

        var tests = await Report.TableAsync("comparisons", men);
        tests.At("Previous technique", "micro-TESE, conventional TESE", "pearson")[0]!.Value.ShouldBe(0.0405, 5e-5);
        tests.At("Previous technique", "micro-TESE, conventional TESE", "exact")[0]!.Value.ShouldBe(0.0528, 5e-5);
        tests.At("Previous technique", "micro-TESE, conventional TESE", "difference")[0]!.Value.ShouldBe(23.26, 0.005);
        tests.At("Previous histology", "Sertoli cell-only, any other", "chiSquare")[0]!.Value.ShouldBe(15.169, 5e-4);
        tests.At("Previous histology", "every pattern reported", "exact")[0]!.Value.ShouldBe(0.000085, 5e-7);
    }

    [Fact]
    public async Task A_first_operation_here_after_one_elsewhere_without_a_date_is_the_second()
    {
        var rates = await Report.TableAsync("all", Of(Elsewhere(ProcedureType.TESA, null), Operated(DayOfSurgery)));

        rates.Found("Procedure number", "second").ShouldBe((1, 1));
        rates.Found("Previous technique", "TESA").ShouldBe((1, 1));
    }

    [Fact]
    public async Task Of_a_first_operation_there_is_no_previous_histology_which_is_not_one_not_reported()
    {
        var rates = await Report.TableAsync("all",
            Of(Operated(DayOfSurgery)), Of(Elsewhere(ProcedureType.TESA, new(2020)), Operated(DayOfSurgery)));

        rates.Found("Previous histology", "none").ShouldBe((1, 1));
        rates.Found("Previous histology", "not reported").ShouldBe((1, 1));
    }

    [Fact]
    public async Task The_previous_technique_is_that_of_the_latest_and_of_one_day_the_one_that_reached_most()
    {
        var rates = await Report.TableAsync("all",
            Of(Elsewhere(ProcedureType.MTESE, new(2019)), Elsewhere(ProcedureType.TESA, new(2020, 3, 1)), Elsewhere(ProcedureType.CTESE, new(2020, 3, 1)), Operated(DayOfSurgery)));

        rates.Found("Previous technique", "conventional TESE").ShouldBe((1, 1));
    }

    [Fact]
    public async Task Histology_that_differs_between_the_sides_is_mixed_and_keeps_its_components()
    {
        var rates = await Report.TableAsync("salvage",
            Of(Elsewhere(ProcedureType.MTESE, new(2020)), Reported(1, Histology.HS, Side.Left), Reported(1, Histology.SCOS, Side.Right), Operated(DayOfSurgery)));

        rates.Found("Previous histology", "mixed: Sertoli cell-only + hypospermatogenesis").ShouldBe((1, 1));
    }

    [Fact]
    public async Task The_histology_of_the_operation_itself_and_of_an_older_one_does_not_count()
    {
        var rates = await Report.TableAsync("salvage", Of(
            Elsewhere(ProcedureType.MTESE, new(2018)), Elsewhere(ProcedureType.MTESE, new(2020)), Operated(DayOfSurgery),
            Reported(1, Histology.HS), Reported(3, Histology.SCOS)));

        rates.Found("Previous histology", "not reported").ShouldBe((1, 1));
    }

    [Fact]
    public async Task Salvage_needs_an_earlier_operation_that_found_none()
    {
        var rates = await Report.TableAsync("salvage",
            Of(Elsewhere(ProcedureType.CTESE, new(2020), RetrievalOutcome.SpermFound), Operated(DayOfSurgery)),
            Of(Elsewhere(ProcedureType.CTESE, new(2020), RetrievalOutcome.Unknown), Operated(DayOfSurgery)),
            Of(Elsewhere(ProcedureType.CTESE, new(2020)), Operated(DayOfSurgery, type: ProcedureType.CTESE)),
            Of(Operated(DayOfSurgery.PlusYears(-2), RetrievalOutcome.NotFound), Operated(DayOfSurgery, RetrievalOutcome.NotFound)));

        rates.Found("Operations", "all").ShouldBe((0, 1));
    }

    [Fact]
    public async Task Every_47_XXY_is_Klinefelter_and_a_man_not_tested_is_in_no_comparison()
    {
        PatientCourse[] men =
        [
            Of(Enrolled(Karyotype.KlinefelterMosaic), Elsewhere(ProcedureType.MTESE, null), Operated(DayOfSurgery)),
            Of(Enrolled(Karyotype.Klinefelter47XXY), Elsewhere(ProcedureType.MTESE, null), Operated(DayOfSurgery, RetrievalOutcome.NotFound)),
            Of(Enrolled(Karyotype.NotTested), Elsewhere(ProcedureType.MTESE, null), Operated(DayOfSurgery)),
        ];

        (await Report.TableAsync("salvage", men)).Found("Karyotype", "Klinefelter, mosaics included").ShouldBe((1, 2));
        (await Report.TableAsync("comparisons", men)).Rows.ShouldNotContain(row => row.Group == "Karyotype");
    }

    [Theory]
    [InlineData(HormoneDrug.Hcg, "2024-08-01", "yes")]
    [InlineData(HormoneDrug.Letrozole, "2024", "yes")]
    [InlineData(HormoneDrug.Clomifene, null, "yes")]
    [InlineData(HormoneDrug.Hcg, "2023-06-01", "none recorded")]
    [InlineData(HormoneDrug.Hcg, "2025-01-15", "none recorded")]
    [InlineData(HormoneDrug.TestosteroneGel, "2024-08-01", "none recorded")]
    [InlineData(HormoneDrug.Cabergoline, "2024-08-01", "none recorded")]
    public async Task Hormone_therapy_is_stimulation_begun_after_the_previous_operation_and_before_this_one(HormoneDrug drug, string? from, string part)
    {
        var course = Of(
            Operated(new(2023, 6, 1), RetrievalOutcome.NotFound), Operated(DayOfSurgery),
            Therapy(drug, from is null ? null : PartialDate.TryParse(from)));

        (await Report.TableAsync("salvage", course)).Found("Hormone therapy before", part).ShouldBe((1, 1));
    }

    [Fact]
    public async Task No_therapy_recorded_is_not_told_as_none_and_a_finding_nobody_asked_for_not_as_unknown()
    {
        var table = await Report.TableAsync("all", Of(Operated(DayOfSurgery)), Of(Enrolled(Karyotype.Unknown, YMicrodeletion.Unknown), Operated(DayOfSurgery)));

        table.Found("Hormone therapy before", "none recorded").ShouldBe((2, 2));
        foreach (var finding in (string[])["Karyotype", "Y microdeletion"])
        {
            table.Found(finding, "not tested").ShouldBe((1, 1));
            table.Found(finding, "unknown").ShouldBe((1, 1));
        }
    }

    [Fact]
    public async Task An_outcome_not_known_is_in_no_rate_and_is_counted_apart()
    {
        var rates = await Report.TableAsync("all", Of(Operated(DayOfSurgery)), Of(Operated(DayOfSurgery, RetrievalOutcome.Unknown)));

        rates.Found("Operations", "all").ShouldBe((1, 1));
        rates.At("Operations", "all", "outcomeNotKnown")[0].ShouldBe(1);
    }

    [Fact]
    public async Task Of_no_men_it_says_so_and_divides_by_nothing()
    {
        foreach (var key in (string[])["salvage", "all", "comparisons"])
        {
            var table = await Report.TableAsync(key);

            table.Rows.ShouldBeEmpty();
            table.Notes.Single().ShouldStartWith("There");
        }
    }

    private static IEnumerable<PatientCourse> Salvage(ProcedureType previous, Histology histology, int found, int of) =>
        Enumerable.Range(0, of).Select(i => Of(
            Elsewhere(previous, new(2020)), Reported(1, histology),
            Operated(DayOfSurgery, i < found ? RetrievalOutcome.SpermFound : RetrievalOutcome.NotFound)));
}
