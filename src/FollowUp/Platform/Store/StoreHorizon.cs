using NodaTime;
using Npgsql;

namespace FollowUp.Platform.Store;

/// <summary>The instant up to which everything recorded is certainly stored, so that nothing older can still be added.</summary>
/// <remarks>
/// The recorded time of a fact is taken before it is committed. Whatever was recorded before the oldest transaction that still writes is
/// stored or was given up; a little is allowed for the time between taking the recorded time and beginning to write.
/// </remarks>
public sealed class StoreHorizon(NpgsqlDataSource database, StoreTime time)
{
    /// <summary>The time from taking a recorded time to writing, generously.</summary>
    public static readonly Duration UntilWriting = Duration.FromSeconds(10);

    /// <summary>The high-water mark: an answer as of this instant or an earlier one stays the same.</summary>
    public async Task<Instant> MarkAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            """
            select coalesce(extract(epoch from max(clock_timestamp() - xact_start)), 0)::float8 from pg_stat_activity
            where datname = current_database() and backend_xid is not null and pid <> pg_backend_pid()
            """);

        // How long ago it was by the database's clock, subtracted from our own time: the two clocks need not agree.
        var oldest = Duration.FromSeconds((double)(await command.ExecuteScalarAsync(cancellationToken))!);
        return time.GetCurrentInstant() - oldest - UntilWriting;
    }

    /// <summary>The number of the last event of a clinic recorded up to an instant; 0 when there is none.</summary>
    public async Task<long> LastEventAsync(string clinicId, Instant asOf, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(StoreSql.LastEvent);
        command.Parameters.Add(new() { Value = clinicId });
        command.Parameters.Add(new() { Value = asOf.ToDateTimeOffset() });
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
    }
}
