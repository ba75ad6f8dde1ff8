using System.Collections.Immutable;
using FollowUp.Patients.Rules.Facts;
using NodaTime;

namespace FollowUp.Patients.Rules;

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
    private readonly Lazy<IReadOnlyList<Standing<Fact>>> _standing;
    private ImmutableArray<object> _derived = [];
    private PatientCourse? _next;

    private PatientCourse(Guid patientId, DateTimeZone zone, ImmutableList<Entry> log)
    {
        PatientId = patientId;
        Zone = zone;
        Log = log;
        _standing = new(() => Corrections.Apply(Log, Zone));
    }

    /// <summary>The man's id, which is his stream's.</summary>
    public Guid PatientId { get; }

    /// <summary>The clinic's time zone: days and clock times are read in it (R05).</summary>
    public DateTimeZone Zone { get; }

    /// <summary>Every entry ever recorded, in that order, corrections and retractions included.</summary>
    public ImmutableList<Entry> Log { get; }

    /// <summary>The stream's version after the last entry; 0 for an empty course.</summary>
    public long Version => Log.Count == 0 ? 0 : Log[^1].Version;

    /// <summary>The facts that stand, in clinical order: day, the more exact first, time, then id.</summary>
    public IReadOnlyList<Standing<Fact>> Standing => _standing.Value;

    /// <summary>Where his facts stand, while this record is merged into another; null otherwise.</summary>
    public Standing<MergedInto>? Merged => Of<MergedInto>().LastOrDefault();

    /// <summary>A course of which nothing is known yet.</summary>
    public static PatientCourse Empty(Guid patientId, DateTimeZone zone) => new(patientId, zone, []);

    /// <summary>The fold of a log.</summary>
    public static PatientCourse Of(Guid patientId, DateTimeZone zone, IEnumerable<Entry> log) => new(patientId, zone, [.. log]);

    /// <summary>The course with one more entry; asked twice with the same entry, the same course.</summary>
    public PatientCourse With(Entry entry) =>
        _next is { } next && next.Log[^1] == entry ? next : _next = new(PatientId, Zone, Log.Add(entry));

    /// <summary>The course with more entries.</summary>
    public PatientCourse With(IEnumerable<Entry> entries) => new(PatientId, Zone, Log.AddRange(entries));

    /// <summary>The course as it was known at an instant, what was recorded exactly then included (R03).</summary>
    public PatientCourse AsOf(Instant instant) => new(PatientId, Zone, Log.RemoveAll(entry => entry.RecordedAt > instant));

    /// <summary>The standing facts of one kind, in clinical order.</summary>
    public IEnumerable<Standing<TFact>> Of<TFact>()
        where TFact : Fact =>
        from standing in Standing
        where standing.Fact is TFact
        select new Standing<TFact>(standing.Id, (TFact)standing.Fact, standing.Occurred, standing.Entry, standing.CorrectedBy);

    /// <summary>The entry with this id, standing or not; null when there is none.</summary>
    public Entry? Find(Guid id) => Log.Find(entry => entry.Id == id);

    /// <summary>The course as it was after one of its versions.</summary>
    public PatientCourse UpTo(long version) =>
        version >= Version ? this : new(PatientId, Zone, Log.RemoveAll(entry => entry.Version > version));

    /// <summary>What is derived from the course, worked out once for as long as it is asked for with the same key.</summary>
    /// <remarks>A course never changes, so neither does what is derived from it. The last key's value of each type is kept.</remarks>
    /// <typeparam name="TKey">What else it depends on.</typeparam>
    /// <typeparam name="TValue">What is derived.</typeparam>
    public TValue Derived<TKey, TValue>(TKey key, Func<PatientCourse, TKey, TValue> derive)
        where TKey : IEquatable<TKey>
    {
        foreach (var kept in _derived)
        {
            if (kept is Kept<TKey, TValue> { Key: var known, Value: var value } && known.Equals(key))
            {
                return value;
            }
        }

        // Two that derive at once both get it right; one of them is kept.
        var derived = new Kept<TKey, TValue>(key, derive(this, key));
        _derived = [.. _derived.Where(kept => kept is not Kept<TKey, TValue>), derived];
        return derived.Value;
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

    /// <summary>Whether an entry was corrected or retracted after a version.</summary>
    public bool TouchedSince(Guid entryId, long version) => Log.Exists(entry => entry.Version > version && About(entry.Fact) == entryId);

    private sealed record Kept<TKey, TValue>(TKey Key, TValue Value);
}
