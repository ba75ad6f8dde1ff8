using Quartz;

namespace FollowUp.Reports.Jobs;

/// <summary>Deletes expired report jobs, once an hour.</summary>
[DisallowConcurrentExecution]
public sealed class ReportJobSweep(ReportJobs jobs) : IJob
{
    /// <summary>Its key.</summary>
    public static readonly JobKey Key = new("report-job-sweep");

    /// <summary>When it fires.</summary>
    public static IScheduleBuilder Schedule => CronScheduleBuilder.Create("0 17 * * * ?").InTimeZone(TimeZoneInfo.Utc)
        .WithMisfireInstruction(CronTriggerMisfireInstruction.DoNothing);

    /// <inheritdoc/>
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) => await jobs.DeleteExpiredAsync(cancellationToken);
}
