using FollowUp.Platform.Store;
using FollowUp.Recalls.Facts;
using FollowUp.Recalls.Rules.Messages;
using FollowUp.Recording;
using Marten;
using NodaTime;
using Wolverine;

namespace FollowUp.Recalls.Sending;

/// <summary>Orders once more what was decided and waits: its order got lost, or its pause is over. What a node began that is gone is closed.</summary>
/// <param name="PatientId">The man.</param>
/// <param name="ClaimId">The claim.</param>
public sealed record OrderAgain(Guid PatientId, Guid ClaimId)
{
    /// <summary>The instant it is sent for, in a synthetic clinic only; null for now.</summary>
    public Instant? At { get; init; }

    /// <summary>Whether the order goes into the channel's queue, with the row's mark in one transaction; otherwise who asks carries it out.</summary>
    public bool Queued { get; init; }
}

/// <summary>Marks the row as ordered, so that the next tick does not order it too.</summary>
public static class OrderAgainHandler
{
    /// <summary>How often in a row an order may come to nothing before a person sees to the message. It is counted here, for a queue forgets it when its process is killed.</summary>
    public const int MostLost = 5;

    /// <summary>The reason of a message that was ordered so often and never handled.</summary>
    public const string NeverHandled = nameof(NeverHandled);

    /// <summary>The reason of a doubt about a message that a node began to hand over and never reported.</summary>
    public const string HandOverInterrupted = nameof(HandOverInterrupted);

    /// <summary>Handles the command. What somebody began and never reported is in doubt: nobody knows what he achieved.</summary>
    /// <returns>The order; null when there is nothing to order, now or any more.</returns>
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
