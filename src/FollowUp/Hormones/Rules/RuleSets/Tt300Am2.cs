using FollowUp.Hormones.Facts;
using FollowUp.Hormones.Rules.Samples;

namespace FollowUp.Hormones.Rules.RuleSets;

/// <summary>American Urological Association, 2018: below 300 ng/dL on two early mornings is low (V45, V46).</summary>
public sealed class Tt300Am2 : IPublishedRuleSet
{
    /// <inheritdoc/>
    public RuleSet RuleSet { get; } = new()
    {
        Id = "TT300-AM2-2018.1",
        Source = "AUA guideline on testosterone deficiency 2018",
        EffectiveOn = new(2018, 3, 1),
        Unit = HormoneUnits.Find(Analyte.Testosterone, "ng/dL")!,
        LowBelow = 300m,
    };
}
