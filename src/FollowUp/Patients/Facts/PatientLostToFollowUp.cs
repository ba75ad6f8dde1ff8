using FollowUp.Course;
using FollowUp.Course.Dates;
using NodaTime;

namespace FollowUp.Patients.Facts;

/// <summary>A man was declared lost to follow-up; the day he calls, follow-up resumes.</summary>
[StoredAs("patient_lost_to_follow_up", "losses", By = Recorder.Clinician)]
public sealed record PatientLostToFollowUp : Fact
{
    /// <summary>The day it was declared.</summary>
    public required LocalDate DeclaredOn { get; init; }

    /// <summary>What is known of why.</summary>
    public LossReason Reason { get; init; } = LossReason.Unreachable;

    /// <inheritdoc/>
    public override Occurrence Occurred(DateTimeZone zone) => Occurrence.On(DeclaredOn);
}

/// <summary>Why a man was lost.</summary>
public enum LossReason
{
    /// <summary>No attempt reached him.</summary>
    Unreachable,

    /// <summary>The number is no longer his; the main cause of loss (V90).</summary>
    NumberChanged,

    /// <summary>He moved away.</summary>
    MovedAway,

    /// <summary>Reached, and did not come.</summary>
    DidNotCome,
}
