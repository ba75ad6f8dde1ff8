using System.Globalization;

namespace FollowUp.CommandLine;

/// <summary>Rows as aligned columns, readable on a terminal and by line tools alike.</summary>
public static class TextTable
{
    /// <summary>Writes a table.</summary>
    public static void Write(TextWriter to, IReadOnlyList<string> heads, IEnumerable<string?[]> rows)
    {
        IReadOnlyList<string?[]> all = [[.. heads], .. rows];
        var widths = heads.Select((_, column) => all.Max(row => Width(row[column]))).ToArray();
        foreach (var row in all)
        {
            to.WriteLine(string.Concat(row.Select((cell, column) => (cell ?? "") + new string(' ', widths[column] - Width(cell) + 2))).TrimEnd());
        }
    }

    // A letter takes one column, however many code units it has.
    private static int Width(string? cell) => new StringInfo(cell ?? "").LengthInTextElements;
}
