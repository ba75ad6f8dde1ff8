using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace FollowUp.AppTests.Platform;

/// <summary>Makes requests from an OpenAPI document: most are nearly right, with one thing or several changed.</summary>
/// <param name="document">The document.</param>
/// <param name="random">Chance, seeded.</param>
/// <param name="ids">The id of a man who is there, and of one who is not.</param>
public sealed class FuzzRequests(JsonNode document, Random random, (string There, Guid Nobody) ids)
{
    // A bitmap or a PDF takes long and reads nothing else than JSON does; what starts a job or sends is tried elsewhere.
    private static readonly string[] LeftOut = ["/import", "/recalls/send", "/documents/rebuild", "/openapi", "/report-jobs"];

    private static readonly string[] Odd =
    [
        "", " ", "0", "-1", "1e400", "\u0000", "a\u0000b", "\u202eabc", "İıŞş", "á̂̃", "2026-02-30", "2026-13-01", "9999-12-31", "0001-01-01", "-9999-01-01", "2026-03-05T25:00",
        "2026-03-05T08:35+99:00", "true", "null", "[]", "{}", "<0,4", ">>5", "1,2,3", "١٢٣", "00000000-0000-0000-0000-000000000000", "';--", "%00", "../..", "\t", "\r\n", "😀", "NaN",
    ];

    // Above the limit of every text that an address takes.
    private static readonly string TooLongInAddress = new('7', 1_001);

    private readonly List<(string Path, string Method, JsonNode Operation)> _operations =
    [
        .. from path in document["paths"]!.AsObject()
           where !LeftOut.Any(left => path.Key.StartsWith(left, StringComparison.Ordinal))
           from method in path.Value!.AsObject()
           where method.Value is JsonObject
           select (path.Key, method.Key, method.Value!),
    ];

    /// <summary>The next request, with the address it is of, and whether it holds a text above its stated limit and else what is right.</summary>
    public (string Address, HttpRequestMessage Request, bool AboveLimit) Next()
    {
        var (path, method, operation) = _operations[random.Next(_operations.Count)];
        var address = $"{method} {path}";
        var parameters = operation["parameters"]?.AsArray().Select(parameter => Resolve(parameter!)).ToList() ?? [];
        var tooLong = operation["requestBody"] is null && random.Next(10) == 0 ? parameters.Where(IsText).OrderBy(_ => random.Next()).FirstOrDefault() : null;
        foreach (var parameter in parameters.Where(parameter => parameter["in"]!.ToString() == "path"))
        {
            path = path.Replace($"{{{parameter["name"]}}}", parameter == tooLong ? TooLongInAddress : Uri.EscapeDataString(tooLong is null ? Id() : ids.There), StringComparison.Ordinal);
        }

        var query = parameters.Where(parameter => parameter["in"]!.ToString() == "query" && random.Next(3) == 0)
            .Select(parameter => $"{parameter["name"]}={Uri.EscapeDataString(Sane(random.Next(2) == 0 ? Of(parameter["schema"], parameter["name"]!.ToString())?.ToString() ?? "" : Odd[random.Next(Odd.Length)]))}")
            .ToList();
        if (tooLong is not null)
        {
            query = tooLong["in"]!.ToString() == "query" ? [$"{tooLong["name"]}={TooLongInAddress}"] : [];
        }
        else if (random.Next(15) == 0)
        {
            query.Add($"{(random.Next(2) == 0 ? "asOf" : "unheardOf")}={Uri.EscapeDataString(Sane(Odd[random.Next(Odd.Length)]))}");
        }

        var request = new HttpRequestMessage(new(method.ToUpperInvariant()), path + (query.Count == 0 ? "" : "?" + string.Join('&', query)));
        var seen = random.Next(3) == 0;
        var version = seen ? new string([.. Odd[random.Next(Odd.Length)].Where(letter => letter is > ' ' and < '\x7f')]) : $"\"{random.Next(4)}\"";
        var above = tooLong is not null;
        if (operation["requestBody"] is { } taken && Resolve(taken)["content"]?.AsObject() is { Count: > 0 } content)
        {
            var (type, media) = content.First();
            var body = (random.Next(3) > 0 ? media!["example"]?.DeepClone() : null) ?? Of(media!["schema"], "body");
            if (body is JsonObject fields)
            {
                above = Change(fields, query.Count == 0);
            }

            var json = random.Next(40) == 0 ? "{\"a\":\"\\ud800\"}" : random.Next(60) == 0 ? "[1" : body?.ToJsonString() ?? "null";
            above &= body is not null && json == body.ToJsonString();
            request.Content = new StringContent(json, Encoding.UTF8);
            request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(random.Next(50) == 0 ? "text/plain" : type);
        }

        request.Headers.TryAddWithoutValidation("If-Match", above ? "\"1\"" : version);
        return (address, request, above);
    }

