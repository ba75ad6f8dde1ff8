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

/// <summary>Checks the gates again, renders the message and marks its ledger entry, before anything is sent.</summary>
/// <param name="PatientId">The man.</param>
/// <param name="ClaimId">The ledger entry.</param>
public sealed record BeginHandOver(Guid PatientId, Guid ClaimId)
{
    /// <summary>The instant it is sent for, in a synthetic clinic only; null for now.</summary>
    public Instant? At { get; init; }
}

/// <summary>The message to send now, if any.</summary>
/// <param name="Channel">The channel.</param>
/// <param name="Reminder">The message; null when nothing is to be sent.</param>
/// <param name="Attempt">The number of this attempt; its report names it.</param>
public sealed record HandOver(Channel Channel, RenderedReminder? Reminder, int Attempt = 0);

/// <summary>Begins a handover, in its own transaction.</summary>
public static class BeginHandOverHandler
{
    /// <summary>Handles the command.</summary>
    /// <exception cref="InvalidOperationException">Ledger entry, course and directory disagree whose message it is.</exception>
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
            // Another node has begun. During its lease it is left to finish; after that the result is uncertain.
            return recordedAt - Instant.FromDateTimeOffset(since) < settings.Lease ? nothing : await CloseAsync(ReminderOutcome.Uncertain, OrderAgainHandler.HandOverInterrupted);
        }

        if (course.Merged is not null)
        {
            // The surviving record plans its own messages, by its own consent and address.
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

        // A letter can be printed any number of times; a person records when it was posted.
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

        // It waits until its gate can be open. Ordering it again each minute would only delay others.
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
