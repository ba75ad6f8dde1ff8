using FollowUp.Access;
using FollowUp.Course;
using FollowUp.Directory;
using FollowUp.Patients.Facts;
using FollowUp.Platform;
using FollowUp.Recalls.Channels;
using FollowUp.Recalls.Rules.Messages;
using FollowUp.Recalls.Sending;
using FollowUp.Recording;
using FollowUp.Recording.Commands;
using Marten;
using NodaTime;
using Wolverine;

namespace FollowUp.Recalls.Receipts;

/// <summary>Records what comes back after messages: receipts, returned mail, and replies that ask for no more messages.</summary>
public sealed class Replies(IDocumentStore store, PatientDirectory directory, Courses courses, ClinicRegistry clinics, IMessageBus bus, CommandBus commands)
{
    private const int MostMen = 20;

    /// <summary>The clinic whose ledger holds a message; null when none does.</summary>
    public async Task<(Clinic Clinic, LedgerEntry Claim)?> FindAsync(Guid claimId, CancellationToken cancellationToken)
    {
        foreach (var clinic in clinics.All)
        {
            await using var session = store.QuerySession(clinic.Id);
            if (await session.LoadAsync<LedgerEntry>(claimId, cancellationToken) is { } claim)
            {
                return (clinic, claim);
            }
        }

        return null;
    }

    /// <summary>Records a provider's report about a message; false when there is no such message here.</summary>
    public async Task<bool> NoteAsync(NoteReminder note, CancellationToken cancellationToken)
    {
        if (await FindAsync(note.ClaimId, cancellationToken) is not { } found)
        {
            return false;
        }

        await bus.InvokeForTenantAsync<Noted?>(found.Clinic.Id, note, cancellationToken);
        return true;
    }

    /// <summary>
    /// Processes a reply. One of the words of <see cref="OptOut"/> ends the consent of the man whose message it answers or, if that is not known,
    /// of every man who has the sender's address.
    /// </summary>
    /// <param name="text">What he wrote.</param>
    /// <param name="inReplyTo">The message he answers, if it is known.</param>
    /// <param name="from">Where it came from.</param>
    /// <param name="origin">What identifies it, and when he wrote it. A reply processed twice is recorded once.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <returns>How many consents it ended, and whether one was left because the man agreed again since.</returns>
    public async Task<(int Stopped, bool PassedOver)> TakeAsync(string text, Guid? inReplyTo, string? from, ReplyOrigin origin, CancellationToken cancellationToken)
    {
        if (!OptOut.Is(text, TextSettings.OptOutWords))
        {
            return (0, false);
        }

        if (inReplyTo is { } claimId && await FindAsync(claimId, cancellationToken) is { } found)
        {
            return await StopAsync(found.Clinic, found.Claim.PatientId, origin, cancellationToken) ? (1, false) : (0, true);
        }

        var (stopped, passedOver) = (0, false);

        // Only a whole number or address: a partial one could match another man.
        var whole = from is not null && (from.StartsWith('+') || from.Contains('@', StringComparison.Ordinal));
        foreach (var clinic in whole ? clinics.All : [])
        {
            await using var session = store.QuerySession(clinic.Id);
            var hits = (await directory.Search(session, from!, clinic.Region, MostMen, cancellationToken)).Hits;
            foreach (var man in hits.Where(hit => hit.FoundBy.Any(field => field is IdentityField.Email or IdentityField.Telephone)))
            {
                if (await StopAsync(clinic, man.PatientId, origin, cancellationToken))
                {
                    stopped++;
                }
                else
                {
                    passedOver = true;
                }
            }
        }

        return (stopped, passedOver);
    }

    // False when he agreed again after writing it.
    private async Task<bool> StopAsync(Clinic clinic, Guid patientId, ReplyOrigin origin, CancellationToken cancellationToken)
    {
        var factId = Ids.Of($"opt-out/{patientId:N}/{origin.Key}");
        await using (var session = store.QuerySession(clinic.Id))
        {
            var course = await courses.ReadAsync(session, patientId, cancellationToken);
            if (course.Merged is { } merged)
            {
                return await StopAsync(clinic, merged.Fact.SurvivorId, origin, cancellationToken);
            }

            if (course.Find(factId) is not null)
            {
                return true;
            }

            if (OptOut.IsOlderThan(Consents.Reminders(course), origin.At, clinic.Zone))
            {
                return false;
            }
        }

        var stop = new ReminderConsentRecorded { StatedOn = origin.At.InZone(clinic.Zone).Date, Consents = false, Form = ConsentForm.Reply };
        var sender = new Sender(ReminderRound.Actor, clinic.Id, IsClinician: false, IsSystem: true);
        var outcome = await commands.SendAsync(clinic.Id, new RecordFact(patientId, factId, stop, sender) { Envelope = new() { Unattended = true } }, cancellationToken);
        return outcome switch
        {
            Outcome.Recorded => true,
            Outcome.Merged merged => await StopAsync(clinic, merged.SurvivorId, origin, cancellationToken),
            _ => throw new InvalidOperationException($"A request for no more messages was not recorded: {outcome.GetType().Name}."),
        };
    }
}

/// <summary>A reply that came in.</summary>
/// <param name="Key">What identifies it, whenever it is processed.</param>
/// <param name="At">When it was written, as far as that is known.</param>
public sealed record ReplyOrigin(string Key, Instant At);
