using FollowUp.Access;
using FollowUp.Course;
using FollowUp.Course.Facts;
using FollowUp.Directory;
using FollowUp.Platform.Store;
using Marten;

namespace FollowUp.Recording.Commands;

/// <summary>Makes one record of two that are the same man's: the other's standing facts are copied into the surviving one.</summary>
/// <param name="SurvivorId">The record that stays.</param>
/// <param name="OtherId">The record that is merged into it.</param>
/// <param name="MergeId">The id of the merge, the sender's or made at the edge; sent again it merges once, also after it was undone.</param>
/// <param name="Reason">Why, in words; it is sealed.</param>
/// <param name="Sender">Who sends it.</param>
public sealed record MergeRecords(Guid SurvivorId, Guid OtherId, Guid MergeId, string Reason, Sender Sender)
{
    /// <summary>What a log may show of it.</summary>
    public override string ToString() => $"{nameof(MergeRecords)} {MergeId}";
}

/// <summary>Appends the copies to one stream and closes the other, in one transaction.</summary>
public static class MergeRecordsHandler
{
    /// <summary>Handles the command. If somebody writes to either man at the same moment, this command or theirs is decided again by the bus's policy.</summary>
    public static async Task<Outcome> Handle(
        MergeRecords command, IDocumentSession session, PatientDirectory directory, Courses courses, ClinicRegistry clinics, StoreTime time, CancellationToken cancellationToken)
    {
        if (command.SurvivorId == command.OtherId)
        {
            return Refused("SameRecord", "otherId", command.OtherId, "A record is not merged into itself. Send the id of the man's other record.");
        }

        // The survivor last: a merge of both that ended in between is seen there.
        var (otherStream, other) = await courses.FetchForWritingAsync(session, command.OtherId, cancellationToken);
        var (stream, survivor) = await courses.FetchForWritingAsync(session, command.SurvivorId, cancellationToken);
        if (survivor.Version == 0)
        {
            return new Outcome.UnknownPatient();
        }

        if (Held(survivor, command) is { } held)
        {
            return held.Fact is RecordsMerged same && same.OtherId == command.OtherId
                ? new Outcome.Recorded(held.Id, survivor, Before: true)
                : Refused("IdInUse", "id", command.MergeId, "The id names another merge or entry. Send a new id, or none.");
        }

        if (survivor.Merged is { } away)
        {
            return new Outcome.Merged(survivor.PatientId, away.Fact.SurvivorId);
        }

        if (other.Version == 0)
        {
            return Refused("UnknownPatient", "otherId", command.OtherId, "There is no such patient in this clinic. Search for him.");
        }

        if (other.Merged is { } elsewhere)
        {
            return new Outcome.Merged(other.PatientId, elsewhere.Fact.SurvivorId);
        }

        var keys = (await directory.Find(session, [survivor.PatientId, other.PatientId], cancellationToken)).ToDictionary(man => man.PatientId, man => man.Key);
        if (keys.GetValueOrDefault(survivor.PatientId) is not { } key)
        {
            return Refused("Erased", "patientId", survivor.PatientId, "This man's identity was erased: nobody can say that both are one.");
        }

        if (keys.GetValueOrDefault(other.PatientId) is not { } otherKey)
        {
            return Refused("Erased", "otherId", other.PatientId, "This man's identity was erased: nobody can say that both are one.");
        }

        var now = RecordedTime.Next(time.GetCurrentInstant(), survivor, other);
        var today = now.InZone(survivor.Zone).Date;
        var merge = new RecordsMerged { OtherId = other.PatientId, MergedOn = today, Note = Envelope.Seal(command.Reason, "note", command.MergeId, key) };
        var after = session.Append(
            stream, survivor, now, command.Sender.UserId,
            [new NewEntry(command.MergeId, merge), .. Merging.Copies(other, command.MergeId).Select(copy => copy.Resealed(otherKey, key))]);
        session.Append(otherStream, other, now, command.Sender.UserId,
            [new NewEntry(Merging.CopyId(command.MergeId, command.MergeId), new MergedInto { SurvivorId = survivor.PatientId, MergeId = command.MergeId, MergedOn = today })]);
        return new Outcome.Recorded(command.MergeId, after, Before: false);
    }

    internal static Outcome.Refused Refused(string code, string field, object? value, string message) => new([Finding.Refusal(code, field, value, message)]);

    // Sent before: the same merge by its id, or the same two records, which are one already.
    private static Entry? Held(PatientCourse survivor, MergeRecords command) =>
        survivor.Find(command.MergeId)
        ?? survivor.Of<RecordsMerged>().FirstOrDefault(merge => merge.Fact.OtherId == command.OtherId)?.Entry;
}
