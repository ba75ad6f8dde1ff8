namespace FollowUp.Recalls.Rules.Items;

/// <summary>How an item uses a fact.</summary>
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

    /// <summary>What holds a message back.</summary>
    Gate,

    /// <summary>A message decided for it.</summary>
    Message,

    /// <summary>The ground on which he gets it.</summary>
    Ground,

    /// <summary>A test ordered or booked, whose result is waited for.</summary>
    ArrangedTest,

    /// <summary>A test he missed.</summary>
    MissedTest,
}

/// <summary>Whether a man gets a recall that not every man gets.</summary>
public enum RecallAsked
{
    /// <summary>He gets it.</summary>
    Asked,

    /// <summary>He does not: no ground holds.</summary>
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

/// <summary>Whether and why the next message for an item is planned.</summary>
public enum ReminderPlan
{
    /// <summary>It will be sent.</summary>
    Planned,

    /// <summary>There is no message: a nurse calls.</summary>
    ByNurse,

    /// <summary>A gate is closed.</summary>
    GateClosed,

    /// <summary>All messages that the protocol allows were decided.</summary>
    AllDecided,

    /// <summary>It would be too late to be useful.</summary>
    TooLate,
}
