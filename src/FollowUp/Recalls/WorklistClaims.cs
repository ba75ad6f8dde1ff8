using FollowUp.Access;
using FollowUp.Patients.Recording;
using FollowUp.Patients.Rules;
using FollowUp.Platform;
using JasperFx;
using Marten;
using Marten.Exceptions;
using NodaTime;

namespace FollowUp.Recalls;

/// <summary>That a member of staff sees to a man of the worklist. It is about work, so it is no fact of his course.</summary>
public sealed record WorklistClaim : IRevisioned
{
    /// <summary>The man.</summary>
    public Guid Id { get; init; }

    /// <summary>Who sees to him.</summary>
    public required string UserId { get; init; }

    /// <summary>Since when.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The row's revision, by which two who claim at once do not both.</summary>
    public int Version { get; set; }

    /// <summary>As it is told.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public ClaimAnswer Answer => new(UserId, Instant.FromDateTimeOffset(At));
}

/// <summary>Claiming a man, handing him over, and letting him go.</summary>
public static class WorklistClaims
{
    private const int LongestUser = 200;

    /// <summary>Who is to see to a man.</summary>
    /// <param name="To">The member of staff; null for the user himself.</param>
    /// <param name="From">Who sees to him now, as it was seen; null when nobody or the user himself does.</param>
    public sealed record ClaimRequest(string? To = null, string? From = null);

    /// <summary>Maps them.</summary>
    public static void MapWorklistClaims(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPut("/worklist/{patientId:guid}/claim", Claim).RequireAuthorization(Policies.Care).WithName("claim_man").WithTags("Lists")
            .WithSummary("See to a man of the worklist, or hand him over (to). Whoever takes him from another names that one (from).")
            .Accepts<ClaimRequest>("application/json").Produces<ClaimAnswer>().ProducesProblem(400).ProducesProblem(404).ProducesProblem(409);
        endpoints.MapDelete("/worklist/{patientId:guid}/claim", Release).RequireAuthorization(Policies.Care).WithName("release_man").WithTags("Lists")
            .WithSummary("Let a man go that the user has claimed; doing it twice is the same.").Produces(204).ProducesProblem(404).ProducesProblem(409);
    }

    /// <summary>Takes a man, from another too: the page showed whom from. Who loses a race finds the other on the list.</summary>
    internal static async Task TakeOverAsync(IDocumentSession session, Guid patientId, string userId, StoreTime time, CancellationToken token)
    {
        if (await Missing(session, patientId, token) is not null)
        {
            return;
        }

        var next = new WorklistClaim { Id = patientId, UserId = userId, At = time.GetUtcNow() };
        if (await session.LoadAsync<WorklistClaim>(patientId, token) is { } claim)
        {
            session.UpdateRevision(next, claim.Version + 1);
        }
        else
        {
            session.Insert(next);
        }

        await SaveAsync(session, Results.Empty, token);
    }

    /// <summary>Lets a man go whom the user has claimed; anything else stays as it is.</summary>
    internal static async Task LetGoAsync(IDocumentSession session, Guid patientId, string userId, CancellationToken token)
    {
        if (await session.LoadAsync<WorklistClaim>(patientId, token) is { } claim && claim.UserId == userId)
        {
            session.Delete(claim);
            await SaveAsync(session, Results.Empty, token);
        }
    }

    private static async Task<IResult> Claim(Guid patientId, HttpContext http, IDocumentStore store, StoreTime time, CancellationToken token)
    {
        var user = SignedIn.Of(http);
        var body = await JsonBody.ReadAsync(http.Request, token);
        var request = body.Length == 0 ? new ClaimRequest() : (ClaimRequest)JsonBody.To(JsonBody.Parse(body), typeof(ClaimRequest));
        if (request.To is { } to && (to.Length is 0 or > LongestUser || to.Any(char.IsControl)))
        {
            return Problems.Of(400, "unreadable", "Nobody was named.", [Finding.Refusal("Unreadable", "to", to, $"Send the sign-in's id of a member of staff, 1 to {LongestUser} characters.")]);
        }

        await using var session = store.LightweightSession(user.Clinic.Id);
        if (await Missing(session, patientId, token) is { } missing)
        {
            return missing;
        }

        var claim = await session.LoadAsync<WorklistClaim>(patientId, token);
        if (claim is not null && claim.UserId != user.UserId && claim.UserId != request.From)
        {
            return Taken(claim.UserId);
        }

        if (request.From is { } from && claim?.UserId != from)
        {
            return Taken(claim?.UserId);
        }

        var next = new WorklistClaim { Id = patientId, UserId = request.To ?? user.UserId, At = time.GetUtcNow() };
        if (claim is null)
        {
            session.Insert(next);
        }
        else if (claim.UserId == next.UserId)
        {
            return Results.Json(claim.Answer, FactJson.Options);
        }
        else
        {
            session.UpdateRevision(next, claim.Version + 1);
        }

        return await SaveAsync(session, Results.Json(next.Answer, FactJson.Options), token);
    }

    private static async Task<IResult> Release(Guid patientId, HttpContext http, IDocumentStore store, CancellationToken token)
    {
        var user = SignedIn.Of(http);
        await using var session = store.LightweightSession(user.Clinic.Id);
        if (await Missing(session, patientId, token) is { } missing)
        {
            return missing;
        }

        if (await session.LoadAsync<WorklistClaim>(patientId, token) is not { } claim)
        {
            return Results.NoContent();
        }

        if (claim.UserId != user.UserId)
        {
            return Taken(claim.UserId);
        }

        session.Delete(claim);
        return await SaveAsync(session, Results.NoContent(), token);
    }

    private static async Task<IResult?> Missing(IDocumentSession session, Guid patientId, CancellationToken token) =>
        await session.LoadAsync<CourseDocument>(patientId, token) is null
            ? Problems.Of(404, "unknown-patient", "This clinic has no such man.", [Finding.Refusal("Unknown", "patientId", patientId, "GET /worklist lists them.")])
            : null;

    private static async Task<IResult> SaveAsync(IDocumentSession session, IResult done, CancellationToken token)
    {
        try
        {
            await session.SaveChangesAsync(token);
            return done;
        }
        catch (Exception raced) when (raced is ConcurrencyException or DocumentAlreadyExistsException)
        {
            return Problems.Of(409, "claimed", "Another user claimed him at the same moment. Look at the worklist again.");
        }
    }

    private static IResult Taken(string? by) => Problems.Of(409, "claimed", by is null ? "Nobody sees to him." : $"{by} sees to him.",
        [Finding.Refusal("Claimed", "from", by, by is null ? "Leave from out." : $"To take him over send from: {by}.")]);
}
