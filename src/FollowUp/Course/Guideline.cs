using FollowUp.Course.Explanations;
using NodaTime;

namespace FollowUp.Course;

/// <summary>A published guideline that a clinic follows, in one version, which is never changed.</summary>
/// <param name="Id">Its name and version, for instance <c>EAU-2023.1</c> or <c>standard-2</c>.</param>
/// <param name="Source">What it rests on.</param>
/// <param name="EffectiveOn">From when on it holds; null when its source states no day.</param>
public sealed record Guideline(string Id, string Source, LocalDate? EffectiveOn = null);

/// <summary>A kind of guideline of which a clinic has one version in force.</summary>
public enum GuidelineKind
{
    /// <summary>The hypogonadism rule set.</summary>
    RuleSet,

    /// <summary>The recall protocol.</summary>
    Protocol,
}

/// <summary>The published guidelines of one kind, for code that names, compares or adopts one without knowing what it says.</summary>
/// <remarks>
/// Activities do not call each other. Each kind's rules implement this, once, in a class without constructor arguments, and
/// <see cref="PublishedGuidelines"/> finds it.
/// </remarks>
public interface IGuidelines
{
    /// <summary>The kind.</summary>
    GuidelineKind Kind { get; }

    /// <summary>Every one, in alphabetical order of their ids.</summary>
    IReadOnlyList<Guideline> All { get; }

    /// <summary>The one with an id; null when there is none. A kind may have more than it lists.</summary>
    Guideline? Find(string id) => All.FirstOrDefault(guideline => guideline.Id == id);

    /// <summary>What to send instead of an unknown id.</summary>
    string Remedy => $"Send one of {string.Join(", ", All.Select(guideline => guideline.Id))}.";

    /// <summary>The same question asked under one of them.</summary>
    Asked Under(Asked asked, string id);

    /// <summary>Whether an answer that changes under another of them matters for a clinic's choice, and is not only a detail of another answer.</summary>
    bool Matters(OutcomeChange change);
}

/// <summary>The published guidelines, found by scanning.</summary>
public static class PublishedGuidelines
{
    private static readonly Dictionary<GuidelineKind, IGuidelines> ByKind = Scan.For<IGuidelines>().ToDictionary(guidelines => guidelines.Kind);

    /// <summary>Those of a kind.</summary>
    public static IGuidelines Of(GuidelineKind kind) => ByKind[kind];

    /// <summary>The ids of a kind, in alphabetical order.</summary>
    public static IReadOnlyList<string> Ids(GuidelineKind kind) => [.. Of(kind).All.Select(guideline => guideline.Id)];

    /// <summary>The kind that an id belongs to; null for an unknown id.</summary>
    public static IGuidelines? Find(string id) => ByKind.Values.FirstOrDefault(guidelines => guidelines.Find(id) is not null);

    /// <summary>The refusal of an unknown id; null for a published one.</summary>
    public static Finding? Refuse(string field, GuidelineKind kind, string id) => Of(kind).Find(id) is not null
        ? null
        : Finding.Refusal("Unknown", field, id, Of(kind).Remedy);
}
