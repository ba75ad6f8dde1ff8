using FollowUp.Access;
using FollowUp.Course;
using FollowUp.Platform.Store;
using FollowUp.Recalls.Facts;
using FollowUp.Recalls.Rules;
using FollowUp.Recalls.Rules.Items;
using FollowUp.Recalls.Rules.Messages;
using FollowUp.Recording;
using FollowUp.Recording.Commands;
using Marten;
using NodaTime;
using Wolverine;

namespace FollowUp.Recalls.Sending;

/// <summary>Decides whether a planned message is sent, and enters it in the ledger if so.</summary>
/// <param name="PatientId">The man.</param>
/// <param name="Reminder">The message.</param>
public sealed record DecideReminder(Guid PatientId, PlannedReminder Reminder)
{
    /// <summary>The instant of the decision, in a synthetic clinic only; null for now.</summary>
    public Instant? At { get; init; }

    /// <summary>Whether the order goes into the channel's queue, in the same transaction; otherwise the caller carries it out.</summary>
    public bool Queued { get; init; }
}

/// <summary>Enters a message in the ledger and records the decision, in one transaction.</summary>
public static class DecideReminderHandler
{
    /// <summary>Handles the command. Repeated, it decides once. A message that must not be sent now is not recorded, unless it is too late for it.</summary>
    /// <returns>The order to send it, also when it was decided before; null when it is not to be sent.</returns>
    public static async Task<SendReminder?> Handle(
        DecideReminder command, IDocumentSession session, IMessageContext bus, Courses courses, ClinicRegistry clinics, SendingPauses pauses, StoreTime time, CancellationToken cancellationToken)
    {
        var clinic = clinics[session.TenantId];
        var claimId = LedgerEntry.IdOf(command.PatientId, command.Reminder);
        var hold = pauses.HoldAsync(clinic.Id, cancellationToken);
        var (stream, course) = await courses.FetchForWritingAsync(session, command.PatientId, cancellationToken);
        if (await hold || course.Version == 0)
        {
            return null;
        }

        // A violation of the unique row is expensive, so the entry written with it is looked up first. The row remains the guarantee.
        var order = command.Reminder.Channel == ChannelRules.Letter ? null : new SendReminder(command.PatientId, claimId) { At = command.At };
        if (course.Find(claimId) is not null)
        {
            return order;
        }

        var recordedAt = time.GetCurrentInstant();
        var now = command.At ?? recordedAt;
        var today = now.InZone(clinic.Zone).Date;
        var terms = RecallTerms.Of(Questions.At(clinic, now));
        var closed = Reminders
            .ClosedGates(course, DueItems.In(course, terms, today), command.Reminder, terms, now)
            .Select(gate => gate.Gate)
            .ToHashSet();
        var tooLate = closed.Contains(Gate.TooLate) && closed.All(gate => gate is Gate.TooLate || Reminders.Waits(gate));
        if (closed.Count > 0 && !tooLate)
        {
            return null;
        }

        var claim = LedgerEntry.Of(claimId, command.PatientId, command.Reminder, recordedAt);
        var decided = new NewEntry(claimId, new ReminderDecided
        {
            Recall = command.Reminder.Recall,
            ProcedureId = command.Reminder.ProcedureId,
            Occurrence = command.Reminder.Occurrence,
            Channel = command.Reminder.Channel,
            DecidedOn = today,
            Protocol = terms.Protocol.Id,
        });
        if (!tooLate)
        {
            session.Append(stream, course, recordedAt, ReminderRound.Actor, decided);
            session.Insert(claim);

            // A letter waits for a person to post it.
            if (command.Queued && order is not null)
            {
                await bus.EndpointFor(SendReminder.QueueOf(command.Reminder.Channel)).SendAsync(order);
            }

            return order;
        }

        // No round ran in time. A nurse takes over, and the reason is recorded.
        session.Append(
            stream, course, recordedAt, ReminderRound.Actor, decided,
            new NewEntry(claim.ReportIdOf(ReminderOutcome.Cancelled), new ReminderOutcomeReported
            {
                ReminderId = claimId, Outcome = ReminderOutcome.Cancelled, At = now, Reason = nameof(Gate.TooLate),
            }));
        session.Insert(claim with { State = LedgerState.Cancelled, Reason = nameof(Gate.TooLate) });
        return null;
    }
}
