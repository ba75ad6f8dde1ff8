using System.Collections.Immutable;
using NodaTime;

namespace FollowUp.Course;

/// <summary>The facts of a log that stand, in clinical order, and those of each kind; worked out when first asked for.</summary>
internal sealed class StandingFacts(ImmutableList<Entry> log, DateTimeZone zone)
{
    private readonly object?[] _byKind = new object?[FactKind.Count];

    private IReadOnlyList<Standing<Fact>>? _all;

    /// <summary>All of them.</summary>
    public IReadOnlyList<Standing<Fact>> All => _all ??= Corrections.Apply(log, zone);

    /// <summary>Those of one kind.</summary>
    public IReadOnlyList<Standing<TFact>> Of<TFact>()
        where TFact : Fact =>
        FactKind.Of<TFact>.Value is { } kind
            ? (List<Standing<TFact>>)(_byKind[kind.Index] ??= Select<TFact>())
            : Select<TFact>();

    /// <summary>Those that stand with one more entry. What a fact of its kind cannot change is taken over.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="changed">The kind of fact that it states or changes.</param>
    public StandingFacts With(Entry entry, FactKind changed)
    {
        var with = new StandingFacts(log.Add(entry), zone);
        if (_all is not null && Corrections.Apply(_all, log, entry, zone) is { } all)
        {
            with._all = all;
            _byKind.CopyTo(with._byKind, 0);
            with._byKind[changed.Index] = null;
        }

        return with;
    }

    private List<Standing<TFact>> Select<TFact>()
        where TFact : Fact
    {
        var selected = new List<Standing<TFact>>();
        foreach (var standing in All)
        {
            if (standing.Fact is TFact fact)
            {
                selected.Add(new(standing.Id, fact, standing.Occurred, standing.Entry, standing.CorrectedBy));
            }
        }

        return selected;
    }
}
