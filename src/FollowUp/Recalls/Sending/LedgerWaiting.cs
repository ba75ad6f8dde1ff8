using FollowUp.Access;
using FollowUp.Recalls.Rules.Messages;
using FollowUp.Recording.ReadModels;
using Marten;
using NodaTime;

namespace FollowUp.Recalls.Sending;

/// <summary>The numbers that reveal a silent failure of sending, in one clinic at one moment.</summary>
/// <param name="Due">Men with a message that is due and not decided, and messages decided and not handed over; null while dates are being recalculated.</param>
/// <param name="OldestSince">When the oldest message that is decided and not handed over was decided; null without one.</param>
/// <param name="Uncertain">Messages for which a person must decide whether they arrived.</param>
/// <param name="Failed">Messages that failed.</param>
public sealed record LedgerWaiting(long? Due, Instant? OldestSince, long Uncertain, long Failed)
{
    /// <summary>Counts them, from the same stored dates that the jobs use.</summary>
    public static async Task<LedgerWaiting> CountAsync(IDocumentStore store, DueDateIndex dates, Clinic clinic, Instant now, CancellationToken cancellationToken)
    {
        await using var session = store.QuerySession(clinic.Id);
        var undecided = await dates.IsCurrentAsync(clinic, cancellationToken)
            ? await dates.CountToRemindAsync(clinic, now.InZone(clinic.Zone).Date, cancellationToken)
            : (long?)null;
        var waiting = await session.Query<LedgerEntry>().LongCountAsync(claim => claim.State == LedgerState.Claimed, cancellationToken);
        var oldest = await session.Query<LedgerEntry>().Where(claim => claim.State == LedgerState.Claimed)
            .OrderBy(claim => claim.ClaimedAt).FirstOrDefaultAsync(cancellationToken);
        return new(
            undecided + waiting,
            oldest is null ? null : Instant.FromDateTimeOffset(oldest.ClaimedAt),
            await session.Query<LedgerEntry>().LongCountAsync(claim => claim.State == LedgerState.Uncertain, cancellationToken),
            await session.Query<LedgerEntry>().LongCountAsync(claim => claim.State == LedgerState.Failed, cancellationToken));
    }
}
