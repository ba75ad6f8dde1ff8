using FollowUp.Hormones.Facts;
using FollowUp.Hormones.Rules.Samples;

namespace FollowUp.Hormones.Rules.RuleSets;

/// <summary>European Association of Urology, Sexual and Reproductive Health, 2025: below 12 nmol/L is low, as before (V44).</summary>
/// <remarks>Calculated free testosterone is low below 220 pmol/L; in 2023 it was 225 (V31).</remarks>
public sealed class Eau2025 : IPublishedRuleSet
{
    /// <inheritdoc/>
    public RuleSet RuleSet { get; } = new()
    {
        Id = "EAU-2025.1",
        Source = "EAU Guidelines on Sexual and Reproductive Health 2025",
        EffectiveOn = new(2025, 3, 1),
        Unit = HormoneUnits.Canonical(Analyte.Testosterone),
        LowBelow = 12.0m,
        FreeTestosterone = new(LowBelowPmolPerLitre: 220),
    };
}
