using FollowUp.Course;
using FollowUp.Course.Dates;
using NodaTime;

namespace FollowUp.Recalls.Facts;

/// <summary>What came of a reminder that was decided.</summary>
[StoredAs("reminder_outcome_reported", "reminder-outcomes", By = Recorder.System)]
public sealed record ReminderOutcomeReported : Fact
{
    /// <summary>The entry of the decision.</summary>
    [EntryOf(typeof(ReminderDecided))]
    public required Guid ReminderId { get; init; }

    /// <summary>What came of it.</summary>
    public required ReminderOutcome Outcome { get; init; }

    /// <summary>When.</summary>
    public required Instant At { get; init; }

    /// <summary>The id the provider gave the message.</summary>
    [Code("[!-~]{1,200}", "<0c7f@mail.example>")]
    public string? ProviderMessageId { get; init; }

    /// <summary>Why it was not sent, or what the provider answered, as a code without any identity.</summary>
    [Code(CodeAttribute.Listed, "SMTP-550")]
    public string? Reason { get; init; }

    /// <inheritdoc/>
    public override Occurrence Occurred(DateTimeZone zone) => Occurrence.At(ClinicalTime.At(At, zone), zone);
}

/// <summary>What came of a reminder.</summary>
public enum ReminderOutcome
{
    /// <summary>The channel accepted it.</summary>
    Accepted,

    /// <summary>It reached him.</summary>
    Delivered,

    /// <summary>The channel refused it.</summary>
    Failed,

    /// <summary>Whether it went out is not known; a person decides, it is never silently repeated.</summary>
    Uncertain,

    /// <summary>It was uncertain, and a person who looked wants it sent again.</summary>
    SendAgain,

    /// <summary>A gate closed between the decision and the sending: consent, death, withdrawal, satisfied or already sent.</summary>
    Cancelled,
}
