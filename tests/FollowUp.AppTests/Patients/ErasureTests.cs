using System.Net;
using FollowUp.Access;

namespace FollowUp.AppTests.Patients;

/// <summary>Erasing the identity of a man, and the record of who was shown it before.</summary>
public sealed class ErasureTests(AppFixture app)
{
    private readonly HttpClient _nurse = app.As(Roles.Nurse);

    private readonly HttpClient _administrator = app.As(Roles.Administrator);

    [Fact]
    public async Task Erasing_a_man_leaves_his_facts_and_nothing_that_says_who_he_is()
    {
        var man = await _nurse.EnrolAsync();
        (await _nurse.Post($"/patients/{man}/contacts", """{"madeAt":"2026-03-01T10:00","kind":"Call","complications":"None","note":"Asked for his brother"}"""))
            .Status.ShouldBe(HttpStatusCode.Created);
        var name = (await _nurse.Get($"/patients/{man}/identity")).Text("identity.familyName")!;

        var erased = await EraseAsync(man, man);

        erased.Status.ShouldBe(HttpStatusCode.Created);
        erased.Text("reason").ShouldBe("HisRequest");
        (await _nurse.Get($"/patients/{man}/identity")).Text("erased").ShouldBe("true");
        (await _nurse.Post("/patients/search", $$"""{"q":"{{name}}"}""")).Body!.ToJsonString().ShouldNotContain(man);
        var timeline = (await _nurse.Get($"/patients/{man}/timeline")).Body!.ToJsonString();
        timeline.ShouldContain("contact_made");
        timeline.ShouldContain("identity_erased");
        timeline.ShouldNotContain("brother");
        (await _nurse.Post($"/patients/{man}/contacts", """{"madeAt":"2026-03-02T10:00","kind":"Call","complications":"None"}""")).Status.ShouldBe(HttpStatusCode.Created);
        (await EraseAsync(man, man)).Text("erasedAt").ShouldBe(erased.Text("erasedAt"));
    }

    [Fact]
    public async Task Erasing_needs_his_id_twice_a_man_there_is_and_an_administrator()
    {
        var (man, other) = (await _nurse.EnrolAsync(), await _nurse.EnrolAsync());

        var unconfirmed = await EraseAsync(man, other);
        var unknown = Guid.NewGuid().ToString();

        unconfirmed.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        unconfirmed.Text("errors.0.field").ShouldBe("confirm");
        (await EraseAsync(unknown, unknown)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await _nurse.Post($"/patients/{man}/erasure", Body(man))).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await _administrator.Post($"/patients/{man}/erasure", $$"""{"reason":"Because","confirm":"{{man}}"}""")).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await _nurse.Get($"/patients/{man}/identity")).Text("erased").ShouldBe("false");
    }

    [Fact]
    public async Task An_erasure_is_final()
    {
        var man = await _nurse.EnrolAsync();
        await EraseAsync(man, man);
        var timeline = await _nurse.Get($"/patients/{man}/timeline");
        var entry = timeline["lines"]!.AsArray().Single(line => line!["kind"]!.ToString() == "identity_erased")!["id"];

        var retracted = await _nurse.Post($"/patients/{man}/entries/{entry}/retractions", """{"reason":"WrongPatient"}""", ("If-Match", timeline.ETag!));

        retracted.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        retracted.Text("errors.0.code").ShouldBe("ErasureStays");
    }

    [Fact]
    public async Task Both_records_of_a_merged_man_are_erased()
    {
        var (survivor, other) = (await _nurse.EnrolAsync(), await _nurse.EnrolAsync());
        (await _administrator.Post($"/patients/{survivor}/merges", $$"""{"otherId":"{{other}}","reason":"Same man"}""")).Status.ShouldBe(HttpStatusCode.Created);

        (await EraseAsync(other, other)).Status.ShouldBe(HttpStatusCode.Conflict);
        (await EraseAsync(survivor, survivor)).Status.ShouldBe(HttpStatusCode.Created);

        (await _nurse.Get($"/patients/{survivor}/identity")).Text("erased").ShouldBe("true");
        (await _nurse.Get($"/patients/{other}/identity")).Text("erased").ShouldBe("true");
    }

    [Fact]
    public async Task Who_is_shown_an_identity_is_noted_with_the_request_and_nothing_of_the_man_but_his_id()
    {
        var man = await _nurse.EnrolAsync();
        var name = (await app.As(Roles.Nurse, user: "curious").Get($"/patients/{man}/identity")).Text("identity.familyName")!;
        await app.As(Roles.Nurse, user: "seeker").Post("/patients/search", $$"""{"q":"{{name}}"}""");
        await app.As(Roles.Nurse, user: "recorder").Post($"/patients/{man}/contacts", """{"madeAt":"2026-03-01T10:00","kind":"Call","complications":"None"}""");

        var reads = await _administrator.Get($"/identity-reads?patientId={man}");

        reads["reads"]!.AsArray().Select(read => $"{read!["by"]} {read["address"]}")
            .ShouldBe(["seeker POST /patients/search", $"curious GET /patients/{man}/identity"], ignoreOrder: true);
        reads.Body!.ToJsonString().ShouldNotContain(name);
        (await _administrator.Get("/identity-reads?by=curious")).Body!["reads"]!.AsArray().Count.ShouldBe(1);
        (await _nurse.Get("/identity-reads")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await _administrator.Get("/identity-reads?before=yesterday")).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    private Task<Reply> EraseAsync(string man, string confirm) => _administrator.Post($"/patients/{man}/erasure", Body(confirm));

    private static string Body(string confirm) => $$"""{"reason":"HisRequest","confirm":"{{confirm}}"}""";
}
