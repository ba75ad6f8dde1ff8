using JasperFx.Resources;
using Npgsql;

namespace FollowUp.Platform;

/// <summary>Brings a database to the schema that this version expects.</summary>
public static class Schema
{
    /// <summary>Creates or upgrades the tables of the event store, the documents and the queues. Quartz makes its own when it first starts.</summary>
    public static async Task MigrateAsync(this IHost host, CancellationToken cancellationToken)
    {
        var database = host.Services.GetRequiredService<NpgsqlDataSource>();
        await using (var command = database.CreateCommand($"create schema if not exists {Scheduling.Schema}"))
        {
            await command.ExecuteNonQueryAsync(cancellationToken);
        }

        await host.SetupResources(cancellationToken);
    }
}
