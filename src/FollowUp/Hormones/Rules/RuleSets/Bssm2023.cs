using FollowUp.Hormones.Facts;
using FollowUp.Hormones.Rules.Samples;

namespace FollowUp.Hormones.Rules.RuleSets;

/// <summary>British Society for Sexual Medicine, 2017 and 2023: below 8 nmol/L is low, up to 12 borderline (V29, V48).</summary>
/// <remarks>The guideline asks for two samples about four weeks apart; here at least 21 days (R42).</remarks>
public sealed class Bssm2023 : IPublishedRuleSet
{
    /// <inheritdoc/>
    public RuleSet RuleSet { get; } = new()
    {
        Id = "BSSM-2023.1",
        Source = "BSSM Guidelines on Male Adult Testosterone Deficiency 2023",
        EffectiveOn = new(2023, 7, 1),
        Unit = HormoneUnits.Canonical(Analyte.Testosterone),
        LowBelow = 8.0m,
        BorderlineUpTo = 12.0m,
        FewestDaysBetweenLows = 21,
        FreeTestosterone = new(LowBelowPmolPerLitre: 225),
    };
}
