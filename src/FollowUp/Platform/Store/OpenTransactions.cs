using System.Globalization;
using FollowUp.Platform.Http;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;

namespace FollowUp.Platform.Store;

/// <summary>
/// Which sessions of the database hold a transaction open that has written: everything derived from the facts waits for it, in every clinic, for as
/// long as it is open. It degrades the answer and never fails it. The session's query is not shown: it may hold an identity.
/// </summary>
public sealed class OpenTransactions(NpgsqlDataSource database) : IHealthCheck
{
    // Longer than any of ours but a large import, which may take some minutes and is then rightly named.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <inheritdoc/>
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            var held = await OlderThanAsync(Patience, cancellationToken);
            return held.Count == 0
                ? HealthCheckResult.Healthy("No transaction is held open.")
                : HealthCheckResult.Degraded(string.Join(' ', held.Select(session => string.Create(
                    CultureInfo.InvariantCulture,
                    $"Session {session.Pid} of the database ({(session.Application.Length == 0 ? "without a name" : session.Application)}, {session.State}) holds a transaction open since {session.Since:u}: rows and reports wait for it."))));
        }
        catch (Exception away) when (Problems.IsDatabaseAway(away) || away is PostgresException)
        {
            return HealthCheckResult.Degraded("Whether a transaction is held open cannot be asked.");
        }
    }

    /// <summary>The sessions whose transaction has been open for longer than that, the oldest first, at most five.</summary>
    public async Task<IReadOnlyList<(int Pid, string Application, string State, DateTimeOffset Since)>> OlderThanAsync(TimeSpan patience, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            """
            select pid, coalesce(application_name, ''), coalesce(state, 'unknown'), xact_start
            from pg_stat_activity
            where datname = current_database() and pid <> pg_backend_pid() and backend_xid is not null and xact_start < clock_timestamp() - $1
            order by xact_start limit 5
            """);
        command.Parameters.AddWithValue(patience);
        var held = new List<(int Pid, string Application, string State, DateTimeOffset Since)>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            held.Add((reader.GetInt32(0), reader.GetString(1), reader.GetString(2), reader.GetFieldValue<DateTimeOffset>(3)));
        }

        return held;
    }
}
