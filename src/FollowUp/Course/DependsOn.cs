using FollowUp.Course.Json;

namespace FollowUp.Course;

/// <summary>The kinds of fact that something derived was read from: a fact of another kind leaves it as it is.</summary>
internal sealed class DependsOn
{
    private UInt128 _kinds;

    /// <summary>It was read from the facts of a kind; of several kinds at once, from all there is.</summary>
    public void Kind(KindNumber? kind) => _kinds |= kind?.Bit ?? UInt128.MaxValue;

    /// <summary>It was read from all there is.</summary>
    public void Everything() => _kinds = UInt128.MaxValue;

    /// <summary>It was read from something that was read from these.</summary>
    public void All(DependsOn others) => _kinds |= others._kinds;

    /// <summary>Whether a fact of this kind, or a change to one, may change it.</summary>
    public bool Includes(KindNumber kind) => (_kinds & kind.Bit) != UInt128.Zero;
}

/// <summary>A kind of fact by a number, which a course of every man can keep something under at little cost.</summary>
/// <param name="Index">From 0; the same while the program runs.</param>
internal sealed record KindNumber(int Index)
{
    private static readonly Dictionary<Type, KindNumber> ByType = FactJson.Kinds.Values.Select((kind, i) => (kind, i)).ToDictionary(kind => kind.kind, kind => new KindNumber(kind.i));

    /// <summary>How many kinds there are.</summary>
    public static int Count { get; } = ByType.Count <= 128 ? ByType.Count : throw new InvalidOperationException("A set of kinds holds 128 of them.");

    /// <summary>The set of this kind alone.</summary>
    public UInt128 Bit { get; } = UInt128.One << Index;

    /// <summary>The number of a kind; null for a type that is several kinds.</summary>
    public static KindNumber? Find(Type kind) => ByType.GetValueOrDefault(kind);

    /// <summary>The number of a kind, found once.</summary>
    internal static class Of<TFact>
        where TFact : Fact
    {
        public static readonly KindNumber? Value = Find(typeof(TFact));
    }
}
