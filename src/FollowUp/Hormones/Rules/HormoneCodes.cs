namespace FollowUp.Hormones.Rules;

/// <summary>What a fact was used for in an answer about hormones.</summary>
public enum HormoneRole
{
    /// <summary>The result that is explained.</summary>
    Result,

    /// <summary>A testosterone value that the answer rests on.</summary>
    Occasion,

    /// <summary>The message that replaced or withdrew the result (R02).</summary>
    Replacement,

    /// <summary>A therapy that was going on or still acted (R25).</summary>
    Therapy,

    /// <summary>A drug taken that day that may alter the result but does not exclude it (domain 6).</summary>
    FlaggedDrug,

    /// <summary>The operation.</summary>
    Operation,

    /// <summary>A sample of the baseline (R29).</summary>
    Baseline,

    /// <summary>The follow-up value.</summary>
    FollowUp,

    /// <summary>The follow-up value, measured by another laboratory or method than the baseline (R20).</summary>
    FollowUpOtherMethod,

    /// <summary>The lowest value so far (R37).</summary>
    Nadir,

    /// <summary>The event after which results no longer count for the operation (R36).</summary>
    ClockEnded,

    /// <summary>The LH that gives the class (R49).</summary>
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

/// <summary>Why an answer does not rest on a result or review that has no fault itself.</summary>
public enum HormoneReason
{
    /// <summary>Drawn outside the period that the answer is about (R40, R41).</summary>
    OtherScope,

    /// <summary>Not drawn before the operation (R10, R11).</summary>
    NotBeforeOperation,

    /// <summary>Drawn before the operation, and not part of the baseline.</summary>
    BeforeOperation,

    /// <summary>More than 365 days before the operation (R29).</summary>
    TooOld,

    /// <summary>A more recent sample counts (R29).</summary>
    MoreRecentCounts,

    /// <summary>An operation without a date may have been before it (R31).</summary>
    OperationUndated,

    /// <summary>On or after the day from which results no longer count for the operation (R36).</summary>
    AfterClockEnded,

    /// <summary>Outside the window (R33).</summary>
    OutsideWindow,

    /// <summary>Another sample is closer (R34, R49).</summary>
    NotNearest,

    /// <summary>There is no baseline to compare it with.</summary>
    NoBaseline,

    /// <summary>A lower value, or an equal earlier one, is the nadir (R37).</summary>
    NotLowest,

    /// <summary>Drawn after the value that the answer is about.</summary>
    Later,

    /// <summary>Drawn too many days before or after the testosterone (R49, R50).</summary>
    TooFar,

    /// <summary>There is no testosterone to pair it with.</summary>
    NothingToPair,

    /// <summary>It is not the latest testosterone.</summary>
    NotTheLatest,

    /// <summary>It was printed as a limit that does not decide, so an earlier value does (R38).</summary>
    DecidesNeither,

    /// <summary>No stimulating drug was being taken (R28).</summary>
    NotStimulated,

    /// <summary>It is not certainly below the limit (R16).</summary>
    NotLow,

    /// <summary>It withdraws another result (R02).</summary>
    TakesBack,

    /// <summary>He does not have the symptom.</summary>
    NotPresent,

    /// <summary>A review of another result.</summary>
    OtherResult,

    /// <summary>A review that did not cover everything the flag says now.</summary>
    SaysMoreNow,

    /// <summary>A later review of the flag counts.</summary>
    LaterReview,
}

/// <summary>The quantity that is compared with a threshold in an answer about hormones.</summary>
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

    /// <summary>The days between two low values.</summary>
    DaysBetweenLows,

    /// <summary>The days between a testosterone and the value paired with it.</summary>
    DaysApart,
}
