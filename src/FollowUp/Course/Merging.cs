using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using FollowUp.Course.Facts;
using FollowUp.Course.Json;

namespace FollowUp.Course;

/// <summary>An entry to be appended.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Fact">What it states.</param>
public sealed record NewEntry(Guid Id, Fact Fact);

/// <summary>How the facts of a record are copied when it is merged into another.</summary>
public static class Merging
{
    extension(PatientCourse course)
    {
        /// <summary>Where his facts stand, while this record is merged into another; null otherwise.</summary>
        public Standing<MergedInto>? Merged => course.Of<MergedInto>().LastOrDefault();

        /// <summary>The records that this one was merged with, either way, also where that was undone since.</summary>
        public IReadOnlyList<Guid> MergedWith =>
            [.. course.Log.Select(entry => entry.Fact).Select(fact => fact is RecordsMerged merge ? merge.OtherId : (fact as MergedInto)?.SurvivorId).OfType<Guid>().Distinct()];
    }

    /// <summary>Copies of every fact that stands in the other record, in the order they were recorded, naming each other instead of the originals.</summary>
    /// <param name="other">The other record, before it is merged.</param>
    /// <param name="mergeId">The merge.</param>
    public static IReadOnlyList<NewEntry> Copies(PatientCourse other, Guid mergeId)
    {
        var names = other.Log.ToDictionary(entry => entry.Id, entry => CopyId(mergeId, entry.Id));
        return [.. other.Standing
            .Where(standing => standing.Fact is not (RecordsMerged or MergedInto))
            .OrderBy(standing => standing.Entry.Version)
            .Select(standing => Copy(standing.Entry, standing.Fact, mergeId, names))];
    }

    /// <summary>The id of the copy that a merge makes of an entry, the same each time.</summary>
    /// <remarks>
    /// It begins as the original's does, so that two facts of one day that the order of entry decides stay in it (R12), however
    /// often they are copied.
    /// </remarks>
    public static Guid CopyId(Guid mergeId, Guid entryId)
    {
        var bytes = entryId.ToByteArray(bigEndian: true);
        SHA256.HashData(Encoding.ASCII.GetBytes($"{mergeId:N}/{entryId:N}")).AsSpan(0, 8).CopyTo(bytes.AsSpan(8));
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }

    /// <summary>Whether a merge was undone: its entry no longer stands.</summary>
    public static bool IsUndone(PatientCourse course, Guid mergeId) => Corrections.RetractedIn(course.Log).Contains(mergeId);

    /// <summary>The copy of an entry's fact.</summary>
    /// <param name="entry">The entry; the copy names it, or the one it is itself a copy of.</param>
    /// <param name="fact">Its fact, corrected.</param>
    /// <param name="mergeId">The merge.</param>
    /// <param name="names">The ids that the entries named by the fact have where the copy goes.</param>
    internal static NewEntry Copy(Entry entry, Fact fact, Guid mergeId, IReadOnlyDictionary<Guid, Guid> names) => new(
        CopyId(mergeId, entry.Id),
        FactJson.FromObject((JsonObject)Renamed(FactJson.ToObject(fact with { CopiedFrom = null }), names)!, fact.GetType()) with
        {
            CopiedFrom = fact.CopiedFrom is { } first ? first with { MergeId = mergeId } : new(mergeId, entry.Id, entry.RecordedAt, entry.RecordedBy),
        });

    private static JsonNode? Renamed(JsonNode? node, IReadOnlyDictionary<Guid, Guid> names) => node switch
    {
        JsonObject fields => new JsonObject(fields.Select(field => KeyValuePair.Create(field.Key, Renamed(field.Value, names)))),
        JsonArray items => new JsonArray([.. items.Select(item => Renamed(item, names))]),
        JsonValue value when value.TryGetValue<string>(out var text) && Guid.TryParseExact(text, "D", out var id) && names.TryGetValue(id, out var name) => JsonValue.Create(name),
        _ => node?.DeepClone(),
    };
}
