using FollowUp.Course;
using FollowUp.Course.Dates;
using FollowUp.Patients.Facts;
using NodaTime;

namespace FollowUp.Contacts.Facts;

/// <summary>An attempt to reach a man in which nobody spoke with him.</summary>
[StoredAs("contact_attempted", "contact-attempts")]
public sealed record ContactAttempted : Fact
{
    /// <summary>When.</summary>
    public required ClinicalTime AttemptedAt { get; init; }

    /// <summary>How.</summary>
    public required Channel Channel { get; init; }

    /// <summary>The result.</summary>
    public required AttemptOutcome Outcome { get; init; }

    /// <summary>The last two digits of the number that was called, to tell a wrong number from the right one.</summary>
    [Code("[0-9]{2}", "47")]
    public string? NumberEnding { get; init; }

    /// <inheritdoc/>
    public override Occurrence Occurred(DateTimeZone zone) => Occurrence.At(AttemptedAt, zone);
}

/// <summary>The result of an attempt.</summary>
public enum AttemptOutcome
{
    /// <summary>Nobody answered.</summary>
    NoAnswer,

    /// <summary>The line was busy.</summary>
    Busy,

    /// <summary>Voicemail; no message was left.</summary>
    Voicemail,

    /// <summary>Another person answered; nothing was disclosed.</summary>
    AnotherPerson,

    /// <summary>The number is not his.</summary>
    WrongNumber,

    /// <summary>He did not want to speak.</summary>
    Refused,

    /// <summary>The person who answered said that he has died. A clinician records the death.</summary>
    ReportedDeceased,
}
