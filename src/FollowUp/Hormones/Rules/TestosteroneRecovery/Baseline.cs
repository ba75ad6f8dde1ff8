using System.Text.Json.Serialization;
using FollowUp.Course;
using FollowUp.Hormones.Facts;
using FollowUp.Hormones.Rules.Samples;

namespace FollowUp.Hormones.Rules.TestosteroneRecovery;

/// <summary>The baseline: testosterone before an operation, with the samples it rests on (R29-R32); version baseline/1.</summary>
public sealed record Baseline
{
    /// <summary>All samples of this many days before the operation are averaged: 180 (R29).</summary>
    public const int RecentDays = 180;

    /// <summary>No sample counts that is older than this many days before the operation: 365 (R29, R32).</summary>
    public const int LastDays = 365;

    private Baseline(Guid operationId, IReadOnlyList<HormoneSample> samples, bool isOld)
    {
        OperationId = operationId;
        Samples = samples;
        IsOld = isOld;
        Base = Bounds.Mean([.. samples.Select(sample => sample.Quantity!.Base)]);
    }

    /// <summary>The operation.</summary>
    public Guid OperationId { get; }

    /// <summary>The mean in nmol/L, unrounded; null when a value was printed as a limit.</summary>
    public decimal? NmolPerLitre => Value.Exact;

    /// <summary>When a value was printed as a limit: the mean is at least this, in nmol/L.</summary>
    public decimal? AtLeastNmolPerLitre => Value.Exact is null ? Value.AtLeast : null;

    /// <summary>When a value was printed as a limit: the mean is at most this, in nmol/L.</summary>
    public decimal? AtMostNmolPerLitre => Value.Exact is null ? Value.High : null;

    /// <summary>Whether there was no sample in the last 180 days, so that the latest of the last 365 days is used (BaselineOld).</summary>
    public bool IsOld { get; }

    /// <summary>The results it rests on, one for each day, the earliest first.</summary>
    public IReadOnlyList<Guid> FactIds => [.. Samples.Select(sample => sample.FactId)];

    /// <summary>The samples it rests on.</summary>
    [JsonIgnore]
    public IReadOnlyList<HormoneSample> Samples { get; }

    /// <summary>The mean in the base unit of testosterone, exact where the samples are.</summary>
    [JsonIgnore]
    public Bounds Base { get; }

    private Bounds Value => Base.Convert(1, HormoneUnits.Canonical(Analyte.Testosterone).Factor);

    /// <summary>
    /// The baseline before this operation: the mean of one value for each eligible day of the 180 days before it, otherwise the latest
    /// single value of the 365 days before; null when there is none. Samples after an earlier operation count (R30), and samples of the
    /// day of surgery that were drawn before induction (R10, R11).
    /// </summary>
    public static Baseline? PreIndex(Operation operation, HormoneSamples samples)
    {
        if (!operation.IsDated)
        {
            return null;
        }

        var before = samples.Occasions.Where(sample => sample.IsBefore(operation) && sample.DrawnOn >= operation.On.PlusDays(-LastDays)).ToList();
        var recent = before.Where(sample => sample.DrawnOn >= operation.On.PlusDays(-RecentDays)).ToList();
        return recent.Count > 0 ? new(operation.Id, recent, isOld: false)
            : before.Count > 0 ? new(operation.Id, [before[^1]], isOld: true)
            : null;
    }

    /// <summary>
    /// The baseline before his first operation; null when an operation has no date, because it may have been the first (R31).
    /// </summary>
    /// <remarks>An operation without a date comes first in clinical order and has no baseline, so no other check is needed.</remarks>
    public static Baseline? PreFirst(HormoneSamples samples) => samples.Operations.Count > 0 ? PreIndex(samples.Operations[0], samples) : null;

    /// <summary>Whether a follow-up sample was measured by another laboratory or method than one of these samples, as far as known (R20).</summary>
    public bool MethodDiffersFrom(HormoneSample followUp) => Samples.Any(sample =>
        Differs(sample.Laboratory, followUp.Laboratory) || Differs(sample.Method, followUp.Method));

    private static bool Differs(string? one, string? other) =>
        one is not null && other is not null && !string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
