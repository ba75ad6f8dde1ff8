using System.Net;
using System.Text.Json.Nodes;
using FollowUp.Access;
using FollowUp.AppTests.CommandLine;
using FollowUp.Patients.Pages.Chart;

namespace FollowUp.AppTests.Patients;

/// <summary>Every answer is explained in both languages, also as of an earlier instant, and the effect of an entry can be previewed.</summary>
public sealed class ExplanationTests(AppFixture app)
{
    private readonly HttpClient _nurse = app.As(Roles.Nurse);

    [Fact]
    public async Task An_item_still_due_names_the_operation_its_days_and_the_call_that_did_not_close_it()
    {
        var (man, operation) = await Operated();
        var call = await Record(man, "contacts", """{"madeAt":"2026-11-16T10:00","kind":"Call"}""");

        var why = await Item(man, "CONTACT_6W", "?on=2026-11-20&lang=en");

        why["why"]!["outcome"]!.ToString().ShouldBe("Due");
        why["why"]!["basis"]!["id"]!.ToString().ShouldBe("standard-1");
        why["why"]!["used"]!.AsArray().ShouldContain(fact => fact!["id"]!.ToString() == operation && fact["role"]!.ToString() == "Anchor");
        why["why"]!["leftOut"]!.AsArray().ShouldContain(fact => fact!["id"]!.ToString() == call && fact["reasons"]![0]!.ToString() == "NoAnswerOnComplications");
        why["why"]!["compared"]!.AsArray().ShouldContain(compared =>
            compared!["value"]!.ToString() == "2026-11-20" && compared["threshold"]!.ToString() == "2026-11-12" && compared["holds"]!.GetValue<bool>());
        Sentences(why)[0].ShouldBe("six-week contact after operation (1 October 2026): due on 12 November 2026, in time until 26 November 2026.");
        Sentences(why).ShouldContain("Left out: contact (16 November 2026 10:00); he gave no answer about complications.");
    }

    [Fact]
    public async Task The_browser_s_language_decides_unless_one_is_named_and_Turkish_is_written_as_Turkish()
    {
        var (man, _) = await Operated();
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/patients/{man}/explanations/dueItems?on=2026-11-20");
        request.Headers.TryAddWithoutValidation("Accept-Language", "de, tr-TR;q=0.9, en;q=0.5");

        using var response = await _nurse.SendAsync(request, TestContext.Current.CancellationToken);

        response.Content.Headers.ContentLanguage.ShouldBe(["tr"]);
        var answer = (await Reply.Of(response)).Body!;
        answer["language"]!.ToString().ShouldBe("Tr");
        answer["explanations"]!.AsArray().SelectMany(why => Sentences(why!)).ShouldContain(
            "ameliyat (1 Ekim 2026) sonrası altıncı hafta görüşmesi: 12 Kasım 2026 tarihinde yapılmalı, son gün 26 Kasım 2026.");
    }

    [Fact]
    public async Task Every_answer_of_the_chart_is_explained_and_as_of_an_instant_by_what_was_recorded_then()
    {
        var (man, _) = await Operated();
        app.Time.Advance(TimeSpan.FromSeconds(1));
        var before = app.Time.GetUtcNow();
        app.Time.Advance(TimeSpan.FromMinutes(1));
        await Record(man, "contacts", """{"madeAt":"2026-11-16T10:00","kind":"Call","complications":"None"}""");

        var all = await _nurse.Get($"/patients/{man}/explanations?on=2026-11-20");
        var then = await Item(man, "CONTACT_6W", $"?on=2026-11-20&asOf={before:yyyy-MM-ddTHH:mm:ssZ}");

        all["explanations"]!.AsArray().Select(why => why!["why"]!["of"]!.ToString().Split('.')[0]).Distinct()
            .ShouldBeSubsetOf((await _nurse.Get($"/patients/{man}/chart"))["answers"]!.AsObject().Select(answer => answer.Key));
        then["why"]!["outcome"]!.ToString().ShouldBe("Due");
        (await Item(man, "CONTACT_6W", "?on=2026-11-20"))["why"]!["outcome"]!.ToString().ShouldBe("Satisfied");
    }

    [Theory]
    [InlineData("explanations/nonsense", HttpStatusCode.NotFound, "question", "due-items")]
    [InlineData("explanations?lang=de", HttpStatusCode.BadRequest, "lang", "tr or en")]
    [InlineData("explanations?ruleSet=EAU-1999", HttpStatusCode.BadRequest, "ruleSet", "EAU-2023.1")]
    [InlineData("explanations?asof=now", HttpStatusCode.BadRequest, "asOf", "Write it as")]
    [InlineData("explanations?langs=en", HttpStatusCode.BadRequest, "langs", "no such parameter")]
    [InlineData("entries/0190a1b2-0000-7000-8000-000000000001/ripple", HttpStatusCode.NotFound, "entryId", "timeline")]
    public async Task What_cannot_be_explained_is_refused_with_a_remedy(string address, HttpStatusCode status, string field, string remedy)
    {
        var man = await _nurse.EnrolAsync();

        var reply = await _nurse.Get($"/patients/{man}/{address}");

        reply.Status.ShouldBe(status, reply.Body?.ToJsonString());
        reply.Text("errors.0.field").ShouldBe(field, StringCompareShould.IgnoreCase);
        reply.Text("errors.0.message")!.ShouldContain(remedy);
    }

