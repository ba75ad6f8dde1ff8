namespace FollowUp.Recalls.Rules.Items;

/// <summary>What a fact was used as for an item.</summary>
public enum DueItemRole
{
    /// <summary>The operation from whose day the dates are counted.</summary>
    Anchor,

    /// <summary>What closed it.</summary>
    Closing,

    /// <summary>What cancelled, superseded or lost it.</summary>
    Ending,

    /// <summary>An attempt that reached nobody.</summary>
    Attempt,

    /// <summary>His consent to be reminded.</summary>
    Consent,

    /// <summary>What keeps a message from going out.</summary>
    Gate,

    /// <summary>A message decided for it.</summary>
    Message,

    /// <summary>What gives the ground for asking it of him.</summary>
    Ground,

    /// <summary>A test ordered or booked, whose result is waited for.</summary>
    ArrangedTest,

    /// <summary>A test he missed.</summary>
    MissedTest,
}

/// <summary>Whether a recall that is not for every man is asked of one.</summary>
public enum RecallAsked
{
    /// <summary>It is.</summary>
    Asked,

    /// <summary>No ground holds.</summary>
    NotAsked,
}

/// <summary>Why a fact does not close an item.</summary>
public enum DueItemReason
{
    /// <summary>Before its earliest day (R61).</summary>
    BeforeItem,

    /// <summary>The next item of its kind had begun, or it had ended (R64, R67).</summary>
    AfterItem,

    /// <summary>After the day asked for (R03).</summary>
    AfterToday,

    /// <summary>He gave no answer about complications (R62).</summary>
    NoAnswerOnComplications,

    /// <summary>The sample is not eligible (R63).</summary>
    NotEligible,

    /// <summary>An earlier one closed it.</summary>
    ClosedBefore,
}

/// <summary>Days that are compared for an item.</summary>
public enum DueItemDay
{
    /// <summary>The day asked for.</summary>
    Today,

    /// <summary>The day of what closed it.</summary>
    Closing,

    /// <summary>The first day a message may go out.</summary>
    Sending,
}

/// <summary>Counts that are compared for an item.</summary>
public enum DueItemCount
{
    /// <summary>Days with failed attempts since he was last reached.</summary>
    DaysTried,

    /// <summary>Times of day with failed attempts since he was last reached.</summary>
    TimesOfDayTried,

    /// <summary>Messages decided for it.</summary>
    Messages,
}

/// <summary>What becomes of the next message for an item.</summary>
public enum ReminderPlan
{
    /// <summary>It is to go out.</summary>
    Planned,

    /// <summary>The item is the nurse's alone.</summary>
    ByNurse,

    /// <summary>A gate is closed.</summary>
    GateClosed,

    /// <summary>Every message the protocol allows was decided.</summary>
    AllDecided,

    /// <summary>It would come too late to be of use.</summary>
    TooLate,
}
