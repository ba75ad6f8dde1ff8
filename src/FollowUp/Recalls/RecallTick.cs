using FollowUp.Access;
using FollowUp.Recalls.Receipts;
using FollowUp.Recalls.Rules;
using FollowUp.Recalls.Sending;
using Quartz;

namespace FollowUp.Recalls;

/// <summary>
/// Says when to look, on one node of a cluster at a time: a job for each <see cref="ReminderTick"/>. What is due is read from the
/// courses, so a missed tick costs lateness only.
/// </summary>
[DisallowConcurrentExecution]
public sealed class RecallTick(ReminderRound round, ReplyMailbox mailbox, ClinicRegistry clinics, ILogger<RecallTick> log) : IJob
{
    private const string Prefix = "recall-tick-";

    /// <summary>The key of a job.</summary>
    public static JobKey KeyOf(ReminderTick tick) => new($"{Prefix}{tick}");

    /// <summary>The key of what fires it.</summary>
    public static TriggerKey TriggerKeyOf(ReminderTick tick) => new($"{Prefix}{tick}");

    /// <inheritdoc/>
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var tick = Enum.Parse<ReminderTick>(context.JobDetail.Key.Name[Prefix.Length..]);
        if (tick == ReminderTick.Attempts)
        {
            // First what came back: a man who wants no more messages gets none of this round.
            await mailbox.ReadAsync(cancellationToken);
        }

        foreach (var clinic in clinics.All)
        {
            var ordered = await round.RunAsync(clinic, at: null, tick, cancellationToken);
            if (ordered.Count > 0)
            {
                log.LogInformation("{Count} reminders ordered by {Tick} in clinic {Clinic}", ordered.Count, tick, clinic.Id);
            }
        }
    }
}
