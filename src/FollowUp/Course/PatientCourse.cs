using System.Collections.Immutable;
using FollowUp.Contacts.Facts;
using FollowUp.Course.Facts;
using NodaTime;

namespace FollowUp.Course;

/// <summary>
/// A man's course: the facts that stand, in clinical order, as known at an instant. Every clinical answer is a pure function
/// of a course, a versioned rule set and a date.
/// </summary>
/// <remarks>
/// Corrections and retractions take effect here and nowhere else (R01, R09). Folding in two parts equals folding at once:
/// the log is all the state there is, and what stands is derived from it.
/// </remarks>
public sealed class PatientCourse
{
    private readonly Known _known;
    private readonly DependsOn? _reader;

    private PatientCourse(Guid patientId, DateTimeZone zone, ImmutableList<Entry> log)
        : this(patientId, zone, new Known(log, zone), null)
    {
    }

    private PatientCourse(Guid patientId, DateTimeZone zone, Known known, DependsOn? reader) =>
        (PatientId, Zone, _known, _reader) = (patientId, zone, known, reader);

    /// <summary>The man's id, which is his stream's.</summary>
    public Guid PatientId { get; }

    /// <summary>The clinic's time zone: days and clock times are read in it (R05).</summary>
    public DateTimeZone Zone { get; }

    /// <summary>Every entry ever recorded, in that order, corrections and retractions included.</summary>
    public ImmutableList<Entry> Log
    {
        get
        {
            _reader?.Everything();
            return _known.Log;
        }
    }

    /// <summary>The stream's version after the last entry; 0 for an empty course.</summary>
    public long Version => Log.Count == 0 ? 0 : Log[^1].Version;

    /// <summary>The facts that stand, in clinical order: day, the more exact first, time, then id.</summary>
    public IReadOnlyList<Standing<Fact>> Standing
    {
        get
        {
            _reader?.Everything();
            return _known.Standing;
        }
    }

    /// <summary>Where his facts stand, while this record is merged into another; null otherwise.</summary>
    public Standing<MergedInto>? Merged => Of<MergedInto>().LastOrDefault();

    /// <summary>A course of which nothing is known yet.</summary>
    public static PatientCourse Empty(Guid patientId, DateTimeZone zone) => new(patientId, zone, []);

    /// <summary>The fold of a log.</summary>
    public static PatientCourse Of(Guid patientId, DateTimeZone zone, IEnumerable<Entry> log) => new(patientId, zone, [.. log]);

    /// <summary>The course with one more entry; asked twice with the same entry, the same course.</summary>
    /// <remarks>What was derived from other kinds of fact stays known.</remarks>
    public PatientCourse With(Entry entry)
    {
        if (_known.Next is { } next && next.Log[^1] == entry)
        {
            return next;
        }

        return _known.Next = new PatientCourse(PatientId, Zone, _known.With(entry, KindNumber.Find(Concerned(entry.Fact).GetType())!, Zone), null);
    }

    /// <summary>The course with more entries.</summary>
    public PatientCourse With(IEnumerable<Entry> entries) => entries.Aggregate(this, (course, entry) => course.With(entry));

    /// <summary>The course as it was known at an instant, what was recorded exactly then included (R03).</summary>
    public PatientCourse AsOf(Instant instant) => new(PatientId, Zone, Log.RemoveAll(entry => entry.RecordedAt > instant));

    /// <summary>The standing facts of one kind, in clinical order.</summary>
    public IEnumerable<Standing<TFact>> Of<TFact>()
        where TFact : Fact
    {
        _reader?.Kind(KindNumber.Of<TFact>.Value);
        return _known.Of<TFact>();
    }

    /// <summary>The entry with this id, standing or not; null when there is none.</summary>
    public Entry? Find(Guid id)
    {
        // An entry that is there stays as it was recorded; one that is not may come.
        if (_known.Log.Find(entry => entry.Id == id) is { } found)
        {
            return found;
        }

        _reader?.Everything();
        return null;
    }

    /// <summary>The course as it was after one of its versions.</summary>
    public PatientCourse UpTo(long version) =>
        version >= Version ? this : new(PatientId, Zone, Log.RemoveAll(entry => entry.Version > version));

    /// <summary>What is derived from the course, worked out once for as long as it is asked for with the same key.</summary>
    /// <remarks>
    /// A course never changes, so neither does what is derived from it; the last key's value is kept. It stays known with later facts of
    /// other kinds than those it was read from: what <paramref name="derive"/> reads, it reads of the course it is given.
    /// </remarks>
    /// <typeparam name="TKey">What else it depends on.</typeparam>
    /// <typeparam name="TValue">What is derived.</typeparam>
    /// <param name="key">What else it depends on.</param>
    /// <param name="derive">Derives it. What it returns holds neither the course nor anything still to be read of it.</param>
    /// <param name="name">Tells apart what is derived as the same type.</param>
    public TValue Derived<TKey, TValue>(TKey key, Func<PatientCourse, TKey, TValue> derive, string name = "")
        where TKey : IEquatable<TKey>
    {
        var kept = _known.Find<TKey, TValue>(name);
        if (kept is null || !kept.Key.Equals(key))
        {
            var from = new DependsOn();
            kept = new(name, from, key, derive(new(PatientId, Zone, _known, from), key));
            _known.Keep(kept);
        }

        _reader?.All(kept.From);
        return kept.Value;
    }

