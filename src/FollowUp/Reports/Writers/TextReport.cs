using System.Text;

namespace FollowUp.Reports.Writers;

/// <summary>Aligned tables for a terminal.</summary>
public sealed class TextReport : IReportWriter
{
    private const string Gap = "  ";

    /// <inheritdoc/>
    public string Format => "table";

    /// <inheritdoc/>
    public string ContentType => "text/plain; charset=utf-8";

    /// <inheritdoc/>
    public byte[] Write(ReportDocument report, CancellationToken cancellationToken)
    {
        var text = new StringBuilder();
        text.Append(report.Title).Append("\n\n");
        var labels = report.Header.Max(line => line.Label.Length);
        foreach (var line in report.Header)
        {
            text.Append(line.Label.PadRight(labels)).Append(Gap).Append(line.Value).Append('\n');
        }

        foreach (var table in report.Tables)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Write(text, table);
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static void Write(StringBuilder text, Table table)
    {
        text.Append('\n').Append(table.Title).Append('\n');
        if (table.Rows.Count > 0)
        {
            Write(text, table.Columns, table.Rows);
        }

        foreach (var note in table.Notes)
        {
            text.Append("  ").Append(note).Append('\n');
        }
    }

    private static void Write(StringBuilder text, IReadOnlyList<Column> columns, IReadOnlyList<Row> rows)
    {
        string[][] lines =
        [
            ["", .. columns.Select(column => column.Heading)],
            .. rows.Select(row => (string[])
            [
                $"{row.Group}: {row.Label}",
                .. row.Cells.Select((cell, i) => CellText.Of(cell, columns[i].Shape)),
            ]),
        ];
        int[] widths = [.. Enumerable.Range(0, columns.Count + 1).Select(column => lines.Max(line => line[column].Length))];
        for (var i = 0; i < lines.Length; i++)
        {
            text.AppendJoin(Gap, lines[i].Select((cell, column) => IsWords(columns, column) ? cell.PadRight(widths[column]) : cell.PadLeft(widths[column])));
            while (text[^1] == ' ')
            {
                text.Length--;
            }

            text.Append('\n');
            if (i == 0)
            {
                text.AppendJoin(Gap, widths.Select(width => new string('-', width))).Append('\n');
            }
        }
    }

    private static bool IsWords(IReadOnlyList<Column> columns, int column) => column == 0 || columns[column - 1].Shape == Shape.Words;
}
