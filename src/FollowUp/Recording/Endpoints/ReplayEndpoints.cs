using FollowUp.Access;
using FollowUp.Platform.Http;
using FollowUp.Recording.ReadModels;

namespace FollowUp.Recording.Endpoints;

/// <summary>Compares the documents with the streams, and rebuilds them. For administrators; no clinical data.</summary>
public static class ReplayEndpoints
{
    /// <summary>Maps them.</summary>
    public static void MapReplay(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/documents/differences", (HttpContext http, Replay replay, CancellationToken token) => NdJson.SendAsync(http, replay.VerifyAsync(token), token))
            .RequireAuthorization(Policies.Administration).WithName("verify").WithTags("Administration")
            .WithSummary("Compare every man's document with a replay of his stream, in all clinics; one line for each hundred men.")
            .Produces<ReplayStep>(contentType: NdJson.MediaType);
        endpoints.MapPost("/documents/rebuild", (HttpContext http, Replay replay, CancellationToken token) => NdJson.SendAsync(http, replay.RebuildAsync(token), token))
            .RequireAuthorization(Policies.Administration).WithName("rebuild").WithTags("Administration")
            .WithSummary("Rebuild every man's document from his stream, in all clinics, while the server runs; one line for each hundred men.")
            .Produces<ReplayStep>(contentType: NdJson.MediaType);
    }
}
