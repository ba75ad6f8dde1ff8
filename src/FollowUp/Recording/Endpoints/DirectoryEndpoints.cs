using FollowUp.Access;
using FollowUp.Course.Json;
using FollowUp.Directory;
using FollowUp.Platform.Description;
using FollowUp.Platform.Http;
using FollowUp.Platform.Store;
using FollowUp.Recording.ReadModels;
using JasperFx;
using Marten;

namespace FollowUp.Recording.Endpoints;

/// <summary>Finding a man, and reading and changing who he is.</summary>
/// <remarks>What is looked for travels in the body: an address would carry it into logs.</remarks>
public static class DirectoryEndpoints
{
    private const int MostHits = 50;

    /// <summary>What is looked for.</summary>
    /// <param name="Q">A name or part of one, a number, a birth date, a telephone number or its end, or an e-mail address.</param>
    public sealed record SearchRequest(string Q);

    /// <summary>The men who may be meant.</summary>
    /// <param name="Hits">The men.</param>
    /// <param name="More">Whether there are more; then the search should be narrower.</param>
    public sealed record SearchAnswer(IReadOnlyList<DirectoryHit> Hits, bool More);

    /// <summary>A man's identity with its version.</summary>
    public sealed record IdentityAnswer(Guid PatientId, int Version, PatientIdentity? Identity, bool Erased);

    /// <summary>Maps them.</summary>
    public static void MapDirectory(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost("/patients/search", Search).RequireAuthorization(Policies.Care).WithName("search_patients").WithTags("Directory")
            .WithSummary("Finds men by part of a name, a number, a date or an address, in either spelling.")
            .Accepts<SearchRequest>("application/json").Produces<SearchAnswer>().ProducesProblem(400);
        endpoints.MapGet("/patients/{patientId:guid}/identity", Read).RequireAuthorization(Policies.Care).WithName("identity").WithTags("Directory")
            .WithSummary("Who a man is.").Produces<IdentityAnswer>().ProducesProblem(404);
        endpoints.MapPut("/patients/{patientId:guid}/identity", Change).RequireAuthorization(Policies.Care).WithName("change_identity").WithTags("Directory")
            .WithSummary("Changes who a man is; needs If-Match with the version of the identity that was seen.")
            .WithMetadata(new NeedsVersion()).Accepts<PatientIdentity>("application/json").Produces<IdentityAnswer>().ProducesProblem(400).ProducesProblem(404)
            .ProducesProblem(412).ProducesProblem(422).ProducesProblem(428);
    }

    private static async Task<IResult> Search(HttpContext http, IDocumentStore store, PatientDirectory directory, CancellationToken token)
    {
        var clinic = SignedIn.Of(http).Clinic;
        var request = (SearchRequest)JsonBody.To(JsonBody.Parse(await JsonBody.ReadAsync(http.Request, token)), typeof(SearchRequest));
        await using var session = store.QuerySession(clinic.Id);
        var found = await directory.Search(session, request.Q ?? "", clinic.Region, MostHits, token);
        if (found.Refusal is { } refusal)
        {
            return Problems.Unreadable(refusal);
        }

        var merged = (await session.LoadManyAsync<DueDates>(token, found.Hits.Select(hit => hit.PatientId)))
            .ToDictionary(document => document.Id, document => document.MergedInto);
        return Results.Json(
            new SearchAnswer([.. found.Hits.Select(hit => hit with { MergedInto = merged.GetValueOrDefault(hit.PatientId) })], found.More), FactJson.Options);
    }

    private static async Task<IResult> Read(Guid patientId, HttpContext http, IDocumentStore store, PatientDirectory directory, CancellationToken token)
    {
        await using var session = store.QuerySession(SignedIn.Of(http).Clinic.Id);
        return await directory.Find(session, patientId, token) is { } record ? Answer(record.Version, record.Identity, patientId, http) : Problems.UnknownPatient(patientId);
    }

    private static async Task<IResult> Change(
        Guid patientId, HttpContext http, IDocumentStore store, PatientDirectory directory, StoreTime time, CancellationToken token)
    {
        var user = SignedIn.Of(http);
        if (IfMatch.Read(http.Request, out var seen) is { } refused)
        {
            return refused;
        }

        var json = JsonBody.Parse(await JsonBody.ReadAsync(http.Request, token));
        var reason = JsonBody.Take<string>(json, "reason");
        var sent = (PatientIdentity)JsonBody.To(json, typeof(PatientIdentity));
        await using var session = store.LightweightSession(user.Clinic.Id);
        if (await directory.Find(session, patientId, token) is not { } record)
        {
            return Problems.UnknownPatient(patientId);
        }

        if (record.Version != seen)
        {
            return Stale(seen, record);
        }

        var now = time.GetCurrentInstant();
        var reading = IdentityReading.Of(sent, now.InZone(user.Clinic.Zone).Date, user.Clinic.Region);
        if (reading.Findings.Count > 0)
        {
            return Problems.Of(422, "refused", "The identity was not changed.", reading.Findings);
        }

        if (record.Identity is null)
        {
            return Problems.Of(410, "erased", "This man's identity was erased.");
        }

        var changed = directory.Update(session, record, reading.Identity, new IdentityChange(user.UserId, now, reason));
        try
        {
            await session.SaveChangesAsync(token);
        }
        catch (ConcurrencyException)
        {
            await using var fresh = store.QuerySession(user.Clinic.Id);
            return Stale(seen, (await directory.Find(fresh, patientId, token))!);
        }

        return Answer(changed ? record.Version + 1 : record.Version, reading.Identity, patientId, http);
    }

    private static IResult Stale(long? seen, DirectoryRecord record) => Problems.Of(
        412, "stale", "The identity was changed since you saw it. Look at it again, then decide.",
        more: new Dictionary<string, object?>
        {
            ["seenVersion"] = seen,
            ["seen"] = record.History.ElementAtOrDefault((int)(seen ?? 0) - 1)?.Identity,
            ["currentVersion"] = record.Version,
            ["current"] = record.Identity,
        });

    private static IResult Answer(int version, PatientIdentity? identity, Guid patientId, HttpContext http)
    {
        http.Response.Headers.ETag = $"\"{version}\"";
        return Results.Json(new IdentityAnswer(patientId, version, identity, identity is null), FactJson.Options);
    }
}
