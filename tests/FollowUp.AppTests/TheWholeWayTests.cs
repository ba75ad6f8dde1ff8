using System.Net;
using System.Text.Json.Nodes;
using FollowUp.Access;

namespace FollowUp.AppTests;

/// <summary>From surgery through the nurse's call to the testosterone answer, and back before a retraction.</summary>
public sealed class TheWholeWayTests(AppFixture app)
{
    private readonly HttpClient _nurse = app.As(Roles.Nurse);

    [Fact]
    public async Task A_baseline_retracted_changes_every_answer_and_the_past_still_shows_the_old()
    {
        var man = await _nurse.EnrolAsync();
        await Record(man, "earlier-procedures", """{"type":"CTESE","performedOn":"2024-06","outcome":"NotFound"}""");
        var baseline = await Record(man, "hormone-results", Testosterone("2026-02-10T08:30", "18.0"));
        await Record(man, "hormone-results", Testosterone("2025-09-01T08:30", "15.0"));
        await Record(man, "procedures", """{"type":"MTESE","performedOn":"2026-03-02","side":"Both","outcome":"NotFound","inductionAt":"08:10:00"}""");
        var contact = await Record(man, "contacts", """{"madeAt":"2026-04-14T10:20","kind":"Call","complications":"None","identityChecked":"Yes"}""");
        await Record(man, "pain-episodes", """{"reportedAt":"2026-04-14T10:20","nrs":4,"site":"LowerAbdomen"}""");
        await Record(man, "analgesics", """{"takenAt":"2026-04-14T08:00","drug":"Paracetamol","milligrams":1000}""");
        await Record(man, "hormone-results", Testosterone("2026-10-05T08:20", "11.0"));

        var chart = await _nurse.Get($"/patients/{man}/chart");
        var window = Window(chart);
        contact["consequences"]!["closedItems"]!.AsArray().Select(item => item!["recall"]!.ToString()).ShouldBe(["CONTACT_6W"]);
        Percent(window).ShouldBe(61.1m);
        Flag(chart, "status").ShouldBe("LowUnconfirmed");
        Flag(chart, "significantDecline").ShouldBe("true");

        app.Time.Advance(TimeSpan.FromSeconds(1));
        var before = app.Time.GetUtcNow();
        app.Time.Advance(TimeSpan.FromMinutes(1));
        var retraction = await _nurse.Post(
            $"/patients/{man}/entries/{baseline.Text("id")}/retractions", """{"reason":"SourceError","note":"other man's sample"}""", ("If-Match", chart.ETag!));

        retraction.Status.ShouldBe(HttpStatusCode.Created, retraction.Body?.ToJsonString());
        retraction["changed"]!.AsArray().Select(name => name!.ToString()).ShouldContain("recovery");
        var after = await _nurse.Get($"/patients/{man}/chart");
        Percent(Window(after)).ShouldBe(73.3m);
        Flag(after, "significantDecline").ShouldBe("false");
        var past = await _nurse.Get($"/patients/{man}/chart?asOf={before:yyyy-MM-dd'T'HH:mm:ss'Z'}&on=2026-11-23");
        Percent(Window(past)).ShouldBe(61.1m);
        Flag(past, "significantDecline").ShouldBe("true");
    }

