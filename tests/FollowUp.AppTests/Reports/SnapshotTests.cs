using System.Globalization;
using System.Security.Cryptography;
using FollowUp.Access;
using FollowUp.AppTests.CommandLine;
using FollowUp.Platform;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace FollowUp.AppTests.Reports;

/// <summary>What a report was made of is kept, and it is made again; in a clinic of its own.</summary>
public sealed class SnapshotTests(AppFixture app)
{
    private const string Clinic = "kept";

    private static readonly string[] Formats = ["table", "json", "csv", "html", "pdf"];

    [Fact]
    public async Task The_same_question_gives_the_same_bytes_in_all_forms_after_more_is_recorded_a_rebuild_and_a_restart()
    {
        using var clinician = app.As(Roles.Clinician, Clinic);
        await OperatedAsync(clinician);
        var asOf = Later();
        var first = await AllFormsAsync(clinician, asOf);
        await OperatedAsync(clinician);
        (await app.AloneAsync("rebuild")).ExitCode.ShouldBe(0);

        await using var restarted = app.Build(NodeRole.Command);
        await restarted.StartAsync(TestContext.Current.CancellationToken);
        var url = new Uri(restarted.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        using var elsewhere = app.As(Roles.Clinician, Clinic, url: url);
        var again = await AllFormsAsync(elsewhere, asOf);

        foreach (var format in Formats)
        {
            again[format].ShouldBe(first[format], format);
        }

        System.Text.Encoding.UTF8.GetString(first["table"]).ShouldNotContain("Provisional");
        System.Text.Encoding.UTF8.GetString(first["table"]).ShouldContain("Complete up to event");
        await restarted.StopAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task An_instant_younger_than_the_high_water_mark_is_provisional()
    {
        using var clinician = app.As(Roles.Clinician, Clinic);

        (await clinician.Get("/reports/sperm-retrieval")).Text("header.provisional").ShouldNotBeNull();
        (await clinician.Get($"/reports/sperm-retrieval?asOf={Later()}")).Text("header.provisional").ShouldBeNull();
    }

    [Fact]
    public async Task A_snapshot_is_replayed_and_a_changed_one_is_told()
    {
        using var clinician = app.As(Roles.Clinician, Clinic);
        await OperatedAsync(clinician);
        var asOf = Later();
        var file = Path.Combine(System.IO.Directory.CreateTempSubdirectory("followup-snapshot-").FullName, "report.csv");

        var written = await app.BesideServerAsync(
            Clinic, "snapshot", "write", "sperm-retrieval", "--as-of", asOf, "--format", "csv", "--by", "procedure-number", "--output", file);
        written.ExitCode.ShouldBe(0, written.Error);
        (await File.ReadAllTextAsync(file + ".snapshot.json", TestContext.Current.CancellationToken)).ShouldContain("openssl dgst -sha256 -verify");
        await OperatedAsync(clinician);
        var replayed = await app.BesideServerAsync("", "snapshot", "replay", file);
        (replayed.ExitCode, replayed.Error).ShouldBe((0, ""));
        replayed.Out.ShouldContain("byte for byte");

        await File.AppendAllTextAsync(file, "forged\r\n", TestContext.Current.CancellationToken);
        var forged = await app.BesideServerAsync("", "snapshot", "compare", file, file);
        forged.ExitCode.ShouldBe(1);
        forged.Out.ShouldContain("not the document that was signed");

        var statement = await File.ReadAllTextAsync(file + ".snapshot.json", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(file + ".snapshot.json", statement.Replace("procedure-number", "karyotype", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        var changed = await app.BesideServerAsync("", "snapshot", "replay", file);
        changed.ExitCode.ShouldBe(1);
        changed.Error.ShouldContain("signature");
    }

    [Theory]
    [InlineData("no key at all")]
    [InlineData("on another curve")]
    [InlineData("public only")]
    public async Task A_file_without_a_key_that_signs_is_told_with_what_to_do(string holds)
    {
        using var other = ECDsa.Create(holds == "on another curve" ? ECCurve.NamedCurves.nistP384 : ECCurve.NamedCurves.nistP256);
        var file = Path.Combine(System.IO.Directory.CreateTempSubdirectory("followup-key-").FullName, "signing.pem");
        await File.WriteAllTextAsync(
            file,
            holds switch { "on another curve" => other.ExportPkcs8PrivateKeyPem(), "public only" => other.ExportSubjectPublicKeyInfoPem(), _ => holds },
            TestContext.Current.CancellationToken);
        await using var node = app.Build(NodeRole.Command, ("FollowUp:SigningKeyFile", file));
        await node.StartAsync(TestContext.Current.CancellationToken);
        using var clinician = app.As(Roles.Clinician, Clinic, url: new Uri(node.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()));

        var reply = await clinician.Get("/reports/sperm-retrieval/snapshot");

        ((int)reply.Status, reply.Text("code")).ShouldBe((501, "no-signing-key"));
        reply.Text("title")!.ShouldContain("openssl ecparam -name prime256v1");
        await node.StopAsync(TestContext.Current.CancellationToken);
    }

    private static async Task<Dictionary<string, byte[]>> AllFormsAsync(HttpClient client, string asOf)
    {
        Dictionary<string, byte[]> forms = [];
        foreach (var format in Formats)
        {
            using var response = await client.GetAsync(
                new Uri($"/reports/testosterone-return?asOf={asOf}&format={format}", UriKind.Relative), TestContext.Current.CancellationToken);
            response.EnsureSuccessStatusCode();
            forms[format] = await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        }

        return forms;
    }

    // The instant now, from which the clock moves on beyond what may still be on its way.
    private string Later()
    {
        var now = app.Time.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);
        app.Time.Advance(TimeSpan.FromMinutes(1));
        return now;
    }

    private static async Task OperatedAsync(HttpClient client)
    {
        var man = await client.EnrolAsync();
        foreach (var (path, body) in ((string, string)[])
        [
            ("earlier-procedures", """{"type":"MTESE","performedOn":"2024-06","outcome":"NotFound"}"""),
            ("hormone-results", Testosterone("2026-02-10T08:30", "20.0")),
            ("procedures", """{"type":"MTESE","performedOn":"2026-03-02","side":"Both","outcome":"NotFound"}"""),
            ("hormone-results", Testosterone("2026-10-05T08:20", "17.0")),
        ])
        {
            (await client.Post($"/patients/{man}/{path}", body)).Status.ShouldBe(System.Net.HttpStatusCode.Created);
        }
    }

    private static string Testosterone(string collectedAt, string value) =>
        $$"""{"analyte":"Testosterone","value":"{{value}}","unit":"nmol/L","collectedAt":"{{collectedAt}}","status":"Final","acutelyIll":"No"}""";
}
