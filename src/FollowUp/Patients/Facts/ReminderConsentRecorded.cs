using FollowUp.Course;
using FollowUp.Course.Dates;
using NodaTime;

namespace FollowUp.Patients.Facts;

/// <summary>A man agreed to get reminders, or no longer wants them. His agreement to research is a fact of its own.</summary>
[StoredAs("reminder_consent_recorded", "reminder-consents")]
public sealed record ReminderConsentRecorded : Fact
{
    /// <summary>The day he said so. It takes effect when it is recorded.</summary>
    public required LocalDate StatedOn { get; init; }

    /// <summary>Whether he wants reminders.</summary>
    public required bool Consents { get; init; }

    /// <summary>How he said so.</summary>
    public required ConsentForm Form { get; init; }

    /// <inheritdoc/>
    public override Occurrence Occurred(DateTimeZone zone) => Occurrence.On(StatedOn);
}

/// <summary>How a consent was given or withdrawn.</summary>
public enum ConsentForm
{
    /// <summary>Signed.</summary>
    Written,

    /// <summary>Told to a member of staff.</summary>
    Spoken,

    /// <summary>In a reply to a message, for instance STOP or İPTAL.</summary>
    Reply,
}
