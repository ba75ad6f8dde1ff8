using MathNet.Numerics;

namespace FollowUp.Reports.Statistics;

/// <summary>Compares groups in how they divide among categories: Pearson's chi-square, the exact test, and which of the two counts.</summary>
/// <param name="Pearson">Pearson's chi-square, without Yates' correction.</param>
/// <param name="Exact">Fisher's test, or for more than two groups or categories Freeman and Halton's.</param>
/// <param name="Counts">The one of the two that counts, and why (R73, R74).</param>
/// <param name="SmallestExpected">The smallest expected count; null for fewer than two groups.</param>
/// <param name="SmallestCount">The smallest count above 0 in the table; 0 for an empty table.</param>
public sealed record CountComparison(StatisticalTest Pearson, StatisticalTest Exact, StatisticalTest Counts, double? SmallestExpected, int SmallestCount)
{
    /// <summary>The chi-square distribution is used when every cell has at least this expected count (R73).</summary>
    public const double LeastExpected = 5;

    /// <summary>The most tables that the exact test enumerates: more would take longer than a reader waits.</summary>
    public const int MostTables = 5_000_000;

    private const string PearsonName = "Pearson chi-square without Yates";

    // Two tables are equally probable when they differ by no more than rounding; R's fisher.test has the same tolerance.
    private const double Rounding = 1 + 1e-7;

    /// <summary>Compares groups in a rate.</summary>
    public static CountComparison OfRates(IEnumerable<Proportion> groups) => Of([.. groups.Select(group => (IReadOnlyList<int>)[group.Count, group.Others])]);

    /// <summary>Compares groups in how they divide among categories. Empty groups and categories are left out.</summary>
    /// <param name="groups">A row of counts for each group, all of the same length.</param>
    public static CountComparison Of(IReadOnlyList<IReadOnlyList<int>> groups)
    {
        var kept = groups.Where(group => group.Any(count => count > 0)).ToList();
        int[] categories = [.. Enumerable.Range(0, kept.Count == 0 ? 0 : kept[0].Count).Where(category => kept.Exists(group => group[category] > 0))];
        var (rows, columns) = (kept.Count, groups.Count == 0 ? 0 : groups[0].Count);
        var table = kept.Select(group => categories.Select(category => group[category]).ToArray()).ToArray();
        var smallestCount = table.SelectMany(row => row).Where(count => count > 0).DefaultIfEmpty().Min();
        var exactName = rows == 2 && columns == 2 ? "Fisher exact" : "Freeman-Halton exact";
        if (rows < 2)
        {
            const string why = "there are no two groups to compare";
            return new(StatisticalTest.None(PearsonName, why), StatisticalTest.None(exactName, why), StatisticalTest.None(PearsonName, why), null, smallestCount);
        }

        double[] ofRow = [.. table.Select(row => (double)row.Sum())];
        double[] ofColumn = [.. categories.Select((_, column) => (double)table.Sum(row => row[column]))];
        double Expected(int row, int column) => ofRow[row] * ofColumn[column] / ofRow.Sum();

        // An empty category has an expected count of 0.
        var smallest = categories.Length < columns ? 0 : Enumerable.Range(0, rows).Min(row => categories.Select((_, column) => Expected(row, column)).Min());
        var exact = ExactOf(exactName, table);
        var pearson = categories.Length < 2 ? StatisticalTest.None(PearsonName, "all are in one category") : PearsonOf(table, Expected);
        var counts = smallest >= LeastExpected ? pearson with { Choice = "expected counts 5 or more" }
            : exact.P is null ? pearson with { Choice = "an expected count below 5, but too many tables for an exact test" }
            : exact with { Choice = "an expected count below 5" };
        return new(pearson, exact, counts, smallest, smallestCount);
    }

    private static StatisticalTest PearsonOf(int[][] table, Func<int, int, double> expected)
    {
        var statistic = table.Index()
            .Sum(row => row.Item.Index().Sum(cell => Math.Pow(cell.Item - expected(row.Index, cell.Index), 2) / expected(row.Index, cell.Index)));
        var degrees = (table.Length - 1) * (table[0].Length - 1);
        return new(PearsonName, statistic, degrees, SpecialFunctions.GammaUpperRegularized(degrees / 2.0, statistic / 2));
    }

    // With all margins fixed, the total probability of the tables that are no more probable than the one observed (Freeman and Halton 1951; for two
    // groups and two categories this is Fisher's test).
    private static StatisticalTest ExactOf(string name, int[][] table)
    {
        int[] rows = [.. table.Select(row => row.Sum())];
        int[] columns = [.. Enumerable.Range(0, table[0].Length).Select(column => table.Sum(row => row[column]))];
        double[] logOfFactorial = [.. Enumerable.Range(0, rows.Sum() + 1).Select(count => SpecialFunctions.FactorialLn(count))];
        double Log(IEnumerable<int> counts) => counts.Sum(count => logOfFactorial[count]);

        var margins = Log(rows) + Log(columns) - logOfFactorial[^1];
        var all = new Tables(columns.Length, Math.Exp(margins - table.Sum(Log)) * Rounding, logOfFactorial);
        all.Add(rows, columns, margins);
        return all.IsOver ? StatisticalTest.None(name, "there are too many tables to go through") : new(name, null, null, Math.Min(1, all.Sum));
    }

    // Enumerates all tables with given margins, and sums the probabilities of those that are at most this probable.
    private sealed class Tables(int categories, double most, double[] logOfFactorial)
    {
        private int _seen;

        public double Sum { get; private set; }

        public bool IsOver => _seen > MostTables;

        /// <param name="rows">The totals of the groups still to fill.</param>
        /// <param name="left">What is left for them in each category.</param>
        /// <param name="log">The logarithm of the probability of the groups filled so far.</param>
        public void Add(ReadOnlySpan<int> rows, int[] left, double log)
        {
            if (rows.Length > 1)
            {
                Fill(rows, left, 0, rows[0], log);
                return;
            }

            // The last group takes what is left.
            _seen++;
            foreach (var count in left)
            {
                log -= logOfFactorial[count];
            }

            var probability = Math.Exp(log);
            Sum += probability <= most ? probability : 0;
        }

        private void Fill(ReadOnlySpan<int> rows, int[] left, int category, int toFill, double log)
        {
            if (category == categories - 1)
            {
                left[category] -= toFill;
                Add(rows[1..], left, log - logOfFactorial[toFill]);
                left[category] += toFill;
                return;
            }

            // At least what the later categories cannot take, so that every branch leads to a table.
            var others = 0;
            for (var later = category + 1; later < categories; later++)
            {
                others += left[later];
            }

            for (var count = Math.Max(0, toFill - others); count <= Math.Min(toFill, left[category]) && !IsOver; count++)
            {
                left[category] -= count;
                Fill(rows, left, category + 1, toFill - count, log - logOfFactorial[count]);
                left[category] += count;
            }
        }
    }
}