    // One text above its limit and nothing else changed, or a few fields made odd.
    private bool Change(JsonObject fields, bool whole)
    {
        if (fields.ContainsKey("id"))
        {
            fields["id"] = NewId();
        }

        if (whole && random.Next(8) == 0 && Places(fields).Where(place => place.Name is not ("id" or "rows")).ToList() is { Count: > 0 } places)
        {
            places[random.Next(places.Count)].Exceed();
            return true;
        }

        for (var i = random.Next(3); i > 0 && fields.Count > 0; i--)
        {
            var field = fields.ElementAt(random.Next(fields.Count)).Key;
            fields[field] = random.Next(5) switch
            {
                0 => null,
                1 => JsonValue.Create(random.Next(-5, 100_000)),
                2 => new JsonArray(JsonValue.Create(Odd[random.Next(Odd.Length)])),
                3 => new JsonObject { [Odd[random.Next(4)]] = Odd[random.Next(Odd.Length)] },
                _ => JsonValue.Create(Odd[random.Next(Odd.Length)]),
            };
        }

        return false;
    }

    // Where a text may be too long, or a list: at any depth.
    private static IEnumerable<(string Name, Action Exceed)> Places(JsonNode node) => node switch
    {
        JsonObject members => members.ToList().SelectMany(member => Places(member.Key, member.Value, value => members[member.Key] = value)),
        JsonArray list => Enumerable.Range(0, list.Count).SelectMany(i => Places("", list[i], value => list[i] = value)),
        _ => [],
    };

    private static IEnumerable<(string Name, Action Exceed)> Places(string name, JsonNode? value, Action<JsonNode> put) => value switch
    {
        JsonValue text when text.GetValueKind() == System.Text.Json.JsonValueKind.String => [(name, () => put(new string('x', 10_001)))],
        JsonArray { Count: > 0 } list =>
            [.. Places(list), (name, () => put(new JsonArray([.. Enumerable.Range(0, 1_001).Select(i => list[i % list.Count]?.DeepClone())])))],
        JsonObject members => Places(members),
        _ => [],
    };

    private bool IsText(JsonNode parameter) => parameter["in"]!.ToString() is "path" or "query" && parameter["schema"] is { } schema
        && Resolve(schema) is { } stated && stated["enum"] is null && $"{stated["type"]}".Contains("string", StringComparison.Ordinal);

    // A path with a NUL ends in the web server itself, before anything of ours.
    private string Id() => random.Next(4) switch { 0 => ids.Nobody.ToString(), 1 => Sane(Odd[random.Next(Odd.Length)]).Replace("\0", "", StringComparison.Ordinal).Replace("%00", "", StringComparison.Ordinal) is { Length: > 0 } odd ? odd : "x", _ => ids.There };

    // Chance of ours, so that a seed repeats the run.
    private string NewId()
    {
        var bytes = new byte[16];
        random.NextBytes(bytes);
        return new Guid(bytes).ToString("D", CultureInfo.InvariantCulture);
    }

    // What a client library itself would not send.
    private static string Sane(string text) => text.Replace("\r", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal);

    private JsonNode Resolve(JsonNode node)
    {
        while (node["$ref"]?.ToString() is { } reference)
        {
            node = reference.TrimStart('#', '/').Split('/').Aggregate(document, (at, part) => at[part]!);
        }

        return node;
    }

    private JsonNode? Of(JsonNode? schema, string name, int depth = 0)
    {
        if (schema is null || depth > 5)
        {
            return null;
        }

        schema = Resolve(schema);
        if (schema["oneOf"]?.AsArray().FirstOrDefault(each => each!["type"]?.ToString() != "null") is { } one)
        {
            return Of(one, name, depth + 1);
        }

        if (schema["enum"]?.AsArray() is { Count: > 0 } values)
        {
            return values[random.Next(values.Count)]?.DeepClone();
        }

        if (schema["examples"]?.AsArray() is { Count: > 0 } examples)
        {
            return examples[0]!.DeepClone();
        }

        var type = schema["type"] is JsonArray several ? several.First(each => each!.ToString() != "null")!.ToString() : schema["type"]?.ToString();
        return type switch
        {
            "object" => new JsonObject((schema["properties"]?.AsObject() ?? []).Where(_ => random.Next(4) > 0).Select(field => KeyValuePair.Create(field.Key, Of(field.Value, field.Key, depth + 1)))),
            "array" => new JsonArray([.. Enumerable.Range(0, random.Next(3)).Select(_ => Of(schema["items"], name, depth + 1))]),
            "integer" => JsonValue.Create(random.Next(-2, 50)),
            "number" => JsonValue.Create(random.Next(-20, 500) / 10m),
            "boolean" => JsonValue.Create(random.Next(2) == 0),
            _ => JsonValue.Create(schema["format"]?.ToString() == "uuid" ? random.Next(2) == 0 ? ids.There : NewId() : random.Next(3) == 0 ? Odd[random.Next(Odd.Length)] : "R-1042"),
        };
    }
}
