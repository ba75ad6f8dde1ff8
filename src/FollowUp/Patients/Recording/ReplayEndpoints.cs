using System.Text.Json;
using FollowUp.Access;
using FollowUp.Patients.Rules;

namespace FollowUp.Patients.Recording;

/// <summary>Checks that the documents say what the streams say, and makes them anew. For who runs the installation; no clinical data.</summary>
public static class ReplayEndpoints
{
    private const string MediaType = "application/x-ndjson";

    /// <summary>Maps them.</summary>
    public static void MapReplay(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/documents/differences", (HttpContext http, Replay replay, CancellationToken token) => Stream(http, replay.VerifyAsync(token), token))
            .RequireAuthorization(Policies.Administration).WithName("verify")
            .WithSummary("Compare every man's document with a replay of his stream, in all clinics; one line for each hundred men.")
            .Produces<ReplayStep>(contentType: MediaType);
        endpoints.MapPost("/documents/rebuild", (HttpContext http, Replay replay, CancellationToken token) => Stream(http, replay.RebuildAsync(token), token))
            .RequireAuthorization(Policies.Administration).WithName("rebuild")
            .WithSummary("Make every man's document anew from his stream, in all clinics, while the server runs; one line for each hundred men.")
            .Produces<ReplayStep>(contentType: MediaType);
    }

    private static async Task Stream(HttpContext http, IAsyncEnumerable<ReplayStep> steps, CancellationToken token)
    {
        http.Response.ContentType = MediaType;
        await foreach (var step in steps.WithCancellation(token))
        {
            await http.Response.Body.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(step, FactJson.Options), token);
            await http.Response.Body.WriteAsync("\n"u8.ToArray(), token);
            await http.Response.Body.FlushAsync(token);
        }
    }
}
