using System.Net;
using System.Text.Json.Nodes;
using FollowUp.Access;
using FollowUp.AppTests.CommandLine;
using FollowUp.Recording;
using FollowUp.Recording.ReadModels;
using Microsoft.Extensions.DependencyInjection;

namespace FollowUp.AppTests.Guidelines;

/// <summary>In a clinic of their own: what another recall protocol would change is listed man by man, and holds only once it is adopted.</summary>
public sealed class ProtocolAdoptionTests(AppFixture app)
{
    private const string Clinic = "recalled";

    private readonly HttpClient _nurse = app.As(Roles.Nurse, Clinic);

    private readonly HttpClient _clinician = app.As(Roles.Clinician, Clinic);

    private readonly HttpClient _administrator = app.As(Roles.Administrator, Clinic);

    [Fact]
    public async Task A_protocol_is_compared_then_adopted_and_the_worklist_finds_at_once_whom_only_the_new_one_asks_for()
    {
        // Both had every contact and a normal testosterone at 7 months; only one has an abnormal LH.
        var (abnormal, normal) = (await CheckedAsync("12.0"), await CheckedAsync("5.0"));

        (await _nurse.Get("/worklist"))["rows"]!.AsArray().ShouldBeEmpty();
        var diff = await app.BesideServerAsync(Clinic, "guidelines", "diff", "standard-2");
        diff.Out.ShouldContain($"{abnormal}  dueItems.state HORMONE_12M");
        diff.Out.ShouldNotContain(normal);
        diff.Out.ShouldContain("1 of 2 men would change");

        app.Time.Advance(TimeSpan.FromSeconds(1));
        var before = $"{app.Time.GetUtcNow():yyyy-MM-ddTHH:mm:ss.fffffffZ}";
        app.Time.Advance(TimeSpan.FromMinutes(1));
        var adopted = await _administrator.Post("/guidelines/adoptions", """{"protocol":"standard-2"}""");
        adopted.Status.ShouldBe(HttpStatusCode.Created, adopted.Body?.ToJsonString());
        (adopted.Text("from"), adopted.Text("protocol"), adopted.Text("men"), adopted.Text("changing")).ShouldBe(("standard-1", "standard-2", "2", "1"));

        (await Listed("")).ShouldBe([abnormal]);
        (await Listed($"?asOf={before}")).ShouldBeEmpty();
        (await _nurse.Get($"/patients/{abnormal}/due-items")).Text("protocol").ShouldBe("standard-2");
        (await _nurse.Get($"/patients/{abnormal}/due-items?asOf={before}")).Text("protocol").ShouldBe("standard-1");

        // The worker of the running server recalculates the dates too; then nothing is left to do.
        var dates = app.App.Services.GetRequiredService<DueDateIndex>();
        var clinic = app.App.Services.GetRequiredService<ClinicRegistry>()[Clinic];
        var dating = app.App.Services.GetRequiredService<DueDateWorker>();
        while (!await dates.IsCurrentAsync(clinic, TestContext.Current.CancellationToken))
        {
            await dating.WorkAsync(Clinic, TestContext.Current.CancellationToken);
        }

        (await Listed("")).ShouldBe([abnormal]);

        var listed = await app.AloneAsync("guidelines", "list", "--clinic", Clinic);
        listed.Out.ShouldContain("*         standard-2 ");
        listed.Out.ShouldContain("standard-2 adopted at");
        (await _administrator.Post("/guidelines/adoptions", """{"protocol":"standard-2"}""")).Text("errors.0.code").ShouldBe("AlreadyInForce");

        // A ladder of the clinic's own, which nobody published: seen first, then adopted, and as good as any.
        (await app.BesideServerAsync(Clinic, "guidelines", "diff", "standard-2+messages-1+days-before-calls-5")).Out.ShouldContain("of 2 men would change");
        (await _administrator.Post("/guidelines/adoptions", """{"protocol":"standard-2+messages-1+days-before-calls-5"}""")).Status.ShouldBe(HttpStatusCode.Created);
        (await _nurse.Get($"/patients/{abnormal}/due-items")).Text("protocol").ShouldBe("standard-2+messages-1+days-before-calls-5");
        (await Listed("")).ShouldBe([abnormal]);
    }

    [Theory]
    [InlineData("""{"protocol":"standard-9"}""", "standard-2+CONTACT_90D")]
    [InlineData("""{"protocol":"standard-2+messages-9"}""", "messages (0 to 3)")]
    [InlineData("""{"protocol":"EAU-2023.1"}""", "standard-1")]
    [InlineData("""{"protocol":"standard-2","ruleSet":"EAU-2025.1"}""", "Name one guideline")]
    [InlineData("{}", "Name one guideline")]
    public async Task A_choice_that_cannot_be_is_refused_with_what_could(string choice, string remedy)
    {
        var reply = await _administrator.Post("/guidelines/adoptions", choice);

        reply.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        reply.Text("errors.0.message")!.ShouldContain(remedy);
    }

    private async Task<string> CheckedAsync(string lh)
    {
        var man = await _nurse.EnrolAsync();
        await Record("procedures", """{"type":"MTESE","performedOn":"2025-12-01","side":"Both"}""");
        foreach (var day in new[] { "2025-12-02", "2025-12-08", "2026-01-12" })
        {
            await Record("contacts", $$"""{"madeAt":"{{day}}","kind":"Call","complications":"None"}""");
        }

        await Record("hormone-results", """{"analyte":"Testosterone","value":"18","unit":"nmol/L","collectedAt":"2026-07-06T08:30","status":"Final"}""");
        await Record("hormone-results", $$"""{"analyte":"LH","value":"{{lh}}","unit":"IU/L","collectedAt":"2026-07-06T08:30","status":"Final"}""");
        return man;

        async Task Record(string path, string fact)
        {
            var reply = await _nurse.Post($"/patients/{man}/{path}", fact);
            reply.Status.ShouldBe(HttpStatusCode.Created, reply.Body?.ToJsonString());
        }
    }

    private async Task<IReadOnlyList<string>> Listed(string query) =>
        [.. (await _nurse.Get($"/worklist{query}"))["rows"]!.AsArray().Select(row => row!["patientId"]!.ToString())];
}
