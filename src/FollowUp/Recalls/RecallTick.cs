using FollowUp.Access;
using FollowUp.Recalls.Sending;
using Quartz;

namespace FollowUp.Recalls;

/// <summary>Says when to look, on one node of a cluster at a time; what is due is read from the courses, so a missed tick costs lateness only.</summary>
[DisallowConcurrentExecution]
public sealed class RecallTick(ReminderRound round, ClinicRegistry clinics, ILogger<RecallTick> log) : IJob
{
    /// <summary>The job's key.</summary>
    public static readonly JobKey Key = new("recall-tick");

    /// <summary>The key of what fires it.</summary>
    public static readonly TriggerKey TriggerKey = new("recall-tick");

    /// <inheritdoc/>
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        foreach (var clinic in clinics.All)
        {
            var ordered = await round.RunAsync(clinic, at: null, cancellationToken);
            if (ordered.Count > 0)
            {
                log.LogInformation("{Count} reminders ordered in clinic {Clinic}", ordered.Count, clinic.Id);
            }
        }
    }
}
