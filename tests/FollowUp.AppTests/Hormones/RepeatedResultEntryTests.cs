using System.Net;
using System.Text.Json.Nodes;
using FollowUp.Access;
using FollowUp.AppTests.Interop;
using FollowUp.AppTests.Pages;

namespace FollowUp.AppTests.Hormones;

/// <summary>A result that is reported again by HTTP, file or page (R80, R81).</summary>
public sealed class RepeatedResultEntryTests(AppFixture app)
{
    private const string Low = """{"analyte":"Testosterone","value":"6.1","unit":"nmol/L","collectedAt":"2025-10-06T08:50","status":"Final"}""";

    [Fact]
    public async Task A_correction_without_a_key_in_a_file_replaces_the_wrong_result()
    {
        var man = Guid.NewGuid();
        using var nurse = app.As(Roles.Nurse);
        await nurse.Import(
            Lines.Enrol(man, Guid.NewGuid()),
            $$"""{"patient":"{{man}}","id":"{{Guid.NewGuid()}}","command":"procedure_performed","type":"MTESE","performedOn":"2025-03-10","side":"Left","outcome":"NotFound"}""",
            Line(man, "14.2", "2025-02-12T08:30", "Final"),
            Line(man, "6.1", "2025-10-06T08:50", "Final"),
            Line(man, "16.1", "2025-10-06T08:50", "Corrected"));

        var recovery = (await nurse.Get($"/patients/{man}/recovery?on=2026-01-05")).Body!.ToJsonString();
        var flag = await nurse.Get($"/patients/{man}/hypogonadism?on=2026-01-05");

        recovery.ShouldContain("113.38");
        recovery.ShouldNotContain("42.95");
        flag.Body!.ToJsonString().ShouldContain("\"status\":\"Normal\"");
    }

    [Fact]
    public async Task A_correction_of_no_result_is_refused_with_the_remedy_over_http()
    {
        using var nurse = app.As(Roles.Nurse);
        var man = await nurse.EnrolAsync();

        var reply = await nurse.Post($"/patients/{man}/hormone-results", Low.Replace("Final", "Corrected", StringComparison.Ordinal));

        reply.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        reply.Text("errors.0.code").ShouldBe("CorrectsNothing");
        reply.Text("errors.0.field").ShouldBe("resultKey");
    }

    [Fact]
    public async Task Another_value_of_one_sample_is_stored_and_listed_over_http_and_asked_about_on_the_page()
    {
        using var nurse = app.As(Roles.Nurse);
        var man = await nurse.EnrolAsync();
        await nurse.Post($"/patients/{man}/hormone-results", Low);

        var reply = await nurse.Post($"/patients/{man}/hormone-results", Low.Replace("6.1", "16.1", StringComparison.Ordinal));

        reply.Status.ShouldBe(HttpStatusCode.Created, reply.Body?.ToJsonString());
        reply.Body!["warnings"]!.AsArray().Select(code => code!.ToString()).ShouldBe(["SameSampleOtherValue"]);

        using var browser = await PageClient.SignedInAsync(app, Roles.Nurse);
        await browser.OpenAsync($"/men/{man}/results");
        var page = await browser.SendAsync(
            $"/men/{man}/results", ("key", Guid.NewGuid().ToString()), ("collectedAt", "2025-10-06"), ("collectedAt.time", "08:50"), ("value.Testosterone", "18"), ("unit.Testosterone", "nmol/L"));

        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Html.ShouldContain("confirm.SameSampleOtherValue");
    }

    [Fact]
    public async Task A_key_used_again_on_another_day_is_a_result_of_its_own_over_http_and_is_listed()
    {
        using var nurse = app.As(Roles.Nurse);
        var man = await nurse.EnrolAsync();
        var keyed = Low.Replace("}", ""","resultKey":"PANEL"}""", StringComparison.Ordinal);
        await nurse.Post($"/patients/{man}/hormone-results", keyed);

        var reply = await nurse.Post($"/patients/{man}/hormone-results", keyed.Replace("2025-10-06", "2026-04-06", StringComparison.Ordinal).Replace("6.1", "9.1", StringComparison.Ordinal));

        reply.Status.ShouldBe(HttpStatusCode.Created, reply.Body?.ToJsonString());
        reply.Body!["warnings"]!.AsArray().Select(code => code!.ToString()).ShouldBe(["KeyOfAnotherSample"]);
        var samples = (await nurse.Get($"/patients/{man}/hormone-samples")).Body!.ToJsonString();
        samples.ShouldContain("6.1 nmol/L");
        samples.ShouldContain("9.1 nmol/L");
    }

    private static string Line(Guid man, string value, string at, string status) => new JsonObject
    {
        ["patient"] = man, ["id"] = Guid.NewGuid(), ["command"] = "hormone_result_reported", ["analyte"] = "Testosterone", ["value"] = value, ["unit"] = "nmol/L",
        ["collectedAt"] = at, ["status"] = status,
    }.ToJsonString();
}
