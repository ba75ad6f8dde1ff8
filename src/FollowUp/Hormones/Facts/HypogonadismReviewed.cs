using FollowUp.Course;
using FollowUp.Course.Dates;
using NodaTime;

namespace FollowUp.Hormones.Facts;

/// <summary>A clinician looked at a flag about testosterone and says what comes of it; what is done with it is a decision of their own.</summary>
[StoredAs("hypogonadism_reviewed", "hypogonadism-reviews", By = Recorder.Clinician)]
public sealed record HypogonadismReviewed : Fact
{
    /// <summary>The day of the review.</summary>
    public required LocalDate ReviewedOn { get; init; }

    /// <summary>The latest result the flag rested on, as the flag names it.</summary>
    [EntryOf(typeof(HormoneResultReported))]
    public required Guid ResultId { get; init; }

    /// <summary>What the flag said and the clinician looked at, at least one.</summary>
    public required IReadOnlyList<HypogonadismFinding> Findings { get; init; }

    /// <summary>The rule set that the flag was raised under.</summary>
    [Code(CodeAttribute.Listed, "EAU-2023.1")]
    public required string RuleSet { get; init; }

    /// <summary>What comes of it.</summary>
    public required HypogonadismReviewOutcome Outcome { get; init; }

    /// <summary>Who reviewed it, by the clinic's staff code, where another person records it.</summary>
    [Code(CodeAttribute.Staff, "D-019")]
    public string? ReviewedBy { get; init; }

    /// <inheritdoc/>
    public override Occurrence Occurred(DateTimeZone zone) => Occurrence.On(ReviewedOn);
}

/// <summary>What about testosterone asks for a clinician's look.</summary>
public enum HypogonadismFinding
{
    /// <summary>Low once.</summary>
    LowUnconfirmed,

    /// <summary>Low on two days.</summary>
    LowConfirmed,

    /// <summary>A low and a normal occasion contradict each other.</summary>
    Discordant,

    /// <summary>Significantly below the baseline before the operation (R38).</summary>
    SignificantDecline,

    /// <summary>Calculated free testosterone is low (R50).</summary>
    FreeLow,

    /// <summary>Low while a stimulating drug was being taken (R28).</summary>
    LowDespiteStimulation,

    /// <summary>Above what a man makes, with no recorded therapy (R17).</summary>
    CheckTRT,
}

/// <summary>What comes of a clinician's look at a flag. No outcome proposes a treatment.</summary>
public enum HypogonadismReviewOutcome
{
    /// <summary>Another morning sample is asked for.</summary>
    RepeatSample,

    /// <summary>It is looked at again at the next check.</summary>
    Watch,

    /// <summary>Hypogonadism is diagnosed.</summary>
    Hypogonadism,

    /// <summary>It has another explanation, for instance the assay.</summary>
    NotHypogonadism,

    /// <summary>He is referred.</summary>
    Referred,
}
