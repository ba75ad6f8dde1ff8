using FollowUp.Contacts.Facts;
using FollowUp.Course;
using FollowUp.Course.Dates;
using FollowUp.Surgery.Facts;
using NodaTime;

namespace FollowUp.Pain.Facts;

/// <summary>A pain episode. Expected mild pain is recorded here too and is not a complication by itself (domain 4.1).</summary>
[StoredAs("pain_reported", "pain-episodes")]
public sealed record PainReported : Fact
{
    /// <summary>When he was asked.</summary>
    public required ClinicalTime ReportedAt { get; init; }

    /// <summary>The score on the numeric rating scale, a whole number from 0 (none) to 10 (worst), if that scale was used (V64).</summary>
    public int? Nrs { get; init; }

    /// <summary>The score on the visual analogue scale, 0 to 100 mm, if that scale was used. It is never converted to the numeric scale.</summary>
    public int? VasMillimetres { get; init; }

    /// <summary>Where it hurts; not only the scrotum.</summary>
    public required PainSite Site { get; init; }

    /// <summary>On which side.</summary>
    public Side Side { get; init; } = Side.Unknown;

    /// <summary>Whether it hurt at rest or when moving.</summary>
    public PainDuring During { get; init; } = PainDuring.NotStated;

    /// <summary>Whether the score is of now or the worst of the last 24 hours.</summary>
    public PainPeriod Period { get; init; } = PainPeriod.Now;

    /// <summary>When it began, as far as it is known.</summary>
    public PartialDate? OnsetOn { get; init; }

    /// <summary>How long it has lasted, in hours.</summary>
    public decimal? DurationHours { get; init; }

    /// <summary>Whether the drug relieved it.</summary>
    public Answer RelievedByDrug { get; init; } = Answer.NotAsked;

    /// <summary>Whether it disturbs sleep.</summary>
    public Answer DisturbsSleep { get; init; } = Answer.NotAsked;

    /// <summary>Whether it disturbs work.</summary>
    public Answer DisturbsWork { get; init; } = Answer.NotAsked;

    /// <summary>The contact in which he reported it.</summary>
    [EntryOf(typeof(ContactMade))]
    public Guid? ContactId { get; init; }

    /// <inheritdoc/>
    public override Occurrence Occurred(DateTimeZone zone) => Occurrence.At(ReportedAt, zone);
}

/// <summary>Where it hurts.</summary>
public enum PainSite
{
    /// <summary>Scrotum.</summary>
    Scrotum,

    /// <summary>Testis.</summary>
    Testis,

    /// <summary>Groin.</summary>
    Groin,

    /// <summary>Lower abdomen.</summary>
    LowerAbdomen,

    /// <summary>Back.</summary>
    Back,

    /// <summary>The wound.</summary>
    Wound,

    /// <summary>Head, after anaesthesia.</summary>
    Head,

    /// <summary>Elsewhere; see the note.</summary>
    Other,
}

/// <summary>What the man was doing.</summary>
public enum PainDuring
{
    /// <summary>At rest.</summary>
    Rest,

    /// <summary>Moving.</summary>
    Movement,

    /// <summary>Not stated.</summary>
    NotStated,
}

/// <summary>The time a score is about.</summary>
public enum PainPeriod
{
    /// <summary>Now.</summary>
    Now,

    /// <summary>The worst of the last 24 hours.</summary>
    Worst24Hours,
}
