using FollowUp.Hormones.Facts;
using FollowUp.Hormones.Rules.Samples;

namespace FollowUp.Hormones.Rules.RuleSets;

/// <summary>Endocrine Society, 2018: consistently below 264 ng/dL in harmonised assays is low (V41, V47).</summary>
public sealed class Es2018 : IPublishedRuleSet
{
    /// <inheritdoc/>
    public RuleSet RuleSet { get; } = new()
    {
        Id = "ES-2018.1",
        Source = "Endocrine Society guideline on testosterone therapy in men with hypogonadism 2018",
        EffectiveOn = new(2018, 5, 1),
        Unit = HormoneUnits.Find(Analyte.Testosterone, "ng/dL")!,
        LowBelow = 264m,
    };
}
