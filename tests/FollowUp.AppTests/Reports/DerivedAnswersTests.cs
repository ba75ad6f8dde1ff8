using System.Net;
using System.Text.Json.Nodes;
using FollowUp.Access;
using FollowUp.AppTests.CommandLine;

namespace FollowUp.AppTests.Reports;

/// <summary>In a clinic of their own: every answer of every man, one line a man; not for researchers.</summary>
public sealed class DerivedAnswersTests(AppFixture app)
{
    private const string Clinic = "researched";

    [Fact]
    public async Task A_line_a_man_holds_every_answer_under_every_rule_set_and_no_identity()
    {
        using var nurse = app.As(Roles.Nurse, Clinic);
        var (sampled, silent) = (await nurse.EnrolAsync(), await nurse.EnrolAsync());
        await Record(nurse, sampled, "hormone-results", """{"analyte":"Testosterone","value":"10.0","unit":"nmol/L","collectedAt":"2026-08-03T08:30","status":"Final"}""");

        var lines = await Lines(Roles.Clinician, "?on=2026-11-23");
        lines.Select(line => line["patientId"]!.ToString()).ShouldBe([sampled, silent], ignoreOrder: true);
        var man = lines.Single(line => line["patientId"]!.ToString() == sampled);
        Present(man, "EAU-2023.1").ShouldBe("LowUnconfirmed");
        Present(man, "ES-2018.1").ShouldBe("Normal");
        var chart = await nurse.Get($"/patients/{sampled}/chart?on=2026-11-23");
        JsonNode.DeepEquals(man["ruleSets"]!["EAU-2023.1"], chart["answers"]).ShouldBeTrue();
        man.ToJsonString().ShouldNotContain("Işıkçı");

        (await Lines(Roles.Clinician, "?asOf=2020-01-01T00:00:00Z")).ShouldBeEmpty();
        (await Lines(Roles.Clinician, "?ruleSet=ES-2018.1"))[0]["ruleSets"]!.AsObject().Select(ruleSet => ruleSet.Key).ShouldBe(["ES-2018.1"]);
        using var administrator = app.As(Roles.Administrator, Clinic);
        (await administrator.Get("/answers")).Status.ShouldBe(HttpStatusCode.Forbidden);
        using var researcher = app.As(Roles.Researcher, Clinic);
        (await researcher.Get("/answers")).Status.ShouldBe(HttpStatusCode.Forbidden, "true dates would undo the shift of the datasets");

        var said = await app.BesideServerAsync(Clinic, "answers", "--on", "2026-11-23");
        said.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(2, said.Error);
    }

    private static string Present(JsonNode man, string ruleSet) => man["ruleSets"]![ruleSet]!["hypogonadism"]!["present"]!["status"]!.ToString();

    private static async Task Record(HttpClient nurse, string man, string path, string body)
    {
        var reply = await nurse.Post($"/patients/{man}/{path}", body);
        reply.Status.ShouldBe(HttpStatusCode.Created, reply.Body?.ToJsonString());
    }

    private async Task<IReadOnlyList<JsonNode>> Lines(string role, string query)
    {
        using var client = app.As(role, Clinic);
        var text = await client.GetStringAsync(new Uri($"/answers{query}", UriKind.Relative), TestContext.Current.CancellationToken);
        return [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!)];
    }
}
