using FollowUp.Contacts.Facts;
using FollowUp.Course;
using FollowUp.Course.Dates;
using FollowUp.Surgery.Facts;
using NodaTime;

namespace FollowUp.Complications.Facts;

/// <summary>A complication after an operation (V62, V63). A clinician records its Clavien-Dindo grade as a fact of its own.</summary>
[StoredAs("complication_reported", "complications")]
public sealed record ComplicationReported : Fact
{
    /// <summary>The kind of complication.</summary>
    public required ComplicationType Type { get; init; }

    /// <summary>The version of the clinic's definition by which it was recognised.</summary>
    [Code(CodeAttribute.Listed, "complications/2026-1")]
    public string? DefinitionVersion { get; init; }

    /// <summary>The side.</summary>
    public Side Side { get; init; } = Side.Unknown;

    /// <summary>When it began, as far as it is known. Without it the day of detection counts (R53).</summary>
    public PartialDate? OnsetOn { get; init; }

    /// <summary>The day it was detected.</summary>
    public required LocalDate DetectedOn { get; init; }

    /// <summary>Who reported it.</summary>
    public required ReportedBy ReportedBy { get; init; }

    /// <summary>The operation it belongs to. Without it, the latest operation on or before its latest possible onset (R13).</summary>
    [EntryOf(typeof(ProcedurePerformed), typeof(EarlierProcedureReported))]
    public Guid? ProcedureId { get; init; }

    /// <summary>The contact in which it was reported.</summary>
    [EntryOf(typeof(ContactMade))]
    public Guid? ContactId { get; init; }

    /// <summary>How it was treated.</summary>
    public IReadOnlyList<ComplicationTreatment>? Treatments { get; init; }

    /// <summary>The anaesthesia for the treatment; regional anaesthesia is not general.</summary>
    public Anaesthesia Anaesthesia { get; init; } = Anaesthesia.NotStated;

    /// <summary>Whether it arose during the operation.</summary>
    public Answer Intraoperative { get; init; } = Answer.NotAsked;

    /// <summary>Whether he was admitted again.</summary>
    public Answer Readmission { get; init; } = Answer.NotAsked;

    /// <summary>Whether he was operated on again.</summary>
    public Answer Reoperation { get; init; } = Answer.NotAsked;

    /// <summary>How certain it is that the operation caused it.</summary>
    public Relatedness Relatedness { get; init; } = Relatedness.NotStated;

    /// <inheritdoc/>
    public override Occurrence Occurred(DateTimeZone zone) => OnsetOn is null ? Occurrence.On(DetectedOn) : Occurrence.On(OnsetOn);
}

/// <summary>The kinds of complication (domain 4.3 for those that are proposed).</summary>
public enum ComplicationType
{
    /// <summary>Scrotal or intratesticular haematoma.</summary>
    Haematoma,

    /// <summary>Wound infection.</summary>
    WoundInfection,

    /// <summary>Abscess.</summary>
    Abscess,

    /// <summary>Orchitis or epididymo-orchitis.</summary>
    Orchitis,

    /// <summary>The wound has opened.</summary>
    WoundDehiscence,

    /// <summary>Seroma.</summary>
    Seroma,

    /// <summary>Bleeding.</summary>
    Bleeding,

    /// <summary>Hydrocele.</summary>
    Hydrocele,

    /// <summary>Scrotal pain for more than three months after surgery.</summary>
    ChronicScrotalPain,

    /// <summary>Pain beyond the clinic's expected course.</summary>
    UnexpectedPain,

    /// <summary>Loss of testicular volume.</summary>
    Atrophy,

    /// <summary>Devascularisation.</summary>
    Devascularisation,

    /// <summary>Fibrosis on ultrasound.</summary>
    Fibrosis,

    /// <summary>Calcification on ultrasound.</summary>
    Calcification,

    /// <summary>New, confirmed hypogonadism.</summary>
    Hypogonadism,

    /// <summary>Sexual dysfunction.</summary>
    SexualDysfunction,

    /// <summary>An anaesthetic event.</summary>
    AnaesthesiaEvent,

    /// <summary>Urinary retention.</summary>
    UrinaryRetention,

    /// <summary>Thromboembolism.</summary>
    Thromboembolism,

    /// <summary>Fournier's gangrene.</summary>
    Fournier,

    /// <summary>Another; see the note.</summary>
    Other,
}

/// <summary>Who reported a complication.</summary>
public enum ReportedBy
{
    /// <summary>The man.</summary>
    Patient,

    /// <summary>A nurse.</summary>
    Nurse,

    /// <summary>A doctor.</summary>
    Doctor,

    /// <summary>A letter or another system.</summary>
    Record,
}

/// <summary>How a complication was treated; its grade depends on this (V54, V55).</summary>
public enum ComplicationTreatment
{
    /// <summary>Observation only.</summary>
    Observation,

    /// <summary>Basic drugs only: anti-emetic, antipyretic, analgesic, diuretic, electrolytes.</summary>
    BasicDrugs,

    /// <summary>The wound was opened at the bedside.</summary>
    BedsideWoundOpening,

    /// <summary>Antibiotics.</summary>
    Antibiotics,

    /// <summary>Other drugs.</summary>
    OtherDrugs,

    /// <summary>Transfusion.</summary>
    Transfusion,

    /// <summary>Aspiration.</summary>
    Aspiration,

    /// <summary>Surgical, endoscopic or radiological intervention.</summary>
    Intervention,

    /// <summary>Orchiectomy.</summary>
    Orchiectomy,

    /// <summary>Intermediate or intensive care.</summary>
    IntensiveCare,
}

/// <summary>How certain it is that the operation caused a complication.</summary>
public enum Relatedness
{
    /// <summary>Related.</summary>
    Related,

    /// <summary>Possibly related.</summary>
    PossiblyRelated,

    /// <summary>Not related.</summary>
    NotRelated,

    /// <summary>Not stated.</summary>
    NotStated,
}
