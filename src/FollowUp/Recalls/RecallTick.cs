using System.Globalization;
using FollowUp.Access;
using FollowUp.Platform.Http;
using FollowUp.Platform.Store;
using FollowUp.Recalls.Rules.Messages;
using FollowUp.Recalls.Sending;
using Quartz;

namespace FollowUp.Recalls;

/// <summary>
/// Says when to look, on one node of a cluster at a time: a job for each <see cref="ReminderTick"/>. What is due is read from the
/// courses, so a missed tick costs lateness only.
/// </summary>
[DisallowConcurrentExecution]
public sealed class RecallTick(ReminderRound round, ClinicRegistry clinics, StoreTime time, ILogger<RecallTick> log) : IJob
{
    private const string Prefix = "recall-tick-";

    /// <summary>The key of a job.</summary>
    public static JobKey KeyOf(ReminderTick tick) => new($"{Prefix}{tick}");

    /// <summary>The key of what fires it.</summary>
    public static TriggerKey TriggerKeyOf(ReminderTick tick) => new($"{Prefix}{tick}");

    /// <inheritdoc/>
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        if (!time.IsRight)
        {
            // What is due is found by the next tick, on a node whose clock is right.
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
                // The other clinics' go out; what waits here is measured as due and not sent.
                log.LogError(failed, "No reminders were ordered by {Tick} in clinic {Clinic}", tick, clinic.Id);
            }
        }
    }

    /// <summary>When a job fires: each minute, one job after the other so that each sees what the one before has claimed in it, or by a schedule of its own.</summary>
    /// <remarks>By a clock that no summer time moves: no minute comes twice or not at all. What is due goes by the clinic's clock all the same.</remarks>
    public static IScheduleBuilder Schedule(ReminderTick tick, string? cron) => CronScheduleBuilder
        .Create(cron ?? string.Create(CultureInfo.InvariantCulture, $"{20 * (int)tick} * * * * ?"))
        .InTimeZone(TimeZoneInfo.Utc)
        .WithMisfireInstruction(CronTriggerMisfireInstruction.DoNothing);
}
