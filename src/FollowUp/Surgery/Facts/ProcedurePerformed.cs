using FollowUp.Course;
using FollowUp.Course.Dates;
using NodaTime;

namespace FollowUp.Surgery.Facts;

/// <summary>A sperm retrieval done in this clinic. Its own follow-up starts on that day. Whether it is a salvage operation is derived.</summary>
[StoredAs("procedure_performed", "procedures")]
public sealed record ProcedurePerformed : Fact
{
    /// <summary>What was done.</summary>
    public required ProcedureType Type { get; init; }

    /// <summary>The day of surgery.</summary>
    public required LocalDate PerformedOn { get; init; }

    /// <summary>The side or sides opened. The second testis is opened only if no sperm was found in the first.</summary>
    public required Side Side { get; init; }

    /// <summary>Whether sperm was found on any side.</summary>
    public RetrievalOutcome Outcome { get; init; } = RetrievalOutcome.Unknown;

    /// <summary>Whether sperm was found on the left; null when it was not opened.</summary>
    public RetrievalOutcome? LeftOutcome { get; init; }

    /// <summary>Whether sperm was found on the right; null when it was not opened.</summary>
    public RetrievalOutcome? RightOutcome { get; init; }

    /// <summary>The clinic's clock time at which anaesthesia was induced. A sample of that day counts as pre-operative only if it was drawn before (R10).</summary>
    public LocalTime? InductionAt { get; init; }

    /// <summary>The surgeon, by the clinic's staff code.</summary>
    [Code(CodeAttribute.Staff, "D-019")]
    public string? SurgeonId { get; init; }

    /// <summary>The anaesthesia.</summary>
    public Anaesthesia Anaesthesia { get; init; } = Anaesthesia.NotStated;

    /// <summary>Whether the partner's oocytes were retrieved on the same day.</summary>
    public Answer OnOocyteRetrievalDay { get; init; } = Answer.NotAsked;

    /// <summary>The drugs given around the operation, for instance gentamicin irrigation or betamethasone.</summary>
    public IReadOnlyList<PerioperativeDrug>? Drugs { get; init; }

    /// <summary>The suture that closed the tunica vaginalis, for instance <c>Vicryl 5/0</c>.</summary>
    [Code("(?:[A-Za-z]{2,16} )?[0-9]{1,2}[/-]0", "Vicryl 5/0")]
    public string? Closure { get; init; }

    /// <summary>Whether bipolar coagulation was used.</summary>
    public Answer BipolarCoagulation { get; init; } = Answer.NotAsked;

    /// <inheritdoc/>
    public override Occurrence Occurred(DateTimeZone zone) => new(PerformedOn, PerformedOn, InductionAt);
}

/// <summary>A drug given around an operation.</summary>
/// <param name="Drug">Its name, from the clinic's list.</param>
/// <param name="Dose">How much, in <paramref name="Unit"/>.</param>
/// <param name="Unit">The unit of the dose, in UCUM, for instance <c>mg</c>.</param>
/// <param name="Route">How it was given.</param>
public sealed record PerioperativeDrug(
    [property: Code(CodeAttribute.Listed, "gentamicin")] string Drug,
    decimal? Dose,
    [property: Code(CodeAttribute.Ucum, "mg")] string? Unit,
    DrugRoute Route);

/// <summary>How a drug is given.</summary>
public enum DrugRoute
{
    /// <summary>By mouth.</summary>
    Oral,

    /// <summary>Into a vein.</summary>
    Intravenous,

    /// <summary>Into a muscle.</summary>
    Intramuscular,

    /// <summary>Under the skin.</summary>
    Subcutaneous,

    /// <summary>On the skin.</summary>
    Transdermal,

    /// <summary>Into the rectum.</summary>
    Rectal,

    /// <summary>By rinsing the operative field.</summary>
    Irrigation,

    /// <summary>Into the tunica vaginalis.</summary>
    IntoTunicaVaginalis,

    /// <summary>Another way; see the note.</summary>
    Other,

    /// <summary>Not known.</summary>
    Unknown,
}

/// <summary>A kind of sperm retrieval (domain 1.2).</summary>
public enum ProcedureType
{
    /// <summary>Needle aspiration of the testis.</summary>
    TESA,

    /// <summary>Conventional open biopsy extraction, single or multiple.</summary>
    CTESE,

    /// <summary>Microdissection testicular sperm extraction.</summary>
    MTESE,
}

/// <summary>A side of the body.</summary>
public enum Side
{
    /// <summary>Left.</summary>
    Left,

    /// <summary>Right.</summary>
    Right,

    /// <summary>Both.</summary>
    Both,

    /// <summary>Not known.</summary>
    Unknown,

    /// <summary>The finding has no side.</summary>
    None,
}

/// <summary>Whether a retrieval found sperm.</summary>
public enum RetrievalOutcome
{
    /// <summary>Sperm was found.</summary>
    SpermFound,

    /// <summary>No sperm was found.</summary>
    NotFound,

    /// <summary>Not known, or not yet.</summary>
    Unknown,
}

/// <summary>A kind of anaesthesia.</summary>
public enum Anaesthesia
{
    /// <summary>None.</summary>
    None,

    /// <summary>Local.</summary>
    Local,

    /// <summary>Regional; for the grade of a complication it does not count as general (V54, V55).</summary>
    Regional,

    /// <summary>General.</summary>
    General,

    /// <summary>Not stated.</summary>
    NotStated,
}
