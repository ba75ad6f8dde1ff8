using System.Collections.Immutable;
using FollowUp.Course.Facts;
using NodaTime;

namespace FollowUp.Course;

/// <summary>
/// A man's course: the facts that stand, in clinical order, as known at an instant. Every clinical answer is a pure function
/// of a course, a versioned rule set and a date.
/// </summary>
/// <remarks>
/// The log is all the state there is; what stands is derived from it, and there corrections and retractions take effect (R01, R09,
/// <see cref="Corrections"/>). Folding in two parts equals folding at once. A course never changes.
/// </remarks>
public sealed class PatientCourse
{
    private readonly ImmutableList<Entry> _log;
    private readonly StandingFacts _standing;
    private readonly AnswerCache _answers;

    // Only in a course that an answer is derived from: what it reads decides which facts may change it.
    private readonly FactKinds? _reads;

    private PatientCourse? _next;

    private PatientCourse(Guid patientId, DateTimeZone zone, ImmutableList<Entry> log)
        : this(patientId, zone, log, new StandingFacts(log, zone), new AnswerCache(), reads: null)
    {
    }

    private PatientCourse(Guid patientId, DateTimeZone zone, ImmutableList<Entry> log, StandingFacts standing, AnswerCache answers, FactKinds? reads) =>
        (PatientId, Zone, _log, _standing, _answers, _reads) = (patientId, zone, log, standing, answers, reads);

    /// <summary>The man's id, which is his stream's.</summary>
    public Guid PatientId { get; }

    /// <summary>The clinic's time zone: days and clock times are read in it (R05).</summary>
    public DateTimeZone Zone { get; }

    /// <summary>Every entry ever recorded, in that order, corrections and retractions included.</summary>
    public ImmutableList<Entry> Log
    {
        get
        {
            _reads?.AddAll();
            return _log;
        }
    }

    /// <summary>The stream's version after the last entry; 0 for an empty course.</summary>
    public long Version => Log.Count == 0 ? 0 : Log[^1].Version;

    /// <summary>The facts that stand, in clinical order: day, the more exact first, time, then id.</summary>
    public IReadOnlyList<Standing<Fact>> Standing
    {
        get
        {
            _reads?.AddAll();
            return _standing.All;
        }
    }

    /// <summary>The course of a man about whom nothing is recorded yet.</summary>
    public static PatientCourse Empty(Guid patientId, DateTimeZone zone) => new(patientId, zone, []);

    /// <summary>The fold of a log.</summary>
    public static PatientCourse Of(Guid patientId, DateTimeZone zone, IEnumerable<Entry> log) => new(patientId, zone, [.. log]);

    /// <summary>The course with one more entry; for the same entry always the same course.</summary>
    public PatientCourse With(Entry entry) => _next is { } next && next._log[^1] == entry ? next : _next = Grown(entry);

    /// <summary>The course with more entries.</summary>
    public PatientCourse With(IEnumerable<Entry> entries) => entries.Aggregate(this, (course, entry) => course.With(entry));

    /// <summary>The course as it was known at an instant, what was recorded exactly then included (R03).</summary>
    public PatientCourse AsOf(Instant instant) => new(PatientId, Zone, Log.RemoveAll(entry => entry.RecordedAt > instant));

    /// <summary>The course as it was after one of its versions.</summary>
    public PatientCourse UpTo(long version) =>
        version >= Version ? this : new(PatientId, Zone, Log.RemoveAll(entry => entry.Version > version));

    /// <summary>The standing facts of one kind, in clinical order.</summary>
    public IEnumerable<Standing<TFact>> Of<TFact>()
        where TFact : Fact
    {
        _reads?.Add(FactKind.Of<TFact>.Value);
        return _standing.Of<TFact>();
    }

    /// <summary>The entry with this id, standing or not; null when there is none.</summary>
    public Entry? Find(Guid id)
    {
        if (_log.Find(entry => entry.Id == id) is { } found)
        {
            // It stays as it was recorded, whatever is recorded later.
            return found;
        }

        _reads?.AddAll();
        return null;
    }

    /// <summary>An answer derived from the course, cached until it is asked for with another key, or a fact comes that may change it.</summary>
    /// <typeparam name="TKey">What else the answer depends on.</typeparam>
    /// <typeparam name="TValue">The answer.</typeparam>
    /// <param name="key">What else the answer depends on, such as the day and the rule set.</param>
    /// <param name="derive">
    /// Derives it from the course it is given, and from no other. The answer holds neither that course nor anything still to be read of it.
    /// </param>
    /// <param name="name">Tells apart answers of the same types.</param>
    public TValue Cached<TKey, TValue>(TKey key, Func<PatientCourse, TKey, TValue> derive, string name = "")
        where TKey : IEquatable<TKey>
    {
        var answer = _answers.Get(this, key, derive, name);
        _reads?.Add(answer.ReadFrom);
        return answer.Value;
    }

    /// <summary>The same course, for deriving one answer: it notes which kinds of fact are read.</summary>
    internal PatientCourse Noting(FactKinds reads) => new(PatientId, Zone, _log, _standing, _answers, reads);

    private PatientCourse Grown(Entry entry)
    {
        var (log, changed) = (Log.Add(entry), FactKind.Find(this.Concerned(entry.Fact).GetType())!);

        // A merge, or its end, takes away or brings back facts of every kind.
        return changed == FactKind.Of<MergedInto>.Value
            ? new(PatientId, Zone, log)
            : new(PatientId, Zone, log, _standing.With(entry, changed), _answers.Without(changed), reads: null);
    }
}
