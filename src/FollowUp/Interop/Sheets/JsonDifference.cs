using System.Globalization;
using System.Text.Json.Nodes;

namespace FollowUp.Interop.Sheets;

/// <summary>What a later row says differently from the first.</summary>
public static class JsonDifference
{
    /// <summary>The fields of the later object that the first lacks or that differ. Fields that the later object leaves out do not count.</summary>
    public static IReadOnlyList<string> Of(JsonObject first, JsonObject later) => [.. Between(first, later, "")];

    private static IEnumerable<string> Between(JsonNode? first, JsonNode? later, string path) => later switch
    {
        JsonObject all => all.SelectMany(member => Between((first as JsonObject)?[member.Key], member.Value, path.Length == 0 ? member.Key : $"{path}.{member.Key}")),
        JsonArray all => all.SelectMany((value, i) => Between(
            first is JsonArray other && i < other.Count ? other[i] : null, value, string.Create(CultureInfo.InvariantCulture, $"{path}[{i}]"))),
        _ => JsonNode.DeepEquals(first, later) ? [] : [path],
    };
}
