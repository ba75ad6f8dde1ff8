using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using FollowUp.Reports.Making;

namespace FollowUp.RulesTests.Golden;

/// <summary>JSON with its members in order and one member a line, so that two texts are equal when they state the same.</summary>
public static class CanonicalJson
{
    private static readonly JsonSerializerOptions Written = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(JsonNode node) => Ordered(node)!.ToJsonString(Written) + "\n";

    private static JsonNode? Ordered(JsonNode? node) => node switch
    {
        JsonObject members => new JsonObject(members
            .OrderBy(member => member.Key, StringComparer.Ordinal)
            .Select(member => KeyValuePair.Create(member.Key, Ordered(member.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Ordered)]),
        _ => node?.DeepClone(),
    };
}
