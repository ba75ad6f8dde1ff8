using FollowUp.Access;
using FollowUp.Course;
using FollowUp.Course.Json;
using FollowUp.Platform.Http;
using FollowUp.Platform.Store;

namespace FollowUp.Recalls.Sending;

/// <summary>The one place to pause everything that is sent, for the clinic or for the whole installation.</summary>
public static class PauseEndpoints
{
    private const int LongestReason = 200;

    /// <summary>Whether sending is paused.</summary>
    /// <param name="Clinic">The clinic's pause; null when it has none.</param>
    /// <param name="Installation">The installation's pause; null when it has none.</param>
    /// <param name="Changes">Every pause and resumption of both, the earliest first.</param>
    public sealed record PauseAnswer(PauseChange? Clinic, PauseChange? Installation, IReadOnlyList<PauseChange> Changes);

    /// <summary>A pause, or its end.</summary>
    /// <param name="Paused">True pauses sending, false resumes it.</param>
    /// <param name="Why">Why, in at most 200 letters. Name no patient.</param>
    public sealed record PauseRequest(bool Paused, string Why);

    /// <summary>Maps them.</summary>
    public static void MapPauses(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/sending", Ask).RequireAuthorization(Policies.Everybody).WithName("sending").WithTags("Reminders")
            .WithSummary("Whether sending is paused, and who paused or resumed it, when and why.").Produces<PauseAnswer>();
        endpoints.MapPost("/sending", (HttpContext http, SendingPauses pauses, StoreTime time, CancellationToken token) => Change(http, null, pauses, time, token))
            .RequireAuthorization(Policies.Care).WithName("pause_sending").WithTags("Reminders")
            .WithSummary("Pauses or resumes all sending of the clinic. Messages that wait are sent afterwards, if they are still useful.")
            .Accepts<PauseRequest>("application/json").Produces<PauseAnswer>().ProducesProblem(400).ProducesProblem(409).ProducesProblem(422);
        endpoints.MapPost("/sending/everywhere", (HttpContext http, SendingPauses pauses, StoreTime time, CancellationToken token) =>
                Change(http, SendingPause.Installation, pauses, time, token))
            .RequireAuthorization(Policies.Administration).WithName("pause_sending_everywhere").WithTags("Reminders")
            .WithSummary("Pauses or resumes all sending of this installation.")
            .Accepts<PauseRequest>("application/json").Produces<PauseAnswer>().ProducesProblem(400).ProducesProblem(409).ProducesProblem(422);
    }

    private static async Task<IResult> Ask(HttpContext http, SendingPauses pauses, CancellationToken token) =>
        Results.Json(await AnswerAsync(SignedIn.Of(http).Clinic.Id, pauses, token), FactJson.Options);

    private static async Task<IResult> Change(HttpContext http, string? tenant, SendingPauses pauses, StoreTime time, CancellationToken token)
    {
        var user = SignedIn.Of(http);
        var request = (PauseRequest)JsonBody.To(JsonBody.Parse(await JsonBody.ReadAsync(http.Request, token)), typeof(PauseRequest));
        if (string.IsNullOrWhiteSpace(request.Why) || request.Why.Length > LongestReason)
        {
            return Problems.Of(422, "refused", "Nothing was changed.",
                [Finding.Refusal("ReasonNeeded", "why", request.Why, $"Give a reason in 1 to {LongestReason} letters. Everybody in the clinic can read it.")]);
        }

        await pauses.ChangeAsync(tenant ?? user.Clinic.Id, new(time.GetCurrentInstant(), user.UserId, request.Paused, request.Why), token);
        return Results.Json(await AnswerAsync(user.Clinic.Id, pauses, token), FactJson.Options);
    }

    private static async Task<PauseAnswer> AnswerAsync(string clinicId, SendingPauses pauses, CancellationToken token)
    {
        var (clinic, installation) = (await pauses.FindAsync(clinicId, token), await pauses.FindAsync(SendingPause.Installation, token));
        return new(clinic.Now, installation.Now, [.. clinic.Changes.Concat(installation.Changes).OrderBy(change => change.At)]);
    }
}
