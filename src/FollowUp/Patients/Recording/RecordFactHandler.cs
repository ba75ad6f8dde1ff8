using FollowUp.Access;
using FollowUp.Patients.Directory;
using FollowUp.Patients.Rules;
using FollowUp.Patients.Rules.Facts;
using FollowUp.Platform;
using Marten;

namespace FollowUp.Patients.Recording;

/// <summary>Decides on a fact and appends it, in one transaction with its document and its request key.</summary>
public static class RecordFactHandler
{
    /// <summary>Handles the command. Lost races are decided again by the bus's policy.</summary>
    public static async Task<Outcome> Handle(
        RecordFact command, IDocumentSession session, PatientDirectory directory, Courses courses, ClinicRegistry clinics, StoreTime time, CancellationToken cancellationToken)
    {
        var clinic = clinics[command.Sender.ClinicId];
        var envelope = command.Envelope;

        // One round trip for all. A request that was sent before names the same man: his address is part of it.
        var known = courses.Known(clinic.Id, command.PatientId);
        var batch = session.CreateBatchQuery();
        var sent = envelope.Key is { } key ? batch.Load<RequestRecord>(key.Id) : null;
        var fetched = batch.Events.FetchForWriting<CourseDocument>(command.PatientId);
        var newer = batch.Events.FetchStream(command.PatientId, fromVersion: known.Version + 1);
        await batch.Execute(cancellationToken);
        var stream = await fetched;
        var course = courses.Extend(clinic.Id, known, await newer).UpTo(stream.CurrentVersion ?? 0);
        if (sent is not null && await sent is { } before)
        {
            return before.Answer(envelope.Key!, course);
        }

        if (course.Version == 0)
        {
            return new Outcome.UnknownPatient();
        }

        if (course.Merged is { } merged && course.Find(command.FactId) is null)
        {
            return new Outcome.Merged(course.PatientId, merged.Fact.SurvivorId);
        }

        var concerned = course.Concerned(command.Fact);
        var kind = FactJson.Describe(concerned.GetType());
        if (!command.Sender.May(kind))
        {
            return new Outcome.NotAllowed(kind);
        }

        if (envelope.SeenVersion is { } seen && PatientCourse.About(command.Fact) is { } entryId && course.TouchedSince(entryId, seen))
        {
            return new Outcome.Stale(entryId, seen, course);
        }

        var needsDirectory = envelope.HoldsText(command.Fact) || concerned is INeedsBirthDate;
        var man = needsDirectory ? await directory.Find(session, command.PatientId, cancellationToken) : null;
        if (envelope.HoldsText(command.Fact) && man?.Key is null)
        {
            return new Outcome.Refused([Finding.Refusal("Erased", "note", null, "This man's identity was erased: free text can no longer be stored of him.")]);
        }

        var now = envelope.RecordedAt ?? time.GetCurrentInstant();
        var context = new DecisionContext(now, now.InZone(clinic.Zone).Date, man?.Identity?.BirthDate) { Asked = Questions.At(clinic, now) };
        var stated = envelope.Sealed(command.Fact, command.FactId, man?.Key);
        var decision = stated switch
        {
            EntryCorrected correction => Decide.Correct(course, command.FactId, correction, envelope.Confirmed, AllChecks.Run, context),
            EntryRetracted retraction => Decide.Retract(course, command.FactId, retraction),
            _ => Decide.Record(course, command.FactId, stated, envelope.Confirmed, AllChecks.Run, context),
        };
        if (decision is Decision.Held held)
        {
            return new Outcome.Recorded(held.Entry.Id, course.UpTo(held.Entry.Version), Before: true);
        }

        if (decision is not Decision.Append append)
        {
            return Outcome.Of(decision);
        }

        if (RecordedTime.Refuse(envelope.RecordedAt, clinic, time.GetCurrentInstant(), course.Log[^1].RecordedAt) is { } untimely)
        {
            return new Outcome.Refused([untimely]);
        }

        var fact = envelope.WithReasons(append.Fact, command.FactId, man?.Key);
        if (envelope.DryRun)
        {
            var entry = new Entry(command.FactId, course.Version + 1, now, command.Sender.UserId, fact);
            return new Outcome.Proposed(course, PatientCourse.Of(course.PatientId, course.Zone, course.Log.Add(entry)));
        }

        var after = session.Append(stream, course, now, command.Sender.UserId, new NewEntry(command.FactId, fact));
        RequestRecord.Keep(session, envelope.Key, command.PatientId, after.Log[^1]);
        return new Outcome.Recorded(command.FactId, after, Before: false) { Earlier = course };
    }
}
