using FollowUp.Recalls.Facts;

namespace FollowUp.Recalls.Rules.Messages;

/// <summary>How a message in the ledger stands. What is planned and not yet decided is derived from the course and has no row.</summary>
public enum LedgerState
{
    /// <summary>Decided, and nothing has left: it waits for its channel, for an open gate, or for a person who posts a letter.</summary>
    Claimed,

    /// <summary>A node is handing it over.</summary>
    HandedOver,

    /// <summary>The channel took it.</summary>
    Accepted,

    /// <summary>It reached him, as the provider or a person says.</summary>
    Delivered,

    /// <summary>The channel refused it, it came back, or it could not be handed over for too long.</summary>
    Failed,

    /// <summary>Whether it went out is not known: a person decides.</summary>
    Uncertain,

    /// <summary>A gate closed between the decision and the sending.</summary>
    Cancelled,

    /// <summary>The plan moved on: another message, or none, took its place.</summary>
    Superseded,
}

/// <summary>Which states may follow which.</summary>
public static class LedgerStates
{
    /// <summary>Whether what is newly known may change a message's state. What is known better is not undone by what comes late.</summary>
    public static bool MayFollow(LedgerState from, LedgerState to) => from switch
    {
        LedgerState.Claimed => to is not LedgerState.Claimed,
        LedgerState.HandedOver => true,

        // A node thought dead that reports after all, a receipt, or a person: each ends the doubt. A person may also want it sent again.
        LedgerState.Uncertain => to is LedgerState.Accepted or LedgerState.Delivered or LedgerState.Failed or LedgerState.Claimed,
        LedgerState.Accepted => to is LedgerState.Delivered or LedgerState.Failed,
        _ => false,
    };

    /// <summary>The state that an outcome puts a message in.</summary>
    /// <param name="outcome">What came of it.</param>
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
