using CsCheck;
using FollowUp.Reports;

namespace FollowUp.RulesTests.Reports;

public sealed class SmallCellTests
{
    [Fact]
    public void A_small_count_that_the_total_would_give_away_takes_the_next_smallest_with_it() =>
        Withheld([new("Karyotype", "46,XY", 60), new("Karyotype", "Klinefelter", 3), new("Karyotype", "other", 9), new("All", "all", 72)])
            .ShouldBe(["Klinefelter", "other"]);

    [Fact]
    public void Two_small_counts_of_a_group_hide_each_other() =>
        Withheld([new("Karyotype", "46,XY", 60), new("Karyotype", "Klinefelter", 3), new("Karyotype", "other", 2), new("All", "all", 65)])
            .ShouldBe(["Klinefelter", "other"]);

    [Fact]
    public void Nought_and_five_are_not_small() =>
        Withheld([new("Karyotype", "46,XY", 5), new("Karyotype", "Klinefelter", 0)]).ShouldBeEmpty();

    [Fact]
    public void A_rate_is_withheld_also_when_those_without_it_are_few()
    {
        var table = new Table("t", "T", [new("found", "Found", Shape.Rate)], [new("g", "r", [Cell.Rate(new(11, 14))])], []);

        SmallCells.Withhold(table).Rows.Single().Cells.Single().Withheld.ShouldBeTrue();
    }

    [Fact]
    public void A_single_small_reason_of_a_row_takes_another_reason_with_it()
    {
        var table = new Table("t", "T", [.. "abc".Select(name => new Column($"{name}", $"{name}", Shape.Count))],
            [new("g", "r", [Cell.Count(7), Cell.Count(2), Cell.Count(0)])], []);

        SmallCells.Withhold(table).Rows.Single().Cells.Select(cell => cell.Withheld).ShouldBe([true, true, false]);
    }

    [Fact]
    public void No_small_count_is_ever_shown_and_none_stands_withheld_alone_beside_others() =>
        Gen.Int[0, 20].Array[1, 6].Sample(counts =>
        {
            var withheld = Withheld([.. counts.Select((count, i) => ("g", $"{i}", count))]);

            return counts.Index().All(each => !SmallCells.IsSmall(each.Item) || withheld.Contains($"{each.Index}"))
                && (withheld.Count != 1 || counts.Count(count => count > 0) == 1);
        });

    private static IReadOnlyList<string> Withheld(IReadOnlyList<(string Group, string Label, int Count)> rows) =>
        [.. SmallCells.Withhold(new("t", "T", [new("n", "n", Shape.Count)], [.. rows.Select(row => new Row(row.Group, row.Label, [Cell.Count(row.Count)]))], []))
            .Rows.Where(row => row.Cells[0].Withheld).Select(row => row.Label)];
}
