using FollowUp.Patients.Facts;
using FollowUp.Recalls.Rules.Messages;
using Marten;
using NodaTime;

namespace FollowUp.Recalls.Sending;

/// <summary>The ledger of a clinic.</summary>
/// <param name="Counts">The number of messages in each state.</param>
/// <param name="Rows">The messages, the last changed first.</param>
/// <param name="More">Whether there are more than were asked for.</param>
public sealed record LedgerAnswer(IReadOnlyDictionary<LedgerState, long> Counts, IReadOnlyList<LedgerRow> Rows, bool More);

/// <summary>A message of the ledger.</summary>
/// <param name="Id">Its id, also that of the entry that decided it and of the message at the provider.</param>
/// <param name="PatientId">The man.</param>
/// <param name="Recall">The item's key in the protocol.</param>
/// <param name="ProcedureId">The operation whose clock the item belongs to.</param>
/// <param name="Occurrence">Which message for the item, from 1.</param>
/// <param name="Channel">The channel.</param>
/// <param name="State">Its state.</param>
/// <param name="Reason">The reason for its state, or for the last failed attempt, as a code.</param>
/// <param name="Failures">The number of attempts that certainly failed.</param>
/// <param name="Sending">Which sending of it this is, from 1.</param>
/// <param name="ClaimedAt">When it was decided.</param>
/// <param name="ChangedAt">When it last changed.</param>
/// <param name="ProviderMessageId">The provider's id of it.</param>
public sealed record LedgerRow(
    Guid Id, Guid PatientId, string Recall, Guid ProcedureId, int Occurrence, Channel Channel, LedgerState State, string? Reason, int Failures,
    int Sending, Instant ClaimedAt, Instant ChangedAt, string? ProviderMessageId)
{
    /// <summary>The row of a claim.</summary>
    public static LedgerRow Of(LedgerEntry claim) => new(
        claim.Id, claim.PatientId, claim.Reminder.Recall, claim.Reminder.ProcedureId, claim.Reminder.Occurrence, claim.Reminder.Channel,
        claim.State, claim.Reason, claim.Failures, claim.Sending, Instant.FromDateTimeOffset(claim.ClaimedAt), Instant.FromDateTimeOffset(claim.ChangedAt),
        claim.ProviderMessageId);
}

/// <summary>A filter of the ledger; null matches everything.</summary>
/// <param name="State">Only in this state.</param>
/// <param name="Channel">Only of this channel.</param>
/// <param name="PatientId">Only to this man.</param>
public sealed record LedgerFilter(LedgerState? State, Channel? Channel, Guid? PatientId)
{
    /// <summary>The matching messages, and the number of all the clinic's messages in each state.</summary>
    public async Task<LedgerAnswer> AskAsync(IQuerySession session, int limit, CancellationToken cancellationToken)
    {
        IQueryable<LedgerEntry> claims = session.Query<LedgerEntry>();
        if (State is { } state)
        {
            claims = claims.Where(claim => claim.State == state);
        }

        if (Channel is { } channel)
        {
            claims = claims.Where(claim => claim.Reminder.Channel == channel);
        }

        if (PatientId is { } man)
        {
            claims = claims.Where(claim => claim.PatientId == man);
        }

        var found = await claims.OrderByDescending(claim => claim.ChangedAt).ThenBy(claim => claim.Id).Take(limit + 1).ToListAsync(cancellationToken);
        return new(await CountsAsync(session, cancellationToken), [.. found.Take(limit).Select(LedgerRow.Of)], found.Count > limit);
    }

    /// <summary>The number of a clinic's messages in every state.</summary>
    public static async Task<IReadOnlyDictionary<LedgerState, long>> CountsAsync(IQuerySession session, CancellationToken cancellationToken)
    {
        var counts = new Dictionary<LedgerState, long>();
        foreach (var state in Enum.GetValues<LedgerState>())
        {
            counts[state] = await session.Query<LedgerEntry>().LongCountAsync(claim => claim.State == state, cancellationToken);
        }

        return counts;
    }
}
