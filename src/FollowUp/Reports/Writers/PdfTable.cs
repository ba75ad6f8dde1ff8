using SkiaSharp;

namespace FollowUp.Reports.Writers;

/// <summary>A table on one or more pages: small enough to fit the width, with its headings repeated on each page.</summary>
internal sealed class PdfTable(PdfPage page, Table table)
{
    private const float LargestSize = 8;

    private const float SmallestSize = 5;

    private const float Gap = 9;

    // Longer texts are broken into lines, to leave room for the numbers.
    private const float WidestWords = 190;

    /// <summary>Writes it.</summary>
    public void Write()
    {
        string[][] rows = [.. table.Rows.Select(row => (string[])
        [
            $"{row.Group}: {row.Label}", .. row.Cells.Select((cell, at) => CellText.Of(cell, table.Columns[at].Shape)),
        ])];
        string[] headings = ["", .. table.Columns.Select(column => column.Heading)];
        var size = LargestSize;
        float[] widths;
        while (true)
        {
            using var tried = page.Font(size, bold: false);
            using var triedBold = page.Font(size, bold: true);
            widths = Widths(headings, rows, tried, triedBold);
            if (size <= SmallestSize || widths.Sum() + (Gap * (widths.Length - 1)) <= PdfPage.TextWidth)
            {
                break;
            }

            size -= 0.25f;
        }

        using var font = page.Font(size, bold: false);
        using var bold = page.Font(size, bold: true);
        Row(headings, widths, bold, shaded: false, ruled: true);
        for (var row = 0; row < rows.Length; row++)
        {
            if (!page.Fits(LinesOf(rows[row], widths, font), font))
            {
                page.Begin();
                Row(headings, widths, bold, shaded: false, ruled: true);
            }

            Row(rows[row], widths, font, shaded: row % 2 == 1, ruled: false);
        }
    }

    // A column of numbers is at least as wide as its widest number and the longest word of its heading.
    private float[] Widths(string[] headings, string[][] rows, SKFont font, SKFont bold) =>
    [
        .. headings.Select((heading, column) =>
        {
            var longestWord = heading.Split(' ').Max(word => bold.MeasureText(word));
            var widest = rows.Max(row => font.MeasureText(row[column]));
            return Math.Max(longestWord, IsWords(column) ? Math.Min(widest, WidestWords * font.Size / LargestSize) : widest) + 1;
        }),
    ];

    private static int LinesOf(string[] cells, float[] widths, SKFont font) =>
        cells.Select((cell, column) => PdfPage.Lines(cell, font, widths[column]).Count).Max();

    private void Row(string[] cells, float[] widths, SKFont font, bool shaded, bool ruled)
    {
        List<(float, float, bool, IReadOnlyList<string>)> placed = [];
        var left = 0f;
        for (var column = 0; column < cells.Length; column++)
        {
            placed.Add((left, left + widths[column], !IsWords(column), PdfPage.Lines(cells[column], font, widths[column])));
            left += widths[column] + Gap;
        }

        page.Row(placed, font, shaded, ruled);
    }

    private bool IsWords(int column) => column == 0 || table.Columns[column - 1].Shape == Shape.Words;
}
