using FollowUp.Access;
using FollowUp.Course;
using FollowUp.Platform.Http;
using Marten;
using Npgsql;
using NpgsqlTypes;
using SessionOptions = Marten.Services.SessionOptions;

namespace FollowUp.Recording.ReadModels;

/// <summary>Recalculates men's due dates after their clinic has adopted another recall protocol: one worker in one node, some men at a time.</summary>
/// <remarks>
/// Every node checks each second whether there is something to do. A lock of the database, held for some men at a time, says whose turn it is. A
/// node that is killed loses it with its connection; one that hangs loses it when the database ends its idle transaction. What is done is in the
/// men's documents, so the next node continues there. Which protocol is in force is looked up each time: of two adoptions in quick succession only
/// the later one is calculated.
/// </remarks>
public sealed class DueDateWorker(
    IDocumentStore store, NpgsqlDataSource database, ClinicRegistry clinics, IClinicUpdates updates, Courses courses, DueDateIndex dated, ILogger<DueDateWorker> log) : BackgroundService
{
    /// <summary>The most men done in one turn.</summary>
    public const int MenAtATime = 50;

    // idle_in_transaction_session_timeout
    private const string IdleTooLong = "25P03";

    private const string Turn = "set local idle_in_transaction_session_timeout = '30s'; select pg_try_advisory_xact_lock(hashtextextended('followup.dating', 0))";

    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);

    private readonly HashSet<(string Clinic, Guid Man)> _skipped = [];

    /// <summary>Recalculates the dates of some men of a clinic, if it is this node's turn.</summary>
    /// <returns>Whether it did; false when it is another's turn, or nothing is left to do.</returns>
    public async Task<bool> WorkAsync(string clinicId, CancellationToken cancellationToken)
    {
        if (await dated.IsCurrentAsync(clinics[clinicId], cancellationToken))
        {
            return false;
        }

        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var turn = await connection.BeginTransactionAsync(cancellationToken);
        await using (var command = new NpgsqlCommand(Turn, connection))
        {
            if (await command.ExecuteScalarAsync(cancellationToken) is not true)
            {
                return false;
            }
        }

        await updates.RefreshAsync(cancellationToken);
        var clinic = clinics[clinicId];
        if (clinic.Unknown is not null)
        {
            // A newer version knows which protocol is in force; this one would undo its work.
            return false;
        }

        var men = (await dated.OutdatedAsync(clinic, MenAtATime + _skipped.Count, cancellationToken)).Where(man => !_skipped.Contains((clinicId, man))).Take(MenAtATime).ToArray();
        await RecalculateAsync(clinicId, clinic.InForce(GuidelineKind.Protocol), men, cancellationToken);
        await turn.CommitAsync(cancellationToken);
        return men.Length > 0;
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                foreach (var clinic in clinics.All)
                {
                    await WorkThroughAsync(clinic.Id, stoppingToken);
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            return;
        }
    }

    private async Task WorkThroughAsync(string clinicId, CancellationToken cancellationToken)
    {
        try
        {
            while (await WorkAsync(clinicId, cancellationToken))
            {
            }
        }
        catch (Exception failed) when (failed is not OperationCanceledException)
        {
            // It must not stop the host or hold up the other clinics; it is tried again in a second.
            if (!Problems.IsDatabaseAway(failed) && failed is not PostgresException { SqlState: IdleTooLong })
            {
                log.LogError(failed, "The due dates of the men of clinic {Clinic} cannot be recalculated at the moment", clinicId);
            }
        }
    }

    // A man whose dates cannot be calculated must not hold up the others. Until the next start his clinic's dates are not all current.
    private async Task RecalculateAsync(string clinicId, string protocol, Guid[] men, CancellationToken cancellationToken)
    {
        try
        {
            await ReplaceAsync(clinicId, protocol, men, cancellationToken);
        }
        catch (Exception failed) when (failed is not OperationCanceledException && !Problems.IsDatabaseAway(failed))
        {
            if (men.Length == 1)
            {
                _skipped.Add((clinicId, men[0]));
                log.LogWarning(failed, "The due dates of a man of clinic {Clinic} cannot be calculated", clinicId);
                return;
            }

            foreach (var man in men)
            {
                await RecalculateAsync(clinicId, protocol, [man], cancellationToken);
            }
        }
    }

    // Under the lock of their streams, so that none is appended to meanwhile; the documents' versions stay those of the streams.
    private async Task ReplaceAsync(string clinicId, string protocol, Guid[] men, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using (var locking = new NpgsqlCommand(DueDatesSql.LockStreams, connection))
        {
            locking.Parameters.AddWithValue(clinicId);
            locking.Parameters.AddWithValue(men);
            await locking.ExecuteNonQueryAsync(cancellationToken);
        }

        var options = SessionOptions.ForTransaction(transaction);
        options.TenantId = clinicId;
        await using var session = store.QuerySession(options);
        List<DueDates> found = [.. (await courses.FoldAsync(session, men, long.MaxValue, cancellationToken)).Select(course => DueDates.Of(course, protocol))];
        await using var command = new NpgsqlCommand(DueDatesSql.Replace, connection);
        command.Parameters.AddWithValue(clinicId);
        command.Parameters.AddWithValue(found.Select(document => document.Id).ToArray());
        command.Parameters.AddWithValue(found.Select(document => store.Options.Serializer().ToJson(document)).ToArray());
        command.Parameters.AddWithValue(NpgsqlDbType.Array | NpgsqlDbType.Date, found.Select(document => document.WorkFrom).ToArray());
        command.Parameters.AddWithValue(NpgsqlDbType.Array | NpgsqlDbType.Date, found.Select(document => document.RemindFrom).ToArray());
        command.Parameters.AddWithValue(NpgsqlDbType.Array | NpgsqlDbType.Date, found.Select(document => document.AlertFrom).ToArray());
        command.Parameters.AddWithValue(protocol);
        await command.ExecuteNonQueryAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }
}
