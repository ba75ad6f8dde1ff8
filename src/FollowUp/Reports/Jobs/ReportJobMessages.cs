using Marten;
using Wolverine;
using Wolverine.Attributes;

namespace FollowUp.Reports.Jobs;

/// <summary>Starts a job, unless the same one is waiting, running or done.</summary>
/// <param name="Job">The job.</param>
/// <remarks>Its identity is the name that stored messages have.</remarks>
[MessageIdentity("FollowUp.Reports.Jobs.TakeReportJob")]
public sealed record StartReportJob(ReportJob Job);

/// <summary>Stores the job and puts the order to make its report into the queue, in one transaction.</summary>
public static class StartReportJobHandler
{
    /// <summary>Handles the message.</summary>
    public static async Task<RunReportJob?> Handle(StartReportJob start, IDocumentSession session, CancellationToken cancellationToken)
    {
        if (await session.LoadAsync<ReportJob>(start.Job.Id, cancellationToken) is { State: JobState.Waiting or JobState.Running or JobState.Done })
        {
            return null;
        }

        session.Store(start.Job);
        return new(start.Job.Id, start.Job.Attempt);
    }
}

/// <summary>Orders that a job's report is made.</summary>
/// <param name="JobId">The job.</param>
/// <param name="Attempt">Which attempt at it: a job that ended can be started again under the same id.</param>
/// <remarks>Its identity is the name that stored messages and their queue have.</remarks>
[MessageIdentity("FollowUp.Reports.Jobs.PrintReport")]
public sealed record RunReportJob(Guid JobId, Guid Attempt);

/// <summary>Makes the reports of jobs, one after another.</summary>
public static class RunReportJobHandler
{
    private const int LongestSeconds = 6 * 60 * 60;

    /// <summary>Handles the message.</summary>
    [MessageTimeout(LongestSeconds)]
    public static Task Handle(RunReportJob order, IMessageContext bus, ReportJobRunner runner, CancellationToken cancellationToken) =>
        runner.RunAsync(bus.TenantId ?? throw new InvalidOperationException("A report belongs to a clinic."), order, cancellationToken);
}
