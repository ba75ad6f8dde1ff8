using System.Globalization;
using FollowUp.Patients.Rules.Facts;
using FollowUp.Platform;
using FollowUp.Recalls.Rules;
using JasperFx;

namespace FollowUp.Recalls.Sending;

/// <summary>
/// A message that was decided: one row for each man, operation, recall, occurrence and channel, unique in the database, written in
/// the transaction that records the decision. What became of it is on the man's stream; this row only sees to it that it is
/// handed over once.
/// </summary>
public sealed record ReminderClaim : IRevisioned
{
    /// <summary>Made from what the message is, see <see cref="IdOf"/>; also the id of the decision's entry.</summary>
    public Guid Id { get; init; }

    /// <summary>The man.</summary>
    public required Guid PatientId { get; init; }

    /// <summary>The message.</summary>
    public required PlannedReminder Reminder { get; init; }

    /// <summary>Whether nothing is known yet of what came of it.</summary>
    public bool Open { get; init; } = true;

    /// <summary>When a node last began to hand it over; null when none has, or the message has certainly not left.</summary>
    public DateTimeOffset? HandedOverAt { get; init; }

    /// <summary>Why it could not be handed over when it was last tried, as a code.</summary>
    public string? LastFailure { get; init; }

    /// <summary>The row's revision, by which two nodes do not both begin.</summary>
    public int Version { get; set; }

    /// <summary>The id of a message's claim.</summary>
    public static Guid IdOf(Guid patientId, PlannedReminder reminder) => Ids.Of(string.Create(
        CultureInfo.InvariantCulture,
        $"reminder/{patientId:N}/{reminder.ProcedureId:N}/{reminder.Recall}/{reminder.Occurrence}/{reminder.Channel}"));

    /// <summary>The id of what is reported of a message: reported twice, it is one entry.</summary>
    public static Guid ReportIdOf(Guid claimId, ReminderOutcome outcome) => Ids.Of($"{claimId:N}/{outcome}");
}
