using System.Globalization;
using System.Text.Json.Nodes;
using FollowUp.Course;
using FollowUp.Interop.Files;
using FollowUp.Platform;
using FollowUp.Platform.Http;
using FollowUp.Recording;
using FollowUp.Recording.Commands;

namespace FollowUp.Interop.Sheets;

/// <summary>A man of a sheet and his rows.</summary>
/// <param name="map">The map.</param>
/// <param name="table">The table.</param>
/// <param name="key">What identifies him, without case, accents and punctuation, as record numbers are compared everywhere.</param>
/// <param name="written">The same as written in his first row.</param>
public sealed class SheetMan(SheetMap map, SheetTable table, string key, string written)
{
    private readonly List<TextRow> _rows = [];

    private SheetMap Map => map;

    private SheetTable Table => table;

    private string Written => written;

    /// <summary>What identifies him in the sheet.</summary>
    public string Key => key;

    /// <summary>How many rows he has.</summary>
    public int Rows => _rows.Count;

    /// <summary>The id that release 0.1.0 gave him, made from his number as written.</summary>
    public Guid IdOf010 => Ids.Of($"{map.Key}/{written}");

    /// <summary>The id that release 0.1.0 gave an entry of his, made from its place among his rows.</summary>
    /// <param name="entry">The name of the map's entry.</param>
    /// <param name="place">The place of its row among his, from 1.</param>
    public Guid EntryIdOf010(string entry, int place) => Ids.Of(string.Create(CultureInfo.InvariantCulture, $"{map.Key}/{written}/{entry}/{place}"));

    /// <summary>Adds a row.</summary>
    public void Add(TextRow row) => _rows.Add(row);

    /// <summary>His lines, row by row.</summary>
    /// <param name="held">The entries that the clinic has of him under ids of release 0.1.0; null when there are none.</param>
    public IEnumerable<SheetLine> Lines(HeldMan? held)
    {
        var seen = new List<(int Row, EnrolPatient As)>();
        var once = new Dictionary<JsonObject, SheetLine>();
        for (var i = 0; i < _rows.Count; i++)
        {
            var row = new Row(this, _rows[i], held);
            if (row.OtherMan(seen) is { } other)
            {
                yield return new(_rows[i].Number, Key, null, other);
                continue;
            }

            foreach (var entry in map.Entries.Where(row.Has))
            {
                var line = row.Line(entry);
                if (!IsOnce(entry) || once.TryAdd(entry, line))
                {
                    yield return line;
                }
                else if (line.Line is { } later && once[entry].Line is { } first && JsonDifference.Of(first, later) is { Count: > 0 } differing)
                {
                    yield return line with
                    {
                        Line = null,
                        Error = Finding.Notice("SaidOnce", string.Join(", ", differing), null, FormattableString.Invariant(
                            $"It is taken from his row {once[entry].Row}. The different value in this row is not read.")),
                    };
                }
            }
        }
    }

    private static bool IsOnce(JsonObject entry) => IsEnrolment(entry) || (entry["once"] is JsonValue once && once.GetValueKind() == System.Text.Json.JsonValueKind.True);

    private static bool IsEnrolment(JsonObject entry) => entry["command"]!.ToString() == CommandJson.Enrol;

    private sealed class Row(SheetMan man, TextRow row, HeldMan? held)
    {
        private readonly string _prefix = $"{man.Map.Key}/{(held is null ? man.Key : man.Written)}";

        public bool Has(JsonObject entry) => entry["when"] is not { } when
            || man.Table.Text(row, (when as JsonObject) is { } cell ? SheetCell.Of(cell)! : new(when.ToString(), null)).Length > 0;

        public SheetLine Line(JsonObject entry)
        {
            try
            {
                return new(row.Number, man.Key, Command(entry));
            }
            catch (UnreadableException wrong)
            {
                return new(row.Number, man.Key, null, wrong.Finding);
            }
        }

        // His identity is compared on every row: two men with the same number must not become one.
        public Finding? OtherMan(List<(int Row, EnrolPatient As)> seen)
        {
            foreach (var entry in man.Map.Entries.Where(entry => IsEnrolment(entry) && Has(entry)))
            {
                EnrolPatient stated;
                try
                {
                    stated = (EnrolPatient)Decoded(Command(entry)).Command;
                }
                catch (UnreadableException)
                {
                    // The line itself reports the error. A row that cannot be read cannot be compared.
                    continue;
                }

                if (seen.FirstOrDefault(other => other.As.IsOfAnotherManThan(stated)) is { As: not null } other)
                {
                    return Finding.Refusal(EnrolPatient.OtherMan, man.Map.Patient, man.Written, FormattableString.Invariant(
                        $"Row {other.Row} gives this number another name and birth date. Correct the number, the name or the birth date in one of the rows."));
                }

                seen.Add((row.Number, stated));
            }

            return null;
        }

        private JsonObject Command(JsonObject entry)
        {
            var line = Body(entry);
            line["id"] = IdOf(entry);
            return line;
        }

        private JsonObject Body(JsonObject entry)
        {
            var line = new JsonObject { ["patient"] = held is null ? Ids.Of(_prefix) : man.IdOf010 };
            Fill(line, entry.Where(member => !SheetMap.OfTheMap.Contains(member.Key)));
            CodeWords.FitLine(line);
            return line;
        }

        private JsonNode? Value(JsonNode? node) => node switch
        {
            JsonObject cell when SheetCell.Of(cell) is { } named => man.Table.Text(row, named) is { Length: > 0 } text ? CellValue.Read(text, named.Column, cell, man.Map) : null,
            JsonObject reference when reference["entry"] is { } named => JsonValue.Create(IdOf(man.Map.Entry(named.ToString())!)),
            JsonObject all => Fill([], all),
            JsonArray all => new JsonArray([.. all.Select(Value).Where(value => value is not null)]),
            _ => node?.DeepClone(),
        };

        // The field of an empty cell is left out.
        private JsonObject Fill(JsonObject line, IEnumerable<KeyValuePair<string, JsonNode?>> members)
        {
            foreach (var (name, value) in members)
            {
                if (Value(value) is { } read)
                {
                    line[name] = read;
                }
            }

            return line;
        }

        private Guid IdOf(JsonObject entry)
        {
            var name = entry["name"]!.ToString();
            if (IsOnce(entry))
            {
                return Ids.Of($"{_prefix}/{name}/1");
            }

            var identity = Identity(entry);
            return held?.Entries.TryGetValue($"{name}/{identity}", out var id) == true ? id : Ids.Of($"{_prefix}/{name}/{identity}");
        }

        private string Identity(JsonObject entry)
        {
            if (entry["id"] is JsonObject column && SheetCell.Of(column) is { } cell)
            {
                return man.Table.Text(row, cell) is { Length: > 0 } text
                    ? $"={Spelling.Joined(text)}"
                    : throw new UnreadableException(Finding.Refusal("Missing", cell.Column, null, "The entry's id is made from this column. Fill it in."));
            }

            var line = Body(entry);
            line["id"] = man.IdOf010;
            return RowIdentity.Of(((RecordFact)Decoded(line).Command).Fact);
        }

        // As the server will read it. The sender does not matter here.
        private static ImportLine Decoded(JsonObject line) => ImportLine.Read((JsonObject)line.DeepClone(), new Sender("sheet", "", IsClinician: true));
    }
}
