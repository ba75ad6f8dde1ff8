using FollowUp.Platform.Http;
using FollowUp.Platform.Store;
using Marten;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace FollowUp.Platform;

/// <summary>Whether the process lives, and whether it should be sent requests.</summary>
public static class Health
{
    /// <summary>Adds the checks; an activity adds its own, which may degrade the answer but never fail it.</summary>
    public static void AddHealth(this IServiceCollection services)
    {
        services.AddSingleton<DatabaseReady>();
        services.AddHealthChecks()
            .AddCheck<DatabaseReady>("database")
            .AddCheck<ClockWatch>("clock")
            .AddCheck<OpenTransactions>("open-transactions", HealthStatus.Degraded)
            .AddCheck<NotStopping>("stopping");
    }

    /// <summary>Maps <c>/health/live</c> and <c>/health/ready</c>, open to anybody and telling nothing.</summary>
    public static void MapHealth(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        endpoints.MapHealthChecks("/health/ready", new HealthCheckOptions { ResponseWriter = Write }).AllowAnonymous();
    }

    private static Task Write(HttpContext http, HealthReport report) => http.Response.WriteAsJsonAsync(new
    {
        status = report.Status.ToString(),
        checks = report.Entries.ToDictionary(entry => entry.Key, entry => new { status = entry.Value.Status.ToString(), entry.Value.Description }),
    });

    private sealed class DatabaseReady(IDocumentStore store, Npgsql.NpgsqlDataSource database) : IHealthCheck
    {
        private volatile bool _asExpected;

        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            try
            {
                await using var command = database.CreateCommand("select 1");
                await command.ExecuteScalarAsync(cancellationToken);
            }
            catch (Exception away) when (Problems.IsDatabaseAway(away))
            {
                return HealthCheckResult.Unhealthy("The database cannot be reached.");
            }

            if (!_asExpected)
            {
                try
                {
                    await store.Storage.Database.AssertDatabaseMatchesConfigurationAsync(cancellationToken);
                }
                catch (Weasel.Core.Migrations.DatabaseValidationException)
                {
                    return HealthCheckResult.Unhealthy("The database has another schema than this version expects. Run ops/followup migrate.");
                }

                _asExpected = true;
            }

            return HealthCheckResult.Healthy();
        }
    }

    private sealed class NotStopping(IHostApplicationLifetime lifetime) : IHealthCheck
    {
        public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
            Task.FromResult(lifetime.ApplicationStopping.IsCancellationRequested
                ? HealthCheckResult.Unhealthy("The server is stopping.")
                : HealthCheckResult.Healthy());
    }
}
