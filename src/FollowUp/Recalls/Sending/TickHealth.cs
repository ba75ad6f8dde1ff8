using System.Globalization;
using FollowUp.Recalls.Rules.Messages;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Quartz;

namespace FollowUp.Recalls.Sending;

/// <summary>Whether the jobs run on time, on any node of the cluster. A late one reports Degraded, never Unhealthy, because only reminders wait.</summary>
/// <remarks>It uses Quartz's clock, not the clinics'.</remarks>
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

        try
        {
            var scheduler = await schedulers.GetScheduler(cancellationToken);
            var times = new List<string>();
            foreach (var tick in Enum.GetValues<ReminderTick>())
            {
                var trigger = await scheduler.GetTrigger(RecallTick.TriggerKeyOf(tick), cancellationToken);
                var state = await scheduler.GetTriggerState(RecallTick.TriggerKeyOf(tick), cancellationToken);
                if (trigger?.NextFireTimeUtc is not { } next || state is TriggerState.Paused or TriggerState.Error or TriggerState.None)
                {
                    return HealthCheckResult.Degraded($"The recall tick {tick} is {state}: its reminders do not go out.");
                }

                var late = TimeProvider.System.GetUtcNow() - next;
                if (late > Patience)
                {
                    return HealthCheckResult.Degraded(string.Create(CultureInfo.InvariantCulture, $"The recall tick {tick} is {late.TotalMinutes:0} minutes late: its reminders wait."));
                }

                times.Add(string.Create(CultureInfo.InvariantCulture, $"{tick}: last {trigger.PreviousFireTimeUtc:u}, next {next:u}"));
            }

            return HealthCheckResult.Healthy(string.Join("; ", times));
        }
        catch (SchedulerException)
        {
            // Anybody may read the health, so the answer does not name the database.
            return HealthCheckResult.Degraded("The scheduler did not answer.");
        }
    }
}
