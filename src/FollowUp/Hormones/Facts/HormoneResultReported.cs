using FollowUp.Course;
using FollowUp.Course.Dates;
using NodaTime;

namespace FollowUp.Hormones.Facts;

/// <summary>The result of one analyte of one sample. Value and unit are stored as the laboratory printed them (domain 2.4).</summary>
[StoredAs("hormone_result_reported", "hormone-results")]
public sealed record HormoneResultReported : Fact, INeedsBirthDate
{
    /// <summary>What was measured.</summary>
    public required Analyte Analyte { get; init; }

    /// <summary>The value as printed, for instance <c>11.2</c>, <c>3,2</c> or <c>&lt;0.4</c>. A withdrawal needs no value.</summary>
    [Code("[<>=\u2264\u2265 ]{0,4}[0-9., ]{1,20}", "<0.4")]
    public string? Value { get; init; }

    /// <summary>The unit as printed, for instance <c>nmol/L</c> or <c>ng/dL</c>.</summary>
    [Code(@"[\p{L}0-9%\[\]{}()./*^ -]{1,24}", "nmol/L")]
    public string? Unit { get; init; }

    /// <summary>The culture that says which decimal mark the value was printed with, for instance <c>tr-TR</c>. Without it the mark is a dot (R14).</summary>
    [Code("[a-z]{2,3}(?:-[A-Z][A-Za-z]{1,3}){0,2}", "tr-TR")]
    public string? Culture { get; init; }

    /// <summary>When the sample was drawn.</summary>
    public required ClinicalTime CollectedAt { get; init; }

    /// <summary>When the laboratory received it.</summary>
    public ClinicalTime? ReceivedAt { get; init; }

    /// <summary>The laboratory's key of the result. Messages with the same key are versions of one result (R02).</summary>
    [Code(@"[A-Za-z0-9][A-Za-z0-9._:|/^+-]{0,99}", "LB-77120^14913-8")]
    public string? ResultKey { get; init; }

    /// <summary>The laboratory's status of the result.</summary>
    public required ResultStatus Status { get; init; }

    /// <summary>The laboratory, by the clinic's code.</summary>
    [Code(CodeAttribute.Listed, "CENTRALLAB")]
    public string? Laboratory { get; init; }

    /// <summary>The method, for instance <c>LC-MS/MS</c> or <c>ECLIA</c>.</summary>
    [Code(CodeAttribute.Listed, "LC-MS/MS")]
    public string? Method { get; init; }

    /// <summary>The analyser.</summary>
    [Code(CodeAttribute.Listed, "Cobas-e801")]
    public string? Analyser { get; init; }

    /// <summary>Whether the man was acutely ill when it was drawn.</summary>
    public Answer AcutelyIll { get; init; } = Answer.NotAsked;

    /// <summary>Whether he was fasting.</summary>
    public Answer Fasting { get; init; } = Answer.NotAsked;

    /// <summary>Whether he had taken biotin in the 72 hours before (V32).</summary>
    public Answer Biotin { get; init; } = Answer.NotAsked;

    /// <summary>The laboratory's own flag. It is stored, but has no effect on the flags of this program.</summary>
    [Code("[A-Z<>+*-]{1,4}", "H")]
    public string? LaboratoryFlag { get; init; }

    /// <inheritdoc/>
    public override Occurrence Occurred(DateTimeZone zone) => Occurrence.At(CollectedAt, zone);
}

/// <summary>What the laboratory measures (domain 2.4).</summary>
public enum Analyte
{
    /// <summary>Total testosterone.</summary>
    Testosterone,

    /// <summary>Free testosterone.</summary>
    FreeTestosterone,

    /// <summary>Luteinising hormone.</summary>
    LH,

    /// <summary>Follicle-stimulating hormone.</summary>
    FSH,

    /// <summary>Oestradiol.</summary>
    Oestradiol,

    /// <summary>Sex hormone-binding globulin.</summary>
    SHBG,

    /// <summary>Prolactin.</summary>
    Prolactin,

    /// <summary>Inhibin B.</summary>
    InhibinB,

    /// <summary>Albumin.</summary>
    Albumin,
}

/// <summary>A laboratory's status of a result (HL7 table 0085).</summary>
public enum ResultStatus
{
    /// <summary>P: preliminary.</summary>
    Preliminary,

    /// <summary>F: final.</summary>
    Final,

    /// <summary>C: corrected.</summary>
    Corrected,

    /// <summary>W: posted in error, withdrawn.</summary>
    Withdrawn,

    /// <summary>X: cannot be obtained.</summary>
    Cancelled,

    /// <summary>D: deleted.</summary>
    Deleted,
}
