using FollowUp.Contacts.Facts;
using FollowUp.Course;
using FollowUp.Course.Dates;
using FollowUp.Demo;
using FollowUp.Hormones.Facts;
using FollowUp.Patients.Facts;
using FollowUp.Patients.Pages.Chart;
using FollowUp.Reports;
using FollowUp.Reports.Publications;
using FollowUp.Reports.Statistics;
using FollowUp.Reports.Tables;
using FollowUp.RulesTests.Demo;
using FollowUp.Surgery.Facts;
using static FollowUp.RulesTests.Course.Courses;
using static FollowUp.RulesTests.Reports.Cohorts;

namespace FollowUp.RulesTests.Reports;

public sealed class PublicationTests
{
    private const string Paper = "salvage-micro-tese";

    private static readonly PublishedSeries Report = new();

    [Fact]
    public async Task The_papers_own_rates_stand_recomputed_beside_ours_with_what_its_print_gets_wrong()
    {
        PatientCourse[] men =
        [
            .. Enumerable.Range(0, 33).Select(i => Salvage(ProcedureType.MTESE, i < 8)),
            .. Enumerable.Range(0, 40).Select(i => Salvage(ProcedureType.CTESE, i < 19)),
        ];

        var rates = await Report.TableAsync($"{Paper}.rates", men);

        rates.At("Rate", "After failed micro-TESE", "published").Take(2).ShouldBe([8, 33]);
        rates.At("Rate", "After failed micro-TESE", "ours").Take(2).ShouldBe([8, 33]);
        rates.At("Rate", "After failed micro-TESE", "published")[2]!.Value.ShouldBe(24.24, 0.005);
        rates.At("Rate", "Salvage micro-TESE", "ours").Take(2).ShouldBe([27, 73]);
        rates.At("Rate", "Salvage micro-TESE", "difference")[0].ShouldBe(0);
        Words(rates, "After failed micro-TESE", "printed").ShouldBe("24.42 %");
        Words(rates, "After failed micro-TESE", "note").ShouldContain("24.24 %");
    }

    [Fact]
    public async Task A_man_whom_nobody_saw_after_the_operation_is_not_one_who_began_no_testosterone()
    {
        var enrolled = Enrolled(Karyotype.Klinefelter47XXY);
        var rates = await Report.TableAsync(
            "eliveld-2023.rates",
            Of(enrolled, Operated(DayOfSurgery)),
            Of(enrolled, Operated(DayOfSurgery), new ContactMade { MadeAt = ClinicalTime.On(DayOfSurgery.PlusDays(60)), Kind = ContactKind.Call }),
            Of(enrolled, Operated(DayOfSurgery), Therapy(HormoneDrug.TestosteroneGel, new(2025, 9, 1))));

        rates.Rows.Where(row => row.Label.Contains("Klinefelter", StringComparison.Ordinal)).ShouldHaveSingleItem();
        rates.At("Rate", rates.Rows.Single(row => row.Label.Contains("Klinefelter", StringComparison.Ordinal)).Label, "ours").Take(2).ShouldBe([1, 2]);
    }

    [Fact]
    public async Task On_the_demonstration_cohort_the_papers_counts_come_out_to_the_digit()
    {
        var rates = await Report.TableAsync($"{Paper}.rates", new ToldCohort(new DemoCohort(new(2025, 6, 3), DemoCohort.UsualSeed)).Courses);

        foreach (var rate in Publication.All[0].Rates.Where(rate => rate.Count > 0))
        {
            rates.At("Rate", rate.Label, "ours").Take(2).ShouldBe([rate.Count, rate.Of], rate.Label);
        }

        rates.At("Rate", "Major complication after salvage", "ours")[0].ShouldBe(0);
    }

