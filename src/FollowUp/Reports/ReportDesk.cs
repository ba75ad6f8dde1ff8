using FollowUp.Access;
using FollowUp.Reports.Jobs;
using FollowUp.Reports.Snapshots;
using Wolverine;

namespace FollowUp.Reports;

/// <summary>Where reports are asked for: what is quickly made is answered at once, the rest is a job.</summary>
public sealed class ReportDesk(ReportPress press, ReportJobs jobs, SigningKey key)
{
    /// <summary>Whether snapshots can be signed.</summary>
    public bool Signs => key.IsConfigured;

    /// <summary>The report in its form, or the job that makes it.</summary>
    public async Task<(ReportJob? Job, Written? Written)> AskAsync(
        ReportQuery query, ReportForm form, SignedIn user, IMessageBus bus, CancellationToken cancellationToken)
    {
        var order = await press.OrderAsync(query, form, user, cancellationToken);
        return await JobOfAsync(order, user, bus, cancellationToken) is { } job
            ? (job, null)
            : (null, await press.WriteAsync(user.Clinic, order, progress: null, cancellationToken));
    }

    /// <summary>The job that makes an order; null when it is quickly made.</summary>
    public async Task<ReportJob?> JobOfAsync(ReportOrder order, SignedIn user, IMessageBus bus, CancellationToken cancellationToken) =>
        await jobs.AreForAsync(user.Clinic, cancellationToken) ? await jobs.TakeAsync(user, order, bus, cancellationToken) : null;
}
