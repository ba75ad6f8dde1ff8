using FollowUp.Access;
using FollowUp.Course;
using FollowUp.Course.Json;
using FollowUp.Platform.Http;

namespace FollowUp.Recalls.Sending;

/// <summary>Lists dead letters, the orders that could not be carried out, and replays one.</summary>
public static class DeadLetterEndpoints
{
    /// <summary>The dead letters of a clinic.</summary>
    /// <param name="Letters">The dead letters, the oldest first.</param>
    public sealed record DeadLettersAnswer(IReadOnlyList<DeadLetter> Letters);

    /// <summary>Maps them.</summary>
    public static void MapDeadLetters(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/dead-letters", async (HttpContext http, DeadLetters letters, CancellationToken token) =>
                Results.Json(new DeadLettersAnswer(await letters.OfAsync(SignedIn.Of(http).Clinic, token)), FactJson.Options))
            .RequireAuthorization(Policies.Administration).WithName("dead_letters").WithTags("Reminders")
            .WithSummary("Orders that could not be carried out, for instance because a newer version wrote them. None is lost.").Produces<DeadLettersAnswer>();
        endpoints.MapPost("/dead-letters/{id:guid}/replays", SendAgain).RequireAuthorization(Policies.Administration).WithName("send_dead_letter_again").WithTags("Reminders")
            .WithSummary("Puts such an order back into its queue. No message is sent twice, because the ledger is checked again.")
            .Produces<DeadLetter>(202).ProducesProblem(404);
    }

    private static async Task<IResult> SendAgain(Guid id, HttpContext http, DeadLetters letters, ILogger<DeadLetters> log, CancellationToken token)
    {
        var user = SignedIn.Of(http);
        if (await letters.SendAgainAsync(user.Clinic, id, token) is not { } letter)
        {
            return Problems.Of(404, "unknown-order", "There is no such order of this clinic.",
                [Finding.Refusal("UnknownOrder", "id", id, "GET /dead-letters lists them.")]);
        }

        log.LogInformation("{User} sent the order {Order} again", user.UserId, id);
        return Results.Json(letter, FactJson.Options, statusCode: StatusCodes.Status202Accepted);
    }
}
