using System.Text.Json.Nodes;
using FollowUp.Recording.Commands;

namespace FollowUp.AppTests.Platform;

public sealed class DescriptionTests(AppFixture app)
{
    [Fact]
    public async Task The_interface_describes_itself_with_dates_enums_and_examples()
    {
        using var anybody = new HttpClient { BaseAddress = app.Url };

        var description = await anybody.Get("/openapi/v1.json");

        description.Text("openapi")!.ShouldStartWith("3.1");
        description.Text("components.schemas.LocalDate.format").ShouldBe("date");
        description["components"]!["schemas"]!["ProcedureType"]!["enum"]!.AsArray().Select(value => value!.ToString()).ShouldBe(["TESA", "CTESE", "MTESE"]);
        var contact = description["paths"]!["/patients/{patientId}/contacts"]!["post"]!;
        contact["requestBody"]!["content"]!["application/json"]!["example"]!["madeAt"]!.ToString().ShouldBe("2026-03-05T08:35");
        contact["parameters"]!.AsArray().Select(parameter => parameter!["name"]!.ToString()).ShouldContain("Idempotency-Key");
    }

    [Fact]
    public async Task Explanations_ripples_and_adoptions_are_shown_by_example()
    {
        using var anybody = new HttpClient { BaseAddress = app.Url };

        var paths = (await anybody.Get("/openapi/v1.json"))["paths"]!;

        Example(paths["/patients/{patientId}/explanations"]!["get"]!, "200")["explanations"]![0]!["sentences"]![0]!.ToString().ShouldBe("He does not want to be reminded.");
        Example(paths["/patients/{patientId}/entries/{entryId}/ripple"]!["get"]!, "200")["changed"]![0]!["outcomes"]![0]!["after"]!.ToString().ShouldBe("No");
        Example(paths["/guidelines/adoptions"]!["post"]!, "201")["ruleSet"]!.ToString().ShouldBe("BSSM-2023.1");
        Example(paths["/guidelines/{id}/difference"]!["get"]!, "200")["changed"]![0]!["changes"]![0]!["before"]!.ToString().ShouldBe("LowUnconfirmed");
    }

    [Fact]
    public async Task What_is_answered_when_something_fails_after_the_commit_is_described_where_facts_are_recorded()
    {
        using var anybody = new HttpClient { BaseAddress = app.Url };

        var description = await anybody.Get("/openapi/v1.json");

        foreach (var (path, usual) in ((string, string)[])[
            ("/patients", "RecordedAnswer"), ("/patients/{patientId}/contacts", "RecordedAnswer"), ("/patients/{patientId}/entries/{entryId}/corrections", "RecordedAnswer"),
            ("/patients/{patientId}/entries/{entryId}/retractions", "RecordedAnswer"), ("/patients/{patientId}/merges", "MergeAnswer"),
            ("/patients/{patientId}/merges/{mergeId}/undo", "MergeAnswer"), ("/patients/{patientId}/erasure", "ErasureAnswer")])
        {
            var answer = description["paths"]![path]!["post"]!["responses"]!["201"]!;
            answer["description"]!.ToString().ShouldContain("do not send it again under another id", customMessage: path);
            answer["content"]!["application/json"]!["schema"]!["oneOf"]!.AsArray().Select(one => one!["$ref"]!.ToString())
                .ShouldBe([$"#/components/schemas/{usual}", "#/components/schemas/StoredAnswer"], path);
        }

        var stored = description["components"]!["schemas"]!["StoredAnswer"]!;
        stored["required"]!.AsArray().Select(name => name!.ToString()).ShouldBe(["id", "patientId", "version", "recordedAt", "warnings", "notKnown", "readAt"]);
        stored["properties"]!["recordedAt"]!.ToJsonString().ShouldContain("Instant");
        stored["properties"]!["notKnown"]!["description"]!.ToString().ShouldContain("what to do");
    }

    private static JsonNode Example(JsonNode operation, string status) =>
        operation["responses"]![status]!["content"]!.AsObject().First().Value!["example"]!;

    [Fact]
    public async Task Every_example_of_a_fact_can_be_read_as_it_stands()
    {
        using var anybody = new HttpClient { BaseAddress = app.Url };
        var description = await anybody.Get("/openapi/v1.json");
        using var nurse = app.As(FollowUp.Access.Roles.Clinician);
        var man = await nurse.EnrolAsync();

        foreach (var (path, operations) in description["paths"]!.AsObject().Where(pair => pair.Key.StartsWith("/patients/{patientId}/", StringComparison.Ordinal)))
        {
            if (operations!["post"]?["requestBody"]?["content"]?["application/json"]?["example"] is JsonObject example && !path.Contains("entryId", StringComparison.Ordinal))
            {
                var body = (JsonObject)example.DeepClone();
                body.Remove("id");
                var reply = await nurse.Post(path.Replace("{patientId}", man, StringComparison.Ordinal), body.ToJsonString());
                reply.Status.ShouldNotBe(System.Net.HttpStatusCode.BadRequest, $"{path} {reply.Body?.ToJsonString()}");
            }
        }
    }

    [Fact]
    public async Task The_page_to_browse_it_is_there()
    {
        using var anybody = new HttpClient { BaseAddress = app.Url };

        var page = await anybody.GetStringAsync(new Uri("/docs/", UriKind.Relative), TestContext.Current.CancellationToken);

        page.ShouldContain("FollowUp");
        page.ShouldContain("\"showDeveloperTools\":\"never\"");
        page.ShouldContain("\"telemetry\":false");
        page.ShouldContain("\"agent\":{\"disabled\":true}");
    }
}
