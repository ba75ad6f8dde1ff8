using FollowUp.Course.Json;

namespace FollowUp.Course;

/// <summary>A set of kinds of fact.</summary>
internal sealed class FactKinds
{
    private UInt128 _bits;

    /// <summary>Adds a kind; null, a type that is several kinds, adds all of them.</summary>
    public void Add(FactKind? kind) => _bits |= kind?.Bit ?? UInt128.MaxValue;

    /// <summary>Adds the kinds of another set.</summary>
    public void Add(FactKinds others) => _bits |= others._bits;

    /// <summary>Adds every kind.</summary>
    public void AddAll() => _bits = UInt128.MaxValue;

    /// <summary>Whether a kind is in it.</summary>
    public bool Contains(FactKind kind) => (_bits & kind.Bit) != UInt128.Zero;
}

/// <summary>A kind of fact by a number, so that a set of kinds is a few bits and a list by kind is an array.</summary>
/// <param name="Index">From 0; the same for as long as the program runs.</param>
internal sealed record FactKind(int Index)
{
    private static readonly Dictionary<Type, FactKind> ByType = FactJson.Kinds.Values.Select((kind, i) => (kind, i)).ToDictionary(kind => kind.kind, kind => new FactKind(kind.i));

    /// <summary>How many kinds there are.</summary>
    public static int Count { get; } = ByType.Count <= 128 ? ByType.Count : throw new InvalidOperationException("A set of kinds of fact holds 128 of them.");

    /// <summary>The set of this kind alone.</summary>
    public UInt128 Bit { get; } = UInt128.One << Index;

    /// <summary>The number of a kind; null for a type that is several kinds.</summary>
    public static FactKind? Find(Type kind) => ByType.GetValueOrDefault(kind);

    /// <summary>The number of a kind, found once.</summary>
    internal static class Of<TFact>
        where TFact : Fact
    {
        public static readonly FactKind? Value = Find(typeof(TFact));
    }
}
