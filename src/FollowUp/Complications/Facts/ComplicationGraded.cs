using FollowUp.Course;
using FollowUp.Course.Dates;
using NodaTime;

namespace FollowUp.Complications.Facts;

/// <summary>A clinician graded a complication, for the first time or again. The highest grade counts (R54).</summary>
[StoredAs("complication_graded", "complication-grades", By = Recorder.Clinician)]
public sealed record ComplicationGraded : Fact
{
    /// <summary>The complication's entry.</summary>
    [EntryOf(typeof(ComplicationReported))]
    public required Guid ComplicationId { get; init; }

    /// <summary>The Clavien-Dindo grade (V54, V55).</summary>
    public required ClavienDindo Grade { get; init; }

    /// <summary>The suffix d: still present at discharge, and needs follow-up.</summary>
    public bool Disability { get; init; }

    /// <summary>The CTCAE grade, 1 to 5, if it was given too. It grades severity, not treatment, and is kept apart (V58).</summary>
    public int? Ctcae { get; init; }

    /// <summary>Who graded, by the clinic's staff code; only needed when another person records it.</summary>
    [Code(CodeAttribute.Staff, "D-019")]
    public string? GradedBy { get; init; }

    /// <summary>The day it was graded.</summary>
    public required LocalDate GradedOn { get; init; }

    /// <summary>What the grader did in the operation.</summary>
    public RoleInSurgery RoleInSurgery { get; init; } = RoleInSurgery.NotStated;

    /// <inheritdoc/>
    public override Occurrence Occurred(DateTimeZone zone) => Occurrence.On(GradedOn);
}

/// <summary>The Clavien-Dindo grades (Dindo 2004; V54, V55).</summary>
public enum ClavienDindo
{
    /// <summary>A departure from the expected course that needs basic drugs only.</summary>
    I,

    /// <summary>Other drugs, transfusion or parenteral nutrition.</summary>
    II,

    /// <summary>An intervention without general anaesthesia.</summary>
    IIIa,

    /// <summary>An intervention under general anaesthesia.</summary>
    IIIb,

    /// <summary>Life-threatening, one organ.</summary>
    IVa,

    /// <summary>Life-threatening, several organs.</summary>
    IVb,

    /// <summary>Death.</summary>
    V,
}

/// <summary>What the grader did in the operation; reports must say whether the grader took part (V62).</summary>
public enum RoleInSurgery
{
    /// <summary>Operated.</summary>
    Operated,

    /// <summary>Assisted.</summary>
    Assisted,

    /// <summary>Took no part.</summary>
    NotInvolved,

    /// <summary>Not stated.</summary>
    NotStated,
}
