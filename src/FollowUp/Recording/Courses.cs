using System.Runtime.CompilerServices;
using FollowUp.Access;
using FollowUp.Course;
using FollowUp.Platform.Http;
using FollowUp.Platform.Store;
using FollowUp.Recording.ReadModels;
using JasperFx.Events;
using Marten;
using Microsoft.Extensions.Caching.Memory;
using NodaTime;

namespace FollowUp.Recording;

/// <summary>The courses of a clinic's men, folded from their streams. Recently read ones stay in memory.</summary>
/// <remarks>
/// A stream only grows: what was read of it stays true, and each reading asks for what was appended since, by whichever node.
/// What is not committed is never kept. Free text is sealed in it, as it is stored: erasing a man's key erases it here too.
/// </remarks>
public sealed class Courses(ClinicRegistry clinics, StoreTime time, IConfiguration configuration) : IDisposable
{
    /// <summary>How many men are read at a time, unless fewer are asked for.</summary>
    public const int MenAtATime = 200;

    private readonly MemoryCache _recent = new(new MemoryCacheOptions { SizeLimit = configuration.GetValue("FollowUp:RecentEntries", MostEntries) });

    /// <summary>The most entries that are kept, over all men, unless <c>FollowUp:RecentEntries</c> says otherwise; with the answers, some 2 KB each.</summary>
    public const long MostEntries = 60_000;

    /// <summary>How many batches of men are folded at once: <c>FollowUp:FoldingWorkers</c>, by default as many as there are cores.</summary>
    public int Workers { get; } = Math.Max(1, configuration.GetValue("FollowUp:FoldingWorkers", Environment.ProcessorCount));

    /// <summary>What is known of a man without asking the store; an empty course when nothing is.</summary>
    public PatientCourse Known(string clinicId, Guid patientId) =>
        _recent.TryGetValue((clinicId, patientId), out PatientCourse? course) ? course! : PatientCourse.Empty(patientId, clinics[clinicId].Zone);

    /// <summary>Keeps a course that is committed.</summary>
    public void Keep(string clinicId, PatientCourse course)
    {
        if (course.Version > Known(clinicId, course.PatientId).Version)
        {
            _recent.Set((clinicId, course.PatientId), course, new MemoryCacheEntryOptions { Size = course.Log.Count });
        }
    }

    /// <summary>A man's course as it is now; an empty one when the clinic has no such man.</summary>
    public async Task<PatientCourse> ReadAsync(IQuerySession session, Guid patientId, CancellationToken cancellationToken)
    {
        var known = Known(session.TenantId, patientId);
        return Extend(session.TenantId, known, await session.Events.FetchStreamAsync(patientId, fromVersion: known.Version + 1, token: cancellationToken));
    }

    /// <summary>Every record that was ever merged with a man's, his own first, also where the merge was undone since: the same ones whichever of them is asked about.</summary>
    public async Task<IReadOnlyList<PatientCourse>> EverMergedAsync(IQuerySession session, PatientCourse course, CancellationToken cancellationToken)
    {
        var records = new List<PatientCourse> { course };
        for (var i = 0; i < records.Count; i++)
        {
            foreach (var id in records[i].MergedWith.Where(id => !records.Exists(record => record.PatientId == id)))
            {
                records.Add(await ReadAsync(session, id, cancellationToken));
            }
        }

        return records;
    }

    /// <summary>A man's course up to one of its versions.</summary>
    public async Task<PatientCourse> ReadAsync(IQuerySession session, Guid patientId, long version, CancellationToken cancellationToken)
    {
        var known = Known(session.TenantId, patientId);
        return (known.Version >= version ? known : await ReadAsync(session, patientId, cancellationToken)).UpTo(version);
    }

    /// <summary>A man's stream to append to, with his course up to the version it is appended after.</summary>
    public async Task<(IEventStream<DueDates> Stream, PatientCourse Course)> FetchForWritingAsync(
        IDocumentSession session, Guid patientId, CancellationToken cancellationToken)
    {
        // Both in one round trip. The entries are read after the version: what another has appended in between is left out again.
        var known = Known(session.TenantId, patientId);
        var both = session.CreateBatchQuery();
        var fetching = both.Events.FetchForWriting<DueDates>(patientId);
        var reading = both.Events.FetchStream(patientId, fromVersion: known.Version + 1);
        await both.Execute(cancellationToken);
        var stream = await fetching;
        return (stream, Extend(session.TenantId, known, await reading).UpTo(stream.CurrentVersion ?? 0));
    }

