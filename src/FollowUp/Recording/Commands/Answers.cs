using System.Text.Json;
using FollowUp.Access;
using FollowUp.Course;
using FollowUp.Course.Json;
using FollowUp.Platform.Http;
using FollowUp.Recording.Endpoints;
using Microsoft.Net.Http.Headers;
using NodaTime;

namespace FollowUp.Recording.Commands;

/// <summary>The answer to a recorded fact: its place in the stream, what follows from it, and the new state.</summary>
/// <param name="Id">The entry's id.</param>
/// <param name="PatientId">The man.</param>
/// <param name="Version">His version with it; <c>If-Match</c> of a correction takes it.</param>
/// <param name="RecordedAt">When it was stored.</param>
/// <param name="Warnings">The warnings it was stored despite.</param>
/// <param name="Changed">The answers that it changed, by name; how they are now is in the state.</param>
/// <param name="Before">The changed answers as they were, by name.</param>
/// <param name="Consequences">What follows from it, by name, for instance the due items it closes.</param>
/// <param name="State">Every answer as it is now, by name.</param>
public sealed record RecordedAnswer(
    Guid Id, Guid PatientId, long Version, Instant RecordedAt, IReadOnlyList<string> Warnings, IReadOnlyList<string> Changed,
    IReadOnlyDictionary<string, AnswerJson> Before, IReadOnlyDictionary<string, object> Consequences, IReadOnlyDictionary<string, AnswerJson> State);

/// <summary>What is certain about a stored fact, where the rest could not be answered.</summary>
/// <param name="Id">The entry's id.</param>
/// <param name="PatientId">The man.</param>
/// <param name="Version">His version with it; <c>If-Match</c> of a correction takes it.</param>
/// <param name="RecordedAt">When it was stored.</param>
/// <param name="Warnings">The warnings it was stored despite.</param>
/// <param name="NotKnown">That the rest is not known yet, and what to do.</param>
/// <param name="ReadAt">The address at which to read it.</param>
public sealed record StoredAnswer(
    Guid Id, Guid PatientId, long Version, Instant RecordedAt, IReadOnlyList<string> Warnings, string NotKnown, string ReadAt);

/// <summary>Outcomes as HTTP answers.</summary>
public static class Answers
{
    private static readonly IReadOnlyList<IConsequence> Consequences = Scan.For<IConsequence>();

    /// <summary>The answer to a command.</summary>
    public static IResult To(this Outcome outcome, Clinic clinic, HttpContext http) => outcome switch
    {
        Outcome.Recorded recorded => Stored(recorded, http, () => Describe(recorded, clinic)),
        Outcome.Proposed proposed => Results.Json(Ripple.Of(clinic, proposed.Before, proposed.After), FactJson.Options),
        Outcome.Refused refused => Problems.Of(422, "refused", "The entry was not stored.", refused.Findings),
        Outcome.NeedsConfirmation warned => Problems.Of(
            422, "needs-confirmation", "The entry is unusual. Send it again with confirm: {code: reason} for each code to store it.", warned.Warnings),
        Outcome.UnknownPatient => Problems.UnknownPatient(Guid.Parse(http.GetRouteValue("patientId")!.ToString()!)),
        Outcome.Merged merged => Problems.Of(
            StatusCodes.Status409Conflict, "record-merged", "This record is merged into another one.", [merged.Finding],
            new Dictionary<string, object?> { ["survivorId"] = merged.SurvivorId }),
        Outcome.NotAllowed denied => Problems.Of(403, "not-allowed", $"Entries of the kind {denied.Kind.Name} need a clinician."),
        Outcome.Stale stale => Stale(stale),
        Outcome.KeyReused => Problems.Of(
            422, "key-reused", "This Idempotency-Key was used for another request.",
            [Finding.Refusal("KeyReused", "Idempotency-Key", null, "Send a new key with a new request, and the same key only with the same request.")]),
        _ => throw new InvalidOperationException(outcome.GetType().Name),
    };

    /// <summary>The answer to a recorded fact, the same whenever it is asked for.</summary>
    public static RecordedAnswer Describe(Outcome.Recorded recorded, Clinic clinic)
    {
        var after = recorded.Course;
        var entry = after.Find(recorded.FactId)!;
        var before = recorded.Earlier ?? after.UpTo(entry.Version - 1);
        var asked = Questions.At(clinic, entry.RecordedAt);
        var (was, state) = (Questions.Sent(before, asked), Questions.Sent(after, asked));
        var changed = Ripple.Names(was, state);
        return new(
            entry.Id, after.PatientId, entry.Version, entry.RecordedAt,
            WarningsOf(entry),
            changed,
            changed.ToDictionary(name => name, name => was[name], StringComparer.Ordinal),
            Consequences.ToDictionary(consequence => consequence.Name, consequence => consequence.Of(before, after, entry.Id, asked)),
            state);
    }

    /// <summary>Answers that a fact is stored. If the whole answer fails, the fact is stored all the same: then the answer is what is certain, and where to read the rest.</summary>
    /// <param name="recorded">What is stored.</param>
    /// <param name="http">The request.</param>
    /// <param name="answer">The whole answer.</param>
    internal static IResult Stored(Outcome.Recorded recorded, HttpContext http, Func<object> answer)
    {
        var entry = recorded.Course.Find(recorded.FactId)!;
        http.Response.Headers.ETag = new EntityTagHeaderValue($"\"{entry.Version}\"").ToString();
        byte[] utf8;
        try
        {
            utf8 = JsonSerializer.SerializeToUtf8Bytes(answer(), FactJson.Options);
        }
        catch (Exception failed)
        {
            http.RequestServices.GetRequiredService<ILogger<Outcome>>().LogError(failed, "Entry {Entry} is stored, and what follows from it cannot be answered", entry.Id);
            utf8 = JsonSerializer.SerializeToUtf8Bytes(
                new StoredAnswer(
                    entry.Id, recorded.Course.PatientId, entry.Version, entry.RecordedAt, WarningsOf(entry),
                    "The entry is stored: do not enter it again. What follows from it cannot be answered yet. Read it later.",
                    $"/patients/{recorded.Course.PatientId}/timeline"),
                FactJson.Options);
        }

        return Results.Text(utf8, "application/json; charset=utf-8", StatusCodes.Status201Created);
    }

    private static IReadOnlyList<string> WarningsOf(Entry entry) => [.. entry.Fact.Warnings?.Select(warning => warning.Code) ?? []];

    private static IResult Stale(Outcome.Stale stale) => Problems.Of(
        StatusCodes.Status412PreconditionFailed, "stale", stale.SeenVersion >= 1 && stale.SeenVersion <= stale.Course.Version
            ? "The entry was changed since you saw it. Compare both versions, then decide."
            : "This man never had the version you name. Read his timeline, compare, then decide.",
        more: new Dictionary<string, object?>
        {
            ["seenVersion"] = stale.SeenVersion,
            ["seen"] = InWords(stale.Course.UpTo(stale.SeenVersion), stale.EntryId),
            ["currentVersion"] = stale.Course.Version,
            ["current"] = InWords(stale.Course, stale.EntryId),
        });

    // Without the note: a problem is not opened with the man's key.
    private static object InWords(PatientCourse course, Guid entryId) =>
        course.Standing.FirstOrDefault(standing => standing.Id == entryId) is { } standing
            ? FactJson.ToObject(standing.Fact with { Note = null, Warnings = null })
            : "retracted";
}
