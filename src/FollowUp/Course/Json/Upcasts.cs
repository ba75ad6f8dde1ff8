using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json.Nodes;

namespace FollowUp.Course.Json;

/// <summary>Reads a fact that was stored in an earlier shape. Found by scanning; what is stored is never changed.</summary>
/// <remarks>Facts of every shape have the same stored name, so it is told which shape it is by the fields: one in today's shape stays as it is.</remarks>
public interface IUpcast
{
    /// <summary>The stored name of the kind of fact.</summary>
    string Kind { get; }

    /// <summary>The fields in today's shape.</summary>
    /// <param name="stored">The fields as stored, or those that a correction of such a fact changes. May be changed itself.</param>
    JsonObject ToToday(JsonObject stored);
}

/// <summary>The earlier shapes of facts, by kind. A kind without any is read as it is stored, at no cost.</summary>
public static class Upcasts
{
    // The program's own, and those of a program that this assembly is a part of, for instance of the tests.
    private static readonly FrozenDictionary<string, IUpcast[]> ByKind = Scan.For<IUpcast>(also: Assembly.GetEntryAssembly())
        .GroupBy(upcast => upcast.Kind, StringComparer.Ordinal)
        .ToFrozenDictionary(kind => kind.Key, kind => kind.ToArray(), StringComparer.Ordinal);

    /// <summary>The kinds that have earlier shapes, by their stored names.</summary>
    public static IReadOnlyList<string> Kinds => ByKind.Keys;

    /// <summary>A kind's fields, stored or changed by a correction, in today's shape.</summary>
    public static JsonObject ToToday(string kind, JsonObject fields) =>
        ByKind.TryGetValue(kind, out var upcasts)
            ? upcasts.Aggregate((JsonObject)fields.DeepClone(), (today, upcast) => upcast.ToToday(today))
            : fields;
}
