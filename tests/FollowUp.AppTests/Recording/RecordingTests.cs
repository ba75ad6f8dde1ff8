using System.Net;
using FollowUp.Access;

namespace FollowUp.AppTests.Recording;

public sealed class RecordingTests(AppFixture app)
{
    private const string Contact = """{"madeAt":"2026-11-23T10:00","kind":"Call","complications":"None"}""";

    private readonly HttpClient _nurse = app.As(Roles.Nurse);

    [Fact]
    public async Task A_fact_is_answered_with_its_place_and_who_recorded_it()
    {
        var man = await _nurse.EnrolAsync();

        var reply = await _nurse.Post($"/patients/{man}/contacts", Contact);

        reply.Status.ShouldBe(HttpStatusCode.Created, reply.Body?.ToJsonString());
        reply.Text("version").ShouldBe("2");
        var timeline = await _nurse.Get($"/patients/{man}/timeline");
        timeline.Text("lines.1.kind").ShouldBe("contact_made");
        timeline.Text("lines.1.recordedBy").ShouldBe("nurse-1");
    }

    [Fact]
    public async Task The_same_request_under_one_key_is_stored_once_and_answered_alike()
    {
        var man = await _nurse.EnrolAsync();
        var key = ("Idempotency-Key", Guid.NewGuid().ToString());

        var first = await _nurse.Post($"/patients/{man}/contacts", Contact, key);
        await _nurse.Post($"/patients/{man}/contact-attempts", """{"attemptedAt":"2026-11-23T09:00","channel":"Phone","outcome":"Busy"}""");
        var second = await _nurse.Post($"/patients/{man}/contacts", Contact, key);

        second.Status.ShouldBe(first.Status);
        second.Body!.ToJsonString().ShouldBe(first.Body!.ToJsonString());
        (await _nurse.Get($"/patients/{man}/timeline"))["lines"]!.AsArray().Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_key_used_for_another_request_is_refused()
    {
        var man = await _nurse.EnrolAsync();
        var key = ("Idempotency-Key", Guid.NewGuid().ToString());
        await _nurse.Post($"/patients/{man}/contacts", Contact, key);

        var other = await _nurse.Post($"/patients/{man}/contacts", Contact.Replace("10:00", "10:01", StringComparison.Ordinal), key);

        other.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        other.Text("code").ShouldBe("key-reused");
    }

    [Fact]
    public async Task Many_nurses_adding_at_once_see_no_conflict_and_lose_nothing()
    {
        var man = await _nurse.EnrolAsync();

        var replies = await Task.WhenAll(Enumerable.Range(0, 20).Select(minute =>
            _nurse.Post($"/patients/{man}/contact-attempts", $$"""{"attemptedAt":"2026-11-23T09:{{minute:00}}","channel":"Phone","outcome":"Busy"}""")));

        replies.ShouldAllBe(reply => reply.Status == HttpStatusCode.Created);
        (await _nurse.Get($"/patients/{man}/timeline"))["lines"]!.AsArray().Count.ShouldBe(21);
    }

    [Fact]
    public async Task A_correction_needs_the_version_that_was_seen()
    {
        var man = await _nurse.EnrolAsync();
        var contact = (await _nurse.Post($"/patients/{man}/contacts", Contact)).Text("id");
        var address = $"/patients/{man}/entries/{contact}/corrections";
        const string correction = """{"changes":{"madeAt":"2026-11-23T11:30"},"reason":"TypingError"}""";

        (await _nurse.Post(address, correction)).Status.ShouldBe(HttpStatusCode.PreconditionRequired);
        (await _nurse.Post(address, correction, ("If-Match", "\"2\""))).Status.ShouldBe(HttpStatusCode.Created);
        var stale = await _nurse.Post(address, correction.Replace("11:30", "12:30", StringComparison.Ordinal), ("If-Match", "\"2\""));

        stale.Status.ShouldBe(HttpStatusCode.PreconditionFailed);
        stale.Text("seen.madeAt").ShouldBe("2026-11-23T10:00:00");
        stale.Text("current.madeAt").ShouldBe("2026-11-23T11:30:00");
        (await _nurse.Get($"/patients/{man}/chart")).Text("facts.1.fact.madeAt").ShouldBe("2026-11-23T11:30:00");
    }

    [Theory]
    [InlineData("""{"kind":"Call"}""", "madeAt")]
    [InlineData("""{"madeAt":"2026-02-30","kind":"Call"}""", "madeAt")]
    [InlineData("""{"madeAt":"2026-11-23","kind":"Telegram"}""", "kind")]
    [InlineData("""{"madeAt":"2026-11-23","kind":"Call","mood":"fine"}""", "mood")]
    [InlineData("""[]""", "body")]
    [InlineData("""{"madeAt":""", "body")]
    public async Task What_cannot_be_read_names_its_field(string body, string field)
    {
        var man = await _nurse.EnrolAsync();

        var reply = await _nurse.Post($"/patients/{man}/contacts", body);

        reply.Status.ShouldBe(HttpStatusCode.BadRequest);
        reply.Text("errors.0.field").ShouldBe(field);
    }

    [Fact]
    public async Task Another_clinics_man_is_not_there()
    {
        var man = await _nurse.EnrolAsync();
        using var elsewhere = app.As(Roles.Nurse, "made-up");

        (await elsewhere.Get($"/patients/{man}/chart")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await elsewhere.Post($"/patients/{man}/contacts", Contact)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("asOf", "garbage")]
    [InlineData("on", "2026-02-30")]
    [InlineData("as-of", "2026-02-03T08:00:00Z")]
    public async Task An_unreadable_point_of_view_is_refused_never_ignored(string name, string value)
    {
        var man = await _nurse.EnrolAsync();

        var reply = await _nurse.Get($"/patients/{man}/chart?{name}={value}");

        reply.Status.ShouldBe(HttpStatusCode.BadRequest);
        reply.Text("errors.0.field").ShouldBe(name);
    }

    [Fact]
    public async Task Each_answer_of_the_chart_is_answered_alone_too()
    {
        var man = await _nurse.EnrolAsync();
        var answers = (await _nurse.Get($"/patients/{man}/chart"))["answers"]!.AsObject();

        answers.Count.ShouldBeGreaterThan(5);
        (await _nurse.Get($"/patients/{man}/due-items?on=2026-12-01")).Text("on").ShouldBe("2026-12-01");
        var recovery = await _nurse.Get($"/patients/{man}/recovery");
        recovery["answer"]!.ToJsonString().ShouldBe(answers["recovery"]!.ToJsonString());
    }
}
