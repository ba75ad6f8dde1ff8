using FollowUp.Access;
using FollowUp.Platform.Store;
using JasperFx;
using Marten;
using NodaTime;
using Npgsql;

namespace FollowUp.Recalls.Sending;

/// <summary>The pause of sending, for a clinic or the installation, with every change and who made it.</summary>
public sealed record SendingPause : IRevisioned
{
    /// <summary>There is one for each clinic, and one of the installation.</summary>
    public static readonly Guid OnlyId = Guid.Parse("0a050000-0000-7000-8000-000000000001");

    /// <summary>The tenant of the installation's pause.</summary>
    public const string Installation = StorageConstants.DefaultTenantId;

    /// <summary>See <see cref="OnlyId"/>.</summary>
    public Guid Id { get; init; } = OnlyId;

    /// <summary>Every pause and resumption, in that order.</summary>
    public IReadOnlyList<PauseChange> Changes { get; init; } = [];

    /// <summary>The row's revision.</summary>
    public int Version { get; set; }

    /// <summary>The present pause; null when sending is not paused.</summary>
    public PauseChange? Now => Changes is [.., { Paused: true } last] ? last : null;
}

/// <summary>A pause, or its end.</summary>
/// <param name="At">When.</param>
/// <param name="By">Who.</param>
/// <param name="Paused">True when it pauses sending, false when it resumes it.</param>
/// <param name="Why">Why; it names no patient.</param>
public sealed record PauseChange(Instant At, string By, bool Paused, string Why);

/// <summary>Reads and changes the pause.</summary>
public sealed class SendingPauses(IDocumentStore store, NpgsqlDataSource database, ClinicRegistry clinics, IClinicUpdates updates, StoreTime time)
{
    /// <summary>
    /// Whether nothing may leave this clinic from this node at this moment: by its own pause or the installation's, because the node's clock is
    /// wrong, or because it may go by a protocol that this version of the program does not know. What it decided is known here as it was two
    /// seconds ago or later.
    /// </summary>
    public async Task<bool> HoldAsync(string clinicId, CancellationToken cancellationToken)
    {
        await updates.RefreshIfOldAsync(cancellationToken);
        return !time.IsRight || clinics[clinicId].Unknown is not null || await IsPausedAsync(clinicId, cancellationToken);
    }

    /// <summary>Whether a person has paused the clinic's sending or the installation's, whatever this node's own clock says.</summary>
    public async Task<bool> IsPausedAsync(string clinicId, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(RecallSql.IsPaused);
        command.Parameters.AddWithValue(clinicId);
        command.Parameters.AddWithValue(SendingPause.Installation);
        return (bool)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    /// <summary>The pause of a clinic, or of the installation.</summary>
    public async Task<SendingPause> FindAsync(string tenant, CancellationToken cancellationToken)
    {
        await using var session = store.QuerySession(tenant);
        return await session.LoadAsync<SendingPause>(SendingPause.OnlyId, cancellationToken) ?? new();
    }

    /// <summary>Pauses or resumes; what is so already stays so, and nothing is recorded.</summary>
    /// <exception cref="ConcurrencyException">Somebody else changed it at the same moment.</exception>
    public async Task<SendingPause> ChangeAsync(string tenant, PauseChange change, CancellationToken cancellationToken)
    {
        var pause = await FindAsync(tenant, cancellationToken);
        if (pause.Now is not null == change.Paused)
        {
            return pause;
        }

        var changed = pause with { Changes = [.. pause.Changes, change] };
        await using var session = store.LightweightSession(tenant);
        if (pause.Version == 0)
        {
            session.Insert(changed);
        }
        else
        {
            session.UpdateRevision(changed, pause.Version + 1);
        }

        await session.SaveChangesAsync(cancellationToken);
        return changed;
    }
}
