using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using FollowUp.Course;
using FollowUp.Course.Json;

namespace FollowUp.Platform.Http;

/// <summary>Reads bodies strictly: valid UTF-8, one JSON object, no name twice, nothing left over.</summary>
public static class JsonBody
{
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 32, AllowDuplicateProperties = false };

    /// <summary>The bytes of a request's body, at most the server's limit.</summary>
    public static async Task<byte[]> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        using var buffer = new MemoryStream();
        await request.Body.CopyToAsync(buffer, cancellationToken);
        return buffer.ToArray();
    }

    /// <summary>The object that the bytes are.</summary>
    /// <exception cref="UnreadableException">They are something else.</exception>
    public static JsonObject Parse(ReadOnlySpan<byte> utf8)
    {
        if (!Utf8.IsValid(utf8))
        {
            throw Unreadable(null, "The body is not valid UTF-8. Encode it as UTF-8.");
        }

        try
        {
            var body = JsonNode.Parse(utf8, documentOptions: Strict) as JsonObject ?? throw Unreadable(null, "The body must be one JSON object.");
            return Refuse(body, "") is { } refused ? throw new UnreadableException(refused) : body;
        }
        catch (JsonException wrong)
        {
            throw Unreadable(null, $"The body is not JSON: line {wrong.LineNumber + 1}, byte {wrong.BytePositionInLine + 1}.");
        }
        catch (InvalidOperationException)
        {
            throw new UnreadableException(TextLimits.HalfACharacter("body"));
        }
        catch (ArgumentException)
        {
            throw Unreadable(null, "The body names a field twice.");
        }
    }

    // Before anything is done with it: how long texts and lists are, and what cannot be kept.
    private static Finding? Refuse(JsonNode? node, string path)
    {
        switch (node)
        {
            case JsonObject members:
                foreach (var (name, value) in members)
                {
                    if (name.Length > TextLimits.LongestName)
                    {
                        return Finding.Refusal("TooLong", path.Length == 0 ? "body" : path, null, $"The name of a field has at most {TextLimits.LongestName} characters. /docs lists the fields.");
                    }

                    if (Refuse(value, path.Length == 0 ? name : $"{path}.{name}") is { } inside)
                    {
                        return inside;
                    }
                }

                return null;
            case JsonArray list:
                var most = TextLimits.ListOf(path[(path.LastIndexOf('.') + 1)..].Split('[')[0]);
                return list.Count > most
                    ? Finding.Refusal("TooMany", path, list.Count, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"At most {most} are taken. Leave out the others."))
                    : list.Select((value, i) => Refuse(value, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{path}[{i}]"))).FirstOrDefault(finding => finding is not null);
            case JsonValue value when value.GetValueKind() == JsonValueKind.String:
                try
                {
                    return TextLimits.Refuse(path, value.GetValue<string>());
                }
                catch (InvalidOperationException)
                {
                    return TextLimits.HalfACharacter(path);
                }

            default:
                return null;
        }
    }

    /// <summary>Reads an object as a type.</summary>
    /// <exception cref="UnreadableException">It does not fit, with the field, its value and what would be right.</exception>
    public static object To(JsonObject json, Type type)
    {
        try
        {
            return json.Deserialize(type, FactJson.Options)!;
        }
        catch (JsonException wrong)
        {
            throw new UnreadableException(JsonMisfit.Of(wrong, json, type));
        }
    }

    /// <summary>Takes a field out of an object.</summary>
    /// <exception cref="UnreadableException">It is there and does not fit.</exception>
    public static T? Take<T>(JsonObject json, string field)
    {
        if (!json.Remove(field, out var value) || value is null)
        {
            return default;
        }

        try
        {
            return value.Deserialize<T>(FactJson.Options);
        }
        catch (JsonException)
        {
            throw new UnreadableException(Finding.Refusal("Unreadable", field, value is JsonValue ? value.ToString() : null, Remedies.For(typeof(T))));
        }
    }

    private static UnreadableException Unreadable(string? value, string message) => new(Finding.Refusal("Unreadable", "body", value, message));
}
