using System.Collections.Immutable;
using System.Text.Json.Nodes;
using FollowUp.Course.Facts;
using FollowUp.Course.Json;
using NodaTime;

namespace FollowUp.Course;

/// <summary>Where corrections and retractions take effect, once, for every question.</summary>
public static class Corrections
{
    /// <summary>The facts of a log that stand, with their corrections applied, in clinical order.</summary>
    /// <remarks>
    /// A retraction takes an entry out with its corrections; a retraction of a retraction restores it; an entry retracted twice
    /// comes back only when both retractions are themselves retracted. Of several corrections the latest recorded wins, field by
    /// field, and a retracted correction brings the uncorrected field back (R01, R09). While a record is merged into another, its facts
    /// stand there, and here only that it is.
    /// </remarks>
    public static IReadOnlyList<Standing<Fact>> Apply(ImmutableList<Entry> log, DateTimeZone zone)
    {
        var retracted = RetractedIn(log);
        if (log.FindLast(entry => entry.Fact is MergedInto && !retracted.Contains(entry.Id)) is { } merged)
        {
            return [Stand(merged, [], zone)];
        }

        var corrections = log.Where(entry => entry.Fact is EntryCorrected && !retracted.Contains(entry.Id))
            .ToLookup(entry => ((EntryCorrected)entry.Fact).EntryId);

        return [.. log
            .Where(entry => entry.Fact is not (EntryCorrected or EntryRetracted) && !retracted.Contains(entry.Id))
            .Select(entry => Stand(entry, [.. corrections[entry.Id]], zone))
            .OrderBy(standing => standing.Occurred)
            .ThenBy(standing => standing.Id)];
    }

    /// <summary>The facts that stand with one more entry, where it changes none of those before it; null where <see cref="Apply(ImmutableList{Entry}, DateTimeZone)"/> has to look at all of them again.</summary>
    /// <param name="standing">Those that stand without it.</param>
    /// <param name="log">The log without it.</param>
    /// <param name="entry">The entry.</param>
    /// <param name="zone">The clinic's time zone.</param>
    internal static IReadOnlyList<Standing<Fact>>? Apply(IReadOnlyList<Standing<Fact>> standing, ImmutableList<Entry> log, Entry entry, DateTimeZone zone)
    {
        if (entry.Fact is EntryCorrected or EntryRetracted or MergedInto
            || standing is [{ Fact: MergedInto }]
            || log.Exists(earlier => About(earlier.Fact) == entry.Id))
        {
            return null;
        }

        var added = Stand(entry, [], zone);
        var place = standing.Count;
        while (place > 0 && (standing[place - 1].Occurred, standing[place - 1].Id).CompareTo((added.Occurred, added.Id)) > 0)
        {
            place--;
        }

        var with = new Standing<Fact>[standing.Count + 1];
        for (var i = 0; i < with.Length; i++)
        {
            with[i] = i < place ? standing[i] : i == place ? added : standing[i - 1];
        }

        return with;
    }

    /// <summary>The ids of the entries that do not stand, corrections and retractions among them.</summary>
    public static IReadOnlySet<Guid> RetractedIn(IReadOnlyList<Entry> log)
    {
        // A retraction names an earlier entry, so from the last to the first each one's own fate is known before it counts.
        var retracted = new HashSet<Guid>();
        for (var i = log.Count - 1; i >= 0; i--)
        {
            if (log[i].Fact is EntryRetracted retraction && !retracted.Contains(log[i].Id))
            {
                retracted.Add(retraction.EntryId);
            }
        }

        return retracted;
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
    public static Fact Concerned(this PatientCourse course, Fact fact) => About(fact) is { } id && course.Find(id) is { } target ? course.Concerned(target.Fact) : fact;

    /// <summary>The fact with the changed fields of a correction laid over it, as a JSON merge patch does (RFC 7396).</summary>
    /// <exception cref="System.Text.Json.JsonException">The changes do not fit the fact.</exception>
    public static Fact Correct(Fact fact, JsonObject changes) => FactJson.Merge(fact, Upcasts.ToToday(FactJson.NameOf(fact), changes));

    private static Standing<Fact> Stand(Entry entry, IReadOnlyList<Entry> corrections, DateTimeZone zone)
    {
        var fact = corrections.Aggregate(entry.Fact, (current, correction) => Correct(current, ((EntryCorrected)correction.Fact).Changes));
        return new(entry.Id, fact, fact.Occurred(zone), entry, [.. corrections.Select(correction => correction.Id)]);
    }
}
