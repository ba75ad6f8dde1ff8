using FollowUp.Course;
using FollowUp.Course.Facts;
using FollowUp.Directory;
using FollowUp.Platform.Store;
using FollowUp.Recording.ReadModels;
using JasperFx;
using Marten;

namespace FollowUp.Recording.Commands;

/// <summary>Separates two records again: the copies are retracted, the other record takes facts again.</summary>
/// <param name="SurvivorId">The record that the other was merged into.</param>
/// <param name="MergeId">The merge.</param>
/// <param name="Assignments">Where each fact recorded since goes.</param>
/// <param name="Sender">Who sends it.</param>
public sealed record UndoMerge(Guid SurvivorId, Guid MergeId, IReadOnlyDictionary<Guid, MergedRecord> Assignments, Sender Sender)
{
    /// <summary>What a log may show of it.</summary>
    public override string ToString() => $"{nameof(UndoMerge)} {MergeId}";
}

/// <summary>Appends the retractions to one stream, and what goes back to the other, in one transaction.</summary>
public static class UndoMergeHandler
{
    /// <summary>Handles the command. A fact that is recorded at the same moment has to be assigned too.</summary>
    /// <exception cref="ConcurrencyException">Somebody undid it at the same moment; the bus's policy decides again.</exception>
    public static async Task<Outcome> Handle(
        UndoMerge command, IDocumentSession session, PatientDirectory directory, Courses courses, StoreTime time, CancellationToken cancellationToken)
    {
        var (stream, survivor) = await courses.FetchForWritingAsync(session, command.SurvivorId, cancellationToken);
        if (survivor.Version == 0)
        {
            return new Outcome.UnknownPatient();
        }

        if (survivor.Find(command.MergeId) is not { Fact: RecordsMerged merged } merge)
        {
            return MergeRecordsHandler.Refused("UnknownMerge", "mergeId", command.MergeId, "This record has no such merge. Take the id from its timeline.");
        }

        if (Merging.IsUndone(survivor, merge.Id))
        {
            return new Outcome.Recorded(merge.Id, survivor, Before: true);
        }

        if (survivor.Merged is { } away)
        {
            return new Outcome.Merged(survivor.PatientId, away.Fact.SurvivorId);
        }

        var (otherStream, other) = await courses.FetchForWritingAsync(session, merged.OtherId, cancellationToken);
        if (other.Merged?.Fact.MergeId != merge.Id)
        {
            // Undone between the two readings: decided again, it is seen in both.
            throw new ConcurrencyException(typeof(DueDates), other.PatientId);
        }

        var undoing = Unmerging.Undo(survivor, other, merge, command.Assignments);
        if (undoing.Findings.Count > 0)
        {
            return new Outcome.Refused(undoing.Findings);
        }

        var keys = (await directory.Find(session, [survivor.PatientId, other.PatientId], cancellationToken)).ToDictionary(man => man.PatientId, man => man.Key);
        var (key, otherKey) = (keys.GetValueOrDefault(survivor.PatientId), keys.GetValueOrDefault(other.PatientId));
        var now = RecordedTime.Next(time.GetCurrentInstant(), survivor, other);
        var after = session.Append(stream, survivor, now, command.Sender.UserId, undoing.Survivor);
        session.Append(otherStream, other, now, command.Sender.UserId, undoing.Other.Select(entry => entry.Resealed(key, otherKey)));
        return new Outcome.Recorded(merge.Id, after, Before: false);
    }
}