    [Fact]
    public async Task The_answers_about_a_man_of_another_clinic_are_not_explained()
    {
        var man = await _nurse.EnrolAsync();
        using var stranger = app.As(Roles.Nurse, "made-up");

        (await stranger.Get($"/patients/{man}/explanations")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_a_correction_would_change_is_shown_before_it_is_saved_and_is_what_it_then_changed()
    {
        var (man, operation) = await Operated();
        var chart = await _nurse.Get($"/patients/{man}/chart");
        const string correction = """{"reason":"TypingError","changes":{"performedOn":"2026-09-01"}}""";
        var address = $"/patients/{man}/entries/{operation}/corrections";
        var seen = ("If-Match", chart.ETag!);

        var proposed = await _nurse.Post($"{address}?dryRun=true", correction, seen);
        proposed.Status.ShouldBe(HttpStatusCode.OK, proposed.Body?.ToJsonString());
        (await _nurse.Get($"/patients/{man}/chart")).ETag.ShouldBe(chart.ETag);

        var saved = await _nurse.Post(address, correction, seen);
        var ripple = await _nurse.Get($"/patients/{man}/entries/{saved.Text("id")}/ripple");

        saved.Status.ShouldBe(HttpStatusCode.Created, saved.Body?.ToJsonString());
        JsonNode.DeepEquals(ripple["changed"], proposed["changed"]).ShouldBeTrue();
        var due = ripple["changed"]!.AsArray().Single(changed => changed!["answer"]!.ToString() == "dueItems")!;
        due["before"]!["items"]![0]!["performedOn"]!.ToString().ShouldBe("2026-10-01");
        due["after"]!["items"]![0]!["performedOn"]!.ToString().ShouldBe("2026-09-01");
        var sixWeeks = due["outcomes"]!.AsArray().Single(change => change!["of"]!.ToString() == "dueItems.state" && change["item"]!.ToString() == "CONTACT_6W")!;
        (sixWeeks["before"]!.ToString(), sixWeeks["after"]!.ToString()).ShouldBe(("Due", "Overdue"));
        saved["changed"]!.AsArray().Select(name => name!.ToString()).ShouldBe(ripple["changed"]!.AsArray().Select(changed => changed!["answer"]!.ToString()));
        JsonNode.DeepEquals(saved["before"]!["dueItems"], due["before"]).ShouldBeTrue();
    }

    [Fact]
    public async Task A_dry_run_refuses_what_saving_would_refuse_and_a_misspelt_one_stores_nothing()
    {
        var (man, _) = await Operated();
        var version = (await _nurse.Get($"/patients/{man}/chart")).ETag;

        var refused = await _nurse.Post($"/patients/{man}/weights?dryRun=true", """{"measuredOn":"2027-01-01","kilograms":70}""");
        var misspelt = await _nurse.Post($"/patients/{man}/weights?dryrum=true", """{"measuredOn":"2026-10-01","kilograms":70}""");

        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        misspelt.Status.ShouldBe(HttpStatusCode.BadRequest);
        misspelt.Text("errors.0.field").ShouldBe("dryrum");
        (await _nurse.Get($"/patients/{man}/chart")).ETag.ShouldBe(version);
    }

    [Fact]
    public async Task The_command_line_explains_in_sentences()
    {
        var (man, _) = await Operated();

        var said = await app.BesideServerAsync("izmir", "explain", man, "due-items", "--on", "2026-11-20", "--lang", "tr");

        said.ExitCode.ShouldBe(0, said.Error);
        said.Out.ShouldContain("ameliyat (1 Ekim 2026) sonrası altıncı hafta görüşmesi: 12 Kasım 2026 tarihinde yapılmalı");
    }

    private static string[] Sentences(JsonNode explained) => [.. explained["sentences"]!.AsArray().Select(sentence => sentence!.ToString())];

    private async Task<(string Man, string Operation)> Operated()
    {
        var man = await _nurse.EnrolAsync();
        return (man, await Record(man, "procedures", """{"type":"MTESE","performedOn":"2026-10-01","side":"Both"}"""));
    }

    private async Task<JsonNode> Item(string man, string item, string query)
    {
        var reply = await _nurse.Get($"/patients/{man}/explanations/due-items{query}");
        reply.Status.ShouldBe(HttpStatusCode.OK, reply.Body?.ToJsonString());
        return reply["explanations"]!.AsArray().Single(explained =>
            explained!["why"]!["of"]!.ToString() == "dueItems.state" && explained["why"]!["item"]!.ToString() == item)!;
    }

    private async Task<string> Record(string man, string path, string body)
    {
        var reply = await _nurse.Post($"/patients/{man}/{path}", body);
        reply.Status.ShouldBe(HttpStatusCode.Created, reply.Body?.ToJsonString());
        return reply.Text("id")!;
    }
}
