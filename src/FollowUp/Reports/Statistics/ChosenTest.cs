using MathNet.Numerics.Statistics;

namespace FollowUp.Reports.Statistics;

/// <summary>Chooses between a test of means and a rank test by a fixed rule, never by the p value (R74).</summary>
public static class ChosenTest
{
    /// <summary>Values are skewed above this skewness, in either direction.</summary>
    public const double MostSkewness = 1;

    /// <summary>Values that cannot be negative are skewed when their standard deviation is more than this share of their mean.</summary>
    public const double MostSdOfMean = 0.5;

    /// <summary>Compares two groups in a quantity that cannot be negative: Welch, or Mann-Whitney when a group is skewed.</summary>
    public static StatisticalTest Between(IReadOnlyList<decimal> first, IReadOnlyList<decimal> second) =>
        IsSkewed(first) || IsSkewed(second)
            ? RankTests.MannWhitney(first, second) with { Choice = "a group is skewed" }
            : MeanTests.Welch(first, second) with { Choice = "no group is skewed" };

    /// <summary>
    /// Tests the change within pairs: paired t, or Wilcoxon when the differences are skewed. The mean of differences is near 0, so their standard
    /// deviation cannot be judged by it, only their skewness.
    /// </summary>
    public static StatisticalTest Within(IReadOnlyList<decimal> differences) =>
        Math.Abs(Skewness(differences) ?? 0) > MostSkewness
            ? RankTests.Wilcoxon(differences) with { Choice = "the differences are skewed" }
            : MeanTests.Paired(differences) with { Choice = "the differences are not skewed" };

    /// <summary>The sample skewness (type 2); null for fewer than three values and for equal ones.</summary>
    public static double? Skewness(IEnumerable<decimal> values)
    {
        var sorted = Summary.Sorted(values);
        return sorted.Length < 3 || sorted[0].Equals(sorted[^1]) ? null : sorted.Skewness();
    }

    private static bool IsSkewed(IReadOnlyList<decimal> values)
    {
        var summary = Summary.Of(values);
        return Math.Abs(Skewness(values) ?? 0) > MostSkewness || summary.Sd > MostSdOfMean * summary.Mean;
    }
}
