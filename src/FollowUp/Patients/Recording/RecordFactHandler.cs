using FollowUp.Access;
using FollowUp.Patients.Rules;
using FollowUp.Patients.Rules.Facts;
using FollowUp.Platform;
using JasperFx.Events;
using Marten;
using NodaTime;

namespace FollowUp.Patients.Recording;

/// <summary>Decides on a fact and appends it, in one transaction with its document and its request key.</summary>
public static class RecordFactHandler
{
    /// <summary>Handles the command. Lost races are decided again by the bus's policy.</summary>
    public static async Task<Outcome> Handle(
        RecordFact command, IDocumentSession session, ClinicRegistry clinics, StoreTime time, CancellationToken cancellationToken)
    {
        var clinic = clinics[command.Sender.ClinicId];
        var sent = command.Key is { } key ? await session.LoadAsync<RequestRecord>(key.Id, cancellationToken) : null;
        if (sent is not null && sent.BodyHash != command.Key!.BodyHash)
        {
            return new Outcome.KeyReused();
        }

        var stream = await session.Events.FetchForWriting<CourseDocument>(command.PatientId, cancellationToken);
        if (stream.Aggregate is not { } document)
        {
            return new Outcome.UnknownPatient();
        }

        var course = document.Course(clinic.Zone);
        if (sent is not null)
        {
            return new Outcome.Recorded(sent.FactId, course.UpTo(sent.Version), Before: true);
        }

        var kind = FactJson.Describe((course.Target(command.Fact) ?? command.Fact).GetType());
        if (!command.Sender.May(kind))
        {
            return new Outcome.NotAllowed(kind);
        }

        if (command.SeenVersion is { } seen && course.TouchedSince(command.Fact, seen))
        {
            return new Outcome.Stale(seen, course);
        }

        var now = command.RecordedAt ?? time.GetCurrentInstant();
        var context = new DecisionContext(now, now.InZone(clinic.Zone).Date);
        var confirmations = new Confirmations(new Dictionary<string, SealedText>(StringComparer.Ordinal), command.Unattended);
        var decision = command.Fact switch
        {
            EntryCorrected correction => Decide.Correct(course, command.FactId, correction, confirmations, AllChecks.Run, context),
            EntryRetracted retraction => Decide.Retract(course, command.FactId, retraction),
            _ => Decide.Record(course, command.FactId, command.Fact, confirmations, AllChecks.Run, context),
        };

        switch (decision)
        {
            case Decision.Refuse refused:
                return new Outcome.Refused(refused.Findings);
            case Decision.Confirm confirm:
                return new Outcome.NeedsConfirmation(confirm.Warnings);
            case Decision.Held held:
                return new Outcome.Recorded(held.Entry.Id, course.UpTo(held.Entry.Version), Before: true);
        }

        var fact = ((Decision.Append)decision).Fact;
        var entry = new Entry(command.FactId, course.Version + 1, now, command.Sender.UserId, fact);
        stream.AppendOne(session.EventOf(entry));
        if (command.Key is not null)
        {
            session.Insert(new RequestRecord
            {
                Id = command.Key.Id, BodyHash = command.Key.BodyHash, PatientId = command.PatientId, FactId = entry.Id, Version = entry.Version,
            });
        }

        return new Outcome.Recorded(entry.Id, course.With(entry), Before: false);
    }
}
