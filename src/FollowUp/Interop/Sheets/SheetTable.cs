using FollowUp.Course;
using FollowUp.Platform;

namespace FollowUp.Interop.Sheets;

/// <summary>A finding about a row of a sheet.</summary>
/// <param name="Row">The number of the row; the headings are row 1.</param>
/// <param name="Finding">The finding.</param>
public sealed record RowNote(int Row, Finding Finding);

/// <summary>A sheet as a table: its headings, its rows, and the faults in its structure.</summary>
/// <remarks>The whole sheet is read before anything is sent: where one fault is found, others may look like data.</remarks>
public sealed class SheetTable
{
    private readonly TextRow _headings;

    private SheetTable(TextRow headings, IReadOnlyList<TextRow> rows) => (_headings, Rows) = (headings, rows);

    /// <summary>The rows with data.</summary>
    public IReadOnlyList<TextRow> Rows { get; }

    /// <summary>The faults in the structure. If there are any, nothing may be sent.</summary>
    public required IReadOnlyList<RowNote> Faults { get; init; }

    /// <summary>What is not read, and why: empty rows, repeated headings, columns that the map does not name.</summary>
    public required IReadOnlyList<RowNote> NotRead { get; init; }

    /// <summary>Reads a sheet.</summary>
    public static SheetTable Read(string text, SheetMap map)
    {
        List<TextRow> rows = [.. DelimitedText.Read(text, map.Delimiter?[0])];
        if (rows.Count == 0)
        {
            return new(new(1, "", []), []) { Faults = [new(1, Refusal("Empty", map.Patient, "The sheet is empty."))], NotRead = [] };
        }

        var headings = rows[0];
        var below = rows.Skip(1).ToList();
        var data = below.Where(row => !row.IsEmpty && !row.Cells.SequenceEqual(headings.Cells)).ToList();
        return new(headings, data)
        {
            Faults =
            [
                .. rows.Where(row => row.Broken is not null).Select(row => new RowNote(row.Number, row.Broken!)),
                .. HeadingFaults(headings, map),
                .. data.Where(row => row.Broken is null && row.Cells.Count != headings.Cells.Count).Select(row => new RowNote(row.Number, Finding.Refusal(
                    "CellCount", "row", row.Cells.Count, FormattableString.Invariant($"The row has {row.Cells.Count} cells, but there are {headings.Cells.Count} headings. Correct the row; a cell that contains the separator must be in quotes.")))),
            ],
            NotRead =
            [
                .. below.Where(row => row.IsEmpty).Select(row => new RowNote(row.Number, Refusal("EmptyRow", "row", "The row is empty and was skipped."))),
                .. below.Where(row => !row.IsEmpty && row.Cells.SequenceEqual(headings.Cells)).Select(row => new RowNote(row.Number, Refusal("HeadingsAgain", "row", "The row repeats the headings and was skipped."))),
                .. NotNamed(headings, map).Select(column => new RowNote(1, Refusal("ColumnNotRead", column, "The map does not name this column, so it is not read."))),
            ],
        };
    }

    /// <summary>The text of a cell; empty for an empty cell.</summary>
    public string Text(TextRow row, SheetCell cell) => row.Cell(Column(_headings, cell));

    // A sheet in which the column would be ambiguous is refused before any cell is read.
    private static int Column(TextRow headings, SheetCell cell) => PlacesOf(headings, cell.Column)[(cell.Occurrence ?? 1) - 1];

    private static List<int> PlacesOf(TextRow headings, string column) =>
        [.. Enumerable.Range(0, headings.Cells.Count).Where(at => string.Equals(headings.Cells[at], column, StringComparison.Ordinal))];

    private static IEnumerable<RowNote> HeadingFaults(TextRow headings, SheetMap map)
    {
        foreach (var cell in map.Cells().Distinct())
        {
            var places = PlacesOf(headings, cell.Column);
            if (places.Count < (cell.Occurrence ?? 1))
            {
                yield return new(1, Refusal("ColumnMissing", cell.Column, cell.Occurrence is > 1 and var which
                    ? FormattableString.Invariant($"The sheet has {places.Count} columns with this heading, but the map names number {which}.")
                    : $"The sheet has no such column. It has {string.Join(", ", headings.Cells)}."));
            }
            else if (places.Count > 1 && cell.Occurrence is null)
            {
                yield return new(1, Refusal("HeadingTwice", cell.Column, FormattableString.Invariant(
                    $"Columns {string.Join(", ", places.Select(place => place + 1))} have this heading. Say which in the map, for instance {{\"column\": \"{cell.Column}\", \"occurrence\": 2}}, or give each a heading of its own.")));
            }
        }
    }

    private static IEnumerable<string> NotNamed(TextRow headings, SheetMap map)
    {
        var read = map.Cells().Where(cell => PlacesOf(headings, cell.Column).Count >= (cell.Occurrence ?? 1)).Select(cell => Column(headings, cell)).ToHashSet();
        return Enumerable.Range(0, headings.Cells.Count).Where(at => !read.Contains(at))
            .Select(at => headings.Cells[at].Length > 0 ? headings.Cells[at] : FormattableString.Invariant($"column {at + 1}, without a heading"));
    }

    private static Finding Refusal(string code, string field, string message) => Finding.Refusal(code, field, null, message);
}
