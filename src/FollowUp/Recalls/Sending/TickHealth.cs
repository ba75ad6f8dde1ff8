using System.Globalization;
using FollowUp.Recalls.Rules.Messages;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Quartz;

namespace FollowUp.Recalls.Sending;

/// <summary>Whether the ticks come when they should, on any node of the cluster. A late one degrades the answer and never fails it: only reminders wait.</summary>
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

        try
        {
            var scheduler = await schedulers.GetScheduler(cancellationToken);
            var said = new List<string>();
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

                said.Add(string.Create(CultureInfo.InvariantCulture, $"{tick}: last {trigger.PreviousFireTimeUtc:u}, next {next:u}"));
            }

            return HealthCheckResult.Healthy(string.Join("; ", said));
        }
        catch (SchedulerException)
        {
            // Anybody may ask for the health: he is told that, not where the database is.
            return HealthCheckResult.Degraded("The scheduler cannot be asked.");
        }
    }
}
