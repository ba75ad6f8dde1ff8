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

    /// <summary>Its bounds decide neither way, so the one before it does (R38).</summary>
    DecidesNeither,

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
