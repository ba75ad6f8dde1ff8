using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace FollowUp.Hormones.Pages;

/// <summary>A line of what was pasted, as cells; what they mean is <see cref="PastedResult"/>'s to say.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Text">The line as it was pasted.</param>
/// <param name="Cells">Its cells.</param>
public sealed record PastedLine(int Number, string Text, IReadOnlyList<string> Cells)
{
    private static readonly char[] Separators = ['\t', ';', '|'];

    /// <summary>Whether nothing stands in it.</summary>
    public bool IsEmpty => string.IsNullOrWhiteSpace(Text);

    /// <summary>Whether it is a row of headings: the first, with no digit where the value and the day would stand.</summary>
    public bool IsHeading => Number == 1 && !Cell(2).Any(char.IsAsciiDigit) && !Cell(4).Any(char.IsAsciiDigit);

    /// <summary>A cell; empty where the line has none.</summary>
    public string Cell(int at) => at < Cells.Count ? Cells[at] : "";

    /// <summary>Every line, also those that nobody can read.</summary>
    public static IEnumerable<PastedLine> Read(string text)
    {
        using var csv = new CsvParser(new StringReader(text.TrimEnd()), new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = SeparatorOf(text), BadDataFound = null, TrimOptions = TrimOptions.Trim, IgnoreBlankLines = false,
        });
        while (csv.Read())
        {
            yield return new(csv.Row, csv.RawRecord.TrimEnd('\r', '\n'), csv.Record ?? []);
        }
    }

    // A comma separates only where nothing else does: it is a decimal mark too.
    private static string SeparatorOf(string text)
    {
        var first = text.AsSpan().TrimStart();
        var end = first.IndexOfAny('\r', '\n');
        var line = (end < 0 ? first : first[..end]).ToString();
        return Separators.Where(line.Contains).Select(separator => separator.ToString()).FirstOrDefault() ?? ",";
    }
}
