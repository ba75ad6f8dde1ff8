using FollowUp.Course;
using FollowUp.Course.Dates;
using NodaTime;

namespace FollowUp.Patients.Facts;

/// <summary>A man withdrew from follow-up. He gets no more reminders and calls.</summary>
[StoredAs("patient_withdrew", "withdrawals")]
public sealed record PatientWithdrew : Fact
{
    /// <summary>The day he said so.</summary>
    public required LocalDate WithdrewOn { get; init; }

    /// <summary>Why, if he said.</summary>
    public WithdrawalReason Reason { get; init; } = WithdrawalReason.NotStated;

    /// <inheritdoc/>
    public override Occurrence Occurred(DateTimeZone zone) => Occurrence.On(WithdrewOn);
}

/// <summary>Why a man withdrew.</summary>
public enum WithdrawalReason
{
    /// <summary>He did not say.</summary>
    NotStated,

    /// <summary>He wants no further contact.</summary>
    WantsNoContact,

    /// <summary>He is followed elsewhere.</summary>
    FollowedElsewhere,

    /// <summary>He moved away.</summary>
    MovedAway,

    /// <summary>Another reason; see the note.</summary>
    Other,
}
