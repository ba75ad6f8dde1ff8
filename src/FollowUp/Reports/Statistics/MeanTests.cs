using MathNet.Numerics.Distributions;
using MathNet.Numerics.Statistics;

namespace FollowUp.Reports.Statistics;

/// <summary>Tests of means, for values that are not skewed.</summary>
public static class MeanTests
{
    private const string WelchName = "Welch t";

    private const string PairedName = "paired t";

    /// <summary>Tests whether two groups differ in their mean, by Welch's t with Satterthwaite's degrees of freedom. The difference is first minus second.</summary>
    public static StatisticalTest Welch(IEnumerable<decimal> first, IEnumerable<decimal> second)
    {
        var (a, b) = (Summary.Sorted(first), Summary.Sorted(second));
        if (a.Length < 2 || b.Length < 2)
        {
            return StatisticalTest.None(WelchName, "a group has fewer than two values");
        }

        if (IsConstant(a) && IsConstant(b))
        {
            return StatisticalTest.None(WelchName, "all values of each group are equal");
        }

        return Welch(
            (a.Length, ArrayStatistics.Mean(a), ArrayStatistics.StandardDeviation(a)), (b.Length, ArrayStatistics.Mean(b), ArrayStatistics.StandardDeviation(b)));
    }

    /// <summary>The same test from summary statistics, as publications print them.</summary>
    /// <param name="first">The first group: its number of values, 2 or more, their mean and standard deviation; not both deviations 0.</param>
    /// <param name="second">The second group.</param>
    public static StatisticalTest Welch((int N, double Mean, double Sd) first, (int N, double Mean, double Sd) second)
    {
        var (ofFirst, ofSecond) = (first.Sd * first.Sd / first.N, second.Sd * second.Sd / second.N);
        var degrees = (ofFirst + ofSecond) * (ofFirst + ofSecond) / ((ofFirst * ofFirst / (first.N - 1)) + (ofSecond * ofSecond / (second.N - 1)));
        return ByT(WelchName, first.Mean - second.Mean, Math.Sqrt(ofFirst + ofSecond), degrees);
    }

    /// <summary>Tests whether the mean difference between two values of the same man is other than 0, by the paired t test.</summary>
    public static StatisticalTest Paired(IEnumerable<decimal> differences)
    {
        var values = Summary.Sorted(differences);
        return values.Length < 2 ? StatisticalTest.None(PairedName, "there are fewer than two pairs")
            : IsConstant(values) ? StatisticalTest.None(PairedName, "all differences are equal")
            : ByT(PairedName, ArrayStatistics.Mean(values), Math.Sqrt(ArrayStatistics.Variance(values) / values.Length), values.Length - 1);
    }

    private static StatisticalTest ByT(string name, double difference, double standardError, double degrees)
    {
        var t = difference / standardError;
        var half = StudentT.InvCDF(0, 1, degrees, Interval.UpperShare) * standardError;
        return new(name, t, degrees, 2 * StudentT.CDF(0, 1, degrees, -Math.Abs(t)))
        {
            Difference = difference,
            Limits = new(difference - half, difference + half, name),
        };
    }

    private static bool IsConstant(double[] sorted) => sorted[0].Equals(sorted[^1]);
}