    /// <summary>
    /// The stream in which an entry of a man's record stands, and its id there: in the surviving record's, while his is merged into it.
    /// The program records there what happens to a message.
    /// </summary>
    public async Task<(IEventStream<DueDates> Stream, PatientCourse Course, Guid EntryId)> FetchWhereItStandsAsync(
        IDocumentSession session, Guid patientId, Guid entryId, CancellationToken cancellationToken)
    {
        var (stream, course) = await FetchForWritingAsync(session, patientId, cancellationToken);
        while (course.Merged is { } merged)
        {
            entryId = Merging.CopyId(merged.Fact.MergeId, entryId);
            (stream, course) = await FetchForWritingAsync(session, merged.Fact.SurvivorId, cancellationToken);
        }

        return (stream, course, entryId);
    }

    /// <summary>A known course with the events that were appended since.</summary>
    public PatientCourse Extend(string clinicId, PatientCourse known, IReadOnlyList<IEvent> newer)
    {
        if (newer.Count == 0)
        {
            return known;
        }

        Seen(newer);
        var course = known.With(newer.Select(Entries.Of));
        Keep(clinicId, course);
        return course;
    }

    /// <summary>Takes note of when events were recorded: what is asked as of now sees them.</summary>
    public void Seen(IReadOnlyList<IEvent> events) => time.Seen(Instant.FromDateTimeOffset(events[^1].Timestamp));

    /// <summary>Every man of the clinic as known then, to be asked.</summary>
    /// <param name="session">A session of the clinic.</param>
    /// <param name="view">As of when the list is made.</param>
    /// <param name="upToEvent">The number of the last event that counts.</param>
    /// <param name="progress">Receives how far it is.</param>
    public IMen All(IQuerySession session, PointOfView view, long upToEvent = long.MaxValue, IProgress<MenProgress>? progress = null) =>
        new AllMen(this, session, view, upToEvent, progress);

    /// <summary>The course of every man of the clinic as known then.</summary>
    public IAsyncEnumerable<PatientCourse> AllAsync(IQuerySession session, PointOfView view, CancellationToken cancellationToken) =>
        All(session, view).AskAsync(course => course, cancellationToken);

    /// <summary>The courses of these men, in their order, read in batches as they are needed.</summary>
    /// <param name="session">A session of the clinic.</param>
    /// <param name="men">The men.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <param name="atATime">How many are read at a time.</param>
    /// <param name="unreadable">Receives why a man cannot be read, who is then left out: another node may know a fact that this one does not. Without it the reading fails.</param>
    public async IAsyncEnumerable<PatientCourse> FoldAsync(
        IQuerySession session, IQueryable<Guid> men, [EnumeratorCancellation] CancellationToken cancellationToken, int atATime = MenAtATime,
        Action<Exception>? unreadable = null)
    {
        await foreach (var some in men.ToAsyncEnumerable(cancellationToken).Chunk(atATime).WithCancellation(cancellationToken))
        {
            foreach (var course in await FoldAsync(session, some, long.MaxValue, cancellationToken, unreadable))
            {
                yield return course;
            }
        }
    }

    /// <summary>The courses of these men, in their order, those that come together read together.</summary>
    public async IAsyncEnumerable<PatientCourse> FoldAsync(
        IQuerySession session, IAsyncEnumerable<Guid[]> men, [EnumeratorCancellation] CancellationToken cancellationToken, Action<Exception>? unreadable = null)
    {
        await foreach (var some in men.WithCancellation(cancellationToken))
        {
            foreach (var course in await FoldAsync(session, some, long.MaxValue, cancellationToken, unreadable))
            {
                yield return course;
            }
        }
    }

    /// <summary>The courses of these men, in their order, up to the event of a number.</summary>
    public async Task<IEnumerable<PatientCourse>> FoldAsync(
        IQuerySession session, Guid[] men, long upToEvent, CancellationToken cancellationToken, Action<Exception>? unreadable = null)
    {
        try
        {
            var zone = clinics[session.TenantId].Zone;
            var events = await session.Events.QueryAllRawEvents().Where(stored => stored.StreamId.IsOneOf(men) && stored.Sequence <= upToEvent)
                .OrderBy(stored => stored.StreamId).ThenBy(stored => stored.Version).ToListAsync(cancellationToken);
            var streams = events.ToLookup(stored => stored.StreamId);
            return men.Select(man => PatientCourse.Of(man, zone, streams[man].Select(Entries.Of)));
        }
        catch (Exception failed) when (unreadable is not null && failed is not OperationCanceledException && !Problems.IsDatabaseAway(failed))
        {
            if (men.Length == 1)
            {
                unreadable(failed);
                return [];
            }

            var each = new List<PatientCourse>();
            foreach (var man in men)
            {
                each.AddRange(await FoldAsync(session, [man], upToEvent, cancellationToken, unreadable));
            }

            return each;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _recent.Dispose();
}
