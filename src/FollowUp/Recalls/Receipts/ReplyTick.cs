using FollowUp.Platform.Store;
using Quartz;

namespace FollowUp.Recalls.Receipts;

/// <summary>Reads the mailbox of replies each minute, on one node of a cluster at a time. A mailbox that is slow holds back nothing else.</summary>
[DisallowConcurrentExecution]
public sealed class ReplyTick(ReplyMailbox mailbox, StoreTime time) : IJob
{
    /// <summary>The key of the job.</summary>
    public static readonly JobKey Key = new("reply-tick");

    /// <summary>The key of what fires it.</summary>
    public static readonly TriggerKey TriggerKey = new("reply-tick");

    /// <inheritdoc/>
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        // By a wrong clock a wish would be recorded on another day; the mails wait in the mailbox for a node whose clock is right.
        if (time.IsRight)
        {
            await mailbox.ReadAsync(cancellationToken);
        }
    }

    /// <summary>When it fires: shortly before the messages of a minute are decided, so that a man who wants no more gets none of them.</summary>
    public static IScheduleBuilder Schedule(string? cron) => CronScheduleBuilder
        .Create(cron ?? "50 * * * * ?").InTimeZone(TimeZoneInfo.Utc).WithMisfireInstruction(CronTriggerMisfireInstruction.DoNothing);
}
