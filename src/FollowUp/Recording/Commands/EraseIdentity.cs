using FollowUp.Course;
using FollowUp.Course.Facts;
using FollowUp.Directory;
using FollowUp.Platform;
using FollowUp.Platform.Store;
using Marten;

namespace FollowUp.Recording.Commands;

/// <summary>Destroys a man's key and identity; his facts stay, without a name and without free text.</summary>
/// <param name="PatientId">The man.</param>
/// <param name="Reason">Why.</param>
/// <param name="Sender">Who sends it.</param>
public sealed record EraseIdentity(Guid PatientId, ErasureReason Reason, Sender Sender);

/// <summary>Erases him in the directory and says so in his stream, in one transaction.</summary>
public static class EraseIdentityHandler
{
    /// <summary>Handles the command. Erasing an erased man again changes nothing.</summary>
    /// <remarks>Of a man with several records merged into one, all of them are erased: each would name him.</remarks>
    public static async Task<Outcome> Handle(
        EraseIdentity command, IDocumentSession session, PatientDirectory directory, Courses courses, StoreTime time, CancellationToken cancellationToken)
    {
        var (stream, course) = await courses.FetchForWritingAsync(session, command.PatientId, cancellationToken);
        if (course.Version == 0)
        {
            return new Outcome.UnknownPatient();
        }

        if (course.Merged is { } merged)
        {
            return new Outcome.Merged(course.PatientId, merged.Fact.SurvivorId);
        }

        var records = await directory.Find(session, [course.PatientId, .. await OthersAsync(session, course, courses, cancellationToken)], cancellationToken);
        foreach (var record in records.Where(record => record.Key is not null))
        {
            directory.Erase(session, record);
        }

        if (course.Of<IdentityErased>().FirstOrDefault() is { } held)
        {
            return new Outcome.Recorded(held.Id, course, Before: true);
        }

        var now = time.GetCurrentInstant();
        var id = Ids.Of($"erasure/{course.PatientId:N}");
        var erased = new IdentityErased { Reason = command.Reason, ErasedOn = now.InZone(course.Zone).Date };
        return new Outcome.Recorded(id, session.Append(stream, course, now, command.Sender.UserId, new NewEntry(id, erased)), Before: false);
    }

    // The records merged into this one, and those merged into them before.
    private static async Task<IReadOnlyList<Guid>> OthersAsync(IDocumentSession session, PatientCourse course, Courses courses, CancellationToken cancellationToken)
    {
        var others = new List<Guid>();
        foreach (var merge in course.Log.Select(entry => entry.Fact).OfType<RecordsMerged>())
        {
            var other = await courses.ReadAsync(session, merge.OtherId, cancellationToken);
            if (other.Merged?.Fact.SurvivorId == course.PatientId)
            {
                others.AddRange([merge.OtherId, .. await OthersAsync(session, other, courses, cancellationToken)]);
            }
        }

        return others;
    }
}
