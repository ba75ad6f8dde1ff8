using MathNet.Numerics.Statistics;

namespace FollowUp.Reports.Statistics;

/// <summary>What a table says of a set of values.</summary>
/// <param name="N">How many there are.</param>
/// <param name="Mean">Their mean; null of none.</param>
/// <param name="Sd">Their standard deviation, with n - 1; null of fewer than two.</param>
/// <param name="Median">Their median; null of none.</param>
/// <param name="LowerQuartile">Their lower quartile, by R's type 7; null of none.</param>
/// <param name="UpperQuartile">Their upper quartile, by R's type 7; null of none.</param>
public sealed record Summary(int N, double? Mean, double? Sd, double? Median, double? LowerQuartile, double? UpperQuartile)
{
    /// <summary>Values from the least to the greatest, so that sums of them do not show in which order the men come.</summary>
    public static double[] Sorted(IEnumerable<decimal> values)
    {
        double[] sorted = [.. values.Select(value => (double)value)];
        Array.Sort(sorted);
        return sorted;
    }

    /// <summary>Summarises values. Their order does not matter: they are summed from the least to the greatest.</summary>
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
