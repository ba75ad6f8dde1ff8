using FollowUp.Access;
using FollowUp.Patients.Directory;
using FollowUp.Patients.Recording;
using FollowUp.Patients.Rules.Facts;
using FollowUp.Platform;
using FollowUp.Recalls.Rules;
using FollowUp.Recalls.Sending;
using Marten;
using NodaTime;
using Wolverine;

namespace FollowUp.Recalls.Receipts;

/// <summary>What comes back from the world about messages: receipts, bounces, and replies by which a man wants no more of them.</summary>
public sealed class Replies(IDocumentStore store, PatientDirectory directory, ClinicRegistry clinics, IMessageBus bus, StoreTime time)
{
    private const int MostMen = 20;

    /// <summary>The clinic in whose ledger a message stands; null when it is in none.</summary>
    public async Task<(Clinic Clinic, ReminderClaim Claim)?> FindAsync(Guid claimId, CancellationToken cancellationToken)
    {
        foreach (var clinic in clinics.All)
        {
            await using var session = store.QuerySession(clinic.Id);
            if (await session.LoadAsync<ReminderClaim>(claimId, cancellationToken) is { } claim)
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
    /// <returns>How many men want no more messages.</returns>
    public async Task<int> TakeAsync(string text, Guid? inReplyTo, string? from, CancellationToken cancellationToken)
    {
        if (!OptOut.Is(text))
        {
            return 0;
        }

        if (inReplyTo is { } claimId && await FindAsync(claimId, cancellationToken) is { } found)
        {
            await StopAsync(found.Clinic, found.Claim.PatientId, cancellationToken);
            return 1;
        }

        var stopped = 0;

        // A whole number or address: the end of one is also the end of another man's.
        var whole = from is not null && (from.StartsWith('+') || from.Contains('@', StringComparison.Ordinal));
        foreach (var clinic in whole ? clinics.All : [])
        {
            await using var session = store.QuerySession(clinic.Id);
            var hits = (await directory.Search(session, from!, clinic.Region, MostMen, cancellationToken)).Hits;
            foreach (var man in hits.Where(hit => hit.FoundBy.Any(field => field is IdentityField.Email or IdentityField.Telephone)))
            {
                await StopAsync(clinic, man.PatientId, cancellationToken);
                stopped++;
            }
        }

        return stopped;
    }

    private async Task StopAsync(Clinic clinic, Guid patientId, CancellationToken cancellationToken)
    {
        var now = time.GetCurrentInstant();
        var stop = new ReminderConsentRecorded { StatedOn = now.InZone(clinic.Zone).Date, Consents = false, Form = ConsentForm.Reply };
        var sender = new Sender(ReminderRound.Actor, clinic.Id, IsClinician: false, IsSystem: true);
        var factId = Ids.Of($"opt-out/{patientId:N}/{now}");
        var outcome = await bus.InvokeForTenantAsync<Outcome>(clinic.Id, new RecordFact(patientId, factId, stop, sender) { Envelope = new() { Unattended = true } }, cancellationToken);
        if (outcome is Outcome.Merged merged)
        {
            await StopAsync(clinic, merged.SurvivorId, cancellationToken);
        }
    }
}
