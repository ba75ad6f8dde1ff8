namespace FollowUp.Recalls.Rules.Messages;

/// <summary>The jobs that send messages. A recall names the one that sends its first message.</summary>
public enum ReminderTick
{
    /// <summary>First messages about the contact at six weeks.</summary>
    SixWeeks,

    /// <summary>First messages about hormone tests.</summary>
    Hormones,

    /// <summary>Every further message, messages that wait or were interrupted, and the first messages of all other recalls.</summary>
    Attempts,
}
