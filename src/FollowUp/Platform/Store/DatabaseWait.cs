using System.Diagnostics;
using FollowUp.Platform.Http;
using Npgsql;

namespace FollowUp.Platform.Store;

/// <summary>A server that starts before its database waits for it, and says so in the log and in its answers.</summary>
public static class DatabaseWait
{
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan BetweenLines = TimeSpan.FromMinutes(1);

    /// <summary>Returns once the database can be reached. Meanwhile the server's address answers that it waits.</summary>
    /// <exception cref="OperationCanceledException">The process is asked to stop.</exception>
    public static async Task WaitForDatabaseAsync(this WebApplication app, CancellationToken cancellationToken)
    {
        var database = app.Services.GetRequiredService<NpgsqlDataSource>();
        if (await IsThereAsync(database, cancellationToken))
        {
            return;
        }

        var log = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(DatabaseWait));
        var where = new NpgsqlConnectionStringBuilder(database.ConnectionString);
        await using var waiting = Waiting(app.Configuration);
        await waiting.StartAsync(cancellationToken);
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, waiting.Lifetime.ApplicationStopping);
        var said = Stopwatch.StartNew();
        do
        {
            if (said.Elapsed > BetweenLines || said.Elapsed < Between)
            {
                log.LogWarning("The database at {Host}:{Port} cannot be reached. The server waits for it", where.Host, where.Port);
                said = Stopwatch.StartNew();
            }

            await Task.Delay(Between, stopping.Token);
        }
        while (!await IsThereAsync(database, stopping.Token));

        log.LogInformation("The database can be reached: the server starts");
        await waiting.StopAsync(CancellationToken.None);
    }

    private static async Task<bool> IsThereAsync(NpgsqlDataSource database, CancellationToken cancellationToken)
    {
        try
        {
            await using var command = database.CreateCommand("select 1");
            await command.ExecuteScalarAsync(cancellationToken);
            return true;
        }
        catch (Exception away) when (!cancellationToken.IsCancellationRequested && Problems.IsDatabaseAway(away))
        {
            return false;
        }
    }

    private static WebApplication Waiting(IConfiguration configuration)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(configuration["FollowUp:Url"] ?? Hosting.DefaultUrl);
        builder.Services.AddProblemDetails();
        var app = builder.Build();
        app.Run(http => http.Request.Path == "/health/live" ? http.Response.WriteAsync("Healthy")
            : http.Request.Path == "/health/ready" ? NotReadyAsync(http)
            : Problems.DatabaseAway(http).ExecuteAsync(http));
        return app;
    }

    private static Task NotReadyAsync(HttpContext http)
    {
        http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        return http.Response.WriteAsJsonAsync(new
        {
            status = "Unhealthy",
            checks = new { database = new { status = "Unhealthy", description = "The database cannot be reached. The server waits for it." } },
        });
    }
}
