using System.Globalization;
using FollowUp.Platform.Http;
using FollowUp.Platform.Store;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;

namespace FollowUp.Reports.Rows;

/// <summary>Whether the rows go on as facts are recorded. Where they stand still the answer is degraded and never fails: reports are made of the streams then.</summary>
internal sealed class RowsHealth(NpgsqlDataSource database, StoreTime time) : IHealthCheck
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <inheritdoc/>
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        // Both must be long ago, the first event that is not in the rows and their last step: an event may come after a quiet night, and a
        // large import takes its time but goes on.
        await using var command = database.CreateCommand(ReportSql.RowsHealth);
        command.Parameters.AddWithValue(Patience);
        command.Parameters.AddWithValue(CohortRows.Shard);
        try
        {
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            await reader.ReadAsync(cancellationToken);
            if (await reader.IsDBNullAsync(2, cancellationToken))
            {
                return HealthCheckResult.Healthy("The rows of reports are current.");
            }

            var (mark, last) = (await reader.IsDBNullAsync(0, cancellationToken) ? 0 : reader.GetInt64(0), reader.GetInt64(1));
            var late = time.GetUtcNow() - reader.GetFieldValue<DateTimeOffset>(2);
            var where = string.Create(CultureInfo.InvariantCulture, $"event {mark} of {last}");
            return late > Patience && reader.GetBoolean(3)
                ? HealthCheckResult.Degraded(string.Create(CultureInfo.InvariantCulture,
                    $"The rows of reports stand still at {where}, {late.TotalMinutes:0} minutes behind: reports of many men take long until they go on. The server's log says why."))
                : HealthCheckResult.Healthy($"The rows of reports are at {where}.");
        }
        catch (Exception away) when (Problems.IsDatabaseAway(away) || away is PostgresException)
        {
            // Why is what the database's own check says.
            return HealthCheckResult.Degraded("The rows of reports cannot be asked.");
        }
    }
}
