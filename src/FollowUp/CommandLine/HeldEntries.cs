using System.Text.Json;
using System.Text.Json.Nodes;
using FollowUp.Course;
using FollowUp.Course.Json;
using FollowUp.Interop.Sheets;

namespace FollowUp.CommandLine;

/// <summary>The entries that a clinic already has of a sheet's men under the ids of release 0.1.0, which were made from row numbers.</summary>
public static class HeldEntries
{
    // The sheet may have had more rows then than it has now.
    private const int RowsSinceTakenOut = 50;

    /// <summary>The men whom that release imported, by <see cref="SheetMan.Key"/>.</summary>
    /// <exception cref="CommandFailedException">The server refused.</exception>
    public static async Task<IReadOnlyDictionary<string, HeldMan>> OfAsync(
        Api api, SheetMap map, IReadOnlyList<SheetMan> men, Action<long, long> report, CancellationToken cancellationToken)
    {
        var held = new Dictionary<string, HeldMan>(StringComparer.Ordinal);
        for (var i = 0; i < men.Count; i++)
        {
            if (await TimelineAsync(api, men[i].IdOf010, cancellationToken) is { } lines)
            {
                held[men[i].Key] = new(Entries(map, men[i], lines));
            }

            report(i + 1, men.Count);
        }

        return held;
    }

    private static Dictionary<string, Guid> Entries(SheetMap map, SheetMan man, JsonArray lines)
    {
        var names = map.Entries.Select(entry => entry["name"]!.ToString()).ToList();
        var places = Math.Max(man.Rows, lines.Count) + RowsSinceTakenOut;
        var nameOf = names.SelectMany(name => Enumerable.Range(1, places).Select(place => (Id: man.EntryIdOf010(name, place), Name: name))).ToDictionary(pair => pair.Id, pair => pair.Name);
        var entries = new Dictionary<string, Guid>(StringComparer.Ordinal);
        foreach (var line in lines)
        {
            if (nameOf.TryGetValue(line!["id"]!.GetValue<Guid>(), out var name))
            {
                entries.TryAdd($"{name}/{RowIdentity.Of(FactOf(line))}", line["id"]!.GetValue<Guid>());
            }
        }

        return entries;
    }

    // Free text is plain in the answer and sealed in the fact. It does not identify an entry, so it is left out.
    private static Fact FactOf(JsonNode line)
    {
        var kind = FactJson.Kinds[line["kind"]!.ToString()];
        var fact = line["fact"]!.DeepClone().AsObject();
        fact.Remove("$kind");
        fact.Remove("warnings");
        foreach (var text in kind.GetProperties().Where(property => property.PropertyType == typeof(SealedText)))
        {
            fact.Remove(JsonNamingPolicy.CamelCase.ConvertName(text.Name));
        }

        return (Fact)fact.Deserialize(kind, FactJson.Options)!;
    }

    private static async Task<JsonArray?> TimelineAsync(Api api, Guid man, CancellationToken cancellationToken)
    {
        using var response = await api.FindAsync($"/patients/{man}/timeline", cancellationToken);
        return response is null ? null : JsonNode.Parse(await response.Content.ReadAsStringAsync(cancellationToken))!["lines"]!.AsArray();
    }
}
