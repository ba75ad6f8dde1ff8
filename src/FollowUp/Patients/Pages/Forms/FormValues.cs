using System.Text.Json.Nodes;
using FollowUp.Course;
using FollowUp.Course.Json;

namespace FollowUp.Patients.Pages.Forms;

/// <summary>The values shown in the fields of a form: what was typed, or the fields of a fact.</summary>
public sealed class FormValues
{
    private readonly Func<string, string> _find;

    private FormValues(Func<string, string> find) => _find = find;

    /// <summary>An empty form.</summary>
    public static FormValues None { get; } = new(_ => "");

    /// <summary>The value of a field; several values are joined by commas; an empty text when there is none.</summary>
    public string this[string name] => _find(name);

    /// <summary>The values that were typed.</summary>
    public static FormValues Of(IFormCollection form) => new(name => form[name].ToString());

    /// <summary>Values by name.</summary>
    public static FormValues Of(IReadOnlyDictionary<string, string> values) => new(name => values.GetValueOrDefault(name) ?? "");

    /// <summary>The values of a fact.</summary>
    public static FormValues Of(Fact fact)
    {
        var json = FactJson.ToObject(fact);
        return new(name => name.Split('.') is [var field, var key] && json[field] is JsonObject table ? Text(table[key]) : Text(json[name]));
    }

    /// <summary>The same values with one field changed.</summary>
    public FormValues With(string field, string value) => new(name => name == field ? value : _find(name));

    private static string Text(JsonNode? node) => node switch
    {
        null => "",
        JsonArray several => string.Join(',', several.Select(one => one?.ToString())),
        _ => node.ToString(),
    };
}
