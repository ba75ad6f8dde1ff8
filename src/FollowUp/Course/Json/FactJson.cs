using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using NodaTime;
using NodaTime.Serialization.SystemTextJson;

namespace FollowUp.Course.Json;

/// <summary>The one JSON form of facts, in the store, over the interface and in files.</summary>
public static class FactJson
{
    /// <summary>The property of a fact of any kind that says which kind it is.</summary>
    public const string KindProperty = "$kind";

    // Read once: reading an attribute takes longer than writing a fact. It stands first, for the fields below are made from it.
    private static readonly FrozenDictionary<Type, StoredAsAttribute> Described = Scan.Types<Fact>()
        .ToFrozenDictionary(type => type, type => type.GetCustomAttribute<StoredAsAttribute>()
            ?? throw new InvalidOperationException($"{type.Name} needs a [StoredAs(\"stored_name\", \"path\")] attribute."));

    /// <summary>Every kind of fact, by its stored name.</summary>
    public static readonly FrozenDictionary<string, Type> Kinds =
        Described.ToFrozenDictionary(kind => kind.Value.Name, kind => kind.Key, StringComparer.Ordinal);

    /// <summary>Camel case, enums by name, unknown members and missing required ones refused.</summary>
    public static readonly JsonSerializerOptions Options = Configure(new JsonSerializerOptions());

    /// <summary>The attribute of a kind of fact.</summary>
    public static StoredAsAttribute Describe(Type kind) => Described[kind];

    /// <summary>The stored name of a fact's kind.</summary>
    public static string NameOf(Fact fact) => Describe(fact.GetType()).Name;

    /// <summary>Sets options up as facts need them.</summary>
    public static JsonSerializerOptions Configure(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        options.RespectNullableAnnotations = true;
        options.RespectRequiredConstructorParameters = true;
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.AllowOutOfOrderMetadataProperties = true;
        options.Converters.Add(new JsonStringEnumConverter(namingPolicy: null, allowIntegerValues: false));
        options.Converters.Add(new AnyOffset.Converter());
        options.ConfigureForNodaTime(DateTimeZoneProviders.Tzdb);
        options.TypeInfoResolver = (options.TypeInfoResolver ?? new DefaultJsonTypeInfoResolver()).WithAddedModifier(AddKinds);
        return options;
    }

    /// <summary>The fact as a JSON object, without its kind.</summary>
    public static JsonObject ToObject(Fact fact) => JsonSerializer.SerializeToNode(fact, fact.GetType(), Options)!.AsObject();

    /// <summary>A fact of a kind from a JSON object.</summary>
    /// <exception cref="JsonException">The object is not a fact of that kind.</exception>
    public static Fact FromObject(JsonObject json, Type kind) => (Fact)json.Deserialize(kind, Options)!;

    /// <summary>The fact with changes laid over it (RFC 7396: null removes a field).</summary>
    /// <exception cref="JsonException">The changes do not fit the fact.</exception>
    public static Fact Merge(Fact fact, JsonObject changes) =>
        FromObject((JsonObject)Merge(ToObject(fact), changes)!, fact.GetType());

    /// <summary>Whether two facts state the same.</summary>
    public static bool Same(Fact one, Fact other) =>
        one.GetType() == other.GetType() && JsonNode.DeepEquals(ToObject(one), ToObject(other));

    private static JsonNode? Merge(JsonNode? target, JsonNode? patch)
    {
        if (patch is not JsonObject changes)
        {
            return patch?.DeepClone();
        }

        var result = target is JsonObject original ? (JsonObject)original.DeepClone() : [];
        foreach (var (name, value) in changes)
        {
            if (value is null)
            {
                result.Remove(name);
            }
            else
            {
                result[name] = Merge(result[name], value);
            }
        }

        return result;
    }

    private static void AddKinds(JsonTypeInfo info)
    {
        if (info.Type != typeof(Fact))
        {
            return;
        }

        info.PolymorphismOptions = new JsonPolymorphismOptions { TypeDiscriminatorPropertyName = KindProperty };
        foreach (var (name, type) in Kinds)
        {
            info.PolymorphismOptions.DerivedTypes.Add(new JsonDerivedType(type, name));
        }
    }
}
