using FollowUp.Access;
using FollowUp.Course;
using FollowUp.Course.Facts;
using FollowUp.Platform.Http;
using FollowUp.Recording.Commands;
using NodaTime;

namespace FollowUp.Recording.Endpoints;

/// <summary>Erasing a man's identity for good. For administrators: what is answered says no clinical value.</summary>
public static class ErasureEndpoint
{
    /// <summary>The body of an erasure.</summary>
    /// <param name="Reason">Why.</param>
    /// <param name="Confirm">His id once more: it cannot be undone.</param>
    public sealed record ErasureRequest(ErasureReason Reason, Guid Confirm);

    /// <summary>An erasure.</summary>
    /// <param name="PatientId">The man.</param>
    /// <param name="ErasedAt">When his key was destroyed.</param>
    /// <param name="ErasedBy">By whom.</param>
    /// <param name="Reason">Why.</param>
    public sealed record ErasureAnswer(Guid PatientId, Instant ErasedAt, string ErasedBy, ErasureReason Reason);

    /// <summary>Maps it.</summary>
    public static void MapErasure(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost("/patients/{patientId:guid}/erasure", Erase).RequireAuthorization(Policies.Administration).WithName("erase_identity").WithTags("Directory")
            .WithSummary("Destroys a man's key, so that nobody can say who he is or read what was written of him. His other facts stay. It cannot be undone.")
            .Accepts<ErasureRequest>("application/json").Produces<ErasureAnswer>(201).OrStoredAnswer().ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);

    private static async Task<IResult> Erase(Guid patientId, HttpContext http, CommandBus bus, CancellationToken token)
    {
        var user = SignedIn.Of(http);
        var request = (ErasureRequest)JsonBody.To(JsonBody.Parse(await JsonBody.ReadAsync(http.Request, token)), typeof(ErasureRequest));
        if (request.Confirm != patientId)
        {
            return Problems.Of(422, "refused", "Nothing was erased.",
                [Finding.Refusal("NotConfirmed", "confirm", request.Confirm, "This cannot be undone. Write the man's id here once more.")]);
        }

        var outcome = await bus.SendAsync(user.Clinic.Id, new EraseIdentity(patientId, request.Reason, Sender.Of(user)), token);
        if (outcome is not Outcome.Recorded recorded)
        {
            return outcome.To(user.Clinic, http);
        }

        return Answers.Stored(recorded, http, () => recorded.Course.Find(recorded.FactId) is { Fact: IdentityErased erased } entry
            ? new ErasureAnswer(patientId, entry.RecordedAt, entry.RecordedBy, erased.Reason)
            : throw new InvalidOperationException($"Entry {recorded.FactId} is no erasure."));
    }
}
