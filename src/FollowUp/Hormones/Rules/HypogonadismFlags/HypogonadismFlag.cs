using FollowUp.Hormones.Facts;
using FollowUp.Hormones.Rules.Samples;
using NodaTime;

namespace FollowUp.Hormones.Rules.HypogonadismFlags;

/// <summary>The class of LH together with testosterone (R48, R49; EMAS classes, V50, V51).</summary>
public enum LHClass
{
    /// <summary>Low testosterone and high LH: the testis fails.</summary>
    Primary,

    /// <summary>Low testosterone, and LH is not high.</summary>
    Secondary,

    /// <summary>Normal testosterone and high LH.</summary>
    Compensated,

    /// <summary>Normal testosterone, and LH is not high.</summary>
    Eugonadal,

    /// <summary>There is no LH close enough, the LH was printed as a limit that does not decide, or the status has no class.</summary>
    Unclassified,
}

/// <summary>A testosterone value that the flag rests on, in the unit in which it was compared.</summary>
/// <param name="FactId">The fact.</param>
/// <param name="DrawnOn">Its day.</param>
/// <param name="Comparison">Its printed comparison sign.</param>
/// <param name="Value">The number in <paramref name="Unit"/>, unrounded.</param>
/// <param name="Unit">The rule set's unit.</param>
/// <param name="LowBelow">The rule set's limit in the same unit.</param>
/// <param name="Class">Its class under the rule set.</param>
public sealed record UsedSample(
    Guid FactId, LocalDate DrawnOn, Comparison Comparison, decimal Value, string Unit, decimal LowBelow, TestosteroneClass Class);

/// <summary>A result of the period that the flag does not rest on, with every reason.</summary>
/// <param name="FactId">The fact.</param>
/// <param name="DrawnOn">Its day.</param>
/// <param name="Reasons">The reasons, the most important first.</param>
public sealed record LeftOutSample(Guid FactId, LocalDate DrawnOn, IReadOnlyList<Exclusion> Reasons);

/// <summary>The LH that gives the class.</summary>
/// <param name="FactId">The fact.</param>
/// <param name="DrawnOn">Its day.</param>
/// <param name="Comparison">Its printed comparison sign.</param>
/// <param name="IUPerLitre">Its number, in IU/L.</param>
/// <param name="HighAbove">The limit it was compared with, in IU/L; strictly above it is high.</param>
public sealed record UsedLH(Guid FactId, LocalDate DrawnOn, Comparison Comparison, decimal IUPerLitre, decimal HighAbove);

/// <summary>The latest eligible value that decides whether there is a decline, compared with the baseline before the operation (R38).</summary>
/// <param name="FactId">The fact.</param>
/// <param name="Percent">Its percentage of the baseline, unrounded; null when a value was printed as a limit.</param>
/// <param name="PercentAtMost">The upper bound, when a value was printed as a limit.</param>
/// <param name="BelowPercent">The limit, 68.0 %; strictly below it is a decline.</param>
public sealed record DeclineFromBaseline(Guid FactId, decimal? Percent, decimal? PercentAtMost, decimal BelowPercent);

/// <summary>Whether testosterone is low in one period, under one rule set, and why.</summary>
public sealed record HypogonadismFlag
{
    /// <summary>The status.</summary>
    public required HypogonadismStatus Status { get; init; }

    /// <summary>Whether the status Normal rests only on a normal value that was not drawn in the morning (R19).</summary>
    public bool IsSupporting { get; init; }

    /// <summary>Why the status is Indeterminate: the first reason of the latest sample, or Borderline (R26, R47).</summary>
    public Exclusion? Reason { get; init; }

    /// <summary>The LH class; provisional while a low is unconfirmed (R48).</summary>
    public LHClass LHClass { get; init; } = LHClass.Unclassified;

    /// <summary>The LH it rests on.</summary>
    public UsedLH? LH { get; init; }

    /// <summary>The testosterone values it rests on, the latest last.</summary>
    public IReadOnlyList<UsedSample> Used { get; init; } = [];

    /// <summary>The testosterone results of the period that it does not rest on.</summary>
    public IReadOnlyList<LeftOutSample> LeftOut { get; init; } = [];

    /// <summary>Whether the baseline before the operation was already below the rule set's limit (R39).</summary>
    public bool PreExistingLow => BaselineIsLow == true;

    /// <summary>Whether the baseline before the operation was below the limit; null without a baseline, or when its bounds do not decide.</summary>
    internal bool? BaselineIsLow { get; init; }

    /// <summary>Whether testosterone is below 68.0 % of the baseline before the operation (R38).</summary>
    public bool SignificantDecline { get; init; }

    /// <summary>The value by which the decline was judged; null without a baseline, or when no value decides.</summary>
    public DeclineFromBaseline? Decline { get; init; }

    /// <summary>Later values that were printed as limits and do not decide, the latest first (R38).</summary>
    public IReadOnlyList<Guid> DeclinePassedOver { get; init; } = [];

    /// <summary>Calculated free testosterone (R50).</summary>
    public FreeTestosteroneAnswer? FreeTestosterone { get; init; }

    /// <summary>Samples that are certainly low although a stimulating drug was being taken (R28).</summary>
    public IReadOnlyList<Guid> LowDespiteStimulation { get; init; } = [];

    /// <summary>Samples certainly above 31.8 nmol/L with no recorded therapy: check whether he takes testosterone (R17).</summary>
    public IReadOnlyList<Guid> CheckTRT { get; init; } = [];

    /// <summary>Symptoms of low testosterone that he has, by his last answer about each in the period.</summary>
    public IReadOnlyList<Guid> Symptoms { get; init; } = [];

    /// <summary>Whether testosterone was low on two days and he has a recorded symptom (domain 3.2; V45, V47).</summary>
    public bool ClinicalCriteriaMet => Status == HypogonadismStatus.LowConfirmed && Symptoms.Count > 0;

    /// <summary>The samples of the period, of every analyte, eligible or not.</summary>
    internal IReadOnlyList<HormoneSample> Scope { get; init; } = [];

    /// <summary>The latest testosterone that the flag or one of its findings rests on. A review names it.</summary>
    public Guid? LatestFactId { get; init; }

    /// <summary>What a clinician has to review; empty when there is nothing. No finding proposes a treatment.</summary>
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
