using MathNet.Numerics;

namespace FollowUp.Reports.Statistics;

/// <summary>Whether groups differ in a rate: Pearson's chi-square and the exact test beside each other, and which of them counts.</summary>
/// <param name="Test">The test that counts, two-sided like all of them, and why it was chosen (R73, R74).</param>
/// <param name="P">Its two-sided p; null when it is not defined.</param>
/// <param name="ChiSquare">Pearson's statistic, without Yates' correction; null when all or none have the property.</param>
/// <param name="DegreesOfFreedom">The number of groups less one.</param>
/// <param name="PearsonP">Its p.</param>
/// <param name="ExactP">Fisher's, or for more than two groups Freeman and Halton's, two-sided p; null when there are too many tables.</param>
/// <param name="SmallestExpected">The smallest expected count.</param>
/// <param name="SmallestCount">The smallest count above nought in the table.</param>
public sealed record RateComparison(
    string Test, double? P, double? ChiSquare, int DegreesOfFreedom, double? PearsonP, double? ExactP, double SmallestExpected, int SmallestCount)
{
    /// <summary>From this expected count on, in every cell, the chi-square distribution serves (R73).</summary>
    public const double LeastExpected = 5;

    // Two tables are as probable as each other when they differ by no more than rounding; R's fisher.test has the same margin.
    private const double Rounding = 1 + 1e-7;

    // More tables than this take longer than a reader waits.
    private const double MostTables = 5e6;

    /// <summary>Compares groups; those of nobody are left out. Null when fewer than two are left.</summary>
    public static RateComparison? Of(IEnumerable<Proportion> groups)
    {
        Proportion[] table = [.. groups.Where(group => group.Of > 0)];
        if (table.Length < 2)
        {
            return null;
        }

        double total = table.Sum(group => (long)group.Of);
        double with = table.Sum(group => (long)group.Count);
        double Expected(Proportion group, double column) => group.Of * column / total;

        var smallest = table.Min(group => Math.Min(Expected(group, with), Expected(group, total - with)));
        double? chiSquare = smallest == 0 ? null : table.Sum(group =>
            (Math.Pow(group.Count - Expected(group, with), 2) / Expected(group, with))
            + (Math.Pow(group.Others - Expected(group, total - with), 2) / Expected(group, total - with)));
        var degrees = table.Length - 1;
        double? pearson = chiSquare is { } statistic ? SpecialFunctions.GammaUpperRegularized(degrees / 2.0, statistic / 2) : null;
        var exact = ExactOf(table, (int)with);

        var (test, p) = smallest >= LeastExpected ? ("Pearson: expected counts 5 or more", pearson)
            : exact is null ? ("Pearson: an expected count below 5, but too many tables for an exact test", pearson)
            : table.Length == 2 ? ("Fisher: an expected count below 5", exact)
            : ("Freeman-Halton: an expected count below 5", exact);
        return new(test, p, chiSquare, degrees, pearson, exact, smallest,
            table.SelectMany(group => new[] { group.Count, group.Others }).Where(count => count > 0).Min());
    }

    // With all margins fixed, the probability of every table no more probable than the one observed (Freeman and Halton 1951;
    // of two groups this is Fisher's test).
    private static double? ExactOf(Proportion[] table, int with)
    {
        if (table.SkipLast(1).Aggregate(1.0, (tables, group) => tables * (Math.Min(group.Of, with) + 1)) > MostTables)
        {
            return null;
        }

        var total = table.Sum(group => group.Of);
        var all = SpecialFunctions.BinomialLn(total, with);
        var observed = Math.Exp(table.Sum(group => SpecialFunctions.BinomialLn(group.Of, group.Count)) - all);
        return Math.Min(1, SumOf(table, 0, with, -all, observed * Rounding));
    }

    private static double SumOf(Proportion[] table, int at, int left, double logWeight, double most)
    {
        if (at == table.Length - 1)
        {
            if (left > table[at].Of)
            {
                return 0;
            }

            var probability = Math.Exp(logWeight + SpecialFunctions.BinomialLn(table[at].Of, left));
            return probability <= most ? probability : 0;
        }

        var sum = 0.0;
        for (var count = 0; count <= Math.Min(table[at].Of, left); count++)
        {
            sum += SumOf(table, at + 1, left - count, logWeight + SpecialFunctions.BinomialLn(table[at].Of, count), most);
        }

        return sum;
    }
}
