using System.Text.Json.Nodes;
using FollowUp.Course;
using FollowUp.Platform;
using FollowUp.Recording.Commands;

namespace FollowUp.Interop.Sheets;

/// <summary>A command made from a row of a sheet, or the reason why none was made.</summary>
/// <param name="Row">The number of the row; the headings are row 1.</param>
/// <param name="Man">The man: his cell without case, accents and punctuation.</param>
/// <param name="Line">The line of an import; null when it is not sent.</param>
/// <param name="Error">Why it is not sent.</param>
public sealed record SheetLine(int Row, string Man, JsonObject? Line, Finding? Error = null)
{
    /// <summary>Whether it is only a note on what is not read, not an error.</summary>
    public bool IsNote => Error is { Refuses: false };

    /// <summary>Whether it enrols the man, so that it has to be answered before his other lines are sent.</summary>
    public bool IsEnrolment => Line?["command"]?.ToString() == CommandJson.Enrol;
}

/// <summary>A clinic's spreadsheet, saved as CSV, as lines of an import.</summary>
/// <remarks>
/// An entry's id is made from what distinguishes it from the man's others (<see cref="RowIdentity"/>). So a sheet that is sent again stores nothing
/// twice, even with a row inserted, and a changed value is refused rather than stored beside the old one.
/// </remarks>
public sealed class Sheet
{
    private readonly List<SheetMan> _men;

    private Sheet(SheetTable table, List<SheetMan> men, List<SheetLine> without) => (Table, _men, Without) = (table, men, without);

    /// <summary>The table; while it has faults, nothing may be sent.</summary>
    public SheetTable Table { get; }

    /// <summary>The men of the sheet, in its order.</summary>
    public IReadOnlyList<SheetMan> Men => _men;

    /// <summary>The rows that name no man.</summary>
    private List<SheetLine> Without { get; }

    /// <summary>Reads a sheet.</summary>
    public static Sheet Read(string text, SheetMap map)
    {
        var table = SheetTable.Read(text, map);
        var men = new Dictionary<string, SheetMan>(StringComparer.Ordinal);
        var without = new List<SheetLine>();
        foreach (var row in table.Faults.Count == 0 ? table.Rows : [])
        {
            var written = table.Text(row, new(map.Patient, null));
            var key = Spelling.Joined(written);
            if (key.Length == 0)
            {
                without.Add(new(row.Number, key, null, Finding.Refusal("Missing", map.Patient, written.Length > 0 ? written : null, "The cell that identifies the man is empty. Fill it in.")));
                continue;
            }

            if (!men.TryGetValue(key, out var man))
            {
                men[key] = man = new(map, table, key, written);
            }

            man.Add(row);
        }

        return new(table, [.. men.Values], without);
    }

    /// <summary>Its lines: the enrolments first, so that a row with another man's number is found before anything else of that row is sent.</summary>
    /// <param name="held">The entries that the clinic has of a man under ids of release 0.1.0, by <see cref="SheetMan.Key"/>.</param>
    public IReadOnlyList<SheetLine> Lines(IReadOnlyDictionary<string, HeldMan> held)
    {
        List<SheetLine> lines = [.. Without, .. _men.SelectMany(man => man.Lines(held.GetValueOrDefault(man.Key)))];
        return [.. SayOnce(lines).OrderByDescending(line => line.IsEnrolment).ThenBy(line => line.Row)];
    }

    // Two rows may give the same entry: if they agree, one is sent; if they differ, neither is, and a person has to decide.
    private static IEnumerable<SheetLine> SayOnce(IReadOnlyList<SheetLine> lines)
    {
        foreach (var same in lines.GroupBy(line => line.Line?["id"]?.ToString() ?? $"row {line.Row}, {line.Error?.Field}", StringComparer.Ordinal))
        {
            var first = same.First();
            var differ = same.Any(line => !JsonNode.DeepEquals(line.Line, first.Line));
            foreach (var line in differ ? [.. same] : (SheetLine[])[first])
            {
                yield return differ
                    ? line with
                    {
                        Line = null,
                        Error = Finding.Refusal("OneEntryTwice", "row", line.Row, FormattableString.Invariant(
                            $"Rows {string.Join(", ", same.Select(each => each.Row).Distinct())} say different things about one entry ({line.Line!["command"]}): same man, kind, day and time, side and analyte. Delete the wrong row; or, if they are two entries, name a column in the map that distinguishes them: \"id\": {{\"column\": \"…\"}}.")),
                    }
                    : line;
            }
        }
    }
}

/// <summary>The entries that a clinic has of a man whom release 0.1.0 imported from a sheet.</summary>
/// <param name="Entries">The ids of his entries, by the name of the map's entry and <see cref="RowIdentity"/> with a slash between.</param>
public sealed record HeldMan(IReadOnlyDictionary<string, Guid> Entries);
