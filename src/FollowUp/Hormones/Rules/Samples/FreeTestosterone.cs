using FollowUp.Hormones.Facts;

namespace FollowUp.Hormones.Rules.Samples;

/// <summary>When free testosterone is calculated, with which constants, and below what it is low (R50).</summary>
/// <param name="LowBelowPmolPerLitre">Calculated free testosterone below this is low, strictly.</param>
public sealed record FreeTestosteroneRule(decimal LowBelowPmolPerLitre)
{
    /// <summary>It is calculated when testosterone is at least this, in nmol/L.</summary>
    public decimal FromNmolPerLitre { get; init; } = 8;

    /// <summary>It is calculated when testosterone is at most this, in nmol/L.</summary>
    public decimal ToNmolPerLitre { get; init; } = 12;

    /// <summary>Below this SHBG is outside its range, in nmol/L, and free testosterone is calculated whatever the total (V32b).</summary>
    public decimal SHBGLowNmolPerLitre { get; init; } = 16.5m;

    /// <summary>Above this SHBG is outside its range, in nmol/L (V32b).</summary>
    public decimal SHBGHighNmolPerLitre { get; init; } = 55.9m;

    /// <summary>Albumin taken when none was measured, in g/L (V39).</summary>
    public decimal AlbuminAssumedGramPerLitre { get; init; } = 43;

    /// <summary>Molar mass of albumin, in g/mol (V39).</summary>
    public decimal AlbuminMolarMass { get; init; } = 69_000;

    /// <summary>Association constant of albumin and testosterone, in L/mol (Vermeulen 1999, V39).</summary>
    public decimal AlbuminAssociation { get; init; } = 3.6e4m;

    /// <summary>Association constant of SHBG and testosterone, in L/mol (Vermeulen 1999, V39).</summary>
    public decimal SHBGAssociation { get; init; } = 1.0e9m;

    /// <summary>Free testosterone by the equation of Vermeulen 1999 (domain 2.5), in pmol/L.</summary>
    /// <param name="testosterone">Total testosterone in nmol/L.</param>
    /// <param name="shbg">SHBG in nmol/L.</param>
    /// <param name="albumin">Albumin in g/L.</param>
    public decimal Calculate(decimal testosterone, decimal shbg, decimal albumin)
    {
        // In nmol/L throughout, so that every term keeps its digits.
        var perNanomole = SHBGAssociation * 1e-9m;
        var n = 1 + (AlbuminAssociation * albumin / AlbuminMolarMass);
        var a = n * perNanomole;
        var b = n + (perNanomole * (shbg - testosterone));
        return (SquareRoot((b * b) + (4 * a * testosterone)) - b) / (2 * a) * 1000;
    }

    // One step of Newton's method doubles the digits of the binary root, past those of a decimal.
    private static decimal SquareRoot(decimal square)
    {
        var near = (decimal)Math.Sqrt((double)square);
        return near == 0 ? 0 : (near + (square / near)) / 2;
    }
}

/// <summary>Calculated free testosterone of the latest occasion; it never changes the status (R50).</summary>
/// <param name="PmolPerLitre">The value.</param>
/// <param name="LowBelowPmolPerLitre">The rule set's limit.</param>
/// <param name="IsLow">FreeLow: below the limit.</param>
/// <param name="TestosteroneFactId">The testosterone.</param>
/// <param name="SHBGFactId">The SHBG.</param>
/// <param name="AlbuminFactId">The albumin; null when it was assumed.</param>
/// <param name="AlbuminGramPerLitre">The albumin reckoned with, in g/L.</param>
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
    /// <summary>The answer for an occasion; null without such an arm, with a value missing or censored, or when it is not called for.</summary>
    /// <param name="occasion">The testosterone.</param>
    /// <param name="eligible">The eligible samples of the scope, in clinical order.</param>
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
