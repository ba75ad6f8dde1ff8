using FollowUp.Course;
using FollowUp.Course.Dates;
using NodaTime;

namespace FollowUp.Recalls.Facts;

/// <summary>The outcome of a reminder.</summary>
[StoredAs("reminder_outcome_reported", "reminder-outcomes", By = Recorder.System)]
public sealed record ReminderOutcomeReported : Fact
{
    /// <summary>The entry of the decision.</summary>
    [EntryOf(typeof(ReminderDecided))]
    public required Guid ReminderId { get; init; }

    /// <summary>The outcome.</summary>
    public required ReminderOutcome Outcome { get; init; }

    /// <summary>When.</summary>
    public required Instant At { get; init; }

    /// <summary>The id the provider gave the message.</summary>
    [Code("[!-~]{1,200}", "<0c7f@mail.example>")]
    public string? ProviderMessageId { get; init; }

    /// <summary>Why it was not sent, or what the provider answered, as a code that identifies nobody.</summary>
    [Code(CodeAttribute.Listed, "SMTP-550")]
    public string? Reason { get; init; }

    /// <inheritdoc/>
    public override Occurrence Occurred(DateTimeZone zone) => Occurrence.At(ClinicalTime.At(At, zone), zone);
}

/// <summary>The outcome of a reminder.</summary>
public enum ReminderOutcome
{
    /// <summary>The channel accepted it.</summary>
    Accepted,

    /// <summary>It reached him.</summary>
    Delivered,

    /// <summary>The channel refused it.</summary>
    Failed,

    /// <summary>Whether it was sent is not known. A person decides; it is never repeated automatically.</summary>
    Uncertain,

    /// <summary>It was uncertain, and a person wants it sent again.</summary>
    SendAgain,

    /// <summary>A gate closed between the decision and the sending: consent, death, withdrawal, satisfied or already sent.</summary>
    Cancelled,
}
