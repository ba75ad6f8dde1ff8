using FollowUp.Course;
using FollowUp.Course.Explanations;
using FollowUp.Hormones.Rules.HypogonadismFlags;
using FollowUp.Hormones.Rules.Samples;
using NodaTime;

namespace FollowUp.Hormones.Rules;

/// <summary>One version of a published definition of low testosterone. A new version is added beside it; the old one can still be calculated.</summary>
public sealed record RuleSet
{
    /// <summary>Its name and version, for instance <c>EAU-2023.1</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The publication.</summary>
    public required string Source { get; init; }

    /// <summary>The day of its publication, from which it is valid; the first day of the month when only the month is known.</summary>
    public required LocalDate EffectiveOn { get; init; }

    /// <summary>The unit of its testosterone limits. Values are compared in this unit, unrounded (domain 2.4).</summary>
    public required HormoneUnit Unit { get; init; }

    /// <summary>Testosterone strictly below this is low.</summary>
    public required decimal LowBelow { get; init; }

    /// <summary>Values from <see cref="LowBelow"/> to this, both inclusive, are borderline; above it they are normal (R47). Null without a borderline range.</summary>
    public decimal? BorderlineUpTo { get; init; }

    /// <summary>The fewest local days between two low values that confirm each other (R42).</summary>
    public int FewestDaysBetweenLows { get; init; } = 1;

    /// <summary>The most local days between two low values that confirm each other (R42, R43).</summary>
    public int MostDaysBetweenLows { get; init; } = 365;

    /// <summary>LH strictly above this is high, in IU/L (R49; EMAS, V50, V51).</summary>
    public decimal LHHighAbove { get; init; } = 9.4m;

    /// <summary>How many days before or after the testosterone an LH, SHBG or albumin may be drawn, inclusive (R49, R50).</summary>
    public int PairedWithinDays { get; init; } = 14;

    /// <summary>The rule for calculated free testosterone; null when the rule set has none (R50).</summary>
    public FreeTestosteroneRule? FreeTestosterone { get; init; }

    /// <summary>The reference to it that answers carry.</summary>
    public RuleSetReference Reference => new(Id, Source, EffectiveOn);

    /// <summary>The reference to it in an explanation. The version is the part of its id after the last dash.</summary>
    public Basis Basis => new(Id, Id[(Id.LastIndexOf('-') + 1)..], Source, EffectiveOn);

    /// <summary>The class of a testosterone value; null when it was printed as a limit and can lie on either side (R16).</summary>
    /// <param name="value">The value in <see cref="Unit"/>.</param>
    public TestosteroneClass? Classify(Bounds value) =>
        value.SurelyBelow(LowBelow) ? TestosteroneClass.Low
        : BorderlineUpTo is { } top
            ? value.SurelyAbove(top) ? TestosteroneClass.Normal
            : value.SurelyAtLeast(LowBelow) && value.SurelyAtMost(top) ? TestosteroneClass.Borderline
            : null
        : value.SurelyAtLeast(LowBelow) ? TestosteroneClass.Normal
        : null;
}

/// <summary>Which rule set an answer was given under.</summary>
/// <param name="Id">Its name and version.</param>
/// <param name="Source">The publication.</param>
/// <param name="EffectiveOn">The day from which it is valid.</param>
public sealed record RuleSetReference(string Id, string Source, LocalDate EffectiveOn);

/// <summary>The class of a testosterone value under a rule set.</summary>
public enum TestosteroneClass
{
    /// <summary>Below the limit.</summary>
    Low,

    /// <summary>Between low and normal (R47).</summary>
    Borderline,

    /// <summary>At or above the limit.</summary>
    Normal,
}

/// <summary>One published rule set in one version; a file in the folder <c>RuleSets</c>, found by scanning.</summary>
public interface IPublishedRuleSet
{
    /// <summary>The rule set.</summary>
    RuleSet RuleSet { get; }
}

/// <summary>The published rule sets as guidelines that a clinic adopts.</summary>
public sealed class RuleSetGuidelines : IGuidelines
{
    /// <inheritdoc/>
    public GuidelineKind Kind => GuidelineKind.RuleSet;

    /// <inheritdoc/>
    public IReadOnlyList<Guideline> All => [.. PublishedRuleSets.All.Values.Select(ruleSet => new Guideline(ruleSet.Id, ruleSet.Source, ruleSet.EffectiveOn))];

    /// <inheritdoc/>
    public Asked Under(Asked asked, string id) => asked with { RuleSet = id };

    /// <inheritdoc/>
    /// <remarks>Rule sets differ in why they do not calculate free testosterone. Only a change to or from low matters.</remarks>
    public bool Matters(OutcomeChange change) =>
        change.Of != FreeTestosteroneExplanation.Name || change.Before == FreeTestosteroneOutcome.Low || change.After == FreeTestosteroneOutcome.Low;
}

/// <summary>The published rule sets, found by scanning.</summary>
public static class PublishedRuleSets
{
    /// <summary>The rule set of a clinic that names none: EAU 2023, 12 nmol/L.</summary>
    public const string Default = "EAU-2023.1";

    /// <summary>All of them, by id.</summary>
    public static readonly IReadOnlyDictionary<string, RuleSet> All = Scan.For<IPublishedRuleSet>()
        .Select(published => published.RuleSet)
        .OrderBy(ruleSet => ruleSet.Id, StringComparer.Ordinal)
        .ToDictionary(ruleSet => ruleSet.Id, StringComparer.Ordinal);

    /// <summary>The rule set with an id.</summary>
    /// <exception cref="ArgumentException">The id is unknown. Clinics and requests that name a rule set are checked before.</exception>
    public static RuleSet Of(string id) => All.TryGetValue(id, out var ruleSet)
        ? ruleSet
        : throw new ArgumentException($"There is no rule set {id}. Name one of: {string.Join(", ", All.Keys)}.", nameof(id));
}
