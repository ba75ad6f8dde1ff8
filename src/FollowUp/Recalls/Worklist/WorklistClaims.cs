using FollowUp.Access;
using FollowUp.Course;
using FollowUp.Course.Json;
using FollowUp.Platform.Http;
using FollowUp.Platform.Store;
using FollowUp.Recording.ReadModels;
using JasperFx;
using Marten;
using NodaTime;
using Npgsql;

namespace FollowUp.Recalls.Worklist;

/// <summary>A member of staff's claim of a man on the worklist. It is about work and not about him, so it is not a fact.</summary>
public sealed record WorklistClaim : IRevisioned
{
    /// <summary>The man.</summary>
    public Guid Id { get; init; }

    /// <summary>Who has claimed him.</summary>
    public required string UserId { get; init; }

    /// <summary>Since when.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The row's revision: of two claims at once, one fails.</summary>
    public int Version { get; set; }

    /// <summary>As it is told.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public ClaimAnswer Answer => new(UserId, Instant.FromDateTimeOffset(At));
}

/// <summary>Claiming, handing over and releasing a man on the worklist.</summary>
public static class WorklistClaims
{
    private const int LongestUser = 200;

    /// <summary>A claim of a man.</summary>
    /// <param name="To">The member of staff; null for the signed-in user.</param>
    /// <param name="From">Who has claimed him now, as last seen; null when nobody or the signed-in user has.</param>
    public sealed record ClaimRequest(string? To = null, string? From = null);

