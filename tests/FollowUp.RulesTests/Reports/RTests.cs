using System.Globalization;
using FollowUp.Recording.Commands;
using FollowUp.Reports.Statistics;

namespace FollowUp.RulesTests.Reports;

/// <summary>The statistics against those of R: <c>tests/r/check</c> holds the table to R, these tests hold the code to the table.</summary>
public sealed class RTests
{
    private const double Tolerance = 1e-9;

    private enum End
    {
        Event,
        Other,
    }

    public static TheoryData<string> Methods =>
        ["wilson", "newcombe", "counts", "welch", "mannWhitney", "pairedT", "wilcoxon", "summary", "kaplanMeier", "aalenJohansen"];

    [Theory]
    [MemberData(nameof(Methods))]
    public void Every_number_is_that_of_R(string method)
    {
        var rows = Rows().Where(row => row[0] == method).ToList();

        rows.Count.ShouldBeGreaterThan(10);
        foreach (var row in rows)
        {
            var ours = Calculated(method, row[1]);
            foreach (var (name, value) in row[2].Split(' ').Select(number => number.Split('=')).Select(parts => (parts[0], parts[1])))
            {
                var because = $"{method} {row[1]}: {name}";
                if (value == "none")
                {
                    ours[name].ShouldBeNull(because);
                    continue;
                }

                var expected = double.Parse(value, CultureInfo.InvariantCulture);
                ours[name].ShouldNotBeNull(because);
                ours[name]!.Value.ShouldBe(expected, Tolerance * Math.Max(Math.Abs(expected), method == "summary" ? 1 : 1e-3), because);
            }
        }
    }

    [Fact]
    public void The_table_has_every_method_and_no_other() =>
        Rows().Select(row => row[0]).Distinct().ShouldBe(Methods.Select(row => row.Data), ignoreOrder: true);

    private static Dictionary<string, double?> Calculated(string method, string data)
    {
        switch (method)
        {
            case "wilson":
                return Limits(Rate(data).Wilson());
            case "newcombe":
                return Limits(Rate(data.Split(' ')[0]).Less(Rate(data.Split(' ')[1]))!.Value.Limits);
            case "counts":
                var counts = CountComparison.Of([.. data.Split('|').Select(row => row.Split(' ').Select(count => int.Parse(count, CultureInfo.InvariantCulture)).ToList())]);
                return new() { ["chiSquare"] = counts.Pearson.Statistic, ["pearsonP"] = counts.Pearson.P, ["exactP"] = counts.Exact.P };
            case "welch":
                return Test(MeanTests.Welch(Values(data.Split('|')[0]), Values(data.Split('|')[1])), "t");
            case "pairedT":
                return Test(MeanTests.Paired(Values(data)), "t");
            case "mannWhitney":
                return Test(RankTests.MannWhitney(Values(data.Split('|')[0]), Values(data.Split('|')[1])), "u");
            case "wilcoxon":
                return Test(RankTests.Wilcoxon(Values(data)), "v");
            case "summary":
                var of = Summary.Of(Values(data));
                return new()
                {
                    ["mean"] = of.Mean, ["sd"] = of.Sd, ["skewness"] = ChosenTest.Skewness(Values(data)),
                    ["q25"] = of.LowerQuartile, ["q50"] = of.Median, ["q75"] = of.UpperQuartile,
                };
            case "kaplanMeier":
                var curve = KaplanMeier.Of(Followed(data).Select(each => (each.Days, each.Event == End.Event)));
                return new(curve.Steps.SelectMany(step => Step(step.Day, step.Share, step.StandardError, step.Limits))
                    .Append(new("median", curve.Median)).Append(new("medianLower", curve.MedianLower)).Append(new("medianUpper", curve.MedianUpper)));
            default:
                return new(CumulativeIncidence.Of(Followed(data), End.Event).Steps
                    .SelectMany(step => Step(step.Day, step.Share, step.StandardError, step.Limits)));
        }
    }

    private static IEnumerable<KeyValuePair<string, double?>> Step(int day, double share, double? error, Interval? limits) =>
        [new($"share@{day}", share), new($"error@{day}", error), new($"lower@{day}", limits?.Lower), new($"upper@{day}", limits?.Upper)];

    private static Dictionary<string, double?> Test(StatisticalTest tested, string statistic) => new(Limits(tested.Limits))
    {
        [statistic] = tested.Statistic,
        ["df"] = tested.DegreesOfFreedom,
        ["p"] = tested.P,
    };

    private static Dictionary<string, double?> Limits(Interval? limits) => new() { ["lower"] = limits?.Lower, ["upper"] = limits?.Upper };

    private static Proportion Rate(string text)
    {
        int[] parts = [.. text.Split('/').Select(part => int.Parse(part, CultureInfo.InvariantCulture))];
        return new(parts[0], parts[1]);
    }

    private static List<decimal> Values(string text) => [.. text.Split(' ').Select(value => decimal.Parse(value, CultureInfo.InvariantCulture))];

    private static IEnumerable<(int Days, End? Event)> Followed(string text) => text.Split(' ').Select(each => each.Split(':')).Select(each =>
        (int.Parse(each[0], CultureInfo.InvariantCulture), each[1] switch { "0" => (End?)null, "1" => End.Event, _ => End.Other }));

    private static IEnumerable<string[]> Rows() =>
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Reports", "r.csv")).Skip(1).Select(line => line.Split(','));
}