    /// <summary>The entry that a correction or retraction is about; null for any other fact.</summary>
    public static Guid? About(Fact fact) => fact switch
    {
        EntryCorrected correction => correction.EntryId,
        EntryRetracted retraction => retraction.EntryId,
        _ => null,
    };

    /// <summary>
    /// The fact that a fact is about in the end: of a correction or retraction that which it changes, also through other corrections
    /// and retractions; of any other the fact itself. Who may record that may change it.
    /// </summary>
    public Fact Concerned(Fact fact) => About(fact) is { } id && Find(id) is { } target ? Concerned(target.Fact) : fact;

    /// <summary>Whether an entry stands as whoever saw a version saw it: the man had that version, and it was neither corrected nor retracted since.</summary>
    public bool IsAsSeen(Guid entryId, long version) =>
        version >= 1 && version <= Version && !Log.Exists(entry => entry.Version > version && About(entry.Fact) == entryId);

    /// <summary>The records that this one was merged with, either way, also where that was undone since.</summary>
    public IReadOnlyList<Guid> MergedWith =>
        [.. Log.Select(entry => entry.Fact).Select(fact => fact is RecordsMerged merge ? merge.OtherId : (fact as MergedInto)?.SurvivorId).OfType<Guid>().Distinct()];

    /// <summary>The contacts and attempts that stand and were recorded after a version.</summary>
    public IReadOnlyList<Standing<Fact>> ContactsSince(long version) =>
        [.. Standing.Where(standing => standing.Fact is ContactMade or ContactAttempted && standing.Entry.Version > version)];

    private abstract record Kept(string Name, DependsOn From);

    private sealed record Kept<TKey, TValue>(string Name, DependsOn From, TKey Key, TValue Value) : Kept(Name, From);

    // All that is known of the course, also to those who note what they read of it. Two that work the same out at once both get it
    // right, and one of them is kept.
    private sealed class Known(ImmutableList<Entry> log, DateTimeZone zone)
    {
        private readonly object?[] _ofKind = new object?[KindNumber.Count];
        private readonly List<Kept> _derived = [];
        private IReadOnlyList<Standing<Fact>>? _standing;

        public ImmutableList<Entry> Log { get; } = log;

        public IReadOnlyList<Standing<Fact>> Standing => _standing ??= Corrections.Apply(Log, zone);

        public PatientCourse? Next { get; set; }

        // What a fact of a kind cannot change stays known.
        public Known With(Entry entry, KindNumber concerned, DateTimeZone zone)
        {
            var with = new Known(Log.Add(entry), zone);
            if (concerned == KindNumber.Of<MergedInto>.Value)
            {
                return with;
            }

            lock (_derived)
            {
                with._derived.AddRange(_derived.Where(kept => !kept.From.Includes(concerned)));
            }

            if (_standing is not null && Corrections.Apply(_standing, Log, entry, zone) is { } standing)
            {
                with._standing = standing;
                _ofKind.CopyTo(with._ofKind, 0);
                with._ofKind[concerned.Index] = null;
            }

            return with;
        }

        public List<Standing<TFact>> Of<TFact>()
            where TFact : Fact =>
            KindNumber.Of<TFact>.Value is { } kind
                ? (List<Standing<TFact>>)(_ofKind[kind.Index] ??= Only<TFact>(Standing))
                : Only<TFact>(Standing);

        public Kept<TKey, TValue>? Find<TKey, TValue>(string name)
        {
            lock (_derived)
            {
                foreach (var kept in _derived)
                {
                    if (kept is Kept<TKey, TValue> known && known.Name == name)
                    {
                        return known;
                    }
                }

                return null;
            }
        }

        public void Keep<TKey, TValue>(Kept<TKey, TValue> derived)
        {
            lock (_derived)
            {
                var at = _derived.FindIndex(kept => kept is Kept<TKey, TValue> && kept.Name == derived.Name);
                if (at < 0)
                {
                    _derived.Add(derived);
                }
                else
                {
                    _derived[at] = derived;
                }
            }
        }

        private static List<Standing<TFact>> Only<TFact>(IReadOnlyList<Standing<Fact>> all)
            where TFact : Fact
        {
            var only = new List<Standing<TFact>>();
            foreach (var standing in all)
            {
                if (standing.Fact is TFact fact)
                {
                    only.Add(new(standing.Id, fact, standing.Occurred, standing.Entry, standing.CorrectedBy));
                }
            }

            return only;
        }
    }
}
