using JasperFx.Resources;
using Npgsql;

namespace FollowUp.Platform.Store;

/// <summary>Brings a database to the schema that this version expects.</summary>
public static class Schema
{
    /// <summary>Refuses to work with a database that was never set up; the health check reports one of an earlier version.</summary>
    /// <exception cref="InvalidOperationException">It was not.</exception>
    public static async Task RequireSchemaAsync(this IHost host, CancellationToken cancellationToken)
    {
        var database = host.Services.GetRequiredService<NpgsqlDataSource>();
        await using var command = database.CreateCommand(StoreSql.IsSetUp);
        if (await command.ExecuteScalarAsync(cancellationToken) is not true)
        {
            throw new InvalidOperationException("The database has no tables of FollowUp yet. Run ops/followup migrate, then start again.");
        }
    }

    /// <summary>Creates or upgrades the tables of the event store, the documents and the queues. Quartz makes its own when it first starts.</summary>
    public static async Task MigrateAsync(this IHost host, CancellationToken cancellationToken)
    {
        var database = host.Services.GetRequiredService<NpgsqlDataSource>();
        await using (var command = database.CreateCommand($"create schema if not exists {Scheduling.Schema}"))
        {
            await command.ExecuteNonQueryAsync(cancellationToken);
        }

        await host.SetupResources(cancellationToken);

        await using var release = database.CreateCommand(StoreSql.ReleaseOrders);
        await release.ExecuteNonQueryAsync(cancellationToken);
    }
}
