using Npgsql;

namespace FollowUp.Platform.Store;

/// <summary>The one pool of connections to PostgreSQL.</summary>
public static class Database
{
    /// <summary>The connection string's name in the configuration.</summary>
    public const string Name = "FollowUp";

    /// <summary>Adds the pool.</summary>
    /// <exception cref="InvalidOperationException">No database is configured.</exception>
    public static void AddDatabase(this IServiceCollection services, IConfiguration configuration)
    {
        var connection = configuration.GetConnectionString(Name) ?? throw new InvalidOperationException(
            "No database is configured. Set ConnectionStrings__FollowUp, or start with ops/run, which brings its own PostgreSQL.");

        // Prepared statements that outlive a request are what the store's speed comes from; resetting the connection
        // after each would throw them away. The pool stays far below the server's max_connections, past which it collapses.
        var tuned = new NpgsqlConnectionStringBuilder(connection)
        {
            NoResetOnClose = true,
            MaxAutoPrepare = 100,
            AutoPrepareMinUsages = 2,
            ApplicationName = "followup",
        };
        if (!tuned.ContainsKey("Maximum Pool Size") || tuned.MaxPoolSize == 100)
        {
            tuned.MaxPoolSize = configuration.GetValue("FollowUp:DatabasePool", 32);
        }

        services.AddSingleton(new NpgsqlDataSourceBuilder(tuned.ConnectionString).Build());
        services.AddSingleton<StoreHorizon>();
    }
}
