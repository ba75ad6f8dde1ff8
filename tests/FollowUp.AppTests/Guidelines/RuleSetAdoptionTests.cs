using System.Net;
using System.Text.Json.Nodes;
using FollowUp.Access;
using FollowUp.AppTests.CommandLine;
using FollowUp.Recording.ReadModels;

namespace FollowUp.AppTests.Guidelines;

/// <summary>In a clinic of their own: what another rule set would change is listed man by man, and holds only once it is adopted.</summary>
public sealed class RuleSetAdoptionTests(AppFixture app)
{
    private const string Clinic = "guided";

    private readonly HttpClient _nurse = app.As(Roles.Nurse, Clinic);

    private readonly HttpClient _clinician = app.As(Roles.Clinician, Clinic);

    private readonly HttpClient _administrator = app.As(Roles.Administrator, Clinic);

    [Fact]
    public async Task A_rule_set_is_compared_then_adopted_and_holds_from_then_on_and_not_before()
    {
        // 10.0 nmol/L on one morning: low under EAU, borderline under BSSM. 20 nmol/L: normal under both.
        var (low, normal) = (await Tested("10.0"), await Tested("20"));

        var found = await Difference("BSSM-2023.1");
        found.ShouldHaveSingleItem().PatientId.ShouldBe(low);
        found[0].Changes.ShouldContain(("hypogonadism.status", "Present", "LowUnconfirmed", "Indeterminate"));
        (await Difference("EAU-2023.1")).ShouldBeEmpty();
        (await Difference("ES-2018.1")).ShouldHaveSingleItem().PatientId.ShouldBe(low, "that it has no free testosterone at all is no other flag");
        (await Status(low, "")).ShouldBe(("EAU-2023.1", "LowUnconfirmed"));

        app.Time.Advance(TimeSpan.FromSeconds(1));
        var before = $"{app.Time.GetUtcNow():yyyy-MM-ddTHH:mm:ss.fffffffZ}";
        app.Time.Advance(TimeSpan.FromMinutes(1));
        (await _clinician.Post("/guidelines/adoptions", """{"ruleSet":"BSSM-2023.1"}""")).Status.ShouldBe(HttpStatusCode.Forbidden);
        var adopted = await _administrator.Post("/guidelines/adoptions", """{"ruleSet":"BSSM-2023.1"}""");
        adopted.Status.ShouldBe(HttpStatusCode.Created, adopted.Body?.ToJsonString());
        (adopted.Text("from"), adopted.Text("by"), adopted.Text("men"), adopted.Text("changing")).ShouldBe(("EAU-2023.1", "administrator-1", "2", "1"));

        (await Status(low, "")).ShouldBe(("BSSM-2023.1", "Indeterminate"));
        (await Status(normal, "")).ShouldBe(("BSSM-2023.1", "Normal"));
        (await Status(low, $"?asOf={before}")).ShouldBe(("EAU-2023.1", "LowUnconfirmed"));
        (await Status(low, $"?asOf={before}&ruleSet=ES-2018.1")).ShouldBe(("ES-2018.1", "Normal"));
        (await Status(low, "?ruleSet=EAU-2023.1")).ShouldBe(("EAU-2023.1", "LowUnconfirmed"));
        (await Flagged("")).ShouldBeEmpty();
        (await Flagged($"?asOf={before}")).ShouldBe([low]);

        // Another process reads it from the store, and repeating it or naming an unknown one changes nothing.
        var listed = await app.AloneAsync("guidelines", "list", "--clinic", Clinic);
        listed.Out.ShouldContain("*         BSSM-2023.1");
        listed.Out.ShouldContain("by administrator-1, before it EAU-2023.1: 1 of 2 men changed.");
        var diff = await app.BesideServerAsync(Clinic, "guidelines", "diff", "EAU-2023.1");
        diff.Out.ShouldContain($"{low}  hypogonadism.status Present: Indeterminate -> LowUnconfirmed");
        diff.Out.ShouldContain("1 of 2 men would change, found in ");
        var again = await app.BesideServerAsync(Clinic, "guidelines", "adopt", "BSSM-2023.1");
        (again.ExitCode, again.Error.Contains("in force already", StringComparison.Ordinal)).ShouldBe((1, true), again.Error);
        (await _administrator.Post("/guidelines/adoptions", """{"ruleSet":"EAU-1999"}""")).Text("errors.0.message")!.ShouldContain("EAU-2023.1");
        (await _administrator.Get("/guidelines"))["adopted"]!.AsArray().Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("/guidelines/EAU-1999/difference", HttpStatusCode.NotFound)]
    [InlineData("/guidelines/BSSM-2023.1/difference?asOf=later", HttpStatusCode.BadRequest)]
    public async Task A_comparison_that_cannot_be_made_is_refused(string address, HttpStatusCode status) =>
        (await _clinician.Get(address)).Status.ShouldBe(status);

    [Fact]
    public async Task Who_runs_the_installation_sees_the_choice_and_no_man()
    {
        (await _administrator.Get("/guidelines")).Status.ShouldBe(HttpStatusCode.OK);
        (await _administrator.Get("/guidelines/BSSM-2023.1/difference")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    private async Task<string> Tested(string value)
    {
        var man = await _nurse.EnrolAsync();
        var reply = await _nurse.Post(
            $"/patients/{man}/hormone-results",
            $$"""{"analyte":"Testosterone","value":"{{value}}","unit":"nmol/L","collectedAt":"2026-08-03T08:30","status":"Final"}""");
        reply.Status.ShouldBe(HttpStatusCode.Created, reply.Body?.ToJsonString());
        return man;
    }

    private async Task<(string RuleSet, string Status)> Status(string man, string query)
    {
        var answer = await _nurse.Get($"/patients/{man}/hypogonadism{query}");
        return (answer.Text("ruleSet")!, answer.Text("answer.present.status")!);
    }

    private async Task<IReadOnlyList<string>> Flagged(string query) =>
        [.. (await _clinician.Get($"/flags{query}"))["flagged"]!.AsArray().Select(man => man!["patientId"]!.ToString())];

    private async Task<IReadOnlyList<(string PatientId, IReadOnlyList<(string, string?, string?, string?)> Changes)>> Difference(string ruleSet)
    {
        var lines = await _clinician.GetStringAsync(new Uri($"/guidelines/{ruleSet}/difference", UriKind.Relative), TestContext.Current.CancellationToken);
        return [.. lines.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(line => JsonNode.Parse(line)!["changed"]!.AsArray())
            .Select(man => (man!["patientId"]!.ToString(), (IReadOnlyList<(string, string?, string?, string?)>)[.. man["changes"]!.AsArray().Select(change =>
                (change!["of"]!.ToString(), change["item"]?.ToString(), change["before"]?.ToString(), change["after"]?.ToString()))]))];
    }
}
