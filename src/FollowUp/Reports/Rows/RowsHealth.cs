using System.Globalization;
using FollowUp.Platform.Http;
using FollowUp.Platform.Store;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;

namespace FollowUp.Reports.Rows;

/// <summary>Whether the rows follow the events. When they have stopped, health is degraded and not failed: reports are made from the streams then.</summary>
internal sealed class RowsHealth(NpgsqlDataSource database, StoreTime time) : IHealthCheck
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <inheritdoc/>
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        // Both must be long ago: the first event that is missing from the rows, and their last progress. After a quiet night the last progress is
        // old but no event is missing; during a large import an old event may be missing but there is progress.
        await using var command = database.CreateCommand(ReportSql.RowsHealth);
        command.Parameters.AddWithValue(Patience);
        command.Parameters.AddWithValue(CohortRows.Shard);
        try
        {
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            await reader.ReadAsync(cancellationToken);
            if (await reader.IsDBNullAsync(2, cancellationToken))
            {
                return HealthCheckResult.Healthy("The rows of reports are up to date.");
            }

            var (mark, last) = (await reader.IsDBNullAsync(0, cancellationToken) ? 0 : reader.GetInt64(0), reader.GetInt64(1));
            var late = time.GetUtcNow() - reader.GetFieldValue<DateTimeOffset>(2);
            var where = string.Create(CultureInfo.InvariantCulture, $"event {mark} of {last}");
            return late > Patience && reader.GetBoolean(3)
                ? HealthCheckResult.Degraded(string.Create(CultureInfo.InvariantCulture,
                    $"The rows of reports have stopped at {where}, {late.TotalMinutes:0} minutes behind. Until they continue, reports on many men are made in the background. The server's log says why."))
                : HealthCheckResult.Healthy($"The rows of reports are at {where}.");
        }
        catch (Exception away) when (Problems.IsDatabaseAway(away) || away is PostgresException)
        {
            // The database's own check says why.
            return HealthCheckResult.Degraded("The rows of reports cannot be read.");
        }
    }
}
