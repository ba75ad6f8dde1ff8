using System.Text.Json;
using FollowUp.Course.Json;

namespace FollowUp.Platform.Http;

/// <summary>Answers of one JSON object a line, sent as they are ready: memory does not grow with their number.</summary>
public static class NdJson
{
    /// <summary>The media type.</summary>
    public const string MediaType = "application/x-ndjson";

    /// <summary>Sends lines as they come.</summary>
    public static async Task SendAsync<T>(HttpContext http, IAsyncEnumerable<T> lines, CancellationToken cancellationToken)
    {
        http.Response.ContentType = MediaType;
        await foreach (var line in lines.WithCancellation(cancellationToken))
        {
            await http.Response.Body.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(line, FactJson.Options), cancellationToken);
            await http.Response.Body.WriteAsync("\n"u8.ToArray(), cancellationToken);
            await http.Response.Body.FlushAsync(cancellationToken);
        }
    }
}
