using System.Collections.Concurrent;
using System.Diagnostics;
using FollowUp.Access;
using FollowUp.Course;
using FollowUp.Platform.Http;
using FollowUp.Platform.Store;
using FollowUp.Recording;
using JasperFx;
using JasperFx.Events;
using Marten;
using Marten.Events;
using NodaTime;
using Npgsql;

namespace FollowUp.Guidelines;

/// <summary>The guidelines that clinics adopted, and the settings they chose, kept known to this node.</summary>
/// <remarks>
/// Every answer names its guidelines, so every request would have to read it. Adoptions are a few in years: each node looks every second
/// whether there is a new one, a request that finds the last look two seconds old looks first, and the node that takes one knows it at once.
/// </remarks>
public sealed class Adoptions(IDocumentStore store, NpgsqlDataSource database, ClinicRegistry clinics, ILogger<Adoptions> log) : BackgroundService, IClinicsKept
{
    /// <summary>The stream of a clinic's own facts; clinics are kept apart by tenant.</summary>
    public static readonly Guid ClinicStream = Guid.Parse("c11a1c00-0000-7000-8000-000000000001");

    /// <summary>How long a node may not yet know of what another one took.</summary>
    public static readonly TimeSpan AtMost = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);

    private static readonly Duration Microsecond = Duration.FromTicks(10);

    private static readonly Type[] Kinds = [typeof(RuleSetAdopted), typeof(ProtocolAdopted), typeof(ClinicSettingsChanged)];

    private readonly ConcurrentDictionary<string, long> _known = new(StringComparer.Ordinal);

    private readonly SemaphoreSlim _looking = new(1);

    private long _lookedAt;

    /// <summary>What a clinic adopted, in that order.</summary>
    public async Task<IReadOnlyList<Adoption>> OfAsync(string clinicId, CancellationToken cancellationToken) =>
        [.. (await EventsOfAsync(clinicId, cancellationToken)).Select(Adoption.Of).OfType<Adoption>()];

    /// <summary>Everything a clinic has decided about itself, in that order; how many that are is the version of its stream.</summary>
    public async Task<IReadOnlyList<IEvent>> EventsOfAsync(string clinicId, CancellationToken cancellationToken)
    {
        await using var session = store.QuerySession(clinicId);
        return await session.Events.FetchStreamAsync(ClinicStream, token: cancellationToken);
    }

    /// <summary>Adopts a guideline for the sender's clinic from now on, with the number of men for whom it changes something.</summary>
    /// <returns>The adoption; or why it was refused; or neither, when another was adopted at the same moment.</returns>
    public async Task<(Adoption? Adopted, Finding? Refused)> DecideAsync(
        SignedIn user, GuidelineKind kind, string field, string id, GuidelineDifference difference, StoreTime time, CancellationToken cancellationToken)
    {
        if (PublishedGuidelines.Refuse(field, kind, id) is { } unknown)
        {
            return (null, unknown);
        }

        if (!time.IsRight)
        {
            return (null, Finding.Refusal("ClockWrong", field, id, "This server's clock differs from the database's. Set it right, then adopt."));
        }

        var before = await EventsOfAsync(user.Clinic.Id, cancellationToken);

        // As it stands in what was read, not as it stood when the request came: another node may have adopted in between.
        await LookAsync(cancellationToken);
        var clinic = clinics[user.Clinic.Id];
        var from = clinic.InForce(kind);
        if (from == id)
        {
            return (null, Finding.Refusal("AlreadyInForce", field, from, "It is in force already. GET /guidelines lists the others."));
        }

        var (men, changing) = (0, 0);
        var view = new PointOfView(null, time.GetCurrentInstant().InZone(clinic.Zone).Date);
        await foreach (var step in difference.AskAsync(clinic, view, PublishedGuidelines.Of(kind), id, cancellationToken))
        {
            men = step.Done;
            changing += step.Changed.Count;
        }

        IAdopted fact = kind == GuidelineKind.RuleSet ? new RuleSetAdopted(from, id, men, changing) : new ProtocolAdopted(from, id, men, changing);
        return (await AppendAsync(clinic, fact, before.Count, user.UserId, time.GetCurrentInstant(), cancellationToken) is { } at ? new(at, user.UserId, fact) : null, null);
    }

    /// <summary>Records a clinic's decision about itself, and makes it known to this node.</summary>
    /// <returns>
    /// From when on it holds: <paramref name="now"/>, or just after the decision before where that is later, for a node's clock may be behind
    /// another's. Null when another was recorded since <paramref name="after"/> of them were read.
    /// </returns>
    public async Task<Instant?> AppendAsync(Clinic clinic, object decided, int after, string userId, Instant now, CancellationToken cancellationToken)
    {
        var before = await EventsOfAsync(clinic.Id, cancellationToken);
        if (before.Count != after)
        {
            return null;
        }

        var at = after == 0 ? now : Instant.Max(now, Instant.FromDateTimeOffset(before[^1].Timestamp) + Microsecond);
        await using var session = store.LightweightSession(clinic.Id);
        var stored = session.Events.BuildEvent(decided);
        stored.Timestamp = at.ToDateTimeOffset();
        stored.UserName = userId;
        if (after == 0)
        {
            session.Events.StartStream<Clinic>(ClinicStream, stored);
        }
        else
        {
            session.Events.Append(ClinicStream, after + 1, stored);
        }

        try
        {
            await session.SaveChangesAsync(cancellationToken);
        }
        catch (Exception raced) when (raced is Marten.Exceptions.ExistingStreamIdCollisionException or ConcurrencyException)
        {
            return null;
        }

        await LookAsync(CancellationToken.None);
        return at;
    }

    /// <inheritdoc/>
    public Task FreshAsync(CancellationToken cancellationToken) =>
        Stopwatch.GetElapsedTime(Volatile.Read(ref _lookedAt)) < AtMost ? Task.CompletedTask : LookAsync(cancellationToken);

    /// <inheritdoc/>
    public async Task LookAsync(CancellationToken cancellationToken)
    {
        var asked = Stopwatch.GetTimestamp();
        await _looking.WaitAsync(cancellationToken);
        try
        {
            // Another one's look that began after this was asked for has seen all that this one would see.
            if (Volatile.Read(ref _lookedAt) < asked)
            {
                var begun = Stopwatch.GetTimestamp();
                await ReadChangedAsync(cancellationToken);
                Volatile.Write(ref _lookedAt, begun);
            }
        }
        finally
        {
            _looking.Release();
        }
    }

    /// <inheritdoc/>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await LookAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _looking.Dispose();
        base.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                try
                {
                    await LookAsync(stoppingToken);
                }
                catch (Exception failed) when (failed is not OperationCanceledException)
                {
                    // Whatever it is, it must not stop the host: the next request looks itself, and is told why it gets no answer.
                    if (!Problems.IsDatabaseAway(failed))
                    {
                        log.LogError(failed, "What the clinics decided cannot be read");
                    }
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            return;
        }
    }

    private async Task ReadChangedAsync(CancellationToken cancellationToken)
    {
        var versions = new List<(string Clinic, long Version)>();
        await using (var command = database.CreateCommand(StoreSql.StreamVersions))
        {
            command.Parameters.AddWithValue(clinics.All.Select(clinic => clinic.Id).ToArray());
            command.Parameters.AddWithValue(ClinicStream);
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
            {
                versions.Add((reader.GetString(0), reader.GetInt64(1)));
            }
        }

        foreach (var (clinic, version) in versions.Where(each => _known.GetValueOrDefault(each.Clinic) != each.Version))
        {
            await ReadAsync(clinic, cancellationToken);
            _known[clinic] = version;
        }
    }

    private async Task ReadAsync(string clinicId, CancellationToken cancellationToken)
    {
        var (events, unknown) = await KnownAsync(clinicId, cancellationToken);
        var adopted = events.Select(Adoption.Of).OfType<Adoption>().ToLookup(adoption => PublishedGuidelines.Find(adoption.Fact.Guideline) is not null);
        unknown ??= adopted[false].LastOrDefault()?.Fact.Guideline;
        clinics.Adopted(clinicId, [.. adopted[true].Select(adoption => new AdoptedGuideline(adoption.At, adoption.Fact.Kind, adoption.Fact.From, adoption.Fact.Guideline))]);
        clinics.Chose(clinicId, [.. events.Where(stored => stored.Data is ClinicSettingsChanged)
            .Select(stored => (Instant.FromDateTimeOffset(stored.Timestamp), ((ClinicSettingsChanged)stored.Data).Settings))]);
        clinics.Unknown(clinicId, unknown);
        if (unknown is not null)
        {
            log.LogWarning("Clinic {Clinic} decided something by {Kind}, which this version of the program does not know. What it knows of the others holds here; start the version that wrote it", clinicId, unknown);
        }
    }

    // What a newer version decided is left out by name, never by chance, and said beside every answer; the rest goes on.
    private async Task<(IReadOnlyList<IEvent> Events, string? Unknown)> KnownAsync(string clinicId, CancellationToken cancellationToken)
    {
        try
        {
            return (await EventsOfAsync(clinicId, cancellationToken), null);
        }
        catch (Marten.Exceptions.UnknownEventTypeException unknown)
        {
            await using var session = store.QuerySession(clinicId);
            return (await session.Events.QueryAllRawEvents().Where(stored => stored.StreamId == ClinicStream && stored.EventTypesAre(Kinds))
                .OrderBy(stored => stored.Version).ToListAsync(cancellationToken), unknown.EventTypeName);
        }
    }
}

/// <summary>A guideline adopted, with when and who.</summary>
/// <param name="At">From when on it is in force.</param>
/// <param name="By">Who adopted it.</param>
/// <param name="Fact">What was adopted.</param>
public sealed record Adoption(Instant At, string By, IAdopted Fact)
{
    /// <summary>The adoption in a stored event; null when it is another of the clinic's facts.</summary>
    public static Adoption? Of(IEvent stored) => stored.Data is IAdopted adopted
        ? new(Instant.FromDateTimeOffset(stored.Timestamp), stored.UserName ?? "", adopted)
        : null;
}
