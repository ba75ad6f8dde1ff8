using System.Text.Json.Nodes;
using FollowUp.Course;
using FollowUp.Course.Json;

namespace FollowUp.Patients.Pages.Forms;

/// <summary>What stands in a form's fields: what was typed, or a fact as it is.</summary>
public sealed class FormValues
{
    private readonly Func<string, string> _find;

    private FormValues(Func<string, string> find) => _find = find;

    /// <summary>An empty form.</summary>
    public static FormValues None { get; } = new(_ => "");

    /// <summary>The value of a field; several are joined by a comma; nothing when it is empty.</summary>
    public string this[string name] => _find(name);

    /// <summary>What was typed.</summary>
    public static FormValues Of(IFormCollection form) => new(name => form[name].ToString());

    /// <summary>Some values by name.</summary>
    public static FormValues Of(IReadOnlyDictionary<string, string> values) => new(name => values.GetValueOrDefault(name) ?? "");

    /// <summary>A fact as it is.</summary>
    public static FormValues Of(Fact fact)
    {
        var json = FactJson.ToObject(fact);
        return new(name => name.Split('.') is [var field, var key] && json[field] is JsonObject table ? Text(table[key]) : Text(json[name]));
    }

    /// <summary>The same with one field otherwise.</summary>
    public FormValues With(string field, string value) => new(name => name == field ? value : _find(name));

    private static string Text(JsonNode? node) => node switch
    {
        null => "",
        JsonArray several => string.Join(',', several.Select(one => one?.ToString())),
        _ => node.ToString(),
    };
}
