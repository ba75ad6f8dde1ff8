using System.Text;
using FollowUp.Reports.Tables;

namespace FollowUp.Reports.Writers;

/// <summary>
/// Comma-separated values (RFC 4180) for a spreadsheet. Every line begins with the key of its table, so that one table can be picked out, and ends
/// with the headings of its small cells. All lines have the same number of fields.
/// </summary>
public sealed class CsvReport : IReportWriter
{
    /// <inheritdoc/>
    public string Format => "csv";

    /// <inheritdoc/>
    public string ContentType => "text/csv; charset=utf-8; header=absent";

    /// <inheritdoc/>
    public byte[] Write(ReportDocument report, CancellationToken cancellationToken)
    {
        List<string[]> lines = [["title", Guarded(report.Title)]];
        lines.AddRange(report.Header.Select(line => (string[])["header", Guarded(line.Label), Guarded(line.Value)]));
        foreach (var table in report.Tables)
        {
            cancellationToken.ThrowIfCancellationRequested();
            lines.Add([table.Key, "group", "row", .. table.Columns.SelectMany(Headings), "small"]);
            lines.AddRange(table.Rows.Select(row => (string[])
            [
                table.Key, Guarded(row.Group), Guarded(row.Label), .. row.Cells.SelectMany((cell, i) => Fields(cell, table.Columns[i].Shape)),
                string.Join("; ", row.Cells.Zip(table.Columns).Where(at => SmallCells.IsSmall(at.First) && !at.First.Withheld).Select(at => at.Second.Heading)),
            ]));
            lines.AddRange(table.Notes.Select(note => (string[])[$"{table.Key}.note", Guarded(note)]));
        }

        var width = lines.Max(line => line.Length);
        var text = new StringBuilder();
        foreach (var line in lines)
        {
            text.AppendJoin(',', line.Concat(Enumerable.Repeat("", width - line.Length)).Select(Quoted)).Append("\r\n");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static IEnumerable<string> Headings(Column column) => column.Shape.Fields.Count < 2
        ? [column.Heading]
        : column.Shape.Fields.Select(field => $"{column.Heading} {field.Name}");

    private static IEnumerable<string> Fields(Cell cell, Shape shape) =>
        cell.Text is { } words ? [Guarded(words)]
        : shape.Fields.Select((field, i) => cell.Withheld ? SmallCells.WithheldText : cell.Values[i] is { } value ? CellText.Number(value, field) : "");

    // A spreadsheet would run a text that begins like a formula. Numbers may begin with a minus and are left as they are.
    private static string Guarded(string words) => words is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] ? $"'{words}" : words;

    private static string Quoted(string field) => field.AsSpan().IndexOfAny(",\"\r\n") < 0 ? field : $"\"{field.Replace("\"", "\"\"")}\"";
}
