using FollowUp.Hormones.Facts;
using FollowUp.Hormones.Rules.Samples;
using FollowUp.Hormones.Rules.TestosteroneRecovery;
using NodaTime;

namespace FollowUp.Hormones.Rules.HypogonadismFlags;

/// <summary>How LH stands to testosterone (R48, R49; EMAS classes, V50, V51).</summary>
public enum LHClass
{
    /// <summary>Low testosterone, high LH: the testis fails.</summary>
    Primary,

    /// <summary>Low testosterone, LH not high.</summary>
    Secondary,

    /// <summary>Normal testosterone, high LH.</summary>
    Compensated,

    /// <summary>Normal testosterone, LH not high.</summary>
    Eugonadal,

    /// <summary>No LH near enough, one censored across the limit, or no status that it classifies.</summary>
    Unclassified,
}

/// <summary>A testosterone occasion that the flag rests on, with the value compared in the unit compared.</summary>
/// <param name="FactId">The fact.</param>
/// <param name="DrawnOn">Its day.</param>
/// <param name="Comparison">Its printed comparison sign.</param>
/// <param name="Value">The number in <paramref name="Unit"/>, unrounded.</param>
/// <param name="Unit">The rule set's unit.</param>
/// <param name="LowBelow">The rule set's limit in the same unit.</param>
/// <param name="Class">What it is under the rule set.</param>
public sealed record UsedSample(
    Guid FactId, LocalDate DrawnOn, Comparison Comparison, decimal Value, string Unit, decimal LowBelow, TestosteroneClass Class);

/// <summary>A fact of the scope that the flag does not rest on, and every reason why not.</summary>
/// <param name="FactId">The fact.</param>
/// <param name="DrawnOn">Its day.</param>
/// <param name="Reasons">Why not, the first reason first.</param>
public sealed record LeftOutSample(Guid FactId, LocalDate DrawnOn, IReadOnlyList<Exclusion> Reasons);

/// <summary>The LH that classifies.</summary>
/// <param name="FactId">The fact.</param>
/// <param name="DrawnOn">Its day.</param>
/// <param name="Comparison">Its printed comparison sign.</param>
/// <param name="IUPerLitre">Its number, in IU/L.</param>
/// <param name="HighAbove">The limit it was compared with, strictly above, in IU/L.</param>
public sealed record UsedLH(Guid FactId, LocalDate DrawnOn, Comparison Comparison, decimal IUPerLitre, decimal HighAbove);

/// <summary>The latest eligible occasion whose bounds decide it, set against the baseline before the operation (R38).</summary>
/// <param name="FactId">The occasion.</param>
/// <param name="Percent">Its percentage of the baseline, unrounded; null when censored.</param>
/// <param name="PercentAtMost">The upper bound, when censored.</param>
/// <param name="BelowPercent">The limit: 68.0 %, strictly below.</param>
public sealed record DeclineFromBaseline(Guid FactId, decimal? Percent, decimal? PercentAtMost, decimal BelowPercent);

/// <summary>Whether testosterone is low in one scope of samples, under one rule set, and why.</summary>
public sealed record HypogonadismFlag
{
    /// <summary>The status.</summary>
    public required HypogonadismStatus Status { get; init; }

    /// <summary>Normal(supporting): it rests on a normal sample that is not of the morning (R19).</summary>
    public bool IsSupporting { get; init; }

    /// <summary>Why it is Indeterminate: the first reason of the latest sample, or Borderline (R26, R47).</summary>
    public Exclusion? Reason { get; init; }

    /// <summary>The LH class; provisional while a low is unconfirmed (R48).</summary>
    public LHClass LHClass { get; init; } = LHClass.Unclassified;

    /// <summary>The LH it rests on.</summary>
    public UsedLH? LH { get; init; }

    /// <summary>The occasions it rests on, the latest last.</summary>
    public IReadOnlyList<UsedSample> Used { get; init; } = [];

    /// <summary>The testosterone facts of the scope it does not rest on.</summary>
    public IReadOnlyList<LeftOutSample> LeftOut { get; init; } = [];

    /// <summary>PreExistingLow: the baseline before the operation was below the rule set's limit (R39).</summary>
    public bool PreExistingLow => BaselineIsLow == true;

    /// <summary>Whether the baseline before the operation was below the limit; null without one, or when it is censored across the limit.</summary>
    internal bool? BaselineIsLow { get; init; }

    /// <summary>SignificantDecline: below 68.0 % of the baseline before the operation (R38).</summary>
    public bool SignificantDecline { get; init; }

    /// <summary>What the decline was judged by; null without a baseline, or without an occasion that decides it.</summary>
    public DeclineFromBaseline? Decline { get; init; }

    /// <summary>The later censored occasions that decide neither way, the latest first (R38).</summary>
    public IReadOnlyList<Guid> DeclinePassedOver { get; init; } = [];

    /// <summary>Calculated free testosterone (R50).</summary>
    public FreeTestosteroneAnswer? FreeTestosterone { get; init; }

    /// <summary>LowDespiteStimulation: samples surely low while a stimulating drug was being taken (R28).</summary>
    public IReadOnlyList<Guid> LowDespiteStimulation { get; init; } = [];

    /// <summary>CheckTRT: samples surely above 31.8 nmol/L with no recorded therapy acting (R17).</summary>
    public IReadOnlyList<Guid> CheckTRT { get; init; } = [];

    /// <summary>Symptoms of low testosterone that he has, by the last answer about each in the scope.</summary>
    public IReadOnlyList<Guid> Symptoms { get; init; } = [];

    /// <summary>ClinicalCriteriaMet: low on two days, and a recorded symptom (domain 3.2).</summary>
    public bool ClinicalCriteriaMet => Status == HypogonadismStatus.LowConfirmed && Symptoms.Count > 0;

    /// <summary>The samples it was judged from, of every analyte, eligible or not.</summary>
    internal IReadOnlyList<HormoneSample> Scope { get; init; } = [];

    /// <summary>The latest testosterone that the flag rests on or that raised one of its findings; a review names it.</summary>
    public Guid? LatestFactId { get; init; }

    /// <summary>What asks for a clinician's look; nothing here proposes a treatment. Empty when nothing does.</summary>
    public IReadOnlyList<HypogonadismFinding> ForReview =>
    [
        .. Status switch
        {
            HypogonadismStatus.LowUnconfirmed => [HypogonadismFinding.LowUnconfirmed],
            HypogonadismStatus.LowConfirmed => [HypogonadismFinding.LowConfirmed],
            HypogonadismStatus.Discordant => [HypogonadismFinding.Discordant],
            _ => Array.Empty<HypogonadismFinding>(),
        },
        .. SignificantDecline ? [HypogonadismFinding.SignificantDecline] : Array.Empty<HypogonadismFinding>(),
        .. FreeTestosterone is { IsLow: true } ? [HypogonadismFinding.FreeLow] : Array.Empty<HypogonadismFinding>(),
        .. LowDespiteStimulation.Count > 0 ? [HypogonadismFinding.LowDespiteStimulation] : Array.Empty<HypogonadismFinding>(),
        .. CheckTRT.Count > 0 ? [HypogonadismFinding.CheckTRT] : Array.Empty<HypogonadismFinding>(),
    ];
}
