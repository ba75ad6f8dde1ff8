using FollowUp.Recalls.Facts;

namespace FollowUp.Recalls.Rules.Messages;

/// <summary>The state of a message in the ledger. A planned message has no row before it is decided.</summary>
public enum LedgerState
{
    /// <summary>Decided and not sent: it waits for its channel, for an open gate, or for a person who posts a letter.</summary>
    Claimed,

    /// <summary>A node is sending it.</summary>
    HandedOver,

    /// <summary>The channel accepted it.</summary>
    Accepted,

    /// <summary>It reached him, as the provider or a person says.</summary>
    Delivered,

    /// <summary>The channel refused it, it came back, or it could not be sent for too long.</summary>
    Failed,

    /// <summary>It is not known whether it was sent: a person decides.</summary>
    Uncertain,

    /// <summary>A gate closed between the decision and the sending.</summary>
    Cancelled,

    /// <summary>The plan changed: another message, or none, replaces it.</summary>
    Superseded,
}

/// <summary>Which states may follow which.</summary>
public static class LedgerStates
{
    /// <summary>Whether new information may change a message's state. Late information does not undo better information.</summary>
    public static bool MayFollow(LedgerState from, LedgerState to) => from switch
    {
        LedgerState.Claimed => to is not LedgerState.Claimed,
        LedgerState.HandedOver => true,

        // A late report, a receipt or a person ends the uncertainty. A person may also want it sent again.
        LedgerState.Uncertain => to is LedgerState.Accepted or LedgerState.Delivered or LedgerState.Failed or LedgerState.Claimed,
        LedgerState.Accepted => to is LedgerState.Delivered or LedgerState.Failed,
        _ => false,
    };

    /// <summary>The state that an outcome puts a message in.</summary>
    /// <param name="outcome">The outcome.</param>
    /// <param name="closed">The gates that were closed, if that is why.</param>
    public static LedgerState Of(ReminderOutcome outcome, IReadOnlyList<Gate> closed) => outcome switch
    {
        ReminderOutcome.Accepted => LedgerState.Accepted,
        ReminderOutcome.Delivered => LedgerState.Delivered,
        ReminderOutcome.Failed => LedgerState.Failed,
        ReminderOutcome.Uncertain => LedgerState.Uncertain,
        ReminderOutcome.SendAgain => LedgerState.Claimed,
        _ => closed.Any(Reminders.Supersedes) ? LedgerState.Superseded : LedgerState.Cancelled,
    };
}
