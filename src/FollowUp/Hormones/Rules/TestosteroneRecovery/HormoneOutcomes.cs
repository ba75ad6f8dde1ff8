namespace FollowUp.Hormones.Rules.TestosteroneRecovery;

/// <summary>Whether a result counts.</summary>
public enum SampleOutcome
{
    /// <summary>It counts.</summary>
    Eligible,

    /// <summary>It would count, but an earlier one speaks for the day (R21).</summary>
    SameDay,

    /// <summary>It does not count alone; a normal one may support (R19).</summary>
    Supporting,

    /// <summary>It does not count.</summary>
    NotEligible,

    /// <summary>A later message took its place (R02).</summary>
    Superseded,

    /// <summary>It was taken back (R02).</summary>
    Withdrawn,
}

/// <summary>How a baseline was chosen.</summary>
public enum BaselineOutcome
{
    /// <summary>The mean of one value a day over the last 180 days (R29).</summary>
    MeanOfRecent,

    /// <summary>The single latest of the last 365 days (R29).</summary>
    LatestOld,

    /// <summary>An interval, as a value is censored.</summary>
    Bounded,

    /// <summary>There is none.</summary>
    None,
}

/// <summary>What became of a percentage of the baseline.</summary>
public enum RecoveryOutcome
{
    /// <summary>It is known.</summary>
    Known,

    /// <summary>Only bounds are known.</summary>
    Censored,

    /// <summary>There is no baseline.</summary>
    NoBaseline,

    /// <summary>There are samples, none eligible.</summary>
    NotEligible,

    /// <summary>A competing event came first.</summary>
    CompetingEvent,

    /// <summary>The window is not over.</summary>
    NotYetDue,

    /// <summary>The window is over without a sample.</summary>
    NoSample,
}

/// <summary>What is known of the lowest value and of the return from it.</summary>
public enum NadirOutcome
{
    /// <summary>It fell, and so much came back.</summary>
    Rebound,

    /// <summary>It did not fall below the baseline.</summary>
    DidNotFall,

    /// <summary>A censored value leaves it open.</summary>
    Bounded,
}

/// <summary>A status in an explanation.</summary>
public enum FlagOutcome
{
    /// <summary>Normal.</summary>
    Normal,

    /// <summary>Normal, resting on a sample that is not of the morning (R19).</summary>
    NormalSupporting,

    /// <summary>Low once.</summary>
    LowUnconfirmed,

    /// <summary>Low on two days.</summary>
    LowConfirmed,

    /// <summary>A low and a normal occasion contradict each other.</summary>
    Discordant,

    /// <summary>Nothing usable.</summary>
    Indeterminate,

    /// <summary>No sample.</summary>
    NoData,
}

/// <summary>Whether something is raised beside the status.</summary>
public enum RaisedOutcome
{
    /// <summary>It is.</summary>
    Yes,

    /// <summary>It is not.</summary>
    No,

    /// <summary>What it is judged by is missing.</summary>
    NotJudged,
}

/// <summary>What calculated free testosterone says.</summary>
public enum FreeTestosteroneOutcome
{
    /// <summary>Low.</summary>
    Low,

    /// <summary>Not low.</summary>
    NotLow,

    /// <summary>Neither total testosterone nor SHBG calls for it.</summary>
    NotCalledFor,

    /// <summary>A value it needs is missing or censored.</summary>
    Missing,

    /// <summary>The rule set has no such arm.</summary>
    NoArm,
}

/// <summary>Whether a flag has its review.</summary>
public enum ReviewState
{
    /// <summary>Nothing asks for one.</summary>
    NotNeeded,

    /// <summary>It waits.</summary>
    Waiting,

    /// <summary>It is reviewed.</summary>
    Reviewed,
}
