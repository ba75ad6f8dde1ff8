using System.Text.Json.Nodes;
using FollowUp.Access;
using FollowUp.Demo;

namespace FollowUp.AppTests.CommandLine;

/// <summary>The cohort through the real command, in a clinic of its own.</summary>
public sealed class DemoCommandTests(AppFixture app)
{
    private const string Clinic = "cohort";

    private const string On = "2025-06-03";

    [Fact]
    public async Task The_cohort_goes_in_once_and_every_total_comes_out_of_the_report()
    {
        using var nurse = app.As(Roles.Nurse, Clinic);
        var first = await app.BesideServerAsync(Clinic, "demo", "--on", On);
        await nurse.Post("/sending", """{ "paused": true, "why": "The mail server is being moved." }""");
        var again = await app.BesideServerAsync(Clinic, "demo");
        var other = await app.BesideServerAsync(Clinic, "demo", "--seed", "2");
        var printed = await app.AloneAsync("report", "sperm-retrieval", "--format", "json", "--on", On, "--clinic", Clinic);

        first.ExitCode.ShouldBe(0, first.Error);
        first.Out.ShouldContain(" 0 there already, 0 rejected.");
        first.Out.ShouldContain(JointDistribution.Says);
        first.Out.ShouldContain($"as of {On}, seed 1");
        again.ExitCode.ShouldBe(0, again.Error);
        again.Out.ShouldContain(": 0 recorded,");
        other.ExitCode.ShouldBe(1);
        other.Error.ShouldContain($"{On}, seed 1");

        var report = JsonNode.Parse(printed.Out)!;
        Rate(report, "all", "Operations", "all").ShouldBe("147/310");
        Rate(report, "salvage", "Operations", "all").ShouldBe("27/73");
        Rate(report, "salvage", "Previous technique", "micro-TESE").ShouldBe("8/33");
        Rate(report, "salvage", "Previous technique", "conventional TESE").ShouldBe("19/40");
        Rate(report, "salvage", "Previous histology", "Sertoli cell-only").ShouldBe("8/43");
        Rate(report, "salvage", "Previous histology", "maturation arrest").ShouldBe("8/16");
        Rate(report, "salvage", "Previous histology", "hypospermatogenesis").ShouldBe("11/14");
        Rate(report, "salvage", "Karyotype", "Klinefelter, mosaics included").ShouldBe("1/8");
        Rate(report, "salvage", "Y microdeletion", "AZFc").ShouldBe("1/4");
        Rate(report, "salvage", "Hormone therapy before", "yes").ShouldBe("2/10");

        // No tick may decide about men half loaded; a pause that somebody else made outlasts the loading.
        var sending = await nurse.Get("/sending");
        sending["clinic"]!["why"]!.ToString().ShouldBe("The mail server is being moved.");
        sending["changes"]!.AsArray().Where(change => change!["why"]!.ToString().StartsWith("The demonstration cohort", StringComparison.Ordinal))
            .Select(change => change!["paused"]!.GetValue<bool>()).ShouldBe([true, false]);

        var worklist = await nurse.Get($"/worklist?on={On}&asOf=2025-06-02T21:00:00Z");
        worklist["rows"]!.AsArray().Count.ShouldBeInRange(10, 40);
        (await nurse.Get($"/worklist?on=2024-01-10&asOf=2024-01-10T06:00:00Z"))["rows"]!.AsArray().Count.ShouldBeInRange(5, 45);
    }

    private static string Rate(JsonNode report, string table, string group, string row)
    {
        var found = report["tables"]!.AsArray().Single(each => each!["key"]!.ToString() == table)!["rows"]!.AsArray()
            .Single(each => each!["group"]!.ToString() == group && each["row"]!.ToString() == row)!["found"]!;
        return $"{found["count"]}/{found["of"]}";
    }
}
