namespace FollowUp.Recalls.Rules.Messages;

/// <summary>The jobs that look for messages to send. A recall names the one that looks after its first message.</summary>
public enum ReminderTick
{
    /// <summary>First messages about the contact at six weeks.</summary>
    SixWeeks,

    /// <summary>First messages about hormone tests.</summary>
    Hormones,

    /// <summary>Every further message, what is stuck or in doubt, and the first messages of all other recalls.</summary>
    Attempts,
}
