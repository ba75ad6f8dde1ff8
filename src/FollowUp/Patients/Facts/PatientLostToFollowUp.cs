using FollowUp.Course;
using FollowUp.Course.Dates;
using NodaTime;

namespace FollowUp.Patients.Facts;

/// <summary>A man was declared lost to follow-up. A later contact resumes his follow-up.</summary>
[StoredAs("patient_lost_to_follow_up", "losses", By = Recorder.Clinician)]
public sealed record PatientLostToFollowUp : Fact
{
    /// <summary>The day it was declared.</summary>
    public required LocalDate DeclaredOn { get; init; }

    /// <summary>The reason, as far as it is known.</summary>
    public LossReason Reason { get; init; } = LossReason.Unreachable;

    /// <inheritdoc/>
    public override Occurrence Occurred(DateTimeZone zone) => Occurrence.On(DeclaredOn);
}

/// <summary>Why a man was lost.</summary>
public enum LossReason
{
    /// <summary>No attempt reached him.</summary>
    Unreachable,

    /// <summary>His number has changed; a main cause of loss (V90).</summary>
    NumberChanged,

    /// <summary>He moved away.</summary>
    MovedAway,

    /// <summary>He was reached but did not come.</summary>
    DidNotCome,
}
