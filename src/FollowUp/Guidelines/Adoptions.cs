using FollowUp.Access;
using FollowUp.Patients.Recording;
using FollowUp.Patients.Rules;
using FollowUp.Platform;
using JasperFx;
using JasperFx.Events;
using Marten;
using NodaTime;
using Npgsql;

namespace FollowUp.Guidelines;

/// <summary>The guidelines that clinics adopted, and the settings they chose, kept known to this node.</summary>
/// <remarks>
/// Every answer names its guidelines, so every request would have to read it. Adoptions are a few in years: each node looks every two
/// seconds whether there is a new one, and the node that takes one knows it at once. Beside that it finds anew the dates of men that were
/// found under another protocol than the one in force.
/// </remarks>
public sealed class Adoptions(IDocumentStore store, NpgsqlDataSource database, ClinicRegistry clinics, DatedMen dated) : BackgroundService
{
    /// <summary>The stream of a clinic's own facts; clinics are kept apart by tenant.</summary>
    public static readonly Guid ClinicStream = Guid.Parse("c11a1c00-0000-7000-8000-000000000001");

    /// <summary>How long a node may not yet know of what another one took.</summary>
    public static readonly TimeSpan Every = TimeSpan.FromSeconds(2);

    private static readonly string Versions = $"select coalesce(sum(version), 0)::bigint from {EventStore.Schema}.mt_streams where id = $1";

    private long _known;

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

        var before = await EventsOfAsync(user.Clinic.Id, cancellationToken);
        var from = user.Clinic.InForce(kind);
        if (from == id)
        {
            return (null, Finding.Refusal("AlreadyInForce", field, from, "It is in force already. GET /guidelines lists the others."));
        }

        var (men, changing) = (0, 0);
        var view = new PointOfView(null, time.GetCurrentInstant().InZone(user.Clinic.Zone).Date);
        await foreach (var step in difference.AskAsync(user.Clinic, view, PublishedGuidelines.Of(kind), id, cancellationToken))
        {
            men = step.Done;
            changing += step.Changed.Count;
        }

        var at = time.GetCurrentInstant();
        IAdopted fact = kind == GuidelineKind.RuleSet ? new RuleSetAdopted(from, id, men, changing) : new ProtocolAdopted(from, id, men, changing);
        return (await AppendAsync(user.Clinic, fact, before.Count, user.UserId, at, cancellationToken) ? new(at, user.UserId, fact) : null, null);
    }

    /// <summary>Records a clinic's decision about itself, and makes it known to this node.</summary>
    /// <returns>False when another was recorded since <paramref name="after"/> of them were read.</returns>
    public async Task<bool> AppendAsync(Clinic clinic, object decided, int after, string userId, Instant at, CancellationToken cancellationToken)
    {
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
            return false;
        }

        await ReadAsync(clinic.Id, cancellationToken);
        return true;
    }

    /// <inheritdoc/>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var clinic in clinics.All)
        {
            await ReadAsync(clinic.Id, cancellationToken);
        }

        await base.StartAsync(cancellationToken);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await LookAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            return;
        }
    }

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var command = database.CreateCommand(Versions);
            command.Parameters.AddWithValue(ClinicStream);
            var versions = (long)(await command.ExecuteScalarAsync(cancellationToken))!;
            if (versions != _known)
            {
                foreach (var clinic in clinics.All)
                {
                    await ReadAsync(clinic.Id, cancellationToken);
                }

                _known = versions;
            }

            await dated.DateAnewAsync(cancellationToken);
        }
        catch (Exception away) when (Problems.IsDatabaseAway(away))
        {
            // It is looked at again soon; meanwhile what is known stays in force, as on any request without the database.
        }
    }

    private async Task ReadAsync(string clinicId, CancellationToken cancellationToken)
    {
        var events = await EventsOfAsync(clinicId, cancellationToken);
        clinics.Adopted(clinicId, [.. events.Select(Adoption.Of).OfType<Adoption>().Select(adoption => new AdoptedGuideline(adoption.At, adoption.Fact.Kind, adoption.Fact.From, adoption.Fact.Guideline))]);
        clinics.Chose(clinicId, [.. events.Where(stored => stored.Data is ClinicSettingsChanged)
            .Select(stored => (Instant.FromDateTimeOffset(stored.Timestamp), ((ClinicSettingsChanged)stored.Data).Settings))]);
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
