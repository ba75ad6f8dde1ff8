using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using FollowUp.Course;
using FollowUp.Course.Dates;
using FollowUp.Course.Printed;
using FollowUp.Platform.Http;
using NodaTime;
using NodaTime.Text;

namespace FollowUp.Patients.Pages.Forms;

/// <summary>A field of a kind of fact, for forms and pages; made from the declaration of the fact.</summary>
/// <param name="Property">The property.</param>
/// <param name="Name">Its name in JSON.</param>
/// <param name="Type">Its type, without nullability.</param>
/// <param name="Required">Whether the fact needs it.</param>
public sealed record FactField(PropertyInfo Property, string Name, Type Type, bool Required)
{
    private static readonly ConcurrentDictionary<Type, IReadOnlyList<FactField>> ByKind = new();

    private static readonly string[] WithoutInput = [nameof(Fact.Warnings), nameof(Fact.Note), nameof(Fact.CopiedFrom), nameof(Fact.SourceRecordedAt), "EqualityContract"];

    /// <summary>For a text, the code it must be.</summary>
    public CodeAttribute? Code => Property.GetCustomAttribute<CodeAttribute>();

    /// <summary>For an id, the kinds of entry it may name.</summary>
    public EntryOfAttribute? EntryOf => Property.GetCustomAttribute<EntryOfAttribute>();

    /// <summary>The item type of a list; null when the field is no list.</summary>
    public Type? Item => Type.IsGenericType && Type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) ? Type.GetGenericArguments()[0] : null;

    /// <summary>The key type of a table of answers, such as the script of a call; null when the field is no table.</summary>
    public Type? Table => Type.IsGenericType && Type.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>) ? Type.GetGenericArguments()[0] : null;

    /// <summary>Whether a form can ask for it. Lists of records can only be sent over HTTP and in files.</summary>
    public bool IsAsked => Type != typeof(JsonObject) && (Item is null or { IsEnum: true });

    /// <summary>The fields of a kind of fact.</summary>
    public static IReadOnlyList<FactField> Of(Type kind) => ByKind.GetOrAdd(kind, static kind => [.. kind
        .GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(property => property.CanWrite && !WithoutInput.Contains(property.Name))
        .Select(property => new FactField(
            property,
            JsonNamingPolicy.CamelCase.ConvertName(property.Name),
            Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType,
            property.CustomAttributes.Any(attribute => attribute.AttributeType.Name == "RequiredMemberAttribute")))]);

    /// <summary>Reads the JSON body of a fact from a form. Empty fields are left out.</summary>
    /// <param name="kind">The kind of fact.</param>
    /// <param name="form">The form.</param>
    /// <param name="culture">The culture of the user; it decides whether 1.000 can mean a thousand (R14).</param>
    /// <exception cref="UnreadableException">A number can be read in two ways.</exception>
    public static JsonObject Read(Type kind, IFormCollection form, string culture)
    {
        var body = new JsonObject();
        foreach (var field in Of(kind).Where(field => field.IsAsked))
        {
            if (field.Read(form, field.Name, culture) is { } value)
            {
                body[field.Name] = value;
            }
        }

        return body;
    }

    /// <summary>Whether a value is empty or the default of a field that was not asked.</summary>
    public static bool IsNotStated(object? value) => value is null or Answer.NotAsked
        || value is Enum member && member.ToString() is "NotStated" or "NotAsked"
        || value is System.Collections.ICollection { Count: 0 };

    private JsonNode? Read(IFormCollection form, string name, string culture)
    {
        if (Item is not null)
        {
            var chosen = form[name].Where(text => !string.IsNullOrEmpty(text)).ToArray();
            return chosen.Length == 0 ? null : new JsonArray([.. chosen.Select(text => (JsonNode?)JsonValue.Create(text))]);
        }

        if (Table is not null)
        {
            var answers = Enum.GetNames(Table)
                .Select(key => (Key: key, Answer: form[$"{name}.{key}"].ToString()))
                .Where(answer => answer.Answer.Length > 0 && answer.Answer != nameof(Answer.NotAsked))
                .ToList();
            return answers.Count == 0 ? null : new JsonObject(answers.Select(answer => KeyValuePair.Create(answer.Key, (JsonNode?)JsonValue.Create(answer.Answer))));
        }

        var text = form[name].ToString().Trim();
        var clock = form[$"{name}.time"].ToString().Trim();
        if (Type == typeof(ClinicalTime) && text.Length > 0 && clock.Length > 0)
        {
            return JsonValue.Create(PrintedTime.Moment(text, clock, null)?.ToString() ?? $"{text}T{clock}");
        }

        return text.Length == 0 ? null : Json(text, name, culture);
    }

    // A text that cannot be read is passed on unchanged, and then refused with the name of the field.
    private JsonValue? Json(string text, string name, string culture) =>
        Type == typeof(bool) ? JsonValue.Create(text == "true")
        : Type == typeof(int) && int.TryParse(text, System.Globalization.NumberStyles.AllowLeadingSign, System.Globalization.CultureInfo.InvariantCulture, out var whole) ? JsonValue.Create(whole)
        : Type == typeof(decimal) ? Number(text, name, culture)
        : JsonValue.Create((Type == typeof(LocalTime) ? PrintedTime.Clock(text) is { } time ? LocalTimePattern.ExtendedIso.Format(time) : null
            : Type == typeof(LocalDate) ? PrintedTime.Day(text) is { } day ? LocalDatePattern.Iso.Format(day) : null
            : Type == typeof(PartialDate) ? PrintedTime.Partial(text)?.ToString()
            : Type == typeof(ClinicalTime) ? PrintedTime.Moment(text)?.ToString()
            : null) ?? text);

    private static JsonValue Number(string text, string name, string culture) => PrintedNumber.Read(text, culture, name) switch
    {
        (var number, null) => JsonValue.Create(number),
        (_, { Code: "ValueAmbiguous" } refusal) => throw new UnreadableException(refusal),
        _ => JsonValue.Create(text),
    };
}
