using System.Net;
using System.Text.Json.Nodes;
using FollowUp.Access;

namespace FollowUp.AppTests.Recalls;

/// <summary>What the interface says of operations of one day (R12) and of complications whose operation no longer stands (R13); in a clinic of their own, which is counted.</summary>
public sealed class SameDayDoorTests(SameDayDoorTests.OwnServer app) : IClassFixture<SameDayDoorTests.OwnServer>
{
    public sealed class OwnServer : AppFixture;

    // 42 days before the clinic's date.
    private const string Day = "2026-10-12";

    private readonly HttpClient _nurse = app.As(Roles.Nurse, "made-up");

    [Fact]
    public async Task R12_both_sides_of_one_day_are_one_clock_one_item_one_alert_and_one_man_in_the_simulation()
    {
        using var nurse = app.As(Roles.Nurse, "counted");
        var man = await nurse.EnrolAsync();
        var right = await RecordAsync(nurse, man, "procedures", $$"""{"type":"MTESE","performedOn":"{{Day}}","side":"Right"}""");
        await RecordAsync(nurse, man, "procedures", $$"""{"type":"MTESE","performedOn":"{{Day}}","side":"Left","confirm":{"SameOperationDay":"the other side"} }""");
        await RecordAsync(nurse, man, "contacts", """{"madeAt":"2026-11-02T10:00","kind":"Call","script":{"SwellingPersists":"Yes"} }""");

        var row = (await nurse.Get("/worklist"))["rows"]!.AsArray().ShouldHaveSingleItem()!;
        row["items"]!.AsArray().Select(item => $"{item!["recall"]} {item["procedureId"]} {item["due"]}").ShouldContain($"CONTACT_6W {right} 2026-11-23");
        row["items"]!.AsArray().Select(item => item!["recall"]!.ToString()).ShouldBeUnique();
        row["items"]!.AsArray().ShouldAllBe(item => item!["procedureId"]!.ToString() == right);
        var alert = row["alerts"]!.AsArray().ShouldHaveSingleItem()!;
        alert["trigger"]!.ToString().ShouldBe("SwellingPersists");

        var operations = (await nurse.Get($"/patients/{man}/operations"))["answer"]!.AsArray();
        operations.ShouldHaveSingleItem()!["number"]!.ToString().ShouldBe("1");
        operations[0]!["salvage"]!.ToString().ShouldBe("false");

        var simulated = await nurse.Get("/recalls/simulation?weeks=1");
        (simulated.Text("men"), simulated.Text("weeks.0.due.CONTACT_6W")).ShouldBe(("1", "1"));
    }

    [Fact]
    public async Task R13_the_preview_of_a_retraction_lists_the_complication_that_goes_to_another_operation_and_what_is_saved_is_the_same()
    {
        var man = await _nurse.EnrolAsync();
        var first = await RecordAsync(_nurse, man, "procedures", """{"type":"MTESE","performedOn":"2026-06-01","side":"Both"}""");
        var second = await RecordAsync(_nurse, man, "procedures", $$"""{"type":"MTESE","performedOn":"{{Day}}","side":"Both","confirm":{"IntervalBelow6Months":"wished by the couple"} }""");
        var complication = await RecordAsync(
            _nurse, man, "complications", $$"""{"type":"Haematoma","detectedOn":"2026-10-20","reportedBy":"Patient","procedureId":"{{second}}"}""");
        await RecordAsync(_nurse, man, "contacts", """{"madeAt":"2026-10-20T10:00","kind":"Call","script":{"SwellingPersists":"Yes"} }""");
        (await RowAsync(man))["alerts"]!.AsArray().ShouldBeEmpty("eight days after the second operation it is not late");
        (await StepsAsync(man)).ShouldContain($"CONTACT_6W {second}");
        var weeks = await SixWeekItemsAsync();

        var chart = await _nurse.Get($"/patients/{man}/chart");
        var retraction = $"/patients/{man}/entries/{second}/retractions";
        var preview = await _nurse.Post($"{retraction}?dryRun=true", """{"reason":"WrongPatient"}""", ("If-Match", chart.ETag!));

        preview.Status.ShouldBe(HttpStatusCode.OK, preview.Body?.ToJsonString());
        var changed = preview["changed"]!.AsArray().Single(each => each!["answer"]!.ToString() == "complications")!;
        ShouldBelong(changed["before"]!, complication, second, retracted: false);
        ShouldBelong(changed["after"]!, complication, first, retracted: true);
        ShouldBelong((await _nurse.Get($"/patients/{man}/complications"))["answer"]!, complication, second, retracted: false, "a preview stores nothing");

        (await _nurse.Post(retraction, """{"reason":"WrongPatient"}""", ("If-Match", chart.ETag!))).Status.ShouldBe(HttpStatusCode.Created);

        ShouldBelong((await _nurse.Get($"/patients/{man}/complications"))["answer"]!, complication, first, retracted: true);
        var row = await RowAsync(man);
        (await StepsAsync(man)).ShouldAllBe(step => step.EndsWith(first, StringComparison.Ordinal), "the clock is the first operation's again");
        row["alerts"]!.AsArray().ShouldHaveSingleItem()!["trigger"]!.ToString().ShouldBe("SwellingPersists", "141 days after the first operation");
        (await SixWeekItemsAsync()).ShouldBe(weeks - 1);
    }

    private static void ShouldBelong(JsonNode answer, string complication, string operation, bool retracted, string? why = null)
    {
        var standing = answer.AsArray().Single(each => each!["id"]!.ToString() == complication)!;
        (standing["operationId"]!.ToString(), standing["operationRetracted"]!.GetValue<bool>()).ShouldBe((operation, retracted), why);
    }

    private static async Task<string> RecordAsync(HttpClient nurse, string man, string path, string fact)
    {
        var reply = await nurse.Post($"/patients/{man}/{path}", fact);
        reply.Status.ShouldBe(HttpStatusCode.Created, reply.Body?.ToJsonString());
        return reply.Text("id")!;
    }

    private async Task<JsonNode> RowAsync(string man) =>
        (await _nurse.Get("/worklist?limit=5000"))["rows"]!.AsArray().Single(row => row!["patientId"]!.ToString() == man)!;

    private async Task<IReadOnlyList<string>> StepsAsync(string man) =>
        [.. (await RowAsync(man))["items"]!.AsArray().Select(item => $"{item!["recall"]} {item["procedureId"]}")];

    private async Task<int> SixWeekItemsAsync() =>
        (await _nurse.Get("/recalls/simulation?weeks=1"))["weeks"]![0]!["due"]!["CONTACT_6W"]?.GetValue<int>() ?? 0;
}
