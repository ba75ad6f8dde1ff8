namespace FollowUp.Hormones.Rules.Samples;

/// <summary>Why a result does not count, or does not count by itself. Of several reasons the first in this order is named first (R26).</summary>
public enum Exclusion
{
    /// <summary>The value or its unit cannot be read.</summary>
    Unreadable,

    /// <summary>There is only a preliminary result (R02).</summary>
    Preliminary,

    /// <summary>Testosterone was being taken or still acted (R24, R25).</summary>
    OnTRT,

    /// <summary>A stimulating drug was being taken or still acted (R24, R25).</summary>
    OnTherapy,

    /// <summary>He was acutely ill.</summary>
    AcuteIllness,

    /// <summary>Drawn on the day of surgery or in the 13 days after it (R10, R23).</summary>
    EarlyAfterSurgery,

    /// <summary>The clock time is not known (R06).</summary>
    TimeUnknown,

    /// <summary>Drawn before 07:00:00 or after 11:00:00 (R07).</summary>
    NotMorning,

    /// <summary>The value was printed as a limit and can lie on either side of the rule set's limit (R16).</summary>
    CensoredAcrossLimit,

    /// <summary>Neither low nor normal under the rule set (R47).</summary>
    Borderline,

    /// <summary>An earlier eligible sample counts for the day (R21).</summary>
    SameDay,

    /// <summary>Two normal values in a row came after it (R45).</summary>
    BeforeTwoNormals,

    /// <summary>A later message of the laboratory replaced it (R02).</summary>
    Superseded,

    /// <summary>The laboratory withdrew it (R02).</summary>
    Withdrawn,
}
