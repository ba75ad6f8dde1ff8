using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using FollowUp.Interop.Files;
using FollowUp.Patients.Pages.Chart;

namespace FollowUp.AppTests.Interop;

/// <summary>Lines of an import, and what came back for each.</summary>
public static class Lines
{
    /// <summary>A line that enrols a new man.</summary>
    public static string Enrol(Guid man, Guid id, string more = "")
    {
        var body = JsonNode.Parse(Men.Enrolment())!.AsObject();
        body["patient"] = man;
        body["command"] = "enrol_patient";
        body["id"] = id;
        return With(body.ToJsonString(), more);
    }

    /// <summary>A line that records a call.</summary>
    public static string Call(Guid man, Guid id, string madeAt = "2026-11-02T10:00", string more = "") =>
        With($$"""{"patient":"{{man}}","command":"contact_made","id":"{{id}}","madeAt":"{{madeAt}}","kind":"Call","complications":"None"}""", more);

    public static Task<Answers> Import(this HttpClient client, params string[] lines) =>
        client.Import(Encoding.UTF8.GetBytes(string.Join('\n', lines) + "\n"));

    public static async Task<Answers> Import(this HttpClient client, byte[] lines)
    {
        using var content = new ByteArrayContent(lines);
        content.Headers.ContentType = new MediaTypeHeaderValue(ImportEndpoint.MediaType);
        using var response = await client.PostAsync(new Uri("/import", UriKind.Relative), content, TestContext.Current.CancellationToken);
        response.EnsureSuccessStatusCode();
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var answers = text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!.AsObject()).ToList();
        return new([.. answers.SkipLast(1).OrderBy(answer => answer["line"]!.GetValue<long>())], answers[^1]);
    }

    private static string With(string line, string more) => more.Length == 0 ? line : $"{line[..^1]},{more}}}";
}

/// <summary>The answers in the order of the lines, and the summary.</summary>
public sealed record Answers(IReadOnlyList<JsonObject> Of, JsonObject Summary)
{
    public string[] Results => [.. Of.Select(answer => answer["result"]!.ToString())];

    public string Error(int answer, string member = "code") => Of[answer]["errors"]![0]![member]?.ToString() ?? "";
}
