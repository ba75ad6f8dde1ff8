using FollowUp.Hormones.Facts;
using FollowUp.Hormones.Rules.Samples;

namespace FollowUp.Hormones.Rules.TestosteroneRecovery;

/// <summary>Why there is no exact percentage (R35).</summary>
public enum NoRecovery
{
    /// <summary>There is no baseline.</summary>
    NoBaseline,

    /// <summary>There are samples, but none is eligible.</summary>
    NotEligible,

    /// <summary>A competing event happened before there was a sample.</summary>
    CompetingEvent,

    /// <summary>The window is not over yet.</summary>
    NotYetDue,

    /// <summary>The window is over without a sample.</summary>
    NoSample,

    /// <summary>A value was printed as a limit: there are bounds, but no percentage.</summary>
    Censored,
}

/// <summary>The one reason why a percentage is missing.</summary>
/// <param name="Kind">The reason.</param>
/// <param name="Exclusion">For NotEligible: the first reason of the sample closest to the target day.</param>
/// <param name="Event">For CompetingEvent: the kind of event.</param>
/// <param name="FactId">The sample or the event, if there is one.</param>
public sealed record MissingRecovery(NoRecovery Kind, Exclusion? Exclusion = null, CompetingEventKind? Event = null, Guid? FactId = null)
{
    /// <summary>The reason as one code for counting, for instance <c>NotEligible:OnTherapy</c>.</summary>
    public string Code => Exclusion is { } exclusion ? $"{Kind}:{exclusion}" : Event is { } competing ? $"{Kind}:{competing}" : $"{Kind}";
}

/// <summary>A follow-up testosterone compared with a baseline (domain 2.2), unrounded (R08).</summary>
public sealed record Recovery
{
    /// <summary>
    /// The 95 % reference change limit of a single pair, 32.0 % up or down. A smaller change cannot be told from normal variation
    /// (Ahokoski 1998, V27).
    /// </summary>
    public const decimal ReferenceChangeLimitPercent = 32.0m;

    /// <summary>The follow-up value as a percentage of the baseline; null when there is a reason in <see cref="Missing"/>.</summary>
    public decimal? Percent { get; init; }

    /// <summary>When a value was printed as a limit: the percentage is at least this.</summary>
    public decimal? PercentAtLeast { get; init; }

    /// <summary>When a value was printed as a limit: the percentage is at most this.</summary>
    public decimal? PercentAtMost { get; init; }

    /// <summary>Follow-up minus baseline, in nmol/L.</summary>
    public decimal? DeltaNmolPerLitre { get; init; }

    /// <summary>When a value was printed as a limit: the difference is at least this, in nmol/L.</summary>
    public decimal? DeltaAtLeastNmolPerLitre { get; init; }

    /// <summary>When a value was printed as a limit: the difference is at most this, in nmol/L.</summary>
    public decimal? DeltaAtMostNmolPerLitre { get; init; }

    /// <summary>The nadir: the lowest value from day 14 until this one, as a percentage of the baseline (R37).</summary>
    public decimal? NadirPercent { get; init; }

    /// <summary>When a value was printed as a limit: the nadir is at most this percentage of the baseline.</summary>
    public decimal? NadirPercentAtMost { get; init; }

    /// <summary>The nadir's sample.</summary>
    public Guid? NadirFactId { get; init; }

    /// <summary>How much of the fall to the nadir has come back, in percent; null when nothing fell or a value was printed as a limit.</summary>
    public decimal? ReboundPercent { get; init; }

    /// <summary>Whether the change is within the reference change limit of a single pair, inclusive.</summary>
    public bool? WithinReferenceChange { get; init; }

    /// <summary>Whether the laboratory or method changed since the baseline (R20). It has no other effect.</summary>
    public bool MethodChanged { get; init; }

    /// <summary>Why there is no exact percentage.</summary>
    public MissingRecovery? Missing { get; init; }

    internal static Recovery Of(Occasion occasion, Baseline baseline)
    {
        var (sample, nadir, lowest) = occasion;
        var value = sample.Quantity!.Base;
        var percent = value.PercentOf(baseline.Base);
        var exact = value.Exact is null || baseline.Base.Exact is null ? null : percent.Exact;
        var delta = value.Minus(baseline.Base);
        var lowestPercent = nadir.PercentOf(baseline.Base);
        static decimal? InNmol(decimal? number) => number / HormoneUnits.Canonical(Analyte.Testosterone).Factor;
        return new()
        {
            Percent = exact,
            PercentAtLeast = exact is null ? percent.AtLeast : null,
            PercentAtMost = exact is null ? percent.High : null,
            DeltaNmolPerLitre = exact is null ? null : InNmol(delta.AtLeast),
            DeltaAtLeastNmolPerLitre = exact is null ? InNmol(delta.AtLeast) : null,
            DeltaAtMostNmolPerLitre = exact is null ? InNmol(delta.AtMost) : null,
            NadirPercent = lowestPercent.Exact,
            NadirPercentAtMost = lowestPercent.Exact is null ? lowestPercent.High : null,
            NadirFactId = lowest.FactId,
            ReboundPercent = Rebound(value.Exact, nadir.Exact, baseline.Base.Exact),
            WithinReferenceChange = exact is { } known ? Math.Abs(known - 100) <= ReferenceChangeLimitPercent : null,
            MethodChanged = baseline.MethodDiffersFrom(sample),
            Missing = exact is null ? new(NoRecovery.Censored, FactId: sample.FactId) : null,
        };
    }

    private static decimal? Rebound(decimal? value, decimal? nadir, decimal? baseline) =>
        baseline > nadir ? 100 * (value - nadir) / (baseline - nadir) : null;
}

/// <summary>An eligible sample after an operation, with the nadir until then (R37).</summary>
/// <param name="Sample">The sample.</param>
/// <param name="Nadir">The lowest value until then, inclusive, in the base unit; an interval when a value printed as a limit may be lower.</param>
/// <param name="Lowest">The sample with that value; of equal values the earliest.</param>
internal sealed record Occasion(HormoneSample Sample, Bounds Nadir, HormoneSample Lowest)
{
    /// <summary>Adds to each eligible sample the nadir until then.</summary>
    /// <param name="samples">In clinical order, from day 14.</param>
    public static IReadOnlyList<Occasion> WithNadirs(IEnumerable<HormoneSample> samples)
    {
        var occasions = new List<Occasion>();
        foreach (var sample in samples)
        {
            var value = sample.Quantity!.Base;
            if (occasions.Count == 0)
            {
                occasions.Add(new(sample, value, sample));
                continue;
            }

            var (_, nadir, lowest) = occasions[^1];
            var isLower = value.High < (lowest.Quantity!.Base.High ?? decimal.MaxValue);
            occasions.Add(new(sample, Bounds.Min(nadir, value), isLower ? sample : lowest));
        }

        return occasions;
    }
}
