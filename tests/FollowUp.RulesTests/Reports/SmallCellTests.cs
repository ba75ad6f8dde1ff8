using CsCheck;
using FollowUp.Course;
using FollowUp.Patients.Facts;
using FollowUp.Reports;
using FollowUp.Reports.Tables;
using FollowUp.Surgery.Facts;
using static FollowUp.RulesTests.Course.Courses;
using static FollowUp.RulesTests.Reports.Cohorts;

namespace FollowUp.RulesTests.Reports;

public sealed class SmallCellTests
{
    [Fact]
    public void A_small_count_that_the_total_would_give_away_takes_the_next_smallest_with_it() =>
        Withheld([("Karyotype", "46,XY", 60), ("Karyotype", "Klinefelter", 3), ("Karyotype", "other", 9), ("All", "all", 72)])
            .ShouldBe(["Klinefelter", "other"]);

    [Fact]
    public void Two_small_counts_hide_each_other_when_together_they_are_not_small() =>
        Withheld([("Karyotype", "46,XY", 60), ("Karyotype", "Klinefelter", 3), ("Karyotype", "other", 2), ("All", "all", 65)])
            .ShouldBe(["Klinefelter", "other"]);

    [Fact]
    public void Two_men_one_in_each_of_two_parts_are_known_by_their_sum_and_take_a_third_part_with_them() =>
        Withheld([("Karyotype", "46,XY", 60), ("Karyotype", "Klinefelter", 1), ("Karyotype", "other", 1), ("Karyotype", "unknown", 7)])
            .ShouldBe(["Klinefelter", "other", "unknown"]);

    [Fact]
    public void Nought_and_five_are_not_small() =>
        Withheld([("Karyotype", "46,XY", 5), ("Karyotype", "Klinefelter", 0)]).ShouldBeEmpty();

    [Fact]
    public void A_rate_is_withheld_also_when_those_without_it_are_few() =>
        Settled(new Table("t", "T", [new("found", "Found", Shape.Rate)], [new("g", "r", [Cell.Rate(new(11, 14))])], []))
            .Rows.Single().Cells.Single().Withheld.ShouldBeTrue();

    [Fact]
    public void A_single_small_reason_of_a_row_takes_another_reason_with_it() =>
        Settled(new Table("t", "T", [.. "abc".Select(name => new Column($"{name}", $"{name}", Shape.Count))],
            [new("g", "r", [Cell.Count(7), Cell.Count(2), Cell.Count(0)])], []))
            .Rows.Single().Cells.Select(cell => cell.Withheld).ShouldBe([true, true, false]);

    [Fact]
    public void A_mean_that_those_of_the_others_and_of_all_would_give_away_is_withheld_with_another()
    {
        Cell Mean(int n) => new(null, [12.5, 3], [n]);
        var table = new Table("t", "T", [new("mean", "Mean", Shape.MeanSd)],
            [new("All", "all", [Mean(40)]), new("Karyotype", "46,XY", [Mean(28)]), new("Karyotype", "Klinefelter", [Mean(3)]), new("Karyotype", "other", [Mean(9)])], []);

        Settled(table).Rows.Where(row => row.Cells[0].Withheld).Select(row => row.Label).ShouldBe(["Klinefelter", "other"]);
    }

    [Fact]
    public void A_sum_that_is_withheld_is_not_made_good_by_its_parts()
    {
        var total = new Table("total", "T", [.. "abc".Select(name => new Column($"{name}", $"{name}", Shape.Count))],
            [new("step", "all", [Cell.Count(3), Cell.Count(9), Cell.Count(200)]) { Id = "total", Under = [] }], []);
        Row Part(string label, int a, int b, int c) => new("step", label, [Cell.Count(a), Cell.Count(b), Cell.Count(c)]) { Under = [new("total", "month")] };
        var parts = new Table("parts", "P", total.Columns, [Part("May", 0, 9, 120), Part("June", 3, 0, 80)], []);

        var settled = new CellSuppression().Apply([total, parts]);

        // The nine are withheld beside the three, so May may not say nine either.
        settled[0].Rows[0].Cells.Select(cell => cell.Withheld).ShouldBe([true, true, false]);
        settled[1].Rows[0].Cells[1].Withheld.ShouldBeTrue();
    }

