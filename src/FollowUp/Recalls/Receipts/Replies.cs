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

/// <summary>What comes back from the world about messages: receipts, bounces, and replies by which a man wants no more of them.</summary>
public sealed class Replies(IDocumentStore store, PatientDirectory directory, Courses courses, ClinicRegistry clinics, IMessageBus bus, CommandBus commands)
{
    private const int MostMen = 20;

    /// <summary>The clinic in whose ledger a message stands; null when it is in none.</summary>
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

    /// <summary>Records what a provider says of a message; false when there is no such message here.</summary>
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
    /// Takes a reply. A man who answers with one of the words of <see cref="OptOut"/> gets no more messages from this moment on: the one
    /// whose message he answers, and without that every man who has the address it came from.
    /// </summary>
    /// <param name="text">What he wrote.</param>
    /// <param name="inReplyTo">The message he answers, if it is known.</param>
    /// <param name="from">Where it came from.</param>
    /// <param name="origin">What tells it from others and when he wrote it: taken twice it is recorded once.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>How many men want no more messages, and whether one is passed over because he agreed again since.</returns>
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

        // A whole number or address: the end of one is also the end of another man's.
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

    // False when he agreed again after he wrote it.
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
            _ => throw new InvalidOperationException($"A man's wish for no more messages was not recorded: {outcome.GetType().Name}."),
        };
    }
}

/// <summary>A reply that came in.</summary>
/// <param name="Key">What tells it from others, the same whenever it is taken.</param>
/// <param name="At">When it was written, as far as that is known.</param>
public sealed record ReplyOrigin(string Key, Instant At);
