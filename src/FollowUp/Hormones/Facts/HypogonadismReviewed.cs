using FollowUp.Course;
using FollowUp.Course.Dates;
using NodaTime;

namespace FollowUp.Hormones.Facts;

/// <summary>A clinician reviewed a flag about testosterone and recorded the outcome. Treatment is the clinician's own decision.</summary>
[StoredAs("hypogonadism_reviewed", "hypogonadism-reviews", By = Recorder.Clinician)]
public sealed record HypogonadismReviewed : Fact
{
    /// <summary>The day of the review.</summary>
    public required LocalDate ReviewedOn { get; init; }

    /// <summary>The latest result that the flag rests on (its <c>latestFactId</c>).</summary>
    [EntryOf(typeof(HormoneResultReported))]
    public required Guid ResultId { get; init; }

    /// <summary>The findings of the flag that were reviewed, at least one.</summary>
    public required IReadOnlyList<HypogonadismFinding> Findings { get; init; }

    /// <summary>The rule set that the flag was raised under.</summary>
    [Code(CodeAttribute.Listed, "EAU-2023.1")]
    public required string RuleSet { get; init; }

    /// <summary>The outcome.</summary>
    public required HypogonadismReviewOutcome Outcome { get; init; }

    /// <summary>Who reviewed it, by the clinic's staff code; only needed when another person records it.</summary>
    [Code(CodeAttribute.Staff, "D-019")]
    public string? ReviewedBy { get; init; }

    /// <inheritdoc/>
    public override Occurrence Occurred(DateTimeZone zone) => Occurrence.On(ReviewedOn);
}

/// <summary>A finding about testosterone that a clinician has to review.</summary>
public enum HypogonadismFinding
{
    /// <summary>Low once, not yet confirmed.</summary>
    LowUnconfirmed,

    /// <summary>Low on two days.</summary>
    LowConfirmed,

    /// <summary>A low and a normal value contradict each other.</summary>
    Discordant,

    /// <summary>Significantly below the baseline before the operation (R38).</summary>
    SignificantDecline,

    /// <summary>Calculated free testosterone is low (R50).</summary>
    FreeLow,

    /// <summary>Low while a stimulating drug was being taken (R28).</summary>
    LowDespiteStimulation,

    /// <summary>Higher than a man produces himself, with no recorded therapy (R17).</summary>
    CheckTRT,
}

/// <summary>The outcome of a clinician's review of a flag. No outcome proposes a treatment.</summary>
public enum HypogonadismReviewOutcome
{
    /// <summary>Another morning sample is asked for.</summary>
    RepeatSample,

    /// <summary>It is reviewed again at the next check.</summary>
    Watch,

    /// <summary>Hypogonadism is diagnosed.</summary>
    Hypogonadism,

    /// <summary>It has another explanation, for instance the assay.</summary>
    NotHypogonadism,

    /// <summary>He is referred.</summary>
    Referred,
}
