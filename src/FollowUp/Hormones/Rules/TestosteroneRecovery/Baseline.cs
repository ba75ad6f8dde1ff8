using System.Text.Json.Serialization;
using FollowUp.Course;
using FollowUp.Hormones.Facts;
using FollowUp.Hormones.Rules.Samples;

namespace FollowUp.Hormones.Rules.TestosteroneRecovery;

/// <summary>Testosterone before an operation, and the samples it rests on (R29-R32), version baseline/1.</summary>
public sealed record Baseline
{
    /// <summary>The days before the operation of which all samples are averaged: 180 (R29).</summary>
    public const int RecentDays = 180;

    /// <summary>The days before the operation beyond which no sample counts: 365 (R29, R32).</summary>
    public const int LastDays = 365;

    private Baseline(Guid operationId, IReadOnlyList<HormoneSample> samples, bool isOld)
    {
        OperationId = operationId;
        Samples = samples;
        IsOld = isOld;
        Base = Bounds.Mean([.. samples.Select(sample => sample.Quantity!.Base)]);
    }

    /// <summary>The operation it is before.</summary>
    public Guid OperationId { get; }

    /// <summary>The mean in nmol/L, unrounded; null when a sample it rests on is censored.</summary>
    public decimal? NmolPerLitre => Value.Exact;

    /// <summary>With a censored sample: the mean is at least this, in nmol/L.</summary>
    public decimal? AtLeastNmolPerLitre => Value.Exact is null ? Value.AtLeast : null;

    /// <summary>With a censored sample: the mean is at most this, in nmol/L.</summary>
    public decimal? AtMostNmolPerLitre => Value.Exact is null ? Value.High : null;

    /// <summary>BaselineOld: no sample in the last 180 days, so the latest of the 365 before stands for it.</summary>
    public bool IsOld { get; }

    /// <summary>The facts it rests on, one a day, the earliest first.</summary>
    public IReadOnlyList<Guid> FactIds => [.. Samples.Select(sample => sample.FactId)];

    /// <summary>The samples it rests on.</summary>
    [JsonIgnore]
    public IReadOnlyList<HormoneSample> Samples { get; }

    /// <summary>The mean in the base unit of testosterone, exact where the samples are.</summary>
    [JsonIgnore]
    public Bounds Base { get; }

    private Bounds Value => Base.Convert(1, HormoneUnits.Canonical(Analyte.Testosterone).Factor);

    /// <summary>
    /// The baseline before this operation: the mean of one value a day over the eligible days of the 180 days before it, else the
    /// single latest of the 365; null when there is none. Samples after an earlier operation count (R30), and those of the day of
    /// surgery drawn before induction (R10, R11).
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
    /// The baseline before his first operation ever; null when an operation has no date at all, for it may have been the first (R31).
    /// </summary>
    /// <remarks>An operation without any date is the first in clinical order, so there is nothing more to ask.</remarks>
    public static Baseline? PreFirst(HormoneSamples samples) => samples.Operations.Count > 0 ? PreIndex(samples.Operations[0], samples) : null;

    /// <summary>Whether a follow-up sample was measured by another known laboratory or method than one of these (R20).</summary>
    public bool MethodDiffersFrom(HormoneSample followUp) => Samples.Any(sample =>
        Differs(sample.Laboratory, followUp.Laboratory) || Differs(sample.Method, followUp.Method));

    private static bool Differs(string? one, string? other) =>
        one is not null && other is not null && !string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
