using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using FollowUp.Course;

namespace FollowUp.Platform.Http;

/// <summary>Says where a JSON document does not fit a type, and what would fit there.</summary>
public static class JsonMisfit
{
    /// <summary>The field that does not fit, with its value and the remedy.</summary>
    /// <param name="exception">What the reader said.</param>
    /// <param name="document">The document.</param>
    /// <param name="type">The type it was read as.</param>
    public static Finding Of(JsonException exception, JsonNode? document, Type type)
    {
        var path = (exception.Path ?? "$").TrimStart('$').TrimStart('.');
        if (MissingMember(exception.Message) is { } missing)
        {
            return Finding.Refusal("Missing", path.Length == 0 ? missing : $"{path}.{missing}", null, "This field is required.");
        }

        return path.Length == 0
            ? Finding.Refusal("Unreadable", "body", null, Remedy(exception, null))
            : Finding.Refusal("Unreadable", path, ValueAt(document, path), Remedy(exception, TypeAt(type, path)));
    }

    // The reader's own message names types of the program. What helps the sender is which value would be right.
    private static string Remedy(JsonException exception, Type? expected) =>
        exception.Message.Contains("could not be mapped", StringComparison.Ordinal) ? "There is no such field. /docs lists the fields; free text goes into note."
        : expected is not null ? Remedies.For(expected)
        : WithoutPath(exception.InnerException?.Message ?? exception.Message);

    private static string WithoutPath(string message)
    {
        var end = message.IndexOf(" Path:", StringComparison.Ordinal);
        return end < 0 ? message : message[..end];
    }

    // "... was missing required properties including: 'first', 'second'."
    private static string? MissingMember(string message)
    {
        const string mark = "including: ";
        var at = message.IndexOf(mark, StringComparison.Ordinal);
        return at < 0 ? null : message[(at + mark.Length)..].Split(['\'', ',', '.'], StringSplitOptions.RemoveEmptyEntries)[0].Trim();
    }

    private static string? ValueAt(JsonNode? document, string path)
    {
        var node = document;
        foreach (var part in path.Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            var (name, indexes) = NameAndIndexes(part);
            node = indexes.Aggregate((node as JsonObject)?[name], ItemAt);
        }

        return node is JsonValue ? node.ToString() : null;
    }

    private static JsonNode? ItemAt(JsonNode? list, string index) =>
        list is JsonArray items && int.TryParse(index, CultureInfo.InvariantCulture, out var i) && i < items.Count ? items[i] : null;

    private static Type? TypeAt(Type type, string path)
    {
        Type? at = type;
        foreach (var part in path.Split('.'))
        {
            var (name, indexes) = NameAndIndexes(part);
            at = at?.GetProperties().FirstOrDefault(property => property.Name.Equals(name, StringComparison.OrdinalIgnoreCase))?.PropertyType;
            if (indexes.Count > 0 && at is { IsGenericType: true })
            {
                at = at.GetGenericArguments()[^1];
            }
        }

        return at;
    }

    // Of "drugs[0]" the name and the index.
    private static (string Name, IReadOnlyList<string> Indexes) NameAndIndexes(string part) =>
        part.Split('[') is [var name, .. var indexes] ? (name, [.. indexes.Select(index => index.TrimEnd(']'))]) : (part, []);
}
