using FollowUp.Access;
using FollowUp.Reports.Jobs;
using FollowUp.Reports.Snapshots;
using Wolverine;

namespace FollowUp.Reports.Making;

/// <summary>Answers requests for reports: at once where that is quick, otherwise with a background job.</summary>
public sealed class ReportService(ReportBuilder builder, ReportJobs jobs, SigningKey key)
{
    /// <summary>Why snapshots cannot be signed, and what to do; null when they can.</summary>
    public string? CannotSign => key.Missing;

    /// <summary>The report in the format that was asked for, or the job that makes it.</summary>
    public async Task<(ReportJob? Job, WrittenReport? Written)> WriteAsync(
        ReportQuery query, ReportForm form, SignedIn user, IMessageBus bus, CancellationToken cancellationToken)
    {
        var request = await builder.ResolveAsync(query, form, user, cancellationToken);
        var (job, finished) = await BuildAsync(request, user, bus, cancellationToken);
        return (job, finished is null ? null : builder.Write(user.Clinic, request, finished, cancellationToken));
    }

    /// <summary>
    /// The report, or the job that makes it. For few men it is made from their courses, which are always up to date. For many it is made from the
    /// stored rows; where there are none, or it is about the past, by a job.
    /// </summary>
    public async Task<(ReportJob? Job, FinishedReport? Finished)> BuildAsync(ReportRequest request, SignedIn user, IMessageBus bus, CancellationToken cancellationToken)
    {
        if (!await jobs.AreNeededAsync(user.Clinic, cancellationToken))
        {
            return (null, await builder.BuildAsync(user.Clinic, request, progress: null, cancellationToken));
        }

        return request.IsAboutNow && await builder.BuildFromRowsAsync(user.Clinic, request, cancellationToken) is { } finished
            ? (null, finished)
            : (await jobs.StartAsync(user, request, bus, cancellationToken), null);
    }
}
