using System.Globalization;
using System.Text.Json.Nodes;
using FollowUp.Course;
using FollowUp.Course.Printed;
using FollowUp.Platform.Http;
using NodaTime.Text;

namespace FollowUp.Interop.Sheets;

/// <summary>How the columns of a clinic's spreadsheet become commands.</summary>
/// <remarks>
/// In an entry, <c>{"column": "…"}</c> stands for a cell and <c>{"entry": "…"}</c> for the id of another entry of the row; anything else is sent as
/// it is. A cell may say its type (<c>as</c>), what its values mean (<c>values</c>), and which of several columns with the same heading it is
/// (<c>occurrence</c>, from 1). <c>when</c> names a column that must not be empty, <c>id</c> the one that distinguishes the entry from others of its
/// kind, and <c>once</c> marks an entry that each man has only once.
/// </remarks>
public sealed record SheetMap
{
    /// <summary>The members of an entry that are for the map only and not sent.</summary>
    public static readonly IReadOnlyList<string> OfTheMap = ["name", "when", "once", "id"];

    private const int ShortestKey = 16;

    private static readonly string[] Kinds = ["text", "number", "date", "partialDate", "dateTime"];

    /// <summary>A secret text of the clinic: ids are made with it, so that the same sheet gives the same entries again.</summary>
    public required string Key { get; init; }

    /// <summary>The column that identifies the man, for instance the record number.</summary>
    public required string Patient { get; init; }

    /// <summary>The character between cells; when it is left out, it is found in the first line of the sheet.</summary>
    public string? Delimiter { get; init; }

    /// <summary>The culture that numbers are written in, for instance <c>tr-TR</c>.</summary>
    public string Culture { get; init; } = "";

    /// <summary>The pattern that dates are written in, for instance <c>dd.MM.uuuu</c>.</summary>
    public string Dates { get; init; } = "uuuu-MM-dd";

    /// <summary>The commands of a row.</summary>
    public required IReadOnlyList<JsonObject> Entries { get; init; }

    /// <summary>Reads a map.</summary>
    /// <exception cref="UnreadableException">It is not a map; the finding's field says where.</exception>
    public static SheetMap Read(ReadOnlySpan<byte> utf8)
    {
        var map = (SheetMap)JsonBody.To(JsonBody.Parse(utf8), typeof(SheetMap));
        if (map.Key.Length < ShortestKey)
        {
            throw Wrong("key", null, $"Write at least {ShortestKey} characters that nobody can guess; import --template generates some.");
        }

        if (map.Delimiter is { Length: not 1 })
        {
            throw Wrong("delimiter", map.Delimiter, "Write one character, for instance a semicolon.");
        }

        Try("culture", map.Culture, "Write a culture, for instance tr-TR.", text => CultureInfo.GetCultureInfo(text, predefinedOnly: true));
        Try("dates", map.Dates, "Write a NodaTime pattern, for instance dd.MM.uuuu.", text => PrintedTime.Day("", text));
        var earlier = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < map.Entries.Count; i++)
        {
            var (entry, field) = (map.Entries[i], string.Create(CultureInfo.InvariantCulture, $"entries[{i}]"));
            if (entry["name"] is not JsonValue || entry["command"] is not JsonValue)
            {
                throw Wrong(field, null, "An entry needs a name and a command.");
            }

            Check(entry, field, earlier);
            if (!earlier.Add(entry["name"]!.ToString()))
            {
                throw Wrong($"{field}.name", entry["name"]!.ToString(), "Two entries have this name. Give each its own name: ids are made with it.");
            }
        }

        return map;
    }

    /// <summary>Every cell that it names, the man's first.</summary>
    public IReadOnlyList<SheetCell> Cells() => [new(Patient, null), .. Entries.SelectMany(CellsOf)];

    /// <summary>The entry of a name; null when there is none.</summary>
    public JsonObject? Entry(string name) => Entries.FirstOrDefault(entry => entry["name"]!.ToString() == name);

    private static IEnumerable<SheetCell> CellsOf(JsonNode? node) => node switch
    {
        JsonObject all =>
        [
            .. SheetCell.Of(all) is { } cell ? [cell] : Array.Empty<SheetCell>(),
            .. all["command"] is not null && all["when"] is JsonValue when ? [new SheetCell(when.ToString(), null)] : Array.Empty<SheetCell>(),
            .. all.SelectMany(member => CellsOf(member.Value)),
        ],
        JsonArray all => all.SelectMany(CellsOf),
        _ => [],
    };

    private static void Check(JsonNode? node, string field, IReadOnlySet<string> earlier)
    {
        foreach (var (name, child) in node switch
        {
            JsonObject all => all.Select(member => ($"{field}.{member.Key}", member.Value)),
            JsonArray all => all.Select((value, i) => (string.Create(CultureInfo.InvariantCulture, $"{field}[{i}]"), value)),
            _ => [],
        })
        {
            if (child is JsonObject cell && cell["column"] is not null)
            {
                if (cell["as"] is { } kind && !Kinds.Contains(kind.ToString()))
                {
                    throw Wrong($"{name}.as", kind.ToString(), $"Write one of {string.Join(", ", Kinds)}.");
                }

                if (cell["occurrence"] is { } which && !(which is JsonValue number && number.TryGetValue<int>(out var at) && at > 0))
                {
                    throw Wrong($"{name}.occurrence", which.ToString(), "Write which of the columns with this heading it is, as a whole number from 1.");
                }
            }
            else if (child is JsonObject reference && reference["entry"] is { } named && !earlier.Contains(named.ToString()))
            {
                throw Wrong($"{name}.entry", named.ToString(), "No entry of this name comes before this one in the map.");
            }

            Check(child, name, earlier);
        }
    }

    private static void Try(string field, string value, string remedy, Action<string> use)
    {
        try
        {
            use(value);
        }
        catch (Exception wrong) when (wrong is CultureNotFoundException or InvalidPatternException)
        {
            throw Wrong(field, value, remedy);
        }
    }

    private static UnreadableException Wrong(string field, string? value, string remedy) => new(Finding.Refusal("Unreadable", field, value, remedy));
}

/// <summary>A cell that a map names.</summary>
/// <param name="Column">The heading of its column.</param>
/// <param name="Occurrence">Which of several columns with that heading it is, from 1; null where there should be only one.</param>
public sealed record SheetCell(string Column, int? Occurrence)
{
    /// <summary>The cell that an object of a map stands for; null when it stands for none.</summary>
    public static SheetCell? Of(JsonObject json) =>
        json["column"] is JsonValue column ? new(column.ToString(), json["occurrence"]?.GetValue<int>()) : null;
}
