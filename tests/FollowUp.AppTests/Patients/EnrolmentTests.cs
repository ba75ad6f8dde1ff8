using System.Net;
using FollowUp.Access;
using FollowUp.Patients.Pages.Chart;

namespace FollowUp.AppTests.Patients;

public sealed class EnrolmentTests(AppFixture app)
{
    private readonly HttpClient _nurse = app.As(Roles.Nurse);

    [Fact]
    public async Task A_man_is_found_by_part_of_his_name_in_either_spelling()
    {
        var man = await _nurse.EnrolAsync();
        var name = (await _nurse.Get($"/patients/{man}/identity")).Text("identity.familyName")!;

        var plain = name.Replace("Ş", "s", StringComparison.Ordinal).Replace("ğ", "g", StringComparison.Ordinal);
        var found = await _nurse.Post("/patients/search", $$"""{"q":"{{plain}}"}""");

        found.Status.ShouldBe(HttpStatusCode.OK);
        found["hits"]!.AsArray().Select(hit => hit!["patientId"]!.ToString()).ShouldContain(man);
    }

    [Fact]
    public async Task His_age_on_the_day_comes_from_the_directory()
    {
        var man = await _nurse.EnrolAsync();

        (await _nurse.Get($"/patients/{man}/chart")).Text("facts.0.fact.ageYears").ShouldBe("35");
    }

    [Fact]
    public async Task A_man_who_may_be_enrolled_already_needs_a_reason()
    {
        var body = Men.Enrolment();
        await _nurse.Post("/patients", body);

        var again = await _nurse.Post("/patients", body.Replace("PossibleDuplicate", "Other", StringComparison.Ordinal));
        var confirmed = await _nurse.Post("/patients", body);

        again.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        again.Text("code").ShouldBe("needs-confirmation");
        again.Text("errors.0.code").ShouldBe("PossibleDuplicate");
        confirmed.Status.ShouldBe(HttpStatusCode.Created);
        confirmed.Text("warnings.0").ShouldBe("PossibleDuplicate");
    }

    [Fact]
    public async Task Enrolling_the_same_man_under_one_key_twice_enrols_him_once()
    {
        var body = Men.Enrolment();
        var key = ("Idempotency-Key", Guid.NewGuid().ToString());

        var first = await _nurse.Post("/patients", body, key);
        var second = await _nurse.Post("/patients", body, key);

        second.Body!.ToJsonString().ShouldBe(first.Body!.ToJsonString());
    }

    [Fact]
    public async Task Every_fault_of_an_identity_is_named_at_once()
    {
        var reply = await _nurse.Post("/patients", """
            {"identity":{"givenName":"A","familyName":"","nationalNumber":{"kind":"TC","value":"12345678901"},"birthDate":"2030-01-01","telephones":["12"]},
             "enrolment":{"enrolledOn":"2026-01-05"}}
            """);

        reply.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        reply["errors"]!.AsArray().Select(error => error!["field"]!.ToString()).ShouldBe(
            ["identity.familyName", "identity.nationalNumber.value", "identity.birthDate", "identity.telephones[0]"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_changed_identity_needs_the_version_that_was_seen()
    {
        var man = await _nurse.EnrolAsync();
        const string identity = """{"givenName":"Yeni","familyName":"Isim","reason":"married"}""";
        using var put = new StringContent(identity, System.Text.Encoding.UTF8, "application/json");

        async Task<HttpStatusCode> Put(string? version)
        {
            using var request = new HttpRequestMessage(HttpMethod.Put, $"/patients/{man}/identity") { Content = new StringContent(identity, System.Text.Encoding.UTF8, "application/json") };
            if (version is not null)
            {
                request.Headers.TryAddWithoutValidation("If-Match", version);
            }

            using var response = await _nurse.SendAsync(request, TestContext.Current.CancellationToken);
            return response.StatusCode;
        }

        (await Put(null)).ShouldBe(HttpStatusCode.PreconditionRequired);
        (await Put("\"1\"")).ShouldBe(HttpStatusCode.OK);
        (await Put("\"1\"")).ShouldBe(HttpStatusCode.PreconditionFailed);
        (await _nurse.Get($"/patients/{man}/identity")).Text("identity.givenName").ShouldBe("Yeni");
    }
}