    [Theory]
    [InlineData("contacts", """{"madeAt":"2027-01-05T10:00","kind":"Call"}""", "madeAt")]
    [InlineData("hormone-results", """{"analyte":"Testosterone","value":"12","unit":"nmol/L","collectedAt":"1980-01-05T08:00","status":"Final"}""", "collectedAt")]
    [InlineData("hormone-results", """{"analyte":"Testosterone","value":"12","collectedAt":"2026-05-05T08:00","status":"Final"}""", "unit")]
    [InlineData("hormone-results", """{"analyte":"LH","value":"12","unit":"ng/mL","collectedAt":"2026-05-05T08:00","status":"Final"}""", "unit")]
    [InlineData("hormone-results", """{"analyte":"Testosterone","value":"350","unit":"nmol/L","collectedAt":"2026-05-05T08:00","status":"Final"}""", "value")]
    [InlineData("pain-episodes", """{"reportedAt":"2026-04-14T10:20","nrs":11,"site":"Scrotum"}""", "nrs")]
    [InlineData("histologies", """{"procedureId":"00000000-0000-0000-0000-000000000001","side":"Left","pattern":"SCOS"}""", "procedureId")]
    public async Task What_cannot_be_true_is_refused_with_its_field(string path, string body, string field)
    {
        var man = await _nurse.EnrolAsync();

        var reply = await _nurse.Post($"/patients/{man}/{path}", body);

        reply.Status.ShouldBe(HttpStatusCode.UnprocessableEntity, reply.Body?.ToJsonString());
        reply["errors"]!.AsArray().Select(error => error!["field"]!.ToString()).ShouldContain(field);
        reply.Text("errors.0.message").ShouldNotBeNullOrWhiteSpace();
        (await _nurse.Get($"/patients/{man}/timeline"))["lines"]!.AsArray().Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_grade_that_does_not_exist_names_those_that_do()
    {
        using var clinician = app.As(Roles.Clinician);
        var man = await _nurse.EnrolAsync();

        var reply = await clinician.Post($"/patients/{man}/complication-grades", $$"""{"complicationId":"{{Guid.NewGuid()}}","grade":"VI","gradedOn":"2026-05-05"}""");

        reply.Status.ShouldBe(HttpStatusCode.BadRequest);
        reply.Text("errors.0.field").ShouldBe("grade");
        reply.Text("errors.0.message")!.ShouldContain("IIIb");
    }

    [Fact]
    public async Task An_operation_too_soon_is_stored_with_the_reason_given()
    {
        var man = await _nurse.EnrolAsync();
        await Record(man, "procedures", """{"type":"MTESE","performedOn":"2026-03-02","side":"Left"}""");
        const string second = """{"type":"MTESE","performedOn":"2026-08-31","side":"Right"}""";

        var warned = await _nurse.Post($"/patients/{man}/procedures", second);
        var confirmed = await _nurse.Post($"/patients/{man}/procedures", second.Replace("}", ""","confirm":{"IntervalBelow6Months":"oocytes were ready"}}""", StringComparison.Ordinal));

        warned.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        warned.Text("code").ShouldBe("needs-confirmation");
        confirmed.Status.ShouldBe(HttpStatusCode.Created, confirmed.Body?.ToJsonString());
        confirmed.Text("warnings.0").ShouldBe("IntervalBelow6Months");
        (await _nurse.Get($"/patients/{man}/timeline")).Text("lines.2.fact.warnings.0.reason").ShouldBe("oocytes were ready");
    }

    [Fact]
    public async Task An_unknown_man_is_not_there()
    {
        var reply = await _nurse.Post($"/patients/{Guid.NewGuid()}/contacts", """{"madeAt":"2026-04-14T10:20","kind":"Call"}""");

        reply.Status.ShouldBe(HttpStatusCode.NotFound);
        reply.Text("errors.0.field").ShouldBe("patientId");
    }

    [Fact]
    public async Task Ten_megabytes_are_refused_and_so_is_what_is_not_utf8()
    {
        var man = await _nurse.EnrolAsync();
        using var large = new StringContent(new string(' ', 10 * 1024 * 1024) + "{}", System.Text.Encoding.UTF8, "application/json");
        using var broken = new ByteArrayContent([.. "{\"madeAt\":\""u8, 0xff, 0xfe, .. "\"}"u8]);

        using var post = new HttpRequestMessage(HttpMethod.Post, $"/patients/{man}/contacts") { Content = large };
        post.Headers.ExpectContinue = true;
        using var tooLarge = await _nurse.SendAsync(post, TestContext.Current.CancellationToken);
        using var unreadable = await _nurse.PostAsync(new Uri($"/patients/{man}/contacts", UriKind.Relative), broken, TestContext.Current.CancellationToken);

        tooLarge.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        unreadable.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    private static string Testosterone(string collectedAt, string value) =>
        $$"""{"analyte":"Testosterone","value":"{{value}}","unit":"nmol/L","collectedAt":"{{collectedAt}}","status":"Final","laboratory":"CENTRALLAB","method":"LC-MS/MS","acutelyIll":"No"}""";

    private static JsonNode Window(Reply chart) => chart["answers"]!["recovery"]!.AsArray()[^1]!["windows"]!.AsArray()[0]!;

    private static decimal Percent(JsonNode window) => Math.Round(window["ofIndex"]!["percent"]!.GetValue<decimal>(), 1, MidpointRounding.AwayFromZero);

    private static string Flag(Reply chart, string name) => chart["answers"]!["hypogonadism"]!["present"]![name]!.ToJsonString().Trim('"');

    private async Task<Reply> Record(string man, string path, string body)
    {
        var reply = await _nurse.Post($"/patients/{man}/{path}", body);
        reply.Status.ShouldBe(HttpStatusCode.Created, reply.Body?.ToJsonString());
        return reply;
    }
}
