namespace FollowUp.Hormones.Rules;

/// <summary>What a fact was used as in an answer about hormones.</summary>
public enum HormoneRole
{
    /// <summary>The result in question.</summary>
    Result,

    /// <summary>A testosterone the answer rests on.</summary>
    Occasion,

    /// <summary>The message that took the result's place or took it back (R02).</summary>
    Replacement,

    /// <summary>A therapy that was taken or still acted (R25).</summary>
    Therapy,

    /// <summary>A drug taken that day that may alter the result and excludes nothing (domain 6).</summary>
    FlaggedDrug,

    /// <summary>The operation.</summary>
    Operation,

    /// <summary>A sample of the baseline (R29).</summary>
    Baseline,

    /// <summary>The follow-up value.</summary>
    FollowUp,

    /// <summary>The follow-up value, of another laboratory or method than the baseline (R20).</summary>
    FollowUpOtherMethod,

    /// <summary>The lowest value so far (R37).</summary>
    Nadir,

    /// <summary>What ended the operation's clock (R36).</summary>
    ClockEnded,

    /// <summary>The LH that classifies (R49).</summary>
    LH,

    /// <summary>The SHBG of the calculation (R50).</summary>
    SHBG,

    /// <summary>The albumin of the calculation (R50).</summary>
    Albumin,

    /// <summary>A symptom he has.</summary>
    Symptom,

    /// <summary>The clinician's review.</summary>
    Review,
}

/// <summary>Why a result or review, though nothing is against it, is not what an answer rests on.</summary>
public enum HormoneReason
{
    /// <summary>Drawn outside the time that is asked about (R40, R41).</summary>
    OtherScope,

    /// <summary>Not drawn before the operation (R10, R11).</summary>
    NotBeforeOperation,

    /// <summary>Drawn before the operation, and no part of the baseline used.</summary>
    BeforeOperation,

    /// <summary>More than 365 days before the operation (R29).</summary>
    TooOld,

    /// <summary>A more recent sample counts (R29).</summary>
    MoreRecentCounts,

    /// <summary>An operation without any date may have come before it (R31).</summary>
    OperationUndated,

    /// <summary>On or after the day that ended the operation's clock (R36).</summary>
    AfterClockEnded,

    /// <summary>Outside the window (R33).</summary>
    OutsideWindow,

    /// <summary>Another sample is nearer (R34, R49).</summary>
    NotNearest,

    /// <summary>There is no baseline to set it against.</summary>
    NoBaseline,

    /// <summary>A lower value, or an equal one before it, is the nadir (R37).</summary>
    NotLowest,

    /// <summary>Drawn later than what is asked about.</summary>
    Later,

    /// <summary>Too many days from the testosterone (R49, R50).</summary>
    TooFar,

    /// <summary>There is no testosterone it could go with.</summary>
    NothingToPair,

    /// <summary>It is not the latest testosterone.</summary>
    NotTheLatest,

    /// <summary>No stimulating drug was being taken (R28).</summary>
    NotStimulated,

    /// <summary>It is not surely below the limit (R16).</summary>
    NotLow,

    /// <summary>It takes another result back (R02).</summary>
    TakesBack,

    /// <summary>He does not have the symptom.</summary>
    NotPresent,

    /// <summary>A review of another result.</summary>
    OtherResult,

    /// <summary>A review that did not look at everything the flag says now.</summary>
    SaysMoreNow,

    /// <summary>A later review answers the flag.</summary>
    LaterReview,
}

/// <summary>What about hormones is compared with a threshold.</summary>
public enum HormoneMeasure
{
    /// <summary>Total testosterone.</summary>
    Testosterone,

    /// <summary>LH.</summary>
    LH,

    /// <summary>SHBG.</summary>
    SHBG,

    /// <summary>Calculated free testosterone.</summary>
    FreeTestosterone,

    /// <summary>The baseline's mean.</summary>
    Baseline,

    /// <summary>Follow-up as a percentage of the baseline.</summary>
    PercentOfBaseline,

    /// <summary>The clock time of a sample.</summary>
    DrawnAt,

    /// <summary>The day of a sample.</summary>
    DrawnOn,

    /// <summary>The day of a competing event.</summary>
    EventOn,

    /// <summary>The day that is asked for.</summary>
    AskedOn,

    /// <summary>The days between two low occasions.</summary>
    DaysBetweenLows,

    /// <summary>The days between a testosterone and what goes with it.</summary>
    DaysApart,
}

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
