using Marten;
using Wolverine;
using Wolverine.Attributes;

namespace FollowUp.Reports.Jobs;

/// <summary>Takes a job on, unless the same is on its way or done.</summary>
/// <param name="Job">The job.</param>
public sealed record TakeReportJob(ReportJob Job);

/// <summary>Keeps the job and orders its work, in one transaction.</summary>
public static class TakeReportJobHandler
{
    /// <summary>Handles the order.</summary>
    public static async Task<PrintReport?> Handle(TakeReportJob take, IDocumentSession session, CancellationToken cancellationToken)
    {
        if (await session.LoadAsync<ReportJob>(take.Job.Id, cancellationToken) is { State: JobState.Waiting or JobState.Running or JobState.Done })
        {
            return null;
        }

        session.Store(take.Job);
        return new(take.Job.Id, take.Job.Attempt);
    }
}

/// <summary>Makes a job's report.</summary>
/// <param name="JobId">The job.</param>
/// <param name="Attempt">The job that is meant, of those of the same order.</param>
public sealed record PrintReport(Guid JobId, Guid Attempt);

/// <summary>Makes it, one after another.</summary>
public static class PrintReportHandler
{
    private const int WithinSeconds = 6 * 60 * 60;

    /// <summary>Handles the order. Delivered again after a crash it is not begun again: a report that brought a server down would do so for ever.</summary>
    [MessageTimeout(WithinSeconds)]
    public static Task Handle(PrintReport order, IMessageContext bus, ReportJobs jobs, CancellationToken cancellationToken) => jobs.RunAsync(
        bus.TenantId ?? throw new InvalidOperationException("A report belongs to a clinic."), order, cancellationToken);
}
