using FollowUp.Hormones.Facts;
using FollowUp.Hormones.Rules.Samples;

namespace FollowUp.Hormones.Rules.RuleSets;

/// <summary>European Association of Urology, Sexual and Reproductive Health, 2023: below 12 nmol/L is low (V43).</summary>
public sealed class Eau2023 : IPublishedRuleSet
{
    /// <inheritdoc/>
    public RuleSet RuleSet { get; } = new()
    {
        Id = "EAU-2023.1",
        Source = "EAU Guidelines on Sexual and Reproductive Health 2023",
        EffectiveOn = new(2023, 3, 1),
        Unit = HormoneUnits.Canonical(Analyte.Testosterone),
        LowBelow = 12.0m,
        FreeTestosterone = new(LowBelowPmolPerLitre: 225),
    };
}
