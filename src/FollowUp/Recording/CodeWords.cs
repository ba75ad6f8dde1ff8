using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using FollowUp.Course;
using FollowUp.Course.Json;
using FollowUp.Patients.Facts;
using FollowUp.Platform;
using FollowUp.Platform.Texts;
using FollowUp.Recording.Commands;

namespace FollowUp.Recording;

/// <summary>The codes that words stand for, as laboratories and clinics of any language print them.</summary>
/// <remarks>
/// The one table is that of the texts: a code's name, its text in every language, and what else is
/// printed for it. Case, accents, spaces and signs don't count. A word that would mean two codes of one set is not read.
/// </remarks>
public static class CodeWords
{
    private static readonly ConcurrentDictionary<Type, IReadOnlyDictionary<string, string?>> Tables = new();

    /// <summary>Every word of a set of codes, with the code it means; null where it would mean two.</summary>
    public static IReadOnlyDictionary<string, string?> Of(Type codes) => Tables.GetOrAdd(codes, static codes => CodeSet.Of(codes)!
        .SelectMany(name => WordsFor(codes, name).Select(Spelling.Joined).Where(word => word.Length > 0).Distinct(StringComparer.Ordinal).Select(word => (Word: word, Name: name)))
        .GroupBy(pair => pair.Word, StringComparer.Ordinal)
        .ToDictionary(pairs => pairs.Key, pairs => Only([.. pairs.Select(pair => pair.Name)]), StringComparer.Ordinal));

    /// <summary>The code that a text means; null when it means none, or more than one.</summary>
    public static string? Find(Type codes, string text) =>
        CodeSet.Of(codes)!.FirstOrDefault(name => string.Equals(name, text.Trim(), StringComparison.OrdinalIgnoreCase))
        ?? Of(codes).GetValueOrDefault(Spelling.Joined(text));

    /// <summary>The same as a value of the set.</summary>
    public static TCode? Find<TCode>(string text)
        where TCode : struct, Enum => Find(typeof(TCode), text) is { } name ? Enum.Parse<TCode>(name) : null;

    /// <summary>A line of a file with codes in the place of the words for them: the fact that its <c>command</c> names, or an enrolment.</summary>
    public static void FitLine(JsonObject line)
    {
        var command = (line["command"] as JsonValue)?.ToString();
        if (command == CommandJson.Enrol && line["enrolment"] is JsonObject enrolment)
        {
            Fit(enrolment, typeof(PatientEnrolled));
        }
        else if (command is not null && FactJson.Kinds.TryGetValue(command, out var kind))
        {
            Fit(line, kind);
        }
    }

    /// <summary>A body of a command with codes in the place of the words for them; what is not understood stays as it is, and is refused by its field.</summary>
    /// <param name="body">The body.</param>
    /// <param name="kind">What it is read as.</param>
    public static void Fit(JsonObject body, Type kind)
    {
        foreach (var property in kind.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.CanWrite))
        {
            var name = JsonNamingPolicy.CamelCase.ConvertName(property.Name);
            if (body[name] is { } value && Fitted(value, property.PropertyType) is { } fitted)
            {
                body[name] = fitted;
            }
        }
    }

    // Null where nothing has to be put in its place.
    private static JsonNode? Fitted(JsonNode value, Type type)
    {
        var of = Nullable.GetUnderlyingType(type) ?? type;
        switch (value)
        {
            case JsonValue text when CodeSet.Of(of) is { } names && text.GetValueKind() == JsonValueKind.String && text.ToString() is var word && !names.Contains(word):
                return Find(of, word) is { } code ? JsonValue.Create(code) : null;
            case JsonArray items when of.IsGenericType && of.GetGenericArguments() is [var item]:
                for (var i = 0; i < items.Count; i++)
                {
                    if (items[i] is { } each && Fitted(each, item) is { } fitted)
                    {
                        items[i] = fitted;
                    }
                }

                return null;
            case JsonObject table when of.IsGenericType && of.GetGenericArguments() is [var key, var said] && key.IsEnum:
                return new JsonObject(table.Select(pair => KeyValuePair.Create(
                    Find(key, pair.Key) ?? pair.Key, pair.Value is null ? null : Fitted(pair.Value.DeepClone(), said) ?? pair.Value.DeepClone())).DistinctBy(pair => pair.Key));
            case JsonObject part when of.Namespace?.StartsWith(nameof(FollowUp), StringComparison.Ordinal) == true:
                Fit(part, of);
                return null;
            default:
                return null;
        }
    }

    private static IEnumerable<string> WordsFor(Type codes, string name) =>
        Catalogue.Shipped.All.SelectMany(words => words.Texts.TryGetValue($"{codes.Name}.{name}", out var text) ? [text.Pattern.Text, .. text.Also] : (string[])[]).Prepend(name);

    private static string? Only(IReadOnlyList<string> names) => names.Count == 1 ? names[0] : null;
}
