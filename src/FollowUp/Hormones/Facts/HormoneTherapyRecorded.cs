using FollowUp.Course;
using FollowUp.Course.Dates;
using FollowUp.Surgery.Facts;
using NodaTime;

namespace FollowUp.Hormones.Facts;

/// <summary>A therapy with a drug that acts on the hormones (domain 6).</summary>
[StoredAs("hormone_therapy_recorded", "hormone-therapies")]
public sealed record HormoneTherapyRecorded : Fact
{
    /// <summary>The drug.</summary>
    public required HormoneDrug Drug { get; init; }

    /// <summary>The ATC code, if it is more exact than the drug.</summary>
    [Code(CodeAttribute.Atc, "G03GA08")]
    public string? AtcCode { get; init; }

    /// <summary>The dose, in <see cref="DoseUnit"/>.</summary>
    public decimal? Dose { get; init; }

    /// <summary>The unit of the dose in UCUM; <c>[IU]</c> is not <c>mg</c>.</summary>
    [Code(CodeAttribute.Ucum, "[IU]")]
    public string? DoseUnit { get; init; }

    /// <summary>How it is given.</summary>
    public DrugRoute Route { get; init; } = DrugRoute.Unknown;

    /// <summary>How often, for instance <c>daily</c> or <c>3/wk</c>.</summary>
    [Code(CodeAttribute.Listed, "3/wk")]
    public string? Frequency { get; init; }

    /// <summary>When it began, as far as it is known. With an unknown start no earlier sample counts (R25).</summary>
    public PartialDate? StartedOn { get; init; }

    /// <summary>When it ended, as far as it is known.</summary>
    [InsteadOfPlanned("The therapy still goes on until then: leave stoppedOn out and send ongoing Yes. Record its end as hormone_therapy_stopped once the day has come.")]
    public PartialDate? StoppedOn { get; init; }

    /// <summary>Whether it is still going on; it may be unknown.</summary>
    public Answer Ongoing { get; init; } = Answer.Unknown;

    /// <summary>What it is for.</summary>
    public TherapyIndication Indication { get; init; } = TherapyIndication.NotStated;

    /// <summary>Where the information comes from.</summary>
    public ReportSource Source { get; init; } = ReportSource.Patient;

    /// <inheritdoc/>
    public override Occurrence Occurred(DateTimeZone zone) => Occurrence.On(StartedOn);
}

/// <summary>A drug that acts on the hormones or their measurement (domain 6).</summary>
public enum HormoneDrug
{
    /// <summary>Chorionic gonadotrophin, urinary or recombinant, G03GA01, G03GA08.</summary>
    Hcg,

    /// <summary>Chorionic gonadotrophin with recombinant FSH, G03GA05, G03GA06.</summary>
    HcgWithFsh,

    /// <summary>Clomifene, G03GB02.</summary>
    Clomifene,

    /// <summary>Tamoxifen, L02BA01.</summary>
    Tamoxifen,

    /// <summary>Anastrozole, L02BG03.</summary>
    Anastrozole,

    /// <summary>Letrozole, L02BG04.</summary>
    Letrozole,

    /// <summary>Testosterone gel, G03BA03.</summary>
    TestosteroneGel,

    /// <summary>Testosterone enanthate or cypionate.</summary>
    TestosteroneEnanthate,

    /// <summary>Testosterone undecanoate.</summary>
    TestosteroneUndecanoate,

    /// <summary>Testosterone, the preparation not known.</summary>
    TestosteroneUnknown,

    /// <summary>Cabergoline; flagged, but no sample is excluded.</summary>
    Cabergoline,

    /// <summary>An opioid; flagged, but no sample is excluded.</summary>
    Opioid,

    /// <summary>A systemic steroid; flagged, but no sample is excluded.</summary>
    SystemicSteroid,

    /// <summary>Biotin; flagged, but no sample is excluded.</summary>
    Biotin,
}

/// <summary>What a hormone therapy is for.</summary>
public enum TherapyIndication
{
    /// <summary>Stimulation before an operation.</summary>
    PreoperativeStimulation,

    /// <summary>Replacement after an operation.</summary>
    Replacement,

    /// <summary>Another reason.</summary>
    Other,

    /// <summary>Not stated.</summary>
    NotStated,
}
