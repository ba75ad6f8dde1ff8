using FollowUp.Course;
using FollowUp.Course.Dates;
using NodaTime;

namespace FollowUp.Patients.Facts;

/// <summary>A man agreed to be reminded, or no longer wants to be. Not his agreement to research use.</summary>
[StoredAs("reminder_consent_recorded", "reminder-consents")]
public sealed record ReminderConsentRecorded : Fact
{
    /// <summary>The day he said so; it takes effect when it is recorded.</summary>
    public required LocalDate StatedOn { get; init; }

    /// <summary>Whether he wants to be reminded.</summary>
    public required bool Consents { get; init; }

    /// <summary>How he said so.</summary>
    public required ConsentForm Form { get; init; }

    /// <inheritdoc/>
    public override Occurrence Occurred(DateTimeZone zone) => Occurrence.On(StatedOn);
}

/// <summary>How a consent was given or taken back.</summary>
public enum ConsentForm
{
    /// <summary>Signed.</summary>
    Written,

    /// <summary>Said to a member of staff.</summary>
    Spoken,

    /// <summary>Replied to a message, for instance STOP or İPTAL.</summary>
    Reply,
}
