using System.Globalization;
using FollowUp.Platform.Http;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using NodaTime;
using Npgsql;
using Quartz;

namespace FollowUp.Platform.Store;

/// <summary>Compares this node's clock with the database's, which every node shares.</summary>
/// <remarks>
/// A node ahead would take every tick of the cluster, one behind none, and both would record wrong times. While its clock is
/// wrong the node records by the database's time, its scheduler stands by so that others tick, and it sends and adopts nothing.
/// </remarks>
public sealed class ClockWatch(NpgsqlDataSource database, StoreTime time, ILogger<ClockWatch> log, ISchedulerFactory? schedulers = null) : BackgroundService, IHealthCheck
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(10);

    // An answer that took longer tells nothing to within the two seconds that matter.
    private static readonly Duration SlowestAnswer = Duration.FromSeconds(1);

    /// <summary>Compares the clocks now.</summary>
    public async Task CompareAsync(CancellationToken cancellationToken)
    {
        // Opened before the clock is read: only the question itself is timed.
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var command = new NpgsqlCommand("select clock_timestamp()", connection);
        var before = time.Own;
        var there = Instant.FromDateTimeUtc(((DateTime)(await command.ExecuteScalarAsync(cancellationToken))!).ToUniversalTime());
        var took = time.Own - before;
        if (took > SlowestAnswer)
        {
            return;
        }

        var wasRight = time.IsRight;
        time.Compared(before + (took / 2) - there);
        if (wasRight && time.IsRight)
        {
            return;
        }

        if (wasRight != time.IsRight)
        {
            log.LogWarning("{Says}", time.IsRight ? "This node's clock is right again: it sends and adopts again." : InWords());
        }

        await FollowAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(time.IsRight ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded(InWords()));

    /// <inheritdoc/>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await LookAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await LookAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            return;
        }
    }

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        try
        {
            await CompareAsync(cancellationToken);
        }
        catch (Exception away) when (Problems.IsDatabaseAway(away) || away is SchedulerException)
        {
            // Compared again soon; until then what was found last holds.
        }
    }

    // The other nodes tick meanwhile.
    private async Task FollowAsync(CancellationToken cancellationToken)
    {
        if (schedulers is null)
        {
            return;
        }

        var scheduler = await schedulers.GetScheduler(cancellationToken);
        if (!time.IsRight && scheduler.Status == SchedulerStatus.Running)
        {
            await scheduler.Standby(cancellationToken);
        }
        else if (time.IsRight && scheduler.Status == SchedulerStatus.Standby)
        {
            await scheduler.Start(cancellationToken);
        }
    }

    private string InWords() => string.Create(
        CultureInfo.InvariantCulture,
        $"This node's clock is {Math.Abs(time.Ahead.TotalSeconds):0.0} s {(time.Ahead > Duration.Zero ? "ahead of" : "behind")} the database's. Set it right (NTP). Until then it records by the database's time, and sends and adopts nothing.");
}
