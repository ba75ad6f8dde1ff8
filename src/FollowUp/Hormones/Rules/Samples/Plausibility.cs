using FollowUp.Course;
using FollowUp.Hormones.Facts;

namespace FollowUp.Hormones.Rules.Samples;

/// <summary>Which values of an analyte are refused and which have to be confirmed, in its canonical unit (domain 2.6, R15).</summary>
/// <param name="Analyte">The analyte.</param>
/// <param name="Lowest">A value below this is refused.</param>
/// <param name="Highest">A value above this is refused.</param>
/// <param name="UnusualBelow">A value certainly below this has to be confirmed; null when no low value has to.</param>
/// <param name="UnusualAbove">A value certainly above this has to be confirmed.</param>
/// <remarks>Limits for adult men, version plausibility/1; the clinic signs them off.</remarks>
public sealed record Plausibility(Analyte Analyte, decimal Lowest, decimal Highest, decimal? UnusualBelow, decimal UnusualAbove)
{
    /// <summary>The 97.5th percentile of testosterone in harmonised assays, 31.8 nmol/L (V41).</summary>
    public const decimal TestosteroneUnusualAbove = 31.8m;

    /// <summary>The limits of each analyte. No limits are published for free testosterone.</summary>
    public static readonly IReadOnlyList<Plausibility> All =
    [
        new(Analyte.Testosterone, 0, 150, 1, TestosteroneUnusualAbove) { ZeroRefused = true },
        new(Analyte.LH, 0, 250, 0.1m, 60),
        new(Analyte.FSH, 0, 300, 0.1m, 100),
        new(Analyte.Oestradiol, 0, 10_000, 20, 250),
        new(Analyte.SHBG, 1, 500, 10, 100),
        new(Analyte.Prolactin, 0, 250_000, null, 1000),
        new(Analyte.InhibinB, 0, 2000, null, 400),
        new(Analyte.Albumin, 10, 70, 30, 55),
    ];

    /// <summary>Whether 0 is refused too. Laboratories print a testosterone below the limit of detection with a less-than sign, never as 0.</summary>
    public bool ZeroRefused { get; init; }

    /// <summary>The finding about a quantity; null when it is usual.</summary>
    public static Finding? Judge(Quantity quantity)
    {
        if (All.FirstOrDefault(limits => limits.Analyte == quantity.Analyte) is not { } limits)
        {
            return null;
        }

        var unit = HormoneUnits.Canonical(quantity.Analyte).Symbol;
        var printed = FormattableString.Invariant($"{quantity.Number} {quantity.Unit.Symbol}");
        var meant = limits.OtherUnit(quantity) is { } other
            ? FormattableString.Invariant($" {quantity.Number} {other.Unit.Symbol} would be {other.CanonicalNumber:0.#} {unit}: check the unit.")
            : null;

        if (limits.Refuses(quantity))
        {
            return Finding.Refusal(meant is null ? $"{quantity.Analyte}Implausible" : "UnitSlip", "value", printed, FormattableString.Invariant(
                $"Possible values are {(limits.ZeroRefused ? "above" : "from")} {limits.Lowest} to {limits.Highest} {unit}.{meant} Correct the value or the unit."));
        }

        return limits.IsUsual(quantity)
            ? null
            : Finding.Warning(meant is null ? $"{quantity.Analyte}Unusual" : "UnitDoubtful", "value", printed, FormattableString.Invariant(
                $"{quantity.CanonicalNumber:0.##} {unit} is unusual.{meant} Confirm the value with the reason, or correct it."));
    }

    private bool Refuses(Quantity quantity) =>
        quantity.CanonicalNumber < Lowest || quantity.CanonicalNumber > Highest || (ZeroRefused && quantity.Number == 0);

    private bool IsUsual(Quantity quantity) => quantity.Canonical is var value
        && !value.SurelyAbove(UnusualAbove) && !(UnusualBelow is { } below && value.SurelyBelow(below));

    // The same number in another unit of the analyte, if it would be usual there: then the unit is probably wrong.
    private Quantity? OtherUnit(Quantity quantity) => HormoneUnits.All
        .Where(unit => unit.Analyte == Analyte && unit != quantity.Unit)
        .Select(unit => quantity.Comparison == Comparison.Exactly ? new Quantity(quantity.Comparison, quantity.Number, unit) : null)
        .FirstOrDefault(other => other is not null && !Refuses(other) && IsUsual(other));
}
