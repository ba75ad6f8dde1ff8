using System.Net;
using System.Text.Json.Nodes;
using FollowUp.Access;
using FollowUp.AppTests.Pages;
using FollowUp.Patients.Pages.Chart;
using Microsoft.Extensions.DependencyInjection;

namespace FollowUp.AppTests.Platform;

public sealed class RequestGuardTests(AppFixture app)
{
    private readonly HttpClient _nurse = app.As(Roles.Nurse);

    [Theory]
    [InlineData("""{"q":"\ud800"}""", "q", "HalfACharacter")]
    [InlineData("""{"q":"a\u0000b"}""", "q", "ControlCharacter")]
    [InlineData("""{"\ud800":"a"}""", "body", "HalfACharacter")]
    [InlineData("""{"q":"00000000-0000-0000-0000-000000000000"}""", "q", "NobodysId")]
    public async Task Text_that_nothing_can_hold_and_the_id_of_nobody_are_refused_with_their_field(string body, string field, string code)
    {
        var reply = await _nurse.Post("/patients/search", body);

        (reply.Status, reply.Text("errors.0.field"), reply.Text("errors.0.code")).ShouldBe((HttpStatusCode.BadRequest, field, code));
    }

    [Theory]
    [InlineData("/recalls/simulation")]
    [InlineData("/worklist")]
    [InlineData("/flags")]
    public async Task A_day_at_the_end_of_the_calendar_is_refused_with_what_to_send(string address)
    {
        foreach (var day in (string[])["9999-12-31", "9000-01-01", "1899-12-31", "0001-01-01"])
        {
            var reply = await _nurse.Get($"{address}?on={day}");
            reply.Status.ShouldBe(HttpStatusCode.BadRequest, reply.Body?.ToJsonString());
            reply["errors"]![0]!["field"]!.ToString().ShouldBe("on");
        }

        (await _nurse.Get($"{address}?on=1900-01-01")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Forty_kilobytes_of_combining_marks_are_refused_by_their_length_before_they_are_looked_at()
    {
        var reply = await _nurse.Post("/patients/search", new JsonObject { ["q"] = "a" + new string('\u0301', 40_000) }.ToJsonString());

        (reply.Status, reply.Text("errors.0.code")).ShouldBe((HttpStatusCode.BadRequest, "TooLong"));
        reply.Text("errors.0.message")!.ShouldContain("at most 200");
    }

    [Theory]
    [InlineData("If-Match", 100)]
    [InlineData("Idempotency-Key", 200)]
    [InlineData("traceparent", 100)]
    [InlineData("tracestate", 512)]
    public async Task A_header_longer_than_its_limit_is_refused_with_its_name_and_one_at_its_limit_is_not(string header, int most)
    {
        var above = await _nurse.Post("/patients/search", """{"q":"nobody"}""", (header, new string('7', most + 1)));
        var at = await _nurse.Post("/patients/search", """{"q":"nobody"}""", (header, new string('7', most)));

        (above.Status, above.Text("errors.0.field"), above.Text("errors.0.code")).ShouldBe((HttpStatusCode.BadRequest, header, "TooLong"));
        above.Text("errors.0.message")!.ShouldContain($"at most {most}");
        at.Status.ShouldBe(HttpStatusCode.OK, at.Body?.ToJsonString());
    }

    [Fact]
    public async Task The_description_states_how_long_a_header_may_be()
    {
        var described = (await _nurse.Get("/openapi/v1.json"))["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject()).SelectMany(operation => operation.Value!["parameters"]?.AsArray() ?? [])
            .Where(parameter => parameter!["in"]?.ToString() == "header").DistinctBy(parameter => parameter!["name"]!.ToString())
            .ToDictionary(parameter => parameter!["name"]!.ToString(), parameter => parameter!["schema"]!["maxLength"]?.GetValue<int>());

        described.ShouldBe(new Dictionary<string, int?> { ["If-Match"] = 100, ["Idempotency-Key"] = 200 }, ignoreOrder: true);
    }

    [Fact]
    public async Task A_text_above_its_limit_causes_no_work_and_one_at_its_limit_does()
    {
        using var work = new CountedWork();
        foreach (var (path, above, at) in (IEnumerable<(string, string, string)>)
        [
            ("/patients/search", $$"""{"q":"{{new string('a', 201)}}"}""", $$"""{"q":"{{new string('a', 200)}}"}"""),
            ("/patients", $$"""{"identity":{"givenName":"a","familyName":"{{new string('b', 201)}}"},"enrolment":{"enrolledOn":"2026-01-05"} }""", Men.Enrolment()),
            ($"/patients/search?from={new string('7', 1_001)}", """{"q":"a"}""", ""),
            ($"/patients/{new string('7', 1_001)}/weights", """{"measuredOn":"2026-10-01","kilograms":80}""", ""),
        ])
        {
            var refused = work.Begin();
            var reply = await _nurse.Post(path, above, ("traceparent", refused.Header));
            reply.Status.ShouldBeOneOf(HttpStatusCode.BadRequest, HttpStatusCode.NotFound);
            refused.Done.ShouldBeEmpty(path[..Math.Min(path.Length, 30)]);
            if (at.Length > 0)
            {
                var taken = work.Begin();
                (await _nurse.Post(path, at, ("traceparent", taken.Header))).Status.ShouldBeOneOf(HttpStatusCode.OK, HttpStatusCode.Created);
                taken.Done.ShouldNotBeEmpty("what is counted is seen where there is work");
            }
        }
    }

    [Theory]
    [InlineData("givenName", 200)]
    [InlineData("recordNumber", 200)]
    public async Task A_name_is_taken_at_its_limit_and_refused_one_above(string field, int most)
    {
        JsonObject Body(int length) => new()
        {
            ["identity"] = new JsonObject { ["givenName"] = "Deneme", ["familyName"] = "Sınır", [field] = $"{Guid.NewGuid():N}".PadRight(length, 'x') },
            ["enrolment"] = new JsonObject { ["enrolledOn"] = "2026-01-05" },
        };

        (await _nurse.Post("/patients", Body(most).ToJsonString())).Status.ShouldBe(HttpStatusCode.Created);
        var above = await _nurse.Post("/patients", Body(most + 1).ToJsonString());
        (above.Status, above.Text("errors.0.field"), above.Text("errors.0.code")).ShouldBe((HttpStatusCode.BadRequest, $"identity.{field}", "TooLong"));
    }

    [Fact]
    public async Task A_list_longer_than_its_limit_is_refused()
    {
        var man = await _nurse.EnrolAsync();
        var advice = new JsonArray([.. Enumerable.Repeat("Rest", 51).Select(each => (JsonNode?)each)]);

        var reply = await _nurse.Post($"/patients/{man}/contacts", new JsonObject { ["madeAt"] = "2026-11-02T10:00", ["kind"] = "Call", ["advice"] = advice }.ToJsonString());

        (reply.Status, reply.Text("errors.0.field"), reply.Text("errors.0.code")).ShouldBe((HttpStatusCode.BadRequest, "advice", "TooMany"));
    }

    [Fact]
    public async Task The_zero_id_names_no_man()
    {
        (await _nurse.Get($"/patients/{Guid.Empty}/chart")).Status.ShouldBe(HttpStatusCode.BadRequest);
        var enrolled = await _nurse.Post("/patients", $$$"""{"id":"{{{Guid.Empty}}}","identity":{"givenName":"a","familyName":"b"},"enrolment":{"enrolledOn":"2026-01-05"}}""");
        (enrolled.Status, enrolled.Text("errors.0.field")).ShouldBe((HttpStatusCode.BadRequest, "id"));
    }

    [Theory]
    [InlineData(Roles.Nurse, "/ledger?asOf=2026-11-01T00:00:00Z", "asOf")]
    [InlineData(Roles.Administrator, "/identity-reads?asOf=2026-11-01T00:00:00Z", "asOf")]
    [InlineData(Roles.Administrator, "/identity-reads?By=x&limit=3", "limit")]
    [InlineData(Roles.Nurse, "/worklist?asof1=2026-11-01T00:00:00Z", "asof1")]
    public async Task A_parameter_that_an_address_does_not_know_is_refused_and_not_ignored(string role, string address, string field)
    {
        using var client = app.As(role);

        var reply = await client.Get(address);

        (reply.Status, reply.Text("errors.0.field"), reply.Text("errors.0.code")).ShouldBe((HttpStatusCode.BadRequest, field, "UnknownParameter"));
    }

    [Theory]
    [InlineData("GET", "/nothing/here", 404, "no-such-address")]
    [InlineData("DELETE", "/worklist", 405, "method-not-allowed")]
    public async Task Every_refusal_without_words_is_a_problem(string method, string address, int status, string code)
    {
        using var request = new HttpRequestMessage(new(method), address);

        using var response = await _nurse.SendAsync(request, TestContext.Current.CancellationToken);

        ((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType).ShouldBe((status, "application/problem+json"));
        JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!["code"]!.ToString().ShouldBe(code);
    }

    [Fact]
    public async Task Without_a_token_the_answer_is_a_problem_and_nobody_keeps_an_answer()
    {
        using var stranger = new HttpClient { BaseAddress = app.Url };
        using var refused = await stranger.GetAsync(new Uri("/worklist", UriKind.Relative), TestContext.Current.CancellationToken);
        (refused.StatusCode, refused.Content.Headers.ContentType?.MediaType).ShouldBe((HttpStatusCode.Unauthorized, "application/problem+json"));

        using var answered = await _nurse.GetAsync(new Uri("/worklist", UriKind.Relative), TestContext.Current.CancellationToken);
        answered.Headers.CacheControl!.NoStore.ShouldBeTrue();
        answered.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
    }

    [Fact]
    public async Task A_browser_that_looks_for_a_page_that_is_not_there_is_shown_a_page()
    {
        using var browser = await PageClient.SignedInAsync(app, Roles.Nurse);
        browser.AcceptHtml();

        var page = await browser.OpenAsync("/men/nothing-here");

        page.Status.ShouldBe(HttpStatusCode.NotFound);
        page.Html.ShouldContain("There is nothing at this address.");
    }

    [Fact]
    public void Of_two_clinics_the_sign_in_is_of_neither()
    {
        var registry = app.App.Services.GetRequiredService<ClinicRegistry>();
        static System.Security.Claims.ClaimsPrincipal With(params string[] clinics) => new(new System.Security.Claims.ClaimsIdentity(
            [new("sub", "a"), new("role", Roles.Nurse), .. clinics.Select(clinic => new System.Security.Claims.Claim("clinic", clinic))], "test"));

        SignedIn.From(With("izmir"), registry)!.Clinic.Id.ShouldBe("izmir");
        SignedIn.From(With("izmir", "made-up"), registry).ShouldBeNull();
        SignedIn.From(With(), registry).ShouldBeNull();
    }
}