    /// <summary>Maps them.</summary>
    public static void MapWorklistClaims(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPut("/worklist/{patientId:guid}/claim", Claim).RequireAuthorization(Policies.Care).WithName("claim_man").WithTags("Lists")
            .WithSummary("Claims a man on the worklist, or hands him over (to). To take him over from a colleague, name that colleague (from).")
            .Accepts<ClaimRequest>("application/json").Produces<ClaimAnswer>().ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);
        endpoints.MapDelete("/worklist/{patientId:guid}/claim", Release).RequireAuthorization(Policies.Care).WithName("release_man").WithTags("Lists")
            .WithSummary("Releases a man whom the user has claimed. Doing it twice has the same effect.").Produces(204).ProducesProblem(404).ProducesProblem(409);
    }

    /// <summary>How handing a man over ended.</summary>
    internal enum ClaimResult
    {
        /// <summary>He is with him.</summary>
        Done,

        /// <summary>He was no longer with whom he was taken from.</summary>
        ClaimedByOther,

        /// <summary>Somebody else gave or claimed him at the same moment.</summary>
        AtOnce,

        /// <summary>The clinic has no such man.</summary>
        UnknownMan,
    }

    /// <summary>Whether a text may name a member of staff: the sign-in's id, 1 to 200 characters.</summary>
    internal static bool IsUser(string text) => text.Length is > 0 and <= LongestUser && !text.Any(char.IsControl);

    /// <summary>Gives a man to a member of staff, from the one who had claimed him when it was last seen; null when nobody had.</summary>
    /// <returns>The result, and who has claimed him now, as far as that is known.</returns>
    internal static async Task<(ClaimResult Came, ClaimAnswer? Claim)> HandOverAsync(
        IDocumentSession session, Guid patientId, string to, string? from, StoreTime time, CancellationToken token)
    {
        if (await session.LoadAsync<DueDates>(patientId, token) is null)
        {
            return (ClaimResult.UnknownMan, null);
        }

        var claim = await LockAsync(session, patientId, token);
        if (claim?.UserId == to && (from is null || from == to))
        {
            return (ClaimResult.Done, claim.Answer);
        }

        if (claim?.UserId != from)
        {
            return (ClaimResult.ClaimedByOther, claim?.Answer);
        }

        var next = new WorklistClaim { Id = patientId, UserId = to, At = time.GetUtcNow() };
        if (claim is null)
        {
            session.Insert(next);
        }
        else
        {
            session.UpdateRevision(next, claim.Version + 1);
        }

        return await SavedAsync(session, token) ? (ClaimResult.Done, next.Answer) : (ClaimResult.AtOnce, null);
    }

    /// <summary>Lets a man go whom the user has claimed; anything else stays as it is.</summary>
    /// <returns>Who has claimed him, when it is somebody else.</returns>
    internal static async Task<string?> ReleaseAsync(IDocumentSession session, Guid patientId, string userId, CancellationToken token)
    {
        var claim = await LockAsync(session, patientId, token);
        if (claim?.UserId != userId)
        {
            return claim?.UserId;
        }

        session.Delete(claim);
        await session.SaveChangesAsync(token);
        return null;
    }

    // Whoever changes a claim holds its row until he has: what was seen is what is changed, and a colleague who took him over meanwhile keeps him.
    private static async Task<WorklistClaim?> LockAsync(IDocumentSession session, Guid patientId, CancellationToken token)
    {
        await session.BeginTransactionAsync(token);
        await using var locking = new NpgsqlCommand(RecallSql.LockClaim);
        locking.Parameters.AddWithValue(session.TenantId);
        locking.Parameters.AddWithValue(patientId);
        await session.ExecuteAsync(locking, token);
        return await session.LoadAsync<WorklistClaim>(patientId, token);
    }

    private static async Task<IResult> Claim(Guid patientId, HttpContext http, Staff staff, IDocumentStore store, StoreTime time, CancellationToken token)
    {
        var user = SignedIn.Of(http);
        var body = await JsonBody.ReadAsync(http.Request, token);
        var request = body.Length == 0 ? new ClaimRequest() : (ClaimRequest)JsonBody.To(JsonBody.Parse(body), typeof(ClaimRequest));
        if (request.To is { } to && !IsUser(to))
        {
            return Problems.Of(400, "unreadable", "The member of staff is not readable.", [Finding.Refusal("Unreadable", "to", to, $"Send the sign-in's id of a member of staff, 1 to {LongestUser} characters.")]);
        }

        await using var session = store.LightweightSession(user.Clinic.Id);
        if (await Missing(session, patientId, token) is { } missing)
        {
            return missing;
        }

        if (request.To is { } named && named != user.UserId && !(await staff.CarersAsync(user.Clinic, token)).Any(colleague => colleague.Id == named))
        {
            return Problems.Of(422, "unknown-colleague", "This clinic knows no such member of staff.", [Finding.Refusal(
                "UnknownColleague", "to", named, "Name a nurse or clinician who has signed in to the pages or claimed a man before; the sign-in's id, letter by letter.")]);
        }

        if (!(await staff.OfAsync(user.Clinic, token)).Any(colleague => colleague.Id == user.UserId))
        {
            await staff.NoteAsync(http.User, token);
        }

        var from = request.From ?? ((await session.LoadAsync<WorklistClaim>(patientId, token))?.UserId == user.UserId ? user.UserId : null);
        var (result, claim) = await HandOverAsync(session, patientId, request.To ?? user.UserId, from, time, token);
        return result switch
        {
            ClaimResult.Done => Results.Json(claim, FactJson.Options),
            ClaimResult.AtOnce => AtOnce(),
            _ => Taken(claim?.UserId),
        };
    }

    private static async Task<IResult> Release(Guid patientId, HttpContext http, IDocumentStore store, CancellationToken token)
    {
        var user = SignedIn.Of(http);
        await using var session = store.LightweightSession(user.Clinic.Id);
        if (await Missing(session, patientId, token) is { } missing)
        {
            return missing;
        }

        return await ReleaseAsync(session, patientId, user.UserId, token) is { } other ? Taken(other) : Results.NoContent();
    }

    private static async Task<IResult?> Missing(IDocumentSession session, Guid patientId, CancellationToken token) =>
        await session.LoadAsync<DueDates>(patientId, token) is null
            ? Problems.Of(404, "unknown-patient", "This clinic has no such man.", [Finding.Refusal("Unknown", "patientId", patientId, "GET /worklist lists them.")])
            : null;

    private static async Task<bool> SavedAsync(IDocumentSession session, CancellationToken token)
    {
        try
        {
            await session.SaveChangesAsync(token);
            return true;
        }
        catch (Exception raced) when (raced is ConcurrencyException or DocumentAlreadyExistsException)
        {
            return false;
        }
    }

    private static IResult AtOnce() => Problems.Of(409, "claimed", "Another user claimed him at the same moment. Read the worklist again.");

    private static IResult Taken(string? by) => Problems.Of(409, "claimed", by is null ? "Nobody has claimed him." : $"{by} has claimed him.",
        [Finding.Refusal("Claimed", "from", by, by is null ? "Leave from out." : $"To take him over send from: {by}.")]);
}
