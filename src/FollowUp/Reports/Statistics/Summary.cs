using MathNet.Numerics.Statistics;

namespace FollowUp.Reports.Statistics;

/// <summary>Descriptive statistics of a set of values.</summary>
/// <param name="N">The number of values.</param>
/// <param name="Mean">The mean; null without a value.</param>
/// <param name="Sd">The standard deviation, with n - 1; null for fewer than two values.</param>
/// <param name="Median">The median; null without a value.</param>
/// <param name="LowerQuartile">The lower quartile, by R's type 7; null without a value.</param>
/// <param name="UpperQuartile">The upper quartile, by R's type 7; null without a value.</param>
public sealed record Summary(int N, double? Mean, double? Sd, double? Median, double? LowerQuartile, double? UpperQuartile)
{
    /// <summary>Values in ascending order, so that their floating-point sum does not depend on the order of the men.</summary>
    public static double[] Sorted(IEnumerable<decimal> values)
    {
        double[] sorted = [.. values.Select(value => (double)value)];
        Array.Sort(sorted);
        return sorted;
    }

    /// <summary>Summarises values. Their order does not matter: they are summed in ascending order.</summary>
    public static Summary Of(IEnumerable<decimal> values)
    {
        var sorted = Sorted(values);
        double Quantile(double share) => SortedArrayStatistics.QuantileCustom(sorted, share, QuantileDefinition.R7);
        return sorted.Length == 0
            ? new(0, null, null, null, null, null)
            : new(
                sorted.Length, ArrayStatistics.Mean(sorted), sorted.Length < 2 ? null : ArrayStatistics.StandardDeviation(sorted),
                Quantile(0.5), Quantile(0.25), Quantile(0.75));
    }
}
