using FollowUp.Course;
using FollowUp.Course.Dates;
using FollowUp.Patients.Facts;
using FollowUp.Surgery.Facts;
using NodaTime;

namespace FollowUp.Recalls.Facts;

/// <summary>A reminder was decided, once for its item, occurrence and channel, before anything was sent.</summary>
[StoredAs("reminder_decided", "reminders", By = Recorder.System)]
public sealed record ReminderDecided : Fact
{
    /// <summary>The recall, by its key in the protocol, for instance <c>CONTACT_6W</c>.</summary>
    [Code(CodeAttribute.Listed, "CONTACT_6W")]
    public required string Recall { get; init; }

    /// <summary>The operation whose clock it belongs to.</summary>
    [EntryOf(typeof(ProcedurePerformed))]
    public required Guid ProcedureId { get; init; }

    /// <summary>Which message for this item it is, from 1.</summary>
    public required int Occurrence { get; init; }

    /// <summary>The channel.</summary>
    public required Channel Channel { get; init; }

    /// <summary>The clinic's date it was decided on.</summary>
    public required LocalDate DecidedOn { get; init; }

    /// <summary>The protocol that asked for it, by id.</summary>
    [Code(CodeAttribute.Listed, "salvage-mtese/2026.1")]
    public required string Protocol { get; init; }

    /// <inheritdoc/>
    public override Occurrence Occurred(DateTimeZone zone) => Course.Dates.Occurrence.On(DecidedOn);
}
