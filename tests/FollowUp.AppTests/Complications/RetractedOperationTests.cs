using System.Net;
using System.Text.Json.Nodes;
using FollowUp.Access;

namespace FollowUp.AppTests.Complications;

/// <summary>A complication whose operation is retracted (R13), over HTTP.</summary>
public sealed class RetractedOperationTests(AppFixture app)
{
    private readonly HttpClient _nurse = app.As(Roles.Nurse);

    [Fact]
    public async Task The_preview_of_a_retraction_lists_the_complication_that_it_leaves_without_its_operation_and_it_stays_marked_until_one_is_named()
    {
        var man = await _nurse.EnrolAsync();
        var first = await RecordAsync(man, "procedures", """{"type":"MTESE","performedOn":"2026-02-02","side":"Both","outcome":"NotFound"}""");
        var second = await RecordAsync(man, "procedures", """{"type":"MTESE","performedOn":"2026-09-07","side":"Both","outcome":"SpermFound"}""");
        var complication = await RecordAsync(man, "complications", $$"""{"type":"Haematoma","detectedOn":"2026-09-10","reportedBy":"Nurse","procedureId":"{{second}}"}""");
        var retractions = $"/patients/{man}/entries/{second}/retractions";
        const string retraction = """{"reason":"SourceError"}""";

        var preview = await _nurse.Post($"{retractions}?dryRun=true", retraction, await SeenAsync(man));

        preview.Status.ShouldBe(HttpStatusCode.OK, preview.Body?.ToJsonString());
        var change = preview["changed"]!.AsArray().Single(changed => changed!["answer"]!.ToString() == "complications")!["outcomes"]!.AsArray()
            .Single(outcome => outcome!["about"]!.ToString() == complication && outcome["of"]!.ToString() == "complications.operation")!;
        (change["before"]!.ToString(), change["after"]!.ToString()).ShouldBe(("Named", "Retracted"));
        (await StandsAsync(man)).ShouldBe((second, false));

        (await _nurse.Post(retractions, retraction, await SeenAsync(man))).Status.ShouldBe(HttpStatusCode.Created);
        (await StandsAsync(man)).ShouldBe((first, true));

        var named = await _nurse.Post(
            $"/patients/{man}/entries/{complication}/corrections", $$"""{"reason":"TypingError","changes":{"procedureId":"{{first}}"} }""", await SeenAsync(man));
        named.Status.ShouldBe(HttpStatusCode.Created, named.Body?.ToJsonString());
        (await StandsAsync(man)).ShouldBe((first, false));
    }

    private async Task<(string Name, string Value)> SeenAsync(string man) => ("If-Match", (await _nurse.Get($"/patients/{man}/chart")).ETag!);

    private async Task<(string Operation, bool Retracted)> StandsAsync(string man)
    {
        JsonNode only = (await _nurse.Get($"/patients/{man}/complications"))["answer.0"]!;
        return (only["operationId"]!.ToString(), only["operationRetracted"]!.GetValue<bool>());
    }

    private async Task<string> RecordAsync(string man, string path, string body)
    {
        var reply = await _nurse.Post($"/patients/{man}/{path}", body);
        reply.Status.ShouldBe(HttpStatusCode.Created, reply.Body?.ToJsonString());
        return reply.Text("id")!;
    }
}
