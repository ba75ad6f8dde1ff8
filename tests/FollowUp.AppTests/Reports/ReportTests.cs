using System.Net;
using System.Text.Json.Nodes;
using FollowUp.Access;

namespace FollowUp.AppTests.Reports;

/// <summary>The reports of a clinic of its own, so that no other test's men are counted.</summary>
public sealed class ReportTests(AppFixture app)
{
    private const string Clinic = "counted";

    private readonly HttpClient _nurse = app.As(Roles.Nurse, Clinic);

    private readonly HttpClient _researcher = app.As(Roles.Researcher, Clinic);

    [Fact]
    public async Task A_salvage_man_is_counted_as_of_any_instant_and_for_research_once_he_agrees()
    {
        var man = await _nurse.EnrolAsync();
        await Record(man, "earlier-procedures", """{"type":"MTESE","performedOn":"2024-06","outcome":"NotFound"}""");
        await Record(man, "hormone-results", Testosterone("2026-02-10T08:30", "20.0"));
        var operation = await Record(man, "procedures", """{"type":"MTESE","performedOn":"2026-03-02","side":"Both","outcome":"NotFound"}""");
        await Record(man, "hormone-results", Testosterone("2026-10-05T08:20", "17.0"));
        app.Time.Advance(TimeSpan.FromSeconds(1));
        var before = app.Time.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", System.Globalization.CultureInfo.InvariantCulture);
        app.Time.Advance(TimeSpan.FromMinutes(1));
        await Correct(man, operation.Text("id")!, """{"reason":"TypingError","changes":{"outcome":"SpermFound"}}""");

        Found(await _nurse.Get("/reports/sperm-retrieval")).ShouldBe("1 of 1");
        var past = await _nurse.Get($"/reports/sperm-retrieval?asOf={before}&on=2026-11-23");
        Found(past).ShouldBe("0 of 1");
        (await _nurse.Get($"/reports/sperm-retrieval?asOf={before}&on=2026-11-23")).Body!.ToJsonString().ShouldBe(past.Body!.ToJsonString());
        past.Text("header.data").ShouldBe("synthetic men: none of them is a patient");

        var percent = Rows(await _nurse.Get("/reports/testosterone-return"), "months6To9").First(row => row["group"]!.ToString() == "Operations, repeat");
        percent["percentMean"]!["mean"]!.GetValue<double>().ShouldBe(85);

        (await _researcher.Get("/reports/sperm-retrieval")).Text("header.men").ShouldBe("0, and <5 left out who have not agreed to research use");
        await Record(man, "research-agreements", """{"statedOn":"2026-03-02","agrees":true}""");
        var research = await _researcher.Get("/reports/sperm-retrieval");
        Rows(research, "salvage").First()["found"]!.ToJsonString().ShouldContain("withheld");
        research.Body!.ToJsonString().ShouldNotContain(man);
    }

