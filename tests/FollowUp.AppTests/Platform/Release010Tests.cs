using System.Net;
using System.Text.Json.Nodes;
using FollowUp.Access;
using FollowUp.AppTests.CommandLine;

namespace FollowUp.AppTests.Platform;

public sealed class Release010Tests(Release010Fixture app) : IClassFixture<Release010Fixture>
{
    private readonly HttpClient _nurse = app.As(Roles.Nurse);

    private readonly HttpClient _administrator = app.As(Roles.Administrator);

    [Fact]
    public async Task A_database_of_release_0_1_0_is_migrated_rebuilt_and_verified()
    {
        await DocumentsAsync(HttpMethod.Post, "/documents/rebuild");
        (await DocumentsAsync(HttpMethod.Get, "/documents/differences")).SelectMany(step => step["differences"]!.AsArray()).ShouldBeEmpty();

        var chart = await _nurse.Get("/patients/aaaaaaaa-0000-4000-8000-000000000001/chart");
        chart.Status.ShouldBe(HttpStatusCode.OK);
        chart["facts"]!.AsArray().Count.ShouldBe(5);
        (await _nurse.Get("/patients/aaaaaaaa-0000-4000-8000-000000000001/identity"))["identity"]!["familyName"]!.GetValue<string>().ShouldBe("Bir");
    }

    [Fact]
    public async Task A_snapshot_of_release_0_1_0_is_still_signed_and_its_replay_names_the_readings_changed_since()
    {
        var said = await app.AloneAsync("snapshot", "replay", Release010Fixture.PathOf("testosterone-return.json"));

        said.ExitCode.ShouldBe(1, said.Error);
        said.Out.ShouldNotContain("is not the document that was signed");
        said.Out.ShouldContain("It was made by FollowUp 0.1.0");
        said.Out.ShouldContain("Operations on one day");
        said.Out.ShouldContain("Abnormal LH");
    }

    [Fact]
    public async Task A_sheet_that_0_1_0_imported_stores_nothing_new_when_it_is_sent_again()
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("followup-0.1.0-").FullName;
        var sheet = Path.Combine(folder, "sheet.csv");
        File.Copy(Release010Fixture.PathOf("row-in-between-first.csv"), sheet);

        var again = await app.BesideServerAsync("izmir", "import", "--sheet", sheet, "--map", Release010Fixture.PathOf("row-in-between.map.json"));
        File.Copy(Path.Combine(AppContext.BaseDirectory, "Fixtures", "sheets", "row-in-between-again.csv"), sheet, overwrite: true);
        var between = await app.BesideServerAsync("izmir", "import", "--sheet", sheet, "--map", Release010Fixture.PathOf("row-in-between.map.json"));
        System.IO.Directory.Delete(folder, recursive: true);

        again.Out.ShouldContain("5 lines: 0 recorded, 5 there already, 0 rejected.", customMessage: again.Error);
        between.Out.ShouldContain("6 lines: 1 recorded, 5 there already, 0 rejected.", customMessage: between.Error);
    }

    [Fact]
    public async Task The_ledger_of_release_0_1_0_is_read_as_it_stands()
    {
        var ledger = await _nurse.Get("/ledger");

        ledger.Status.ShouldBe(HttpStatusCode.OK, ledger.Body?.ToJsonString());
        ledger["rows"]!.AsArray().Select(row => $"{row!["state"]} {row["recall"]} {row["occurrence"]} {row["channel"]} {row["changedAt"]} {row["reason"]}".TrimEnd()).ShouldBe(
            ["Claimed CONTACT_6W 3 Email 2026-11-30T11:00:00Z", "Uncertain CONTACT_6W 2 Email 2026-11-30T10:00:00Z NoAnswer", "Accepted CONTACT_6W 1 Email 2026-11-30T09:00:00Z"]);
        (ledger.Text("counts.Accepted"), ledger.Text("counts.Uncertain"), ledger.Text("counts.Claimed"), ledger.Text("counts.Failed")).ShouldBe(("1", "1", "1", "0"));
        (await _nurse.Get("/ledger?state=Uncertain&channel=Email"))["rows"]!.AsArray().ShouldHaveSingleItem()!["providerMessageId"]!.ToString().ShouldBe("ledger-5");
        (await app.BesideServerAsync("izmir", "ledger", "list")).ExitCode.ShouldBe(0);

        // An order that a queue of 0.1.0 may have lost: it is due and not sent, and that is said.
        var health = await _nurse.Get("/health/ready");
        health.Text("checks.reminders.description")!.ShouldContain("Messages of clinic izmir that should have been sent more than 5 minutes ago: 1.");
    }

    private async Task<IReadOnlyList<JsonNode>> DocumentsAsync(HttpMethod method, string address)
    {
        using var request = new HttpRequestMessage(method, address);
        using var response = await _administrator.SendAsync(request, TestContext.Current.CancellationToken);
        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.OK, body);
        return [.. body.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!)];
    }
}
