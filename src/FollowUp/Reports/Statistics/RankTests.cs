using MathNet.Numerics.Distributions;

namespace FollowUp.Reports.Statistics;

/// <summary>
/// Rank tests: exact without ties and with fewer than 50 values in each group, otherwise by the normal distribution with corrections for ties and
/// continuity (R74), as R's <c>wilcox.test</c> does.
/// </summary>
public static class RankTests
{
    /// <summary>With this number of values or more in any group, p is by the normal distribution.</summary>
    public const int ExactBelow = 50;

    private const string MannWhitneyName = "Mann-Whitney";

    private const string WilcoxonName = "Wilcoxon signed-rank";

    /// <summary>Tests whether values of one group tend to be above those of another. The statistic is U of the first group.</summary>
    public static StatisticalTest MannWhitney(IEnumerable<decimal> first, IEnumerable<decimal> second)
    {
        var (a, b) = (first.ToList(), second.ToList());
        if (a.Count == 0 || b.Count == 0)
        {
            return StatisticalTest.None(MannWhitneyName, "a group has no value");
        }

        var ranks = Ranks.Of([.. a, .. b]);
        if (ranks.AllTied)
        {
            return StatisticalTest.None(MannWhitneyName, "all values are equal");
        }

        var (m, n) = ((double)a.Count, (double)b.Count);
        var u = ranks.Each.Take(a.Count).Sum() - (m * (m + 1) / 2);
        return !ranks.HasTies && a.Count < ExactBelow && b.Count < ExactBelow
            ? new($"{MannWhitneyName}, exact", u, null, TwoSided(RankSumsOf(a.Count, b.Count), (int)u))
            : Normally(MannWhitneyName, u, m * n / 2, m * n / 12 * (m + n + 1 - (ranks.TieSum / ((m + n) * (m + n - 1)))));
    }

    /// <summary>
    /// Tests whether differences between two values of the same man tend to be above or below 0. The statistic is the sum of the ranks of the positive
    /// ones. Differences of 0 are dropped and count as ties: with one, p is by the normal distribution.
    /// </summary>
    public static StatisticalTest Wilcoxon(IEnumerable<decimal> differences)
    {
        var all = differences.ToList();
        var kept = all.Where(difference => difference != 0).ToList();
        if (kept.Count == 0)
        {
            return StatisticalTest.None(WilcoxonName, all.Count == 0 ? "there is no pair" : "every difference is 0");
        }

        var ranks = Ranks.Of([.. kept.Select(Math.Abs)]);
        var n = (double)kept.Count;
        var v = ranks.Each.Zip(kept).Where(each => each.Second > 0).Sum(each => each.First);
        return !ranks.HasTies && kept.Count == all.Count && kept.Count < ExactBelow
            ? new($"{WilcoxonName}, exact", v, null, TwoSided(SignedRankSumsOf(kept.Count), (int)v))
            : Normally(WilcoxonName, v, n * (n + 1) / 4, (n * (n + 1) * ((2 * n) + 1) / 24) - (ranks.TieSum / 48));
    }

    // Twice the smaller tail, the value itself included.
    private static double TwoSided(double[] frequencies, int at)
    {
        var below = frequencies.Take(at + 1).Sum();
        var above = frequencies.Skip(at).Sum();
        return Math.Min(1, 2 * Math.Min(below, above) / frequencies.Sum());
    }

    private static StatisticalTest Normally(string name, double statistic, double mean, double variance)
    {
        var distance = Math.Max(0, Math.Abs(statistic - mean) - 0.5);
        return new(
            $"{name}, normal with tie and continuity correction", statistic, null,
            statistic.Equals(mean) ? 1 : 2 * Normal.CDF(0, 1, -distance / Math.Sqrt(variance)));
    }

    // The number of ways to choose m of m + n ranks, for each value of U.
    private static double[] RankSumsOf(int m, int n)
    {
        var ways = new double[m + 1][];
        for (var chosen = 0; chosen <= m; chosen++)
        {
            ways[chosen] = new double[(m * n) + 1];
        }

        ways[0][0] = 1;

        // U is the sum, over the chosen values, of how many values that were not chosen have a lower rank.
        for (var rank = 1; rank <= m + n; rank++)
        {
            for (var chosen = Math.Min(m, rank); chosen >= 1; chosen--)
            {
                var places = rank - chosen;
                for (var u = m * n; u >= places; u--)
                {
                    ways[chosen][u] += ways[chosen - 1][u - places];
                }
            }
        }

        return ways[m];
    }

    // The number of ways to choose signs, for each sum of the positive ranks.
    private static double[] SignedRankSumsOf(int n)
    {
        var ways = new double[(n * (n + 1) / 2) + 1];
        ways[0] = 1;
        for (var rank = 1; rank <= n; rank++)
        {
            for (var sum = ways.Length - 1; sum >= rank; sum--)
            {
                ways[sum] += ways[sum - rank];
            }
        }

        return ways;
    }

    // Ranks from 1; equal values have their mean rank. TieSum is the sum of t^3 - t over the groups of t equal values.
    private sealed record Ranks(IReadOnlyList<double> Each, double TieSum, bool HasTies, bool AllTied)
    {
        public static Ranks Of(IReadOnlyList<decimal> values)
        {
            var each = new double[values.Count];
            var (before, ties) = (0, 0.0);
            var groups = values.Index().GroupBy(at => at.Item, at => at.Index).OrderBy(group => group.Key).Select(group => group.ToList()).ToList();
            foreach (var group in groups)
            {
                group.ForEach(index => each[index] = before + ((group.Count + 1) / 2.0));
                ties += Math.Pow(group.Count, 3) - group.Count;
                before += group.Count;
            }

            return new(each, ties, groups.Count < values.Count, groups.Count == 1);
        }
    }
}