    [Theory]
    [InlineData("table", "text/plain", "As recorded at")]
    [InlineData("csv", "text/csv", "header,As recorded at,")]
    [InlineData("json", "application/json", "\"asOf\":")]
    [InlineData("html", "text/html", "<h1>Testosterone return after repeat surgery</h1>")]
    [InlineData("pdf", "application/pdf", "%PDF-")]
    public async Task A_report_comes_in_five_forms(string format, string mediaType, string holds)
    {
        using var response = await _nurse.GetAsync(
            new Uri($"/reports/testosterone-return?format={format}", UriKind.Relative), TestContext.Current.CancellationToken);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Content.Headers.ContentType!.MediaType.ShouldBe(mediaType);
        (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain(holds);
    }

    [Theory]
    [InlineData("/reports/pregnancies", HttpStatusCode.NotFound, "name", "sperm-retrieval")]
    [InlineData("/reports/sperm-retrieval?format=xlsx", HttpStatusCode.BadRequest, "format", "csv, html, json, pdf, table")]
    [InlineData("/reports/sperm-retrieval?by=shoe-size", HttpStatusCode.BadRequest, "by", "previous-technique")]
    [InlineData("/reports/sperm-retrieval?by=karyotype,karyotype", HttpStatusCode.BadRequest, "by", "each once")]
    [InlineData("/reports/completeness?by=karyotype", HttpStatusCode.BadRequest, "by", "Leave out by")]
    [InlineData("/reports/sperm-retrieval?upToEvent=-1", HttpStatusCode.BadRequest, "upToEvent", "from 0")]
    [InlineData("/reports/sperm-retrieval?upToEvent=99999999999", HttpStatusCode.BadRequest, "upToEvent", "The last event")]
    [InlineData("/reports/sperm-retrieval?upToEvent=last", HttpStatusCode.BadRequest, "upToEvent", "Send a whole number.")]
    [InlineData("/reports/sperm-retrieval?on=2999-01-01", HttpStatusCode.BadRequest, "on", "still to come")]
    [InlineData("/reports/sperm-retrieval/snapshot?on=2999-01-01", HttpStatusCode.BadRequest, "on", "still to come")]
    [InlineData("/reports/sperm-retrieval/figures/pie", HttpStatusCode.NotFound, "figure", "Send one of")]
    [InlineData("/reports/sperm-retrieval/figures/salvageRates?format=gif", HttpStatusCode.BadRequest, "format", "png, svg")]
    [InlineData("/reports/sperm-retrieval?ruleSet=EAU-1999", HttpStatusCode.BadRequest, "ruleSet", "EAU-2023.1")]
    [InlineData("/reports/sperm-retrieval?asOf=yesterday", HttpStatusCode.BadRequest, "asOf", "2026-03-05T08:35:00Z")]
    [InlineData("/reports/sperm-retrieval?asOf=2999-01-01T00:00:00Z", HttpStatusCode.BadRequest, "asOf", "Leave asOf out")]
    public async Task What_cannot_be_asked_is_refused_with_what_can(string address, HttpStatusCode status, string field, string remedy)
    {
        var reply = await _nurse.Get(address);

        reply.Status.ShouldBe(status);
        reply.Text("errors.0.field").ShouldBe(field);
        reply.Text("errors.0.message")!.ShouldContain(remedy);
    }

    [Fact]
    public async Task An_administrator_has_no_reports()
    {
        using var administrator = app.As(Roles.Administrator, Clinic);

        (await administrator.Get("/reports/sperm-retrieval")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task The_work_of_nurses_is_for_clinicians_and_administrators_alone()
    {
        using var administrator = app.As(Roles.Administrator, Clinic);
        using var clinician = app.As(Roles.Clinician, Clinic);

        (await administrator.Get("/reports/by-nurse")).Status.ShouldBe(HttpStatusCode.OK);
        (await clinician.Get("/reports/by-nurse")).Status.ShouldBe(HttpStatusCode.OK);
        (await _nurse.Get("/reports/by-nurse")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await _researcher.Get("/reports/by-nurse")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await administrator.Get("/reports")).Body!.AsArray().Select(report => report!["name"]!.ToString()).ShouldBe(["by-nurse"]);
    }

    [Fact]
    public async Task The_list_says_what_each_report_answers()
    {
        var reply = await _researcher.Get("/reports");

        reply.Body!.AsArray().Select(report => report!["name"]!.ToString()).ShouldBe(
            ["completeness", "complications", "published", "sperm-retrieval", "testosterone-return"]);
        reply.Text("0.formats")!.ShouldContain("table");
    }

    private static string Testosterone(string collectedAt, string value) =>
        $$"""{"analyte":"Testosterone","value":"{{value}}","unit":"nmol/L","collectedAt":"{{collectedAt}}","status":"Final","acutelyIll":"No"}""";

    private static IEnumerable<JsonNode> Rows(Reply report, string table) =>
        report["tables"]!.AsArray().Single(each => each!["key"]!.ToString() == table)!["rows"]!.AsArray().OfType<JsonNode>();

    private static string Found(Reply report)
    {
        var found = Rows(report, "salvage").First()["found"]!;
        return $"{found["count"]} of {found["of"]}";
    }

    private async Task<Reply> Record(string man, string path, string body)
    {
        var reply = await _nurse.Post($"/patients/{man}/{path}", body);
        reply.Status.ShouldBe(HttpStatusCode.Created, reply.Body?.ToJsonString());
        return reply;
    }

    private async Task Correct(string man, string entry, string body)
    {
        var chart = await _nurse.Get($"/patients/{man}/chart");
        var reply = await _nurse.Post($"/patients/{man}/entries/{entry}/corrections", body, ("If-Match", chart.ETag!));
        reply.Status.ShouldBe(HttpStatusCode.Created, reply.Body?.ToJsonString());
    }
}
