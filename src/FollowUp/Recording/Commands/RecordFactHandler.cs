using FollowUp.Access;
using FollowUp.Contacts.Facts;
using FollowUp.Course;
using FollowUp.Course.Json;
using FollowUp.Directory;
using FollowUp.Platform.Store;
using FollowUp.Recording.ReadModels;
using JasperFx.Events;
using Marten;

namespace FollowUp.Recording.Commands;

/// <summary>Decides on a fact and appends it, in one transaction with its document and its request key.</summary>
public static class RecordFactHandler
{
    /// <summary>Handles the command. Lost races are decided again by the bus's policy.</summary>
    public static Task<Outcome> Handle(RecordFact command, IDocumentSession session, FactPipeline pipeline, CancellationToken cancellationToken) =>
        pipeline.RunAsync(
            session, command.PatientId, [new StatedFact(command.FactId, command.Fact, command.Envelope.Note)], command.Envelope, command.Sender, cancellationToken);
}

/// <summary>The steps by which facts about a man are checked and then appended, all of them or none.</summary>
/// <remarks>They are the same for one fact and for several stated together, which are decided on one after another, each with those before it.</remarks>
public sealed class FactPipeline(PatientDirectory directory, Courses courses, ClinicRegistry clinics, StoreTime time)
{
    /// <summary>Decides on facts and appends them.</summary>
    /// <param name="session">The transaction.</param>
    /// <param name="patientId">The man.</param>
    /// <param name="facts">What is stated, at least one.</param>
    /// <param name="envelope">What comes with the facts; each fact has its own note.</param>
    /// <param name="sender">Who sends it.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<Outcome> RunAsync(
        IDocumentSession session, Guid patientId, IReadOnlyList<StatedFact> facts, Envelope envelope, Sender sender, CancellationToken cancellationToken)
    {
        // One round trip for all. A request that was sent before names the same man: his address is part of it.
        var clinic = clinics[sender.ClinicId];
        var known = courses.Known(clinic.Id, patientId);
        var batch = session.CreateBatchQuery();
        var sent = envelope.Key is { } key ? batch.Load<RequestRecord>(key.Id) : null;
        var fetched = batch.Events.FetchForWriting<DueDates>(patientId);
        var newer = batch.Events.FetchStream(patientId, fromVersion: known.Version + 1);
        await batch.Execute(cancellationToken);
        var stream = await fetched;
        var course = courses.Extend(clinic.Id, known, await newer).UpTo(stream.CurrentVersion ?? 0);
        if (sent is not null && await sent is { } before)
        {
            return before.Answer(envelope.Key!, course);
        }

        return RefuseBeforeDeciding(course, facts, envelope, sender) ?? await DecideAsync(session, stream, course, facts, envelope, sender, clinic, cancellationToken);
    }

    // Refusals for which no check has to run.
    private static Outcome? RefuseBeforeDeciding(PatientCourse course, IReadOnlyList<StatedFact> facts, Envelope envelope, Sender sender)
    {
        if (course.Version == 0)
        {
            return new Outcome.UnknownPatient();
        }

        var added = facts.Where(stated => course.Find(stated.FactId) is null).ToList();
        if (added.Count > 0 && course.Merged is { } merged)
        {
            return new Outcome.Merged(course.PatientId, merged.Fact.SurvivorId);
        }

        if (facts.Select(stated => FactJson.Describe(course.Concerned(stated.Fact).GetType())).FirstOrDefault(kind => !sender.May(kind)) is { } denied)
        {
            return new Outcome.NotAllowed(denied);
        }

        // What is sent again was checked when it first came.
        return envelope.SeenVersion is { } seen && added.Select(stated => Unseen(course, stated.Fact, seen)).OfType<Guid>().FirstOrDefault() is var stale && stale != default
            ? new Outcome.Stale(stale, seen, course)
            : null;
    }

    // What the sender has to see and has not: the entry they change as it stands now, or a contact that was recorded while they made theirs.
    // It is asked with the version that is appended after, so that of two people who save the same call at the same instant the second is refused.
    private static Guid? Unseen(PatientCourse course, Fact fact, long seen) =>
        Corrections.About(fact) is { } changed ? course.IsAsSeen(changed, seen) ? null : changed
        : fact is ContactMade ? course.ContactsSince(seen) is [var contact, ..] ? contact.Id : null
        : null;

    private async Task<Outcome> DecideAsync(
        IDocumentSession session, IEventStream<DueDates> stream, PatientCourse known, IReadOnlyList<StatedFact> facts, Envelope common, Sender sender,
        Clinic clinic, CancellationToken cancellationToken)
    {
        var holdsText = facts.Any(stated => (common with { Note = stated.Note }).HoldsText(stated.Fact));
        var man = holdsText || facts.Any(stated => known.Concerned(stated.Fact) is INeedsBirthDate)
            ? await directory.Find(session, known.PatientId, cancellationToken)
            : null;
        if (holdsText && man?.Key is null)
        {
            return new Outcome.Refused([Finding.Refusal("Erased", "note", null, "This man's identity was erased: free text can no longer be stored of him.")]);
        }

        var clock = time.GetCurrentInstant();
        var now = common.RecordedAt ?? RecordedTime.Next(clock, known);
        var deciding = new Deciding(clinic, now, man?.Identity?.BirthDate, common.Confirmed);
        var (course, held, added) = (known, new List<Entry>(), new List<NewEntry>());
        var (refusals, warnings) = (new List<Finding>(), new List<Finding>());
        foreach (var stated in facts)
        {
            var envelope = common with { Note = stated.Note };
            var fact = envelope.Sealed(stated.Fact, stated.FactId, man?.Key);
            var decision = deciding.On(course, stated.FactId, fact);
            if (decision is Decision.Held before)
            {
                held.Add(before.Entry);
                continue;
            }

            refusals.AddRange((decision as Decision.Refuse)?.Findings ?? []);
            warnings.AddRange((decision as Decision.Confirm)?.Warnings ?? []);

            // What waits for a confirmation is there for the facts after it all the same: they are judged as they will stand.
            if (decision is Decision.Append or Decision.Confirm)
            {
                fact = decision is Decision.Append append ? envelope.WithReasons(append.Fact, stated.FactId, man?.Key) : fact;
                added.Add(new(stated.FactId, fact));
                course = course.With(new Entry(stated.FactId, course.Version + 1, now, sender.UserId, fact));
            }
        }

        if (refusals.Count > 0)
        {
            return new Outcome.Refused(refusals);
        }

        if (warnings.Count > 0)
        {
            return new Outcome.NeedsConfirmation(warnings);
        }

        if (added.Count == 0)
        {
            return new Outcome.Recorded(held[0].Id, known.UpTo(held.Max(entry => entry.Version)), Before: true);
        }

        if (RecordedTime.Refuse(common.RecordedAt, clinic, clock, known.Log[^1].RecordedAt) is { } untimely)
        {
            return new Outcome.Refused([untimely]);
        }

        if (common.DryRun)
        {
            return new Outcome.Proposed(known, course);
        }

        var after = session.AppendAt(stream, known, now, sender.UserId, added);
        RequestRecord.Keep(session, common.Key, known.PatientId, after.Log[^1]);
        return new Outcome.Recorded(facts[0].FactId, after, Before: false) { Earlier = known };
    }
}
