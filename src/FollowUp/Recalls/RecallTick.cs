using System.Globalization;
using FollowUp.Access;
using FollowUp.Platform.Http;
using FollowUp.Platform.Store;
using FollowUp.Recalls.Rules.Messages;
using FollowUp.Recalls.Sending;
using Quartz;

namespace FollowUp.Recalls;

/// <summary>
/// The jobs that start a round of reminders, one for each <see cref="ReminderTick"/>, on one node of a cluster at a time. What is due is read
/// from the courses, so a missed tick only makes reminders late.
/// </summary>
[DisallowConcurrentExecution]
public sealed class RecallTick(ReminderRound round, ClinicRegistry clinics, StoreTime time, ILogger<RecallTick> log) : IJob
{
    private const string Prefix = "recall-tick-";

    /// <summary>The key of a job.</summary>
    public static JobKey KeyOf(ReminderTick tick) => new($"{Prefix}{tick}");

    /// <summary>The key of its trigger.</summary>
    public static TriggerKey TriggerKeyOf(ReminderTick tick) => new($"{Prefix}{tick}");

    /// <inheritdoc/>
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        if (!time.IsRight)
        {
            // The next tick on a node whose clock is right finds what is due.
            return;
        }

        var tick = Enum.Parse<ReminderTick>(context.JobDetail.Key.Name[Prefix.Length..]);
        foreach (var clinic in clinics.All)
        {
            try
            {
                var ordered = await round.RunAsync(clinic, at: null, tick, cancellationToken);
                if (ordered.Count > 0)
                {
                    log.LogInformation("{Count} reminders ordered by {Tick} in clinic {Clinic}", ordered.Count, tick, clinic.Id);
                }
            }
            catch (Exception failed) when (failed is not OperationCanceledException && !Problems.IsDatabaseAway(failed))
            {
                // The other clinics' reminders go out. Those of this one are measured as due and not sent.
                log.LogError(failed, "No reminders were ordered by {Tick} in clinic {Clinic}", tick, clinic.Id);
            }
        }
    }

    /// <summary>When a job fires: each minute, the jobs one after another so that each sees what the one before decided, or by the configured schedule.</summary>
    /// <remarks>In UTC, so that no minute is repeated or skipped at the change to or from summer time. What is due still depends on the clinic's time zone.</remarks>
    public static IScheduleBuilder Schedule(ReminderTick tick, string? cron) => CronScheduleBuilder
        .Create(cron ?? string.Create(CultureInfo.InvariantCulture, $"{20 * (int)tick} * * * * ?"))
        .InTimeZone(TimeZoneInfo.Utc)
        .WithMisfireInstruction(CronTriggerMisfireInstruction.DoNothing);
}
