using System.Text.Json.Nodes;
using FollowUp.Course;
using FollowUp.Platform;
using FollowUp.Recording.Commands;

namespace FollowUp.Interop.Sheets;

/// <summary>A command that a row of a sheet stands for, or why it stands for none.</summary>
/// <param name="Row">The row, the headings being row 1.</param>
/// <param name="Man">Whose it is: the man's cell, folded.</param>
/// <param name="Line">The line of an import; null when it is not sent.</param>
/// <param name="Error">Why it is not sent.</param>
public sealed record SheetLine(int Row, string Man, JsonObject? Line, Finding? Error = null)
{
    /// <summary>Whether nothing is wrong: it only says what is not read.</summary>
    public bool IsNote => Error is { Refuses: false };

    /// <summary>Whether it takes the man into follow-up, and so has to be answered before the rest of him is sent.</summary>
    public bool IsEnrolment => Line?["command"]?.ToString() == CommandJson.Enrol;
}

/// <summary>A clinic's spreadsheet, saved as CSV, as lines of an import.</summary>
/// <remarks>
/// An entry's id is made of what tells it from the man's others (<see cref="RowIdentity"/>), so that a sheet sent again stores nothing twice, also
/// with a row put in between, and a changed value is refused rather than stored beside the old one.
/// </remarks>
public sealed class Sheet
{
    private readonly List<SheetMan> _men;

    private Sheet(SheetTable table, List<SheetMan> men, List<SheetLine> without) => (Table, _men, Without) = (table, men, without);

    /// <summary>The table; while it has faults, nothing may be sent.</summary>
    public SheetTable Table { get; }

    /// <summary>The men of the sheet, in its order.</summary>
    public IReadOnlyList<SheetMan> Men => _men;

    /// <summary>The rows that say of no man.</summary>
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
                without.Add(new(row.Number, key, null, Finding.Refusal("Missing", map.Patient, written.Length > 0 ? written : null, "A row needs what tells its man from another.")));
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

    /// <summary>Its lines: the enrolments first, so that a row of another man is found before anything of him is sent.</summary>
    /// <param name="held">What the clinic holds of a man under ids of release 0.1.0, by <see cref="SheetMan.Key"/>; men without are left out.</param>
    public IReadOnlyList<SheetLine> Lines(IReadOnlyDictionary<string, HeldMan> held)
    {
        List<SheetLine> lines = [.. Without, .. _men.SelectMany(man => man.Lines(held.GetValueOrDefault(man.Key)))];
        return [.. SayOnce(lines).OrderByDescending(line => line.IsEnrolment).ThenBy(line => line.Row)];
    }

    // Two rows that make one entry: the same said twice is said once, different things said of it are for a person to sort out.
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
                            $"Rows {string.Join(", ", same.Select(each => each.Row).Distinct())} say different things of one entry ({line.Line!["command"]}): one man, kind, day and time, side and analyte. Take the wrong row out; or, if they are two entries, name in the map a column that tells them apart: \"id\": {{\"column\": \"…\"}}.")),
                    }
                    : line;
            }
        }
    }
}

/// <summary>What a clinic holds of a man whom release 0.1.0 imported from a sheet.</summary>
/// <param name="Entries">His entries: the name of the map's entry and <see cref="RowIdentity"/>, with a slash between, and the id that it has.</param>
public sealed record HeldMan(IReadOnlyDictionary<string, Guid> Entries);
