using System.Globalization;
using System.Text.RegularExpressions;
using CsvHelper;
using CsvHelper.Configuration;
using FollowUp.Course;

namespace FollowUp.Platform;

/// <summary>A row of delimited text.</summary>
/// <param name="Number">Its number, from 1; an empty row counts, and a row whose cells hold line breaks is one.</param>
/// <param name="Text">The row as it stands there.</param>
/// <param name="Cells">Its cells, without the blanks around them.</param>
public sealed record TextRow(int Number, string Text, IReadOnlyList<string> Cells)
{
    /// <summary>What is wrong with its quotes; null when they are right. Where it is not null, the cells are a guess.</summary>
    public Finding? Broken { get; init; }

    /// <summary>Whether nothing stands in it.</summary>
    public bool IsEmpty => Cells.All(string.IsNullOrWhiteSpace);

    /// <summary>A cell; empty where the row has none.</summary>
    public string Cell(int at) => at < Cells.Count ? Cells[at] : "";
}

/// <summary>Reads tables as a spreadsheet saves or copies them, for sheets and for pasted text.</summary>
/// <remarks>
/// Every row comes out, the empty ones too, so that nothing is dropped silently. A quote that is never closed, or closed by a later row,
/// would swallow the rows between: such a row is reported instead of read.
/// </remarks>
public static class DelimitedText
{
    private static readonly char[] Separators = ['\t', ';', '|'];

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    /// <summary>The rows of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="separator">What separates the cells; null where the first line shows it.</param>
    public static IEnumerable<TextRow> Read(string text, char? separator = null)
    {
        var between = separator ?? SeparatorOf(text);
        var quotes = QuotesOf(between);
        using var csv = new CsvParser(new StringReader(text.TrimEnd('\r', '\n')), new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = between.ToString(), BadDataFound = null, TrimOptions = TrimOptions.Trim, IgnoreBlankLines = false,
        });
        var cells = 0;
        while (csv.Read())
        {
            var record = csv.Record ?? [];
            cells = cells == 0 ? record.Length : cells;
            var raw = csv.RawRecord.TrimEnd('\r', '\n');
            yield return new(csv.Row, raw, record)
            {
                Broken = !quotes.IsMatch(raw)
                    ? Finding.Refusal("QuoteOpen", "row", null, "A quote in this row is not closed, or stands inside a cell without being doubled. Close it, write \"\" for a quote that is text, or save the sheet again as CSV.")
                    : SwallowsRows(raw, between, cells)
                        ? Finding.Refusal("QuoteOverRows", "row", null, "A cell that begins with a quote in this row runs on over lines that look like rows of their own. Close the quote, or take the line breaks out of the cell.")
                        : null,
            };
        }
    }

    /// <summary>What separates the cells, as the first line shows it. A comma separates only where nothing else does: it is a decimal mark too.</summary>
    public static char SeparatorOf(string text)
    {
        var start = text.AsSpan().TrimStart([' ', '\r', '\n', '\uFEFF']);
        var end = start.IndexOfAny('\r', '\n');
        var line = (end < 0 ? start : start[..end]).ToString();
        return Array.Find(Separators, separator => line.Contains(separator, StringComparison.Ordinal)) is var found and not '\0' ? found : ',';
    }

    // A cell is quoted from its first character to its last, a quote within it doubled; or it holds no quote.
    private static Regex QuotesOf(char separator)
    {
        var mark = Regex.Escape(separator.ToString());
        var cell = $"(?: *\"(?:[^\"]|\"\")*\" *|[^\"{mark}\\r\\n]*)";
        return new Regex($"^{cell}(?:{mark}{cell})*$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant, Longest);
    }

    // A note with line breaks is one cell; a line in it with as many separators as a row has is a row that was swallowed.
    private static bool SwallowsRows(string raw, char separator, int cells) =>
        cells > 1 && raw.Split('\n').Skip(1).Any(line => line.Count(separator) >= cells - 1);
}
