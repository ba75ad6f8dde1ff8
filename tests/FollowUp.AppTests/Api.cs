using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;

namespace FollowUp.AppTests;

/// <summary>What a test sends and sees: JSON in, status and JSON out.</summary>
public static class Api
{
    public static async Task<Reply> Post(this HttpClient client, string address, string json, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new StringContent(json, Encoding.UTF8, "application/json") };
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return await Reply.Of(response);
    }

    public static async Task<Reply> Get(this HttpClient client, string address)
    {
        using var response = await client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
        return await Reply.Of(response);
    }
}

/// <summary>A status and a JSON body.</summary>
public sealed record Reply(HttpStatusCode Status, JsonNode? Body, string? ETag)
{
    /// <summary>A value by its path, for instance <c>errors.0.field</c>.</summary>
    public JsonNode? this[string path] => path.Split('.').Aggregate(Body, (node, part) =>
        node is JsonArray array ? array[int.Parse(part, System.Globalization.CultureInfo.InvariantCulture)] : node?[part]);

    public string? Text(string path) => this[path]?.ToString();

    public static async Task<Reply> Of(HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return new(response.StatusCode, text.Length == 0 ? null : JsonNode.Parse(text), response.Headers.ETag?.Tag);
    }
}