    [Fact]
    public async Task What_one_division_withholds_a_finer_one_does_not_give_away()
    {
        // Of 20 after micro-TESE 3 have Klinefelter syndrome, of 20 after conventional TESE 10: within a technique the others give them away.
        PatientCourse[] men =
        [
            .. Salvage(17, ProcedureType.MTESE, Karyotype.Normal46XY), .. Salvage(3, ProcedureType.MTESE, Karyotype.Klinefelter47XXY),
            .. Salvage(10, ProcedureType.CTESE, Karyotype.Normal46XY), .. Salvage(10, ProcedureType.CTESE, Karyotype.Klinefelter47XXY),
        ];

        async Task<Dictionary<string, bool>> WithheldBy(params IReadOnlyList<Stratum> by) =>
            (await new SpermRetrieval().ContentAsync(men, forResearch: true, by: by)).Tables.Single(table => table.Key == "salvage").Rows
                .ToDictionary(row => row.Label, row => row.Cells[0].Withheld);

        (await WithheldBy(Stratum.PreviousTechnique))["micro-TESE"].ShouldBeFalse();
        var both = await WithheldBy(Stratum.PreviousTechnique, Stratum.Karyotype);
        both["micro-TESE, Klinefelter, mosaics included"].ShouldBeTrue();
        both["micro-TESE, 46,XY"].ShouldBeTrue();
        both["conventional TESE, Klinefelter, mosaics included"].ShouldBeTrue();
        both["conventional TESE, 46,XY"].ShouldBeTrue();
    }

    [Fact]
    public async Task The_same_rate_is_withheld_in_every_table_and_report_that_holds_it()
    {
        // Three of hypospermatogenesis without sperm; found and not found tell each other.
        PatientCourse[] men =
        [
            .. Salvage(8, Histology.SCOS, RetrievalOutcome.SpermFound), .. Salvage(31, Histology.SCOS, RetrievalOutcome.NotFound),
            .. Salvage(8, Histology.MA, RetrievalOutcome.SpermFound), .. Salvage(8, Histology.MA, RetrievalOutcome.NotFound),
            .. Salvage(10, Histology.HS, RetrievalOutcome.SpermFound), .. Salvage(3, Histology.HS, RetrievalOutcome.NotFound),
        ];

        var tables = (await new SpermRetrieval().ContentAsync(men, forResearch: true)).Tables;
        bool IsShown(string table, string label, string column) => tables.Single(each => each.Key == table) is var found
            && !found.Rows.Single(row => row.Label == label).Cells[found.Columns.ToList().FindIndex(each => each.Key == column)].Withheld;
        foreach (var label in (string[])["Sertoli cell-only", "maturation arrest", "hypospermatogenesis"])
        {
            IsShown("histology", label, "found").ShouldBe(IsShown("salvage", label, "found"), label);
            IsShown("histology", label, "notFound").ShouldBe(IsShown("salvage", label, "found"), label);
        }

        // A p and a difference of two rates with a known sum tell both.
        tables.Single(table => table.Key == "comparisons").Rows.Single(row => row.Label == "Sertoli cell-only, any other").Cells.Take(6).ShouldAllBe(cell => cell.Withheld);

        var published = (await new FollowUp.Reports.Publications.PublishedSeries().ContentAsync(men, forResearch: true)).Tables[0];
        published.Rows.Single(row => row.Label == "Maturation arrest before").Cells[2].Withheld.ShouldBe(!IsShown("salvage", "maturation arrest", "found"));
        published.Rows.Single(row => row.Label == "Hypospermatogenesis before").Cells[2].Withheld.ShouldBeTrue();
    }

    [Fact]
    public void No_small_count_is_ever_shown_and_no_sum_of_those_withheld_is_small() =>
        Gen.Int[0, 20].Array[1, 6].Sample(counts =>
        {
            var withheld = Withheld([.. counts.Select((count, i) => ("g", $"{i}", count))]);

            return counts.Index().All(each => !SmallCells.IsSmall(each.Item) || withheld.Contains($"{each.Index}"))
                && (withheld.Count == 0 || withheld.Count == counts.Count(count => count > 0)
                    || (withheld.Count > 1 && !SmallCells.IsSmall(withheld.Sum(index => counts[int.Parse(index, System.Globalization.CultureInfo.InvariantCulture)]))));
        });

    private static IEnumerable<PatientCourse> Salvage(int count, ProcedureType previous, Karyotype karyotype) => Enumerable.Range(0, count).Select(man =>
        Of(Enrolled(karyotype), Elsewhere(previous, new(2020)), Operated(DayOfSurgery, man % 2 == 0 ? RetrievalOutcome.SpermFound : RetrievalOutcome.NotFound)));

    private static IEnumerable<PatientCourse> Salvage(int count, Histology before, RetrievalOutcome outcome) => Enumerable.Range(0, count).Select(_ =>
        Of(Elsewhere(ProcedureType.CTESE, new(2020)), Reported(1, before), Operated(DayOfSurgery, outcome)));

    private static Table Settled(Table table) => new CellSuppression().Apply([table]).Single();

    private static IReadOnlyList<string> Withheld(IReadOnlyList<(string Group, string Label, int Count)> rows) =>
        [.. Settled(new("t", "T", [new("n", "n", Shape.Count)], [.. rows.Select(row => new Row(row.Group, row.Label, [Cell.Count(row.Count)]))], []))
            .Rows.Where(row => row.Cells[0].Withheld).Select(row => row.Label)];
}
