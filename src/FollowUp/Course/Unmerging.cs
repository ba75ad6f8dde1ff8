using FollowUp.Course.Facts;
using FollowUp.Recording.Commands;
using FollowUp.Surgery.Facts;

namespace FollowUp.Course;

/// <summary>Which of two merged records a fact belongs to.</summary>
public enum MergedRecord
{
    /// <summary>The surviving one.</summary>
    Survivor,

    /// <summary>The other one.</summary>
    Other,
}

/// <summary>A fact recorded since a merge, to be assigned when the merge is undone.</summary>
/// <param name="Standing">The fact.</param>
/// <param name="Proposal">The record it seems to belong to.</param>
public sealed record RecordedSince(Standing<Fact> Standing, MergedRecord Proposal);

/// <summary>What undoing a merge appends to both records.</summary>
/// <param name="Survivor">To the surviving one.</param>
/// <param name="Other">To the other one.</param>
/// <param name="Findings">Why it can't be undone so; then nothing is appended.</param>
public sealed record Undoing(IReadOnlyList<NewEntry> Survivor, IReadOnlyList<NewEntry> Other, IReadOnlyList<Finding> Findings);

/// <summary>How two records are separated again.</summary>
public static class Unmerging
{
    /// <summary>The facts recorded since a merge that stand, in the order of recording, each with a proposal.</summary>
    /// <remarks>
    /// A fact goes where the entry it names goes; one that names none, where the latest operation on or before its day goes. Corrections and
    /// retractions are not among them: they go with the entry they are about. Nor are the copies of another merge.
    /// </remarks>
    public static IReadOnlyList<RecordedSince> Since(PatientCourse survivor, Entry merge)
    {
        var proposals = new Dictionary<Guid, MergedRecord>();
        var since = new List<RecordedSince>();
        foreach (var standing in survivor.Standing
            .Where(standing => standing.Entry.Version > merge.Version && standing.Fact is not (RecordsMerged or MergedInto))
            .OrderBy(standing => standing.Entry.Version))
        {
            if (standing.Fact.CopiedFrom is not { } from || survivor.Find(from.MergeId)?.Fact is not RecordsMerged)
            {
                since.Add(new(standing, proposals[standing.Id] = Proposal(standing)));
            }
        }

        return since;

        MergedRecord Proposal(Standing<Fact> standing)
        {
            var named = NamedBy(standing.Fact).ToList();
            var goesWith = named.Count > 0 ? named : [.. survivor.Of<ProcedurePerformed>()
                .Where(operation => operation.Id != standing.Id && operation.Occurred.Earliest <= standing.Occurred.Earliest)
                .Select(operation => operation.Id)
                .TakeLast(1)];
            return goesWith.Any(id => IsCopy(survivor, id, merge.Id) || proposals.GetValueOrDefault(id) == MergedRecord.Other) ? MergedRecord.Other : MergedRecord.Survivor;
        }
    }

    /// <summary>What undoing a merge appends, or why it is refused.</summary>
    /// <param name="survivor">The surviving record.</param>
    /// <param name="other">The other one, merged into it.</param>
    /// <param name="merge">The entry of the merge in the surviving record.</param>
    /// <param name="assigned">Where each fact recorded since goes.</param>
    public static Undoing Undo(PatientCourse survivor, PatientCourse other, Entry merge, IReadOnlyDictionary<Guid, MergedRecord> assigned)
    {
        var since = Since(survivor, merge);
        var findings = Judge(survivor, merge.Id, since, assigned).ToList();
        if (findings.Count > 0)
        {
            return new([], [], findings);
        }

        var copies = survivor.Log.Where(entry => entry.Fact.CopiedFrom?.MergeId == merge.Id).ToList();
        var moved = since.Where(fact => assigned[fact.Standing.Id] == MergedRecord.Other).Select(fact => fact.Standing).ToList();
        var names = other.Log.Select(entry => KeyValuePair.Create(Merging.CopyId(merge.Id, entry.Id), entry.Id))
            .Concat(moved.Select(fact => KeyValuePair.Create(fact.Id, Merging.CopyId(merge.Id, fact.Id))))
            .ToDictionary();
        return new(
            [.. copies.Select(copy => copy.Id).Concat(moved.Select(fact => fact.Id)).Append(merge.Id).Select(id => Retraction(merge.Id, id))],
            [
                Retraction(merge.Id, other.Merged!.Id),
                .. ChangesOf([.. copies.Select(copy => copy.Id)], survivor).Select(change => Merging.Copy(change, change.Fact, merge.Id, names)),
                .. moved.Select(fact => Merging.Copy(fact.Entry, fact.Fact, merge.Id, names)),
            ],
            []);
    }

    private static IEnumerable<Finding> Judge(
        PatientCourse survivor, Guid mergeId, IReadOnlyList<RecordedSince> since, IReadOnlyDictionary<Guid, MergedRecord> assigned)
    {
        var known = since.Select(fact => fact.Standing.Id).ToHashSet();
        foreach (var unknown in assigned.Keys.Where(id => !known.Contains(id)))
        {
            yield return Finding.Refusal("UnknownEntry", "assignments", unknown, "This entry was not recorded since the merge, or no longer stands. Leave it out.");
        }

        foreach (var fact in since)
        {
            if (!assigned.TryGetValue(fact.Standing.Id, out var record))
            {
                yield return Finding.Refusal("Unassigned", "assignments", fact.Standing.Id, $"Say whether this entry is the Survivor's or the Other's. Proposed: {fact.Proposal}.");
                continue;
            }

            foreach (var named in NamedBy(fact.Standing.Fact).Where(id => survivor.Find(id) is not null && GoesTo(id) != record))
            {
                yield return Finding.Refusal("NamesTheOther", "assignments", fact.Standing.Id, $"It names the entry {named}, which goes to the {GoesTo(named)}. Assign both to one record.");
            }
        }

        MergedRecord GoesTo(Guid id) => IsCopy(survivor, id, mergeId) ? MergedRecord.Other : assigned.GetValueOrDefault(id);
    }

    // What was corrected or retracted since belongs to the entry, wherever that stands.
    private static IEnumerable<Entry> ChangesOf(HashSet<Guid> copies, PatientCourse survivor)
    {
        var retracted = Corrections.RetractedIn(survivor.Log);
        return survivor.Log.Where(entry => Corrections.About(entry.Fact) is { } id && copies.Contains(id) && !retracted.Contains(entry.Id));
    }

    private static NewEntry Retraction(Guid mergeId, Guid entryId) =>
        new(Merging.CopyId(Merging.CopyId(mergeId, mergeId), entryId), new EntryRetracted { EntryId = entryId, Reason = CorrectionReason.WrongPatient });

    private static bool IsCopy(PatientCourse survivor, Guid id, Guid mergeId) => survivor.Find(id)?.Fact.CopiedFrom?.MergeId == mergeId;

    private static IEnumerable<Guid> NamedBy(Fact fact) => FactMember.In(fact).Where(member => member.EntryOf is not null).Select(member => member.Value).OfType<Guid>();
}
