using FollowUp.Platform.Store;
using FollowUp.Recalls.Facts;
using FollowUp.Recalls.Rules.Messages;
using FollowUp.Recording;
using Marten;
using NodaTime;
using Wolverine;

namespace FollowUp.Recalls.Sending;

/// <summary>Orders a waiting message again, because its order was lost or its pause is over. A handover whose node is gone is closed.</summary>
/// <param name="PatientId">The man.</param>
/// <param name="ClaimId">The ledger entry.</param>
public sealed record OrderAgain(Guid PatientId, Guid ClaimId)
{
    /// <summary>The instant it is sent for, in a synthetic clinic only; null for now.</summary>
    public Instant? At { get; init; }

    /// <summary>Whether the order goes into the channel's queue, in the transaction that marks the entry; otherwise the caller carries it out.</summary>
    public bool Queued { get; init; }
}

/// <summary>Marks the ledger entry as ordered, so that the next tick does not order it again.</summary>
public static class OrderAgainHandler
{
    /// <summary>The number of consecutive orders without a result after which a nurse takes over. It is counted in the ledger, because a queue loses its count when the process is killed.</summary>
    public const int MostLost = 5;

    /// <summary>The reason of a message that was ordered that often and never handled.</summary>
    public const string NeverHandled = nameof(NeverHandled);

    /// <summary>The reason of a message that is uncertain because a node began to send it and never reported.</summary>
    public const string HandOverInterrupted = nameof(HandOverInterrupted);

    /// <summary>Handles the command. A handover that was begun and never reported becomes uncertain.</summary>
    /// <returns>The order; null when there is nothing to order.</returns>
    public static async Task<SendReminder?> Handle(
        OrderAgain command, IDocumentSession session, IMessageContext bus, Courses courses, SendingSettings settings, StoreTime time, CancellationToken cancellationToken)
    {
        var now = time.GetCurrentInstant();
        if (await session.LoadAsync<LedgerEntry>(command.ClaimId, cancellationToken) is not { } claim || !claim.Waits(now, settings))
        {
            return null;
        }

        var lost = claim.OrderedAt is null ? 0 : claim.Lost + 1;
        var (outcome, reason) = claim.State == LedgerState.HandedOver ? (ReminderOutcome.Uncertain, HandOverInterrupted) : (ReminderOutcome.Failed, NeverHandled);
        if (claim.State == LedgerState.HandedOver || lost >= MostLost)
        {
            var where = await courses.FetchWhereItStandsAsync(session, command.PatientId, claim.Id, cancellationToken);
            session.Report(claim, where, new(outcome, command.At ?? now, reason), now, ReminderRound.Actor);
            return null;
        }

        var order = new SendReminder(command.PatientId, claim.Id) { At = command.At };
        session.Change(claim with { OrderedAt = now.ToDateTimeOffset(), NotBefore = null, Lost = lost }, now);
        if (command.Queued)
        {
            await bus.EndpointFor(SendReminder.QueueOf(claim.Reminder.Channel)).SendAsync(order);
        }

        return order;
    }
}
