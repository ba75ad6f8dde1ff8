using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using CsvHelper;
using CsvHelper.Configuration;
using FollowUp.Patients.Recording;
using FollowUp.Patients.Rules;
using FollowUp.Platform;

namespace FollowUp.Interop.Sheets;

/// <summary>A command that a row of a sheet stands for, or why it stands for none.</summary>
/// <param name="Row">The row, the heads being row 1.</param>
/// <param name="Line">The line of an import; null when a cell could not be read.</param>
/// <param name="Error">What is wrong with the cell.</param>
public sealed record SheetLine(long Row, JsonObject? Line, Finding? Error = null);

/// <summary>Reads a clinic's spreadsheet, saved as CSV, as lines of an import.</summary>
/// <remarks>
/// The n-th row of a man makes the same ids each time: sent again it is stored once, and a changed cell is refused rather than
/// stored beside the old one.
/// </remarks>
public static class Sheet
{
    /// <summary>The lines of a sheet, row by row.</summary>
    /// <exception cref="UnreadableException">The map names a column that the sheet does not have.</exception>
    public static async IAsyncEnumerable<SheetLine> ReadAsync(TextReader text, SheetMap map, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var csv = new CsvReader(text, new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            DetectDelimiter = map.Delimiter is null, Delimiter = map.Delimiter ?? ",", TrimOptions = TrimOptions.Trim, BadDataFound = null, MissingFieldFound = null,
        });
        if (!await csv.ReadAsync() || !csv.ReadHeader())
        {
            yield break;
        }

        if (map.Columns().Except(csv.HeaderRecord!, StringComparer.Ordinal).ToList() is { Count: > 0 } missing)
        {
            throw new UnreadableException(Finding.Refusal(
                "ColumnMissing", string.Join(", ", missing), null, $"The sheet has no such column. It has {string.Join(", ", csv.HeaderRecord!)}."));
        }

        var rowsOfMan = new Dictionary<Guid, int>();
        while (await csv.ReadAsync())
        {
            cancellationToken.ThrowIfCancellationRequested();
            var row = new Row(csv, map);
            if (row.PatientKey.Length == 0)
            {
                yield return new(csv.Parser.Row, null, Finding.Refusal("Missing", map.Patient, null, "A row needs what tells its man from another."));
                continue;
            }

            row.Number = rowsOfMan[row.PatientId] = rowsOfMan.GetValueOrDefault(row.PatientId) + 1;
            foreach (var entry in map.Entries.Where(row.Has))
            {
                yield return Line(entry, row, csv.Parser.Row);
            }
        }
    }

    private static SheetLine Line(JsonObject entry, Row row, long number)
    {
        try
        {
            return new(number, row.Line(entry));
        }
        catch (UnreadableException wrong)
        {
            return new(number, null, wrong.Finding);
        }
    }

    private sealed class Row(CsvReader csv, SheetMap map)
    {
        private static readonly string[] OfTheMap = ["name", "when", "once"];

        public string PatientKey { get; } = csv.GetField(map.Patient) ?? "";

        public Guid PatientId => Ids.Of($"{map.Key}/{PatientKey}");

        /// <summary>Which of the man's rows it is, from 1.</summary>
        public int Number { get; set; }

        public bool Has(JsonObject entry) => (entry["when"] is not { } when || Text(when).Length > 0) && (Number == 1 || !IsOnce(entry));

        public JsonObject Line(JsonObject entry)
        {
            var line = new JsonObject { ["patient"] = PatientId, ["id"] = IdOf(entry) };
            Fill(line, entry.Where(member => !OfTheMap.Contains(member.Key)));
            CodeWords.FitLine(line);
            return line;
        }

        private JsonNode? Value(JsonNode? node) => node switch
        {
            JsonObject cell when cell["column"] is { } column => Text(column) is { Length: > 0 } text ? CellValue.Read(text, column.ToString(), cell, map) : null,
            JsonObject reference when reference["entry"] is { } named => JsonValue.Create(IdOf(Named(named.ToString()))),
            JsonObject all => Fill([], all),
            JsonArray all => new JsonArray([.. all.Select(Value).Where(value => value is not null)]),
            _ => node?.DeepClone(),
        };

        // An empty cell is nothing said: its field is left out.
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

        private JsonObject Named(string name) => map.Entries.FirstOrDefault(entry => entry["name"]!.ToString() == name)
            ?? throw new UnreadableException(Finding.Refusal("Unreadable", "entry", name, "The map has no entry of this name."));

        private string Text(JsonNode column) => csv.GetField(column.ToString()) ?? "";

        private Guid IdOf(JsonObject entry) =>
            Ids.Of(string.Create(CultureInfo.InvariantCulture, $"{map.Key}/{PatientKey}/{entry["name"]}/{(IsOnce(entry) ? 1 : Number)}"));

        private static bool IsOnce(JsonObject entry) => entry["once"] is JsonValue once && once.GetValueKind() == System.Text.Json.JsonValueKind.True;
    }
}
