using FollowUp.Course;
using FollowUp.Course.Explanations;
using FollowUp.Hormones.Rules.Samples;
using FollowUp.Hormones.Rules.TestosteroneRecovery;
using NodaTime;

namespace FollowUp.Hormones.Rules;

/// <summary>A published definition of low testosterone, as a value. A new version is a new value; the old one stays computable.</summary>
public sealed record RuleSet
{
    /// <summary>Its name and version, for instance <c>EAU-2023.1</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The publication.</summary>
    public required string Source { get; init; }

    /// <summary>From when on it holds: its publication, the first day of the month where only that is known.</summary>
    public required LocalDate EffectiveOn { get; init; }

    /// <summary>The unit of its testosterone limits; a value is compared in it, unrounded (domain 2.4).</summary>
    public required HormoneUnit Unit { get; init; }

    /// <summary>Testosterone below this is low, strictly.</summary>
    public required decimal LowBelow { get; init; }

    /// <summary>From <see cref="LowBelow"/> to this, both inclusive, borderline, above it normal (R47); null without such a band.</summary>
    public decimal? BorderlineUpTo { get; init; }

    /// <summary>The fewest local days between two lows that confirm each other (R42).</summary>
    public int FewestDaysBetweenLows { get; init; } = 1;

    /// <summary>The most local days between two lows that confirm each other (R42, R43).</summary>
    public int MostDaysBetweenLows { get; init; } = 365;

    /// <summary>LH above this is high, strictly, in IU/L (R49; EMAS, V50, V51).</summary>
    public decimal LHHighAbove { get; init; } = 9.4m;

    /// <summary>How many days from the occasion an LH, SHBG or albumin may be drawn, both sides inclusive (R49, R50).</summary>
    public int PairedWithinDays { get; init; } = 14;

    /// <summary>The arm of calculated free testosterone; null when the rule set has none (R50).</summary>
    public FreeTestosteroneRule? FreeTestosterone { get; init; }

    /// <summary>Its name and version only: an answer carries these.</summary>
    public RuleSetReference Reference => new(Id, Source, EffectiveOn);

    /// <summary>What an explanation names it by; the version is the part of its id after the last dash.</summary>
    public Basis Basis => new(Id, Id[(Id.LastIndexOf('-') + 1)..], Source, EffectiveOn);

    /// <summary>What a testosterone value is under this rule set; null when it is censored across a limit (R16).</summary>
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
/// <param name="EffectiveOn">From when on it holds.</param>
public sealed record RuleSetReference(string Id, string Source, LocalDate EffectiveOn);

/// <summary>What one testosterone value is under a rule set.</summary>
public enum TestosteroneClass
{
    /// <summary>Below the limit.</summary>
    Low,

    /// <summary>Between low and normal (R47).</summary>
    Borderline,

    /// <summary>At or above the limit.</summary>
    Normal,
}

/// <summary>A file of the folder <c>RuleSets</c>: one published rule set and version.</summary>
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
    /// <remarks>Why a rule set does not calculate free testosterone is another with every rule set; the flag is that it is low.</remarks>
    public bool Matters(OutcomeChange change) =>
        change.Of != FreeTestosteroneExplanation.Name || change.Before == FreeTestosteroneOutcome.Low || change.After == FreeTestosteroneOutcome.Low;
}

/// <summary>The published rule sets, found by scanning.</summary>
public static class PublishedRuleSets
{
    /// <summary>The rule set of a clinic that has chosen none: EAU, 12 nmol/L.</summary>
    public const string Default = "EAU-2023.1";

    /// <summary>Every one, by id.</summary>
    public static readonly IReadOnlyDictionary<string, RuleSet> All = Scan.For<IPublishedRuleSet>()
        .Select(published => published.RuleSet)
        .OrderBy(ruleSet => ruleSet.Id, StringComparer.Ordinal)
        .ToDictionary(ruleSet => ruleSet.Id, StringComparer.Ordinal);

    /// <summary>The rule set with an id.</summary>
    /// <exception cref="ArgumentException">There is none; clinics and requests that name one are checked before.</exception>
    public static RuleSet Of(string id) => All.TryGetValue(id, out var ruleSet)
        ? ruleSet
        : throw new ArgumentException($"There is no rule set {id}. There are: {string.Join(", ", All.Keys)}.", nameof(id));
}