    [Fact]
    public async Task A_p_that_does_not_follow_from_the_printed_numbers_stands_beside_the_one_that_does()
    {
        var means = await Report.TableAsync($"{Paper}.means");
        means.At("Mean", "Testosterone, nmol/L", "welch")[0]!.Value.ShouldBe(0.0038, 5e-5);
        Words(means, "Testosterone, nmol/L", "printedP").ShouldBe("0.393");
        means.At("Mean", "Age, years", "welch")[0]!.Value.ShouldBe(0.906, 5e-4);
        means.At("Mean", "FSH, IU/L", "welch")[0]!.Value.ShouldBe(0.242, 5e-4);
        means.At("Mean", "Infertility, months", "welch")[0]!.Value.ShouldBe(0.718, 1e-3);

        var comparisons = await Report.TableAsync($"{Paper}.comparisons");
        comparisons.At("Groups", "Micro-TESE or conventional TESE before", "pearson")[0]!.Value.ShouldBe(0.0405, 5e-5);
        comparisons.At("Groups", "Micro-TESE or conventional TESE before", "exact")[0]!.Value.ShouldBe(0.0528, 5e-5);
        comparisons.At("Groups", "Hormone therapy or not", "exact")[0]!.Value.ShouldBe(0.305, 5e-4);
    }

    [Fact]
    public void A_publication_names_only_what_there_is()
    {
        foreach (var publication in Publication.All)
        {
            publication.Source.ShouldNotBeEmpty();
            publication.Means.ShouldAllBe(means => WorkUp.Quantities.Any(quantity => quantity.Name == means.Quantity));
            publication.Rates.SelectMany(rate => rate.Where.Keys).Concat(publication.Percentages.SelectMany(each => each.Where.Keys))
                .Concat(publication.Comparisons.Select(comparison => comparison.By))
                .ShouldAllBe(key => Stratum.Known.Any(stratum => stratum.Key == key));
            publication.Rates.ShouldAllBe(rate => rate.Count == null == (rate.Of == null));
        }

        Publication.All.Select(publication => publication.Id).ShouldBe([Paper, "eliveld-2023", "ishikawa-2009", "ramasamy-2005", "takada-2008"]);
    }

    [Fact]
    public async Task Parts_that_publications_name_are_parts_that_men_can_have()
    {
        var labels = Men().SelectMany(course => Retrieval.AllIn(course)).SelectMany(retrieval => Stratum.Known.Select(stratum => (stratum.Key, stratum.PartOf(retrieval).Label))).ToHashSet();

        foreach (var where in Publication.All.SelectMany(each => each.Rates.Select(rate => rate.Where).Concat(each.Percentages.Select(percentage => percentage.Where))))
        {
            where.ShouldAllBe(part => labels.Contains(new(part.Key, part.Value)));
        }

        (await Report.ContentAsync(Men(), forResearch: true)).Tables.Count.ShouldBe(7);
    }

    [Fact]
    public async Task Of_no_men_the_published_numbers_stand_alone()
    {
        var rates = await Report.TableAsync($"{Paper}.rates");

        rates.At("Rate", "Salvage micro-TESE", "ours").ShouldBe([0, 0, null, null, null]);
        rates.At("Rate", "Salvage micro-TESE", "published")[0].ShouldBe(27);
    }

    private static IEnumerable<PatientCourse> Men() =>
        from histology in (Histology[])[Histology.SCOS, Histology.MA, Histology.HS]
        from karyotype in (Karyotype[])[Karyotype.Normal46XY, Karyotype.Klinefelter47XXY]
        from previous in (ProcedureType?[])[null, ProcedureType.MTESE, ProcedureType.CTESE]
        from therapy in (bool[])[true, false]
        select Of(
        [
            Enrolled(karyotype, YMicrodeletion.AZFc), Operated(DayOfSurgery), Reported(2, histology),
            .. previous is { } type ? [Elsewhere(type, new(2020)), Reported(4, histology)] : Array.Empty<Fact>(),
            .. therapy ? [Therapy(HormoneDrug.Hcg, PartialDate.Of(DayOfSurgery.PlusMonths(-3)))] : Array.Empty<Fact>(),
        ]);

    private static string Words(Table table, string row, string column) =>
        table.Rows.Single(each => each.Label == row).Cells[table.Columns.ToList().FindIndex(each => each.Key == column)].Text!;

    private static PatientCourse Salvage(ProcedureType previous, bool found) => Of(
        Elsewhere(previous, new(2020)), Operated(DayOfSurgery, found ? RetrievalOutcome.SpermFound : RetrievalOutcome.NotFound));
}
