using FollowUp.Access;
using FollowUp.Course;
using FollowUp.Directory;
using FollowUp.Patients.Facts;
using FollowUp.Platform.Store;
using FollowUp.Recalls.Channels;
using FollowUp.Recalls.Facts;
using FollowUp.Recalls.Rules;
using FollowUp.Recalls.Rules.Items;
using FollowUp.Recalls.Rules.Messages;
using FollowUp.Recording;
using Marten;
using NodaTime;

namespace FollowUp.Recalls.Sending;

/// <summary>Asks the gates once more, renders the message and marks the claim, before anything leaves.</summary>
/// <param name="PatientId">The man.</param>
/// <param name="ClaimId">The claim.</param>
public sealed record BeginHandOver(Guid PatientId, Guid ClaimId)
{
    /// <summary>The instant it is sent for, in a synthetic clinic only; null for now.</summary>
    public Instant? At { get; init; }
}

/// <summary>What is to be handed over now, if anything.</summary>
/// <param name="Channel">The channel.</param>
/// <param name="Reminder">The message; null when nothing is to be handed over.</param>
/// <param name="Attempt">Which attempt this is; who reports names it.</param>
public sealed record HandOver(Channel Channel, RenderedReminder? Reminder, int Attempt = 0);

/// <summary>Begins a hand-over, in a transaction of its own.</summary>
public static class BeginHandOverHandler
{
    /// <summary>Handles the command.</summary>
    /// <exception cref="InvalidOperationException">The claim, the course and the directory do not agree whose message it is.</exception>
    public static async Task<HandOver> Handle(
        BeginHandOver command, IDocumentSession session, PatientDirectory directory, Courses courses, ClinicRegistry clinics,
        SendingPauses pauses, ChannelHolds holds, SendingSettings settings, ReminderTexts texts, StoreTime time, CancellationToken cancellationToken)
    {
        var claim = await session.LoadAsync<LedgerEntry>(command.ClaimId, cancellationToken);
        if (claim is not { Open: true })
        {
            return new(default, null);
        }

        var nothing = new HandOver(claim.Reminder.Channel, null);
        var clinic = clinics[session.TenantId];
        var hold = pauses.HoldAsync(clinic.Id, cancellationToken);
        var course = await courses.ReadAsync(session, command.PatientId, cancellationToken);
        var man = await directory.Find(session, command.PatientId, cancellationToken);
        if (claim.PatientId != command.PatientId || course.PatientId != command.PatientId || (man is not null && man.PatientId != command.PatientId))
        {
            throw new InvalidOperationException($"Claim {claim.Id} is not this man's.");
        }

        var recordedAt = time.GetCurrentInstant();
        var now = command.At ?? recordedAt;
        if (claim is { State: LedgerState.HandedOver, HandedOverAt: { } since })
        {
            // Somebody began before. As long as he may be at it he is left to it; after that nobody knows what he achieved.
            return recordedAt - Instant.FromDateTimeOffset(since) < settings.Lease ? nothing : await CloseAsync(ReminderOutcome.Uncertain, OrderAgainHandler.HandOverInterrupted);
        }

        if (course.Merged is not null)
        {
            // The surviving record plans anew, by its own consent and address.
            return await CloseAsync(ReminderOutcome.Cancelled, "RecordMerged", Gate.Superseded);
        }

        var terms = RecallTerms.Of(Questions.At(clinic, now));
        var items = DueItems.In(course, terms, now.InZone(clinic.Zone).Date);
        var closed = Reminders.ClosedGates(course, items, claim.Reminder, terms, now, claim.Id).Select(gate => gate.Gate).Distinct().ToList();
        Gate[] final = [.. closed.Where(gate => !Reminders.Waits(gate))];
        if (final.Length > 0)
        {
            return await CloseAsync(ReminderOutcome.Cancelled, string.Join('+', final), final);
        }

        var letter = claim.Reminder.Channel == ChannelRules.Letter;
        if (closed.Count > 0 || await hold)
        {
            return PutOff(closed.Contains(Gate.QuietHour) && command.At is null ? Reminders.HoursFor(course, terms).Next(now, clinic.Zone) : null);
        }

        if (!letter && await holds.UntilAsync(claim.Reminder.Channel, cancellationToken) is { } until)
        {
            return PutOff(until);
        }

        if (man?.Identity is not { } identity || MessageChannel.Of(claim.Reminder.Channel).AddressOf(identity) is not { } address)
        {
            return await CloseAsync(ReminderOutcome.Failed, "NoAddress");
        }

        // A letter is printed as often as a person likes; he says when it was posted.
        var attempt = claim.Attempt + 1;
        if (!letter)
        {
            session.Change(claim with
            {
                State = LedgerState.HandedOver, HandedOverAt = recordedAt.ToDateTimeOffset(), Attempt = attempt, CalledAt = null, OrderedAt = null, NotBefore = null, Lost = 0,
            }, recordedAt);
        }

        var text = texts.In(Reminders.LanguageFor(course), claim.Reminder.Channel, clinic.Telephone);
        return new(claim.Reminder.Channel, new RenderedReminder(course.PatientId, claim.Id, address, text.Subject, text.Body, now), attempt);

        // It waits for its gate, and the ticks for it: ordered each minute meanwhile it would only be in the others' way.
        HandOver PutOff(Instant? until)
        {
            if (!letter)
            {
                session.Change(claim.PutOff(until ?? recordedAt + settings.LostAfter), recordedAt);
            }

            return nothing;
        }

        async Task<HandOver> CloseAsync(ReminderOutcome outcome, string reason, params IReadOnlyList<Gate> gates)
        {
            var where = await courses.FetchWhereItStandsAsync(session, command.PatientId, claim.Id, cancellationToken);
            session.Report(claim, where, new(outcome, now, reason, Closed: gates), recordedAt, ReminderRound.Actor);
            return nothing;
        }
    }
}
