using FollowUp.Access;
using FollowUp.Patients.Directory;
using FollowUp.Patients.Rules;
using FollowUp.Platform;
using Marten;

namespace FollowUp.Patients.Recording;

/// <summary>Records several facts of a man that were stated together, all of them or none: a call, the values of one blood sample.</summary>
/// <param name="PatientId">The man.</param>
/// <param name="Facts">What is stated, in this order: a later one may name an earlier one.</param>
/// <param name="Sender">Who sends it.</param>
public sealed record RecordTogether(Guid PatientId, IReadOnlyList<StatedFact> Facts, Sender Sender)
{
    /// <summary>What every command carries beside the fact; the note is each fact's own.</summary>
    public Envelope Envelope { get; init; } = new();

    /// <summary>What a log may say of it: no free text, no fact.</summary>
    public override string ToString() => $"{nameof(RecordTogether)} {string.Join(' ', Facts.Select(stated => $"{FactJson.NameOf(stated.Fact)} {stated.FactId}"))}";
}

/// <summary>One of several facts.</summary>
/// <param name="FactId">The entry's id: sent again, it is the same entry.</param>
/// <param name="Fact">What is stated; its free text is not in it yet.</param>
/// <param name="Note">Free text about it, sealed before it is stored.</param>
public sealed record StatedFact(Guid FactId, Fact Fact, string? Note = null)
{
    /// <summary>Shows no free text and no fact.</summary>
    public override string ToString() => $"{nameof(StatedFact)} {FactId}";
}

/// <summary>Decides on each fact with those before it, and appends them in one transaction.</summary>
public static class RecordTogetherHandler
{
    /// <summary>Handles the command. Lost races are decided again by the bus's policy.</summary>
    public static async Task<Outcome> Handle(
        RecordTogether command, IDocumentSession session, PatientDirectory directory, Courses courses, ClinicRegistry clinics, StoreTime time, CancellationToken cancellationToken)
    {
        var clinic = clinics[command.Sender.ClinicId];
        var (stream, known) = await courses.FetchForWritingAsync(session, command.PatientId, cancellationToken);
        if (known.Version == 0)
        {
            return new Outcome.UnknownPatient();
        }

        if (known.Merged is { } merged)
        {
            return new Outcome.Merged(known.PatientId, merged.Fact.SurvivorId);
        }

        if (command.Facts.Select(stated => FactJson.Describe(stated.Fact.GetType())).FirstOrDefault(kind => !command.Sender.May(kind)) is { } denied)
        {
            return new Outcome.NotAllowed(denied);
        }

        var man = await directory.Find(session, command.PatientId, cancellationToken);
        if (man?.Key is null && (command.Envelope.Confirm.Count > 0 || command.Facts.Any(stated => stated.Note is not null)))
        {
            return new Outcome.Refused([Finding.Refusal("Erased", "note", null, "This man's identity was erased: free text can no longer be stored of him.")]);
        }

        var now = time.GetCurrentInstant();
        var context = new DecisionContext(now, now.InZone(clinic.Zone).Date, man?.Identity?.BirthDate);
        var course = known;
        var (refusals, warnings) = (new List<Finding>(), new List<Finding>());
        foreach (var stated in command.Facts)
        {
            var envelope = command.Envelope with { Note = stated.Note };
            var fact = envelope.Sealed(stated.Fact, stated.FactId, man?.Key);
            var decision = Decide.Record(course, stated.FactId, fact, envelope.Confirmed, AllChecks.Run, context);
            refusals.AddRange((decision as Decision.Refuse)?.Findings ?? []);
            warnings.AddRange((decision as Decision.Confirm)?.Warnings ?? []);

            // What waits for a confirmation is there for the facts after it all the same: they are judged as they will stand.
            if (decision is Decision.Append or Decision.Confirm)
            {
                var kept = decision is Decision.Append append ? envelope.WithReasons(append.Fact, stated.FactId, man?.Key) : fact;
                course = course.With(new Entry(stated.FactId, course.Version + 1, now, command.Sender.UserId, kept));
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

        if (command.Envelope.DryRun)
        {
            return new Outcome.Proposed(known, course);
        }

        stream.AppendMany([.. course.Log.Skip(known.Log.Count).Select(session.EventOf)]);
        return new Outcome.Recorded(command.Facts[0].FactId, course, Before: course.Version == known.Version) { Earlier = known };
    }
}
