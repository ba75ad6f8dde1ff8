using System.Globalization;
using System.Text.Json.Nodes;
using FollowUp.Patients.Rules;
using FollowUp.Platform;

namespace FollowUp.Interop.Sheets;

/// <summary>How the columns of a clinic's spreadsheet become commands.</summary>
/// <remarks>
/// In an entry, <c>{"column": "…"}</c> stands for a cell and <c>{"entry": "…"}</c> for the id of another entry of the row; anything
/// else is sent as it is. A cell may say what it is (<c>as</c>) and what its values mean (<c>values</c>).
/// </remarks>
public sealed record SheetMap
{
    private const int ShortestKey = 16;

    /// <summary>A text of the clinic's own, kept secret: ids are made with it, so that the same sheet again is the same entries.</summary>
    public required string Key { get; init; }

    /// <summary>The column that tells one man from another, for instance the record number.</summary>
    public required string Patient { get; init; }

    /// <summary>What separates the cells; found out when it is left out.</summary>
    public string? Delimiter { get; init; }

    /// <summary>The culture that numbers are written in, for instance <c>tr-TR</c>.</summary>
    public string Culture { get; init; } = "";

    /// <summary>The pattern that dates are written in, for instance <c>dd.MM.uuuu</c>.</summary>
    public string Dates { get; init; } = "uuuu-MM-dd";

    /// <summary>The commands of a row.</summary>
    public required IReadOnlyList<JsonObject> Entries { get; init; }

    /// <summary>Reads a map.</summary>
    /// <exception cref="UnreadableException">It is none; the field says where.</exception>
    public static SheetMap Read(ReadOnlySpan<byte> utf8)
    {
        var map = (SheetMap)JsonBody.To(JsonBody.Parse(utf8), typeof(SheetMap));
        if (map.Key.Length < ShortestKey)
        {
            throw Wrong("key", null, $"Give it at least {ShortestKey} characters that nobody guesses; import --template makes some.");
        }

        try
        {
            _ = CultureInfo.GetCultureInfo(map.Culture, predefinedOnly: true);
        }
        catch (CultureNotFoundException)
        {
            throw Wrong("culture", map.Culture, "Write a culture, for instance tr-TR.");
        }

        for (var i = 0; i < map.Entries.Count; i++)
        {
            if (map.Entries[i]["name"] is not JsonValue || map.Entries[i]["command"] is not JsonValue)
            {
                throw Wrong($"entries[{i}]", null, "An entry needs a name and a command.");
            }
        }

        return map;
    }

    /// <summary>Every column it names.</summary>
    public IReadOnlySet<string> Columns()
    {
        var columns = new HashSet<string>(StringComparer.Ordinal) { Patient };
        foreach (var entry in Entries)
        {
            Add(entry);
        }

        return columns;

        void Add(JsonNode? node)
        {
            foreach (var column in (string[])["column", "when"])
            {
                if ((node as JsonObject)?[column] is JsonValue value)
                {
                    columns.Add(value.ToString());
                }
            }

            foreach (var child in node switch { JsonObject all => all.Select(member => member.Value), JsonArray all => all, _ => [] })
            {
                Add(child);
            }
        }
    }

    private static UnreadableException Wrong(string field, string? value, string remedy) => new(Finding.Refusal("Unreadable", field, value, remedy));
}
