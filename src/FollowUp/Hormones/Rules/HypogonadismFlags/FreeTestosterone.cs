using FollowUp.Hormones.Facts;
using FollowUp.Hormones.Rules.Samples;

namespace FollowUp.Hormones.Rules.HypogonadismFlags;

/// <summary>When free testosterone is calculated, with which constants, and below which limit it is low (R50).</summary>
/// <param name="LowBelowPmolPerLitre">Calculated free testosterone strictly below this is low.</param>
public sealed record FreeTestosteroneRule(decimal LowBelowPmolPerLitre)
{
    /// <summary>It is calculated when testosterone is at least this, in nmol/L.</summary>
    public decimal FromNmolPerLitre { get; init; } = 8;

    /// <summary>It is calculated when testosterone is at most this, in nmol/L.</summary>
    public decimal ToNmolPerLitre { get; init; } = 12;

    /// <summary>The lower end of the range of SHBG, in nmol/L. Outside the range free testosterone is calculated whatever the total is (V32b).</summary>
    public decimal SHBGLowNmolPerLitre { get; init; } = 16.5m;

    /// <summary>The upper end of the range of SHBG, in nmol/L (V32b).</summary>
    public decimal SHBGHighNmolPerLitre { get; init; } = 55.9m;

    /// <summary>The albumin assumed when none was measured, in g/L (V39).</summary>
    public decimal AlbuminAssumedGramPerLitre { get; init; } = 43;

    /// <summary>Molar mass of albumin, in g/mol (V39).</summary>
    public decimal AlbuminMolarMass { get; init; } = 69_000;

    /// <summary>Association constant of albumin and testosterone, in L/mol (Vermeulen 1999, V39).</summary>
    public decimal AlbuminAssociation { get; init; } = 3.6e4m;

    /// <summary>Association constant of SHBG and testosterone, in L/mol (Vermeulen 1999, V39).</summary>
    public decimal SHBGAssociation { get; init; } = 1.0e9m;

    /// <summary>Free testosterone by the equation of Vermeulen 1999 (V39), in pmol/L.</summary>
    /// <param name="testosterone">Total testosterone in nmol/L.</param>
    /// <param name="shbg">SHBG in nmol/L.</param>
    /// <param name="albumin">Albumin in g/L.</param>
    public decimal Calculate(decimal testosterone, decimal shbg, decimal albumin)
    {
        // Everything is in nmol/L, so that no term loses digits.
        var perNanomole = SHBGAssociation * 1e-9m;
        var n = 1 + (AlbuminAssociation * albumin / AlbuminMolarMass);
        var a = n * perNanomole;
        var b = n + (perNanomole * (shbg - testosterone));
        return (SquareRoot((b * b) + (4 * a * testosterone)) - b) / (2 * a) * 1000;
    }

    // One step of Newton's method makes the binary root exact to all digits of a decimal.
    private static decimal SquareRoot(decimal square)
    {
        var approximation = (decimal)Math.Sqrt((double)square);
        return approximation == 0 ? 0 : (approximation + (square / approximation)) / 2;
    }
}

/// <summary>Calculated free testosterone of the latest testosterone value. It never changes the status (R50).</summary>
/// <param name="PmolPerLitre">The value.</param>
/// <param name="LowBelowPmolPerLitre">The rule set's limit.</param>
/// <param name="IsLow">Whether it is below the limit: the finding FreeLow.</param>
/// <param name="TestosteroneFactId">The testosterone.</param>
/// <param name="SHBGFactId">The SHBG.</param>
/// <param name="AlbuminFactId">The albumin; null when it was assumed.</param>
/// <param name="AlbuminGramPerLitre">The albumin used in the calculation, in g/L.</param>
/// <param name="SHBGOutsideRange">Whether SHBG was outside its range.</param>
public sealed record FreeTestosteroneAnswer(
    decimal PmolPerLitre,
    decimal LowBelowPmolPerLitre,
    bool IsLow,
    Guid TestosteroneFactId,
    Guid SHBGFactId,
    Guid? AlbuminFactId,
    decimal AlbuminGramPerLitre,
    bool SHBGOutsideRange)
{
    /// <summary>The answer for a testosterone value. Null when the rule set does not use it, a value is missing or printed as a limit, or it is not required.</summary>
    /// <param name="occasion">The testosterone.</param>
    /// <param name="eligible">The eligible samples of the period, in clinical order.</param>
    /// <param name="ruleSet">The rule set.</param>
    internal static FreeTestosteroneAnswer? Of(HormoneSample occasion, IReadOnlyList<HormoneSample> eligible, RuleSet ruleSet)
    {
        var albumin = occasion.Nearest(Analyte.Albumin, eligible, ruleSet.PairedWithinDays);
        if (ruleSet.FreeTestosterone is not { } rule
            || occasion.Quantity?.Canonical.Exact is not { } testosterone
            || occasion.Nearest(Analyte.SHBG, eligible, ruleSet.PairedWithinDays) is not { Quantity.Canonical.Exact: { } shbg } binding
            || albumin is { Quantity.Canonical.Exact: null })
        {
            return null;
        }

        var outside = shbg < rule.SHBGLowNmolPerLitre || shbg > rule.SHBGHighNmolPerLitre;
        if (!outside && (testosterone < rule.FromNmolPerLitre || testosterone > rule.ToNmolPerLitre))
        {
            return null;
        }

        var grams = albumin?.Quantity?.Canonical.Exact ?? rule.AlbuminAssumedGramPerLitre;
        var free = rule.Calculate(testosterone, shbg, grams);
        return new(
            free, rule.LowBelowPmolPerLitre, free < rule.LowBelowPmolPerLitre,
            occasion.FactId, binding.FactId, albumin?.FactId, grams, outside);
    }
}
