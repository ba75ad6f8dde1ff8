namespace FollowUp.Hormones.Rules;

/// <summary>Whether a result counts.</summary>
public enum SampleOutcome
{
    /// <summary>It counts.</summary>
    Eligible,

    /// <summary>It would count, but an earlier sample counts for the day (R21).</summary>
    SameDay,

    /// <summary>It does not count by itself; a normal value may support (R19).</summary>
    Supporting,

    /// <summary>It does not count.</summary>
    NotEligible,

    /// <summary>A later message replaced it (R02).</summary>
    Superseded,

    /// <summary>It was withdrawn (R02).</summary>
    Withdrawn,
}

/// <summary>How a baseline was chosen.</summary>
public enum BaselineOutcome
{
    /// <summary>The mean of one value a day over the last 180 days (R29).</summary>
    MeanOfRecent,

    /// <summary>The latest single value of the last 365 days (R29).</summary>
    LatestOld,

    /// <summary>An interval, because a value was printed as a limit.</summary>
    Bounded,

    /// <summary>There is no baseline.</summary>
    None,
}

/// <summary>Whether a percentage of the baseline is known, or why not.</summary>
public enum RecoveryOutcome
{
    /// <summary>It is known.</summary>
    Known,

    /// <summary>Only bounds are known.</summary>
    Censored,

    /// <summary>There is no baseline.</summary>
    NoBaseline,

    /// <summary>There are samples, but none is eligible.</summary>
    NotEligible,

    /// <summary>A competing event came first.</summary>
    CompetingEvent,

    /// <summary>The window is not over yet.</summary>
    NotYetDue,

    /// <summary>The window is over without a sample.</summary>
    NoSample,
}

/// <summary>What is known about the lowest value and the rise after it.</summary>
public enum NadirOutcome
{
    /// <summary>It fell, and the part that came back is known.</summary>
    Rebound,

    /// <summary>It did not fall below the baseline.</summary>
    DidNotFall,

    /// <summary>It cannot be said, because a value was printed as a limit.</summary>
    Bounded,
}

/// <summary>The status of a flag in an explanation.</summary>
public enum FlagOutcome
{
    /// <summary>Normal.</summary>
    Normal,

    /// <summary>Normal, by a sample that was not drawn in the morning (R19).</summary>
    NormalSupporting,

    /// <summary>Low once, not yet confirmed.</summary>
    LowUnconfirmed,

    /// <summary>Low on two days.</summary>
    LowConfirmed,

    /// <summary>A low and a normal value contradict each other.</summary>
    Discordant,

    /// <summary>No usable sample.</summary>
    Indeterminate,

    /// <summary>No sample.</summary>
    NoData,
}

/// <summary>Whether a finding beside the status holds.</summary>
public enum RaisedOutcome
{
    /// <summary>It holds.</summary>
    Yes,

    /// <summary>It does not hold.</summary>
    No,

    /// <summary>It cannot be judged: a value is missing.</summary>
    NotJudged,
}

/// <summary>The outcome of calculated free testosterone.</summary>
public enum FreeTestosteroneOutcome
{
    /// <summary>Low.</summary>
    Low,

    /// <summary>Not low.</summary>
    NotLow,

    /// <summary>Not calculated: neither total testosterone nor SHBG requires it.</summary>
    NotCalledFor,

    /// <summary>Not calculated: a value is missing or was printed as a limit.</summary>
    Missing,

    /// <summary>Not calculated: the rule set does not use it.</summary>
    NoArm,
}

/// <summary>Whether a flag has been reviewed.</summary>
public enum ReviewState
{
    /// <summary>Nothing has to be reviewed.</summary>
    NotNeeded,

    /// <summary>It waits for a review.</summary>
    Waiting,

    /// <summary>It is reviewed.</summary>
    Reviewed,
}
