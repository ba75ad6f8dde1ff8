using FollowUp.Reports.Statistics;

namespace FollowUp.Reports.Tables;

/// <summary>Two groups beside each other in what was known before the operation.</summary>
public static class GroupComparison
{
    /// <summary>The table.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="title">Its title.</param>
    /// <param name="first">The name of the first group, and its men.</param>
    /// <param name="second">The name of the second group, and its men.</param>
    public static Table Of(string key, string title, (string Name, IReadOnlyList<WorkUp> Men) first, (string Name, IReadOnlyList<WorkUp> Men) second)
    {
        IEnumerable<Column> Columns(string group, string prefix) =>
        [
            new($"{prefix}Known", $"{group}: known", Shape.Share), new($"{prefix}Mean", "mean (SD)", Shape.MeanSd),
            new($"{prefix}Median", "median (quartiles)", Shape.Quartiles),
        ];
        var none = first.Men.Count + second.Men.Count == 0;
        return new(
            key, title, [.. Columns(first.Name, "first"), .. Columns(second.Name, "second"), new("p", "p", Shape.Probability), new("test", "p is of", Shape.Words)],
            none ? [] : [.. WorkUp.Quantities.Select(quantity =>
            {
                decimal[] Of(IReadOnlyList<WorkUp> men) => [.. men.Select(quantity.Of).OfType<decimal>()];
                var (ofFirst, ofSecond) = (Of(first.Men), Of(second.Men));
                IEnumerable<Cell> Cells(decimal[] values, int of) =>
                    [Cell.Share(new(values.Length, of)), Cell.MeanSd(Summary.Of(values)), Cell.Quartiles(Summary.Of(values))];
                var tested = ChosenTest.Between(ofFirst, ofSecond);
                return new Row("Before the operation", quantity.Name,
                [
                    .. Cells(ofFirst, first.Men.Count), .. Cells(ofSecond, second.Men.Count), Cell.Number(tested.P, ofFirst.Length, ofSecond.Length),
                    Cell.Of(tested.Words),
                ]) { Under = [] };
            })],
            none ? ["There are no two groups to compare."]
            :
            [
                "FSH and LH: the latest eligible sample of the 365 days before; testosterone: the baseline (R29). Welch, or Mann-Whitney where a group is",
                "skewed: |skewness| above 1, or SD above half the mean (R74). No correction for the number of tests.",
            ]);
    }
}
