using FollowUp.Platform.Store;
using Quartz;

namespace FollowUp.Recalls.Receipts;

/// <summary>The job that reads the mailbox of replies each minute, on one node of a cluster at a time. A slow mailbox delays nothing else.</summary>
[DisallowConcurrentExecution]
public sealed class ReplyTick(ReplyMailbox mailbox, StoreTime time) : IJob
{
    /// <summary>The key of the job.</summary>
    public static readonly JobKey Key = new("reply-tick");

    /// <summary>The key of its trigger.</summary>
    public static readonly TriggerKey TriggerKey = new("reply-tick");

    /// <inheritdoc/>
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        // A wrong clock would record a reply on another day. The mails wait in the mailbox for a node whose clock is right.
        if (time.IsRight)
        {
            await mailbox.ReadAsync(cancellationToken);
        }
    }

    /// <summary>When it fires: shortly before the messages of a minute are decided, so that a man who has just asked for no more gets none.</summary>
    public static IScheduleBuilder Schedule(string? cron) => CronScheduleBuilder
        .Create(cron ?? "50 * * * * ?").InTimeZone(TimeZoneInfo.Utc).WithMisfireInstruction(CronTriggerMisfireInstruction.DoNothing);
}
