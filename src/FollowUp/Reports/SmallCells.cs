namespace FollowUp.Reports;

/// <summary>Counts so small that they could point at a man (domain 9): marked for those who treat him, withheld from others.</summary>
public static class SmallCells
{
    /// <summary>A count below this, and above nought, is small.</summary>
    public const int Least = 5;

    /// <summary>What is printed for a count that is small, and for what rests on one.</summary>
    public const string Instead = "<5";

    /// <summary>What is printed for what would give a small count away.</summary>
    public const string InsteadOfCompany = "not shown";

    /// <summary>Whether a count is small.</summary>
    public static bool IsSmall(int count) => count is > 0 and < Least;

    /// <summary>Whether a cell rests on a small count.</summary>
    public static bool IsSmall(Cell cell) => cell.Basis.Any(IsSmall);

    /// <summary>What is printed for a cell that is withheld.</summary>
    public static string InsteadOf(Cell cell) => IsSmall(cell) ? Instead : InsteadOfCompany;

    /// <summary>
    /// What each of several counts of sets that contain one another adds to the last one that is shown: where that is small, the count
    /// is withheld too, for the two together would give it away.
    /// </summary>
    public static IReadOnlyList<int> Added(IEnumerable<int> counts)
    {
        var shown = 0;
        return [.. counts.Select(count =>
        {
            var added = Math.Abs(count - shown);
            shown = IsSmall(added) ? shown : count;
            return added;
        })];
    }

    /// <summary>
    /// The table without its small cells. Where only one of a group's cells in a column, or only one of a row's counts, would be
    /// withheld, it could be had by subtraction; then the next smallest is withheld with it.
    /// </summary>
    public static Table Withhold(Table table)
    {
        var withheld = table.Rows.Select(row => row.Cells.Select(IsSmall).ToArray()).ToArray();
        int[] counted = [.. Enumerable.Range(0, table.Columns.Count).Where(column => Counts(table.Columns[column].Shape))];
        foreach (var group in Enumerable.Range(0, table.Rows.Count).GroupBy(row => table.Rows[row].Group))
        {
            foreach (var column in counted)
            {
                Accompany([.. group.Select(row => (row, column))]);
            }
        }

        int[] parts = [.. counted.Where(column => table.Columns[column].Shape == Shape.Count)];
        for (var row = 0; row < table.Rows.Count; row++)
        {
            Accompany([.. parts.Select(column => (row, column))]);
        }

        return table with
        {
            Rows = [.. table.Rows.Select((row, r) => row with
            {
                Cells = [.. row.Cells.Select((cell, c) => withheld[r][c] ? cell with { Withheld = true } : cell)],
            })],
        };

        void Accompany(IReadOnlyList<(int Row, int Column)> cells)
        {
            int Size((int Row, int Column) at) => (int)table.Rows[at.Row].Cells[at.Column].Values[0]!;
            if (cells.Count(at => withheld[at.Row][at.Column]) == 1
                && cells.Where(at => !withheld[at.Row][at.Column] && Size(at) > 0).OrderBy(Size).Select(at => ((int, int)?)at).FirstOrDefault()
                    is var (row, column))
            {
                withheld[row][column] = true;
            }
        }
    }

    private static bool Counts(Shape shape) => shape == Shape.Count || shape == Shape.Share || shape == Shape.Rate;
}
