using System.Collections.Concurrent;
using System.Diagnostics;
using FollowUp.Access;
using FollowUp.Course;
using FollowUp.Platform.Http;
using FollowUp.Platform.Store;
using JasperFx.Events;
using Marten;
using Marten.Events;
using NodaTime;
using Npgsql;

namespace FollowUp.Guidelines;

/// <summary>Keeps this node informed of what the clinics decided about themselves, by whichever node.</summary>
/// <remarks>
/// Every answer names its guidelines, so every request would have to read them, and a clinic decides a few times in years. So each node asks every
/// second which clinics' streams have grown. A request that finds the last poll two seconds old polls first, and the node that records a decision
/// polls at once.
/// </remarks>
public sealed class AdoptionWatch(IDocumentStore store, NpgsqlDataSource database, ClinicRegistry clinics, ILogger<AdoptionWatch> log)
    : BackgroundService, IClinicUpdates
{
    /// <summary>How long a node may not yet know of what another one recorded.</summary>
    public static readonly TimeSpan AtMost = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);

    private static readonly Type[] Kinds = [typeof(RuleSetAdopted), typeof(ProtocolAdopted), typeof(ClinicSettingsChanged)];

    // The version of each clinic's stream that this node has read.
    private readonly ConcurrentDictionary<string, long> _versions = new(StringComparer.Ordinal);

    private readonly SemaphoreSlim _polling = new(1);

    private long _polledAt;

    /// <inheritdoc/>
    public Task RefreshIfOldAsync(CancellationToken cancellationToken) =>
        Stopwatch.GetElapsedTime(Volatile.Read(ref _polledAt)) < AtMost ? Task.CompletedTask : RefreshAsync(cancellationToken);

    /// <inheritdoc/>
    public async Task RefreshAsync(CancellationToken cancellationToken)
    {
        var asked = Stopwatch.GetTimestamp();
        await _polling.WaitAsync(cancellationToken);
        try
        {
            // A poll that another caller began since has read everything that this one would read.
            if (Volatile.Read(ref _polledAt) < asked)
            {
                var begun = Stopwatch.GetTimestamp();
                await ReadNewerAsync(cancellationToken);
                Volatile.Write(ref _polledAt, begun);
            }
        }
        finally
        {
            _polling.Release();
        }
    }

    /// <inheritdoc/>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await RefreshAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _polling.Dispose();
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
                await PollAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            return;
        }
    }

    private async Task PollAsync(CancellationToken cancellationToken)
    {
        try
        {
            await RefreshAsync(cancellationToken);
        }
        catch (Exception failed) when (failed is not OperationCanceledException)
        {
            // It must not stop the host: the next request polls itself, and its sender is told why there is no answer.
            if (!Problems.IsDatabaseAway(failed))
            {
                log.LogError(failed, "What the clinics decided cannot be read");
            }
        }
    }

    private async Task ReadNewerAsync(CancellationToken cancellationToken)
    {
        foreach (var (clinic, version) in await VersionsAsync(cancellationToken))
        {
            if (_versions.GetValueOrDefault(clinic) != version)
            {
                await ReadAsync(clinic, cancellationToken);
                _versions[clinic] = version;
            }
        }
    }

    private async Task<List<(string Clinic, long Version)>> VersionsAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(StoreSql.StreamVersions);
        command.Parameters.AddWithValue(clinics.All.Select(clinic => clinic.Id).ToArray());
        command.Parameters.AddWithValue(Adoptions.ClinicStream);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var versions = new List<(string Clinic, long Version)>();
        while (await reader.ReadAsync(cancellationToken))
        {
            versions.Add((reader.GetString(0), reader.GetInt64(1)));
        }

        return versions;
    }

    private async Task ReadAsync(string clinicId, CancellationToken cancellationToken)
    {
        var (events, unknown) = await KnownEventsAsync(clinicId, cancellationToken);
        var adoptions = events.Select(Adoption.Of).OfType<Adoption>().ToLookup(adoption => PublishedGuidelines.Find(adoption.Fact.Guideline) is not null);
        unknown ??= adoptions[false].LastOrDefault()?.Fact.Guideline;
        clinics.Adopted(clinicId, [.. adoptions[true].Select(adoption => new AdoptedGuideline(adoption.At, adoption.Fact.Kind, adoption.Fact.From, adoption.Fact.Guideline))]);
        clinics.Chose(clinicId, [.. events.Where(stored => stored.Data is ClinicSettingsChanged)
            .Select(stored => (Instant.FromDateTimeOffset(stored.Timestamp), ((ClinicSettingsChanged)stored.Data).Settings))]);
        clinics.Unknown(clinicId, unknown);
        if (unknown is not null)
        {
            log.LogWarning("Clinic {Clinic} decided something of the kind {Kind}, which this version of the program does not know. Its other decisions hold here. Start the version that recorded it", clinicId, unknown);
        }
    }

    // A decision that only a newer version knows is left out by its name, and said beside every answer; the others hold.
    private async Task<(IReadOnlyList<IEvent> Events, string? Unknown)> KnownEventsAsync(string clinicId, CancellationToken cancellationToken)
    {
        await using var session = store.QuerySession(clinicId);
        try
        {
            return (await session.Events.FetchStreamAsync(Adoptions.ClinicStream, token: cancellationToken), null);
        }
        catch (Marten.Exceptions.UnknownEventTypeException unknown)
        {
            await using var again = store.QuerySession(clinicId);
            var known = await again.Events.QueryAllRawEvents().Where(stored => stored.StreamId == Adoptions.ClinicStream && stored.EventTypesAre(Kinds))
                .OrderBy(stored => stored.Version).ToListAsync(cancellationToken);
            return (known, unknown.EventTypeName);
        }
    }
}
