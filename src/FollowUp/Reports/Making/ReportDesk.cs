using FollowUp.Access;
using FollowUp.Reports.Jobs;
using FollowUp.Reports.Snapshots;
using Wolverine;

namespace FollowUp.Reports.Making;

/// <summary>Where reports are asked for: what is quickly made is answered at once, the rest is a job.</summary>
public sealed class ReportDesk(ReportPress press, ReportJobs jobs, SigningKey key)
{
    /// <summary>Why no snapshot can be signed, and what to do; null when they can.</summary>
    public string? CannotSign => key.Missing;

    /// <summary>The report in its form, or the job that makes it.</summary>
    public async Task<(ReportJob? Job, Written? Written)> AskAsync(
        ReportQuery query, ReportForm form, SignedIn user, IMessageBus bus, CancellationToken cancellationToken)
    {
        var order = await press.OrderAsync(query, form, user, cancellationToken);
        var (job, printed) = await PrintAsync(order, user, bus, cancellationToken);
        return (job, printed is null ? null : press.Write(user.Clinic, order, printed, cancellationToken));
    }

    /// <summary>
    /// The report, or the job that makes it: of few men from their courses, which are never behind; of many from the rows that are kept, or, of
    /// the past and where there are none, by a job.
    /// </summary>
    public async Task<(ReportJob? Job, FinishedReport? Printed)> PrintAsync(ReportOrder order, SignedIn user, IMessageBus bus, CancellationToken cancellationToken)
    {
        if (!await jobs.AreForAsync(user.Clinic, cancellationToken))
        {
            return (null, await press.PrintAsync(user.Clinic, order, progress: null, cancellationToken));
        }

        return order.IsAboutNow && await press.PrintKeptAsync(user.Clinic, order, cancellationToken) is { } kept
            ? (null, kept)
            : (await jobs.TakeAsync(user, order, bus, cancellationToken), null);
    }
}
