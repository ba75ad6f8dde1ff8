namespace FollowUp.Reports.Tables;

/// <summary>Counts so small that they could point at a man (domain 9): marked for those who treat him, withheld from others.</summary>
public static class SmallCells
{
    /// <summary>A count below this, and above nought, is small.</summary>
    public const int Least = 5;

    /// <summary>What is printed for a small count that stands alone.</summary>
    public const string Few = "<5";

    /// <summary>
    /// What is printed for what rests on a small count and for what would give one away: the same, for to tell them apart would tell on which
    /// side of the limit each lies.
    /// </summary>
    public const string Instead = "withheld";

    /// <summary>Whether a count is small.</summary>
    public static bool IsSmall(int count) => count is > 0 and < Least;

    /// <summary>Whether a cell rests on a small count.</summary>
    public static bool IsSmall(Cell cell) => cell.Basis.Any(IsSmall);

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
}
