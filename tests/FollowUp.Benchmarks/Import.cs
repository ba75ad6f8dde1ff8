using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace FollowUp.Benchmarks;

/// <summary>Loads men into a server as files are loaded: through its import.</summary>
internal static class Import
{
    /// <summary>Imports the lines, each of which must be recorded, and returns how long it took.</summary>
    public static async Task<TimeSpan> RunAsync(Uri url, byte[] lines, int facts, AuthenticationHeaderValue token)
    {
        using var client = new HttpClient { BaseAddress = url, Timeout = Timeout.InfiniteTimeSpan };
        client.DefaultRequestHeaders.Authorization = token;
        using var content = new ByteArrayContent(lines);
        content.Headers.ContentType = new("application/x-ndjson");
        var clock = Stopwatch.StartNew();
        using var request = new HttpRequestMessage(HttpMethod.Post, "import") { Content = content };
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        using var answers = new StreamReader(await response.EnsureSuccessStatusCode().Content.ReadAsStreamAsync());
        JsonNode? last = null;
        while (await answers.ReadLineAsync() is { } line)
        {
            last = JsonNode.Parse(line);
            if (last?["result"]?.ToString() == "Rejected")
            {
                throw new InvalidOperationException($"The product rejected a line of the cohort: {line}");
            }
        }

        return last?["recorded"]?.GetValue<int>() == facts
            ? clock.Elapsed
            : throw new InvalidOperationException($"The import ended with {last?.ToJsonString()}.");
    }
}
