using System.Globalization;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Quartz;

namespace FollowUp.Recalls;

/// <summary>Whether the tick comes when it should, on any node of the cluster. A late one degrades the answer and never fails it: only reminders wait.</summary>
/// <remarks>It is Quartz's clock that is asked here, not the clinics'.</remarks>
internal sealed class TickHealth(ISchedulerFactory? schedulers = null) : IHealthCheck
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <inheritdoc/>
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (schedulers is null)
        {
            return HealthCheckResult.Healthy("This process runs no scheduler.");
        }

        ITrigger? trigger;
        TriggerState state;
        try
        {
            var scheduler = await schedulers.GetScheduler(cancellationToken);
            trigger = await scheduler.GetTrigger(RecallTick.TriggerKey, cancellationToken);
            state = await scheduler.GetTriggerState(RecallTick.TriggerKey, cancellationToken);
        }
        catch (SchedulerException)
        {
            // Anybody may ask for the health: he is told that, not where the database is.
            return HealthCheckResult.Degraded("The scheduler cannot be asked.");
        }

        if (trigger?.NextFireTimeUtc is not { } next || state is TriggerState.Paused or TriggerState.Error or TriggerState.None)
        {
            return HealthCheckResult.Degraded($"The recall tick is {state}: no reminder goes out.");
        }

        var late = TimeProvider.System.GetUtcNow() - next;
        return late > Patience
            ? HealthCheckResult.Degraded(string.Create(CultureInfo.InvariantCulture, $"The recall tick is {late.TotalMinutes:0} minutes late: reminders wait."))
            : HealthCheckResult.Healthy(string.Create(CultureInfo.InvariantCulture, $"Last tick {trigger.PreviousFireTimeUtc:u}, next {next:u}."));
    }
}
