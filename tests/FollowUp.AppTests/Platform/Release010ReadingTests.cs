using System.Text.Json.Nodes;
using FollowUp.Access;

namespace FollowUp.AppTests.Platform;

/// <summary>
/// The readings decided after release 0.1.0, of the eight men of its cases as that release stored them: asked for 30 November 2026 under
/// standard-2, of all that is known now and as of that day.
/// </summary>
public sealed class Release010ReadingTests(Release010Fixture app) : IClassFixture<Release010Fixture>
{
    private static readonly string[] Views = ["on=2026-11-30", "on=2026-11-30&asOf=2026-11-30T23:14:00Z"];

    private readonly HttpClient _nurse = app.As(Roles.Nurse);

    [Theory]
    [InlineData("EAU-2023.1")]
    [InlineData("EAU-2025.1")]
    [InlineData("BSSM-2023.1")]
    [InlineData("ES-2018.1")]
    [InlineData("TT300-AM2-2018.1")]
    public async Task R38_the_decline_of_men_1_and_2_is_significant_under_every_rule_set(string ruleSet)
    {
        foreach (var view in Views)
        {
            var first = await PresentAsync(1, $"{view}&ruleSet={ruleSet}");
            first["significantDecline"]!.GetValue<bool>().ShouldBeTrue(view);
            first["decline"]!["factId"]!.ToString().ShouldBe(Entry(1, 4));
            first["declinePassedOver"]!.AsArray().Select(id => id!.ToString()).ShouldBe([Entry(1, 5)]);

            var second = await PresentAsync(2, $"{view}&ruleSet={ruleSet}");
            second["significantDecline"]!.GetValue<bool>().ShouldBeTrue(view);
            second["decline"]!["percentAtMost"]!.GetValue<decimal>().ShouldBe(65m);
        }
    }

    [Fact]
    public async Task R49_and_R47_under_BSSM_the_LH_class_of_man_3_is_primary_and_man_4_is_normal()
    {
        foreach (var view in Views)
        {
            (await PresentAsync(3, $"{view}&ruleSet=BSSM-2023.1"))["lhClass"]!.ToString().ShouldBe("Primary", view);
            (await PresentAsync(4, $"{view}&ruleSet=BSSM-2023.1"))["status"]!.ToString().ShouldBe("Normal", view);
        }
    }

    [Fact]
    public async Task R41_before_the_operation_man_5_is_indeterminate_for_a_sample_since_the_partly_dated_one()
    {
        foreach (var view in Views)
        {
            var before = (await _nurse.Get($"{Address(5)}/hypogonadism?{view}"))["answer.operations.0.before"]!;
            (before["status"]!.ToString(), before["reason"]!.ToString()).ShouldBe(("Indeterminate", "EarlyAfterSurgery"), view);
        }
    }

    [Fact]
    public async Task R66_and_R65_no_later_check_is_asked_of_man_6_or_after_the_first_operation_of_man_7()
    {
        foreach (var view in Views)
        {
            (await RecallsAsync(6, view)).ShouldNotContain(item => item.Recall == "HORMONE_12M" || item.Recall == "HORMONE_18M", view);
            var items = await RecallsAsync(7, view);
            items.ShouldNotContain(item => item.Recall == "HORMONE_12M" && item.Operation == Entry(7, 2), view);
            items.ShouldContain(item => item.Recall == "HORMONE_12M" && item.Operation == Entry(7, 3), view);
        }
    }

    [Fact]
    public async Task The_first_operation_of_man_8_has_no_previous_histology_and_is_counted_so()
    {
        foreach (var view in Views)
        {
            var operation = (await _nurse.Get($"{Address(8)}/operations?{view}"))["answer.0"]!;
            (operation["previousTechnique"], operation["previousHistology"]).ShouldBe((null, null), view);

            var rows = (await _nurse.Get($"/reports/sperm-retrieval?{view}"))["tables"]!.AsArray().Single(table => table!["key"]!.ToString() == "all")!["rows"]!.AsArray();
            int Of(string group, string label) =>
                rows.Single(row => row!["group"]!.ToString() == group && row["row"]!.ToString() == label)!["found"]!["of"]!.GetValue<int>();
            Of("Previous histology", "none").ShouldBe(Of("Procedure number", "first"), view);
        }
    }

    private static string Address(int man) => $"/patients/aaaaaaaa-0000-4000-8000-00000000000{man}";

    private static string Entry(int man, int place) => $"aaaaaaaa-000{man}-4000-8000-00000000000{place}";

    private async Task<JsonNode> PresentAsync(int man, string view) => (await _nurse.Get($"{Address(man)}/hypogonadism?{view}"))["answer.present"]!;

    private async Task<IReadOnlyList<(string Recall, string Operation)>> RecallsAsync(int man, string view)
    {
        var answer = await _nurse.Get($"{Address(man)}/due-items?{view}");
        answer.Text("protocol").ShouldBe("standard-2");
        return [.. answer["answer.items"]!.AsArray().Select(item => (item!["recall"]!.ToString(), item["procedureId"]!.ToString()))];
    }
}
