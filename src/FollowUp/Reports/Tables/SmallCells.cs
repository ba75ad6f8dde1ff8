namespace FollowUp.Reports.Tables;

/// <summary>Counts so small that they could identify a man: marked for those who treat him, withheld from others.</summary>
public static class SmallCells
{
    /// <summary>A count below this and above 0 is small.</summary>
    public const int Threshold = 5;

    /// <summary>What is printed in place of a small count outside a table.</summary>
    public const string Few = "<5";

    /// <summary>What is printed in place of a withheld cell: the same for primary and secondary suppression, so that it does not say which counts are small.</summary>
    public const string WithheldText = "withheld";

    /// <summary>Whether a count is small.</summary>
    public static bool IsSmall(int count) => count is > 0 and < Threshold;

    /// <summary>Whether a cell is calculated from a small count.</summary>
    public static bool IsSmall(Cell cell) => cell.Basis.Any(IsSmall);

    /// <summary>
    /// For counts of nested sets, what each adds to the last count that is shown. Where that is small, the count is withheld too: the two together
    /// would reveal it.
    /// </summary>
    public static IReadOnlyList<int> AddedToShown(IEnumerable<int> counts)
    {
        var shown = 0;
        return [.. counts.Select(count =>
        {
            var added = Math.Abs(count - shown);
            shown = IsSmall(added) ? shown : count;
            return added;
        })];
    }
}
