using FollowUp.Access;
using FollowUp.Course;
using FollowUp.Course.Facts;
using FollowUp.Course.Json;
using FollowUp.Platform;
using FollowUp.Platform.Http;
using FollowUp.Recording.Commands;
using Marten;
using NodaTime;

namespace FollowUp.Recording.Endpoints;

/// <summary>Merging two records of one man, and undoing it. For administrators: what is answered says no clinical value.</summary>
public static class MergeEndpoints
{
    /// <summary>The body of a merge.</summary>
    /// <param name="OtherId">The record to be merged into this one.</param>
    /// <param name="Reason">Why they are one man's, in words; stored encrypted.</param>
    /// <param name="Id">The merge's id, the sender's own; made here, if left out.</param>
    public sealed record MergeRequest(Guid OtherId, string Reason, Guid? Id = null);

    /// <summary>The body of an undoing.</summary>
    /// <param name="Assignments">The record of each fact recorded since the merge, by its entry's id.</param>
    public sealed record UndoRequest(IReadOnlyDictionary<Guid, MergedRecord> Assignments);

    /// <summary>A merge of two records.</summary>
    /// <param name="Id">Its id.</param>
    /// <param name="SurvivorId">The record that stays.</param>
    /// <param name="OtherId">The record merged into it.</param>
    /// <param name="MergedAt">When.</param>
    /// <param name="MergedBy">By whom.</param>
    /// <param name="Copies">How many facts were copied.</param>
    /// <param name="Undone">Whether it was undone.</param>
    /// <param name="Since">What was recorded since and stands: to be assigned, one by one, when it is undone. Empty once it is.</param>
    public sealed record MergeAnswer(
        Guid Id, Guid SurvivorId, Guid OtherId, Instant MergedAt, string MergedBy, int Copies, bool Undone, IReadOnlyList<SinceAnswer> Since)
    {
        /// <summary>A merge of a course.</summary>
        public static MergeAnswer Of(PatientCourse course, Entry merge)
        {
            var undone = Merging.IsUndone(course, merge.Id);
            return new(
                merge.Id, course.PatientId, ((RecordsMerged)merge.Fact).OtherId, merge.RecordedAt, merge.RecordedBy,
                course.Log.Count(entry => entry.Fact.CopiedFrom?.MergeId == merge.Id), undone,
                undone ? [] : [.. Unmerging.Since(course, merge).Select(since => new SinceAnswer(
                    since.Standing.Id, FactJson.NameOf(since.Standing.Fact), since.Standing.Entry.RecordedAt, since.Standing.Entry.RecordedBy, since.Proposal))]);
        }
    }

    /// <summary>A fact recorded since a merge.</summary>
    /// <param name="Id">Its entry.</param>
    /// <param name="Kind">Its kind's stored name.</param>
    /// <param name="RecordedAt">When it was recorded.</param>
    /// <param name="RecordedBy">Who recorded it, and so knows whose it is.</param>
    /// <param name="Proposal">The record it seems to belong to.</param>
    public sealed record SinceAnswer(Guid Id, string Kind, Instant RecordedAt, string RecordedBy, MergedRecord Proposal);

    /// <summary>Maps them.</summary>
    public static void MapMerges(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost("/patients/{patientId:guid}/merges", Merge).RequireAuthorization(Policies.Administration).WithName("merge_records").WithTags("Merging")
            .WithSummary("Merges another record of the same man into this one.")
            .Accepts<MergeRequest>("application/json").Produces<MergeAnswer>(201).OrStoredAnswer().ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);
        endpoints.MapGet("/patients/{patientId:guid}/merges/{mergeId:guid}", Read).RequireAuthorization(Policies.Administration).WithName("merge").WithTags("Merging")
            .WithSummary("A merge, with what was recorded since and which record each entry seems to belong to.")
            .Produces<MergeAnswer>().ProducesProblem(404);
        endpoints.MapPost("/patients/{patientId:guid}/merges/{mergeId:guid}/undo", Undo).RequireAuthorization(Policies.Administration).WithName("undo_merge").WithTags("Merging")
            .WithSummary("Separates two merged records again; each fact recorded since is assigned to one of them.")
            .Accepts<UndoRequest>("application/json").Produces<MergeAnswer>(201).OrStoredAnswer().ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);
    }

    private static async Task<IResult> Merge(Guid patientId, HttpContext http, CommandBus bus, CancellationToken token)
    {
        var user = SignedIn.Of(http);
        var body = await JsonBody.ReadAsync(http.Request, token);
        var request = (MergeRequest)JsonBody.To(JsonBody.Parse(body), typeof(MergeRequest));
        if (string.IsNullOrWhiteSpace(request.Reason))
        {
            throw new UnreadableException(Finding.Refusal("Missing", "reason", request.Reason, "Say in words why both records are one man's."));
        }

        // A request sent again under its key names the same merge, so that it merges once.
        var mergeId = request.Id ?? (RequestKey.Of(http.Request, user.UserId, []) is { } key ? Ids.Of($"merge/{key.Id}") : Ids.New());
        return await SendAsync(new MergeRecords(patientId, request.OtherId, mergeId, request.Reason, Sender.Of(user)), user.Clinic, http, bus, token);
    }

    private static async Task<IResult> Undo(Guid patientId, Guid mergeId, HttpContext http, CommandBus bus, CancellationToken token)
    {
        var user = SignedIn.Of(http);
        var request = (UndoRequest)JsonBody.To(JsonBody.Parse(await JsonBody.ReadAsync(http.Request, token)), typeof(UndoRequest));
        return await SendAsync(new UndoMerge(patientId, mergeId, request.Assignments, Sender.Of(user)), user.Clinic, http, bus, token);
    }

    private static async Task<IResult> SendAsync(object command, Clinic clinic, HttpContext http, CommandBus bus, CancellationToken token)
    {
        var outcome = await bus.SendAsync(clinic.Id, command, token);
        return outcome is Outcome.Recorded recorded
            ? Answers.Stored(recorded, http, () => MergeAnswer.Of(recorded.Course, recorded.Course.Find(recorded.FactId)!))
            : outcome.To(clinic, http);
    }

    private static async Task<IResult> Read(Guid patientId, Guid mergeId, HttpContext http, IDocumentStore store, Courses courses, CancellationToken token)
    {
        await using var session = store.QuerySession(SignedIn.Of(http).Clinic.Id);
        var course = await courses.ReadAsync(session, patientId, token);
        return course.Version == 0 ? Problems.UnknownPatient(patientId)
            : course.Find(mergeId) is { Fact: RecordsMerged } merge ? Results.Json(MergeAnswer.Of(course, merge), FactJson.Options)
            : Problems.Of(404, "unknown-merge", "This record has no such merge.",
                [Finding.Refusal("UnknownMerge", "mergeId", mergeId, "Take the id from the record's timeline.")]);
    }
}
