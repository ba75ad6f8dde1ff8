using System.Diagnostics;
using System.Globalization;
using System.Net;
using CsvHelper;
using FollowUp.Access;
using FollowUp.AppTests.CommandLine;
using Hl7.Fhir.Model;
using Hl7.Fhir.Serialization;
using Task = System.Threading.Tasks.Task;

namespace FollowUp.AppTests.Reports;

/// <summary>The datasets of a clinic of its own.</summary>
public sealed class DatasetTests(AppFixture app)
{
    private const string Clinic = "studied";

    private readonly HttpClient _nurse = app.As(Roles.Nurse, Clinic);

    private readonly HttpClient _researcher = app.As(Roles.Researcher, Clinic);

    [Fact]
    public async Task A_man_who_agrees_is_in_them_without_identity_his_dates_moved_alike_and_rare_values_withheld()
    {
        var (agreeing, other) = (await ManAsync(agrees: true), await ManAsync(agrees: false));

        var operations = await Lines("/datasets/operations");
        var samples = await Lines("/datasets/samples");

        var line = operations.ShouldHaveSingleItem();
        line["study_id"].ShouldMatch("^S[0-9a-f]{16}$");
        line["karyotype"].ShouldBe("WITHHELD");
        line["outcome"].ShouldBe("NotFound");
        decimal.Parse(line["m6_9_percent"], CultureInfo.InvariantCulture).ShouldBe(85);
        line["m6_9_missing"].ShouldBeEmpty();
        line["m12_missing"].ShouldBe("NotYetDue");
        samples.Select(sample => sample["study_id"]).ShouldAllBe(id => id == line["study_id"]);
        samples.Select(sample => sample["days_after"]).ShouldBe(["", "217"]);
        DaysBetween(samples[0]["drawn_on"], line["operated_on"]).ShouldBe(20);
        DaysBetween(line["operated_on"], samples[1]["drawn_on"]).ShouldBe(217);

        var text = await Text("/datasets/operations") + await Text("/datasets/samples") + await Text("/datasets/bundles");
        foreach (var man in new[] { agreeing, other })
        {
            text.ShouldNotContain(man);
        }

        var about = await _researcher.Get("/datasets/about");
        (about.Text("men"), about.Text("leftOut")).ShouldBe(("1", "<5"));
        (await Text("/datasets/operations")).ShouldBe(await Text("/datasets/operations"));
    }

    [Fact]
    public async Task His_bundle_is_FHIR_with_the_values_of_the_datasets()
    {
        using var researcher = app.As(Roles.Researcher, "bundled");
        using var nurse = app.As(Roles.Nurse, "bundled");
        var man = await ManAsync(agrees: true, nurse);
        var reported = await nurse.Post($"/patients/{man}/complications", """{"type":"Haematoma","onsetOn":"2026-03-04","detectedOn":"2026-03-05","reportedBy":"Patient"}""");
        reported.Status.ShouldBe(HttpStatusCode.Created, reported.Body?.ToJsonString());
        var resolved = await nurse.Post($"/patients/{man}/complication-resolutions", $$"""{"complicationId":"{{reported.Text("id")}}","resolvedOn":"2026-03-20"}""");
        resolved.Status.ShouldBe(HttpStatusCode.Created, resolved.Body?.ToJsonString());

        var line = (await researcher.GetStringAsync(new Uri("/datasets/bundles", UriKind.Relative), TestContext.Current.CancellationToken)).TrimEnd('\n');

        var bundle = new FhirJsonDeserializer().Deserialize<Bundle>(line);
        var resources = bundle.Entry.Select(entry => entry.Resource).ToList();
        resources.OfType<Procedure>().Select(procedure => procedure.Performed!.ToString()!.Length).ShouldBe([7, 10]);
        var drawn = resources.OfType<Observation>().Where(observation => observation.Code!.Coding[0].Code == "14913-8").ToList();
        drawn.Select(observation => ((Quantity)observation.Value!).Value).ShouldBe([20.0m, 17.0m]);
        var recovery = resources.OfType<Observation>().Single(observation => observation.Code!.Coding[0].Code == "TestosteroneOfBaselineMonths6To9"
            && observation.Value is not null);
        ((Quantity)recovery.Value!).Value.ShouldBe(85);
        var names = bundle.Entry.ToDictionary(entry => entry.Resource!, entry => entry.FullUrl);
        recovery.DerivedFrom.Select(reference => reference.Reference).ShouldBe(drawn.Select(observation => names[observation]));
        line.Split("\"reference\":\"").Skip(1).Select(rest => rest.Split('"')[0]).ShouldBeSubsetOf(names.Values);
        names.Values.ShouldAllBe(name => name!.StartsWith("urn:uuid:"));
        resources.OfType<Condition>().ShouldHaveSingleItem().ClinicalStatus!.Coding[0].Code.ShouldBe("resolved");
        resources.OfType<Procedure>().Select(procedure => procedure.Code!.Text).ShouldAllBe(type => type == "WITHHELD");
    }

    [Theory]
    [InlineData("operations")]
    [InlineData("samples")]
    [InlineData("bundles")]
    [InlineData("about")]
    public async Task A_day_that_is_still_to_come_is_refused(string dataset)
    {
        var reply = await _researcher.Get($"/datasets/{dataset}?on=2999-01-01");

        (reply.Status, reply.Text("errors.0.field"), reply.Text("errors.0.value")).ShouldBe((HttpStatusCode.BadRequest, "on", "2999-01-01"));
        reply.Text("errors.0.message")!.ShouldContain("leave on out");
    }

    [Fact]
    public async Task The_dictionary_describes_every_column_as_REDCap_reads_it()
    {
        var described = (await Lines("/datasets/dictionary")).Select(line => line["Variable / Field Name"]).ToList();
        var columns = (await _researcher.Get("/datasets")).Body!.AsArray()
            .SelectMany(dataset => dataset!["variables"]!.AsArray().Select(name => name!.ToString())).Distinct().ToList();

        described.ShouldBe(columns);
        (await Text("/datasets/dictionary")).ShouldContain("I, I | II, II | IIIa, IIIa |");
        described.ShouldAllBe(name => name.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '_'));
    }

    [Fact]
    public async Task Who_may_not_see_reports_gets_none_and_an_unknown_one_is_named()
    {
        using var administrator = app.As(Roles.Administrator, Clinic);

        (await administrator.Get("/datasets/operations")).Status.ShouldBe(HttpStatusCode.Forbidden);
        var unknown = await _researcher.Get("/datasets/identities");
        (unknown.Status, unknown.Text("errors.0.message")).ShouldBe((HttpStatusCode.NotFound, "Send one of operations, samples, work-up."));
    }

    [Fact]
    public async Task The_command_writes_them_with_their_dictionary_and_script_all_of_one_instant()
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("followup-datasets");

        var said = await app.BesideServerAsync(Clinic, "dataset", folder.FullName);

        said.ExitCode.ShouldBe(0, said.Error);
        said.Out.ShouldContain("left out, who were not asked or do not agree");
        folder.GetFiles().Select(file => file.Name).Order(StringComparer.Ordinal)
            .ShouldBe(["about.json", "bundles.ndjson", "data-dictionary.csv", "operations.csv", "samples.csv", "testosterone-return.R", "work-up.csv"]);
        said.Error.ShouldContain("Writing operations.csv");
        foreach (var file in (string[])["bundles.ndjson", "testosterone-return.R"])
        {
            (await File.ReadAllTextAsync(Path.Combine(folder.FullName, file), TestContext.Current.CancellationToken)).ShouldNotContain('\r');
        }

        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task The_script_prints_the_main_table_of_the_same_men_to_the_digit()
    {
        Assert.SkipUnless(await RscriptAsync("--version") is not null, "There is no Rscript on this machine; tests/r/check installs it.");
        if ((await app.As(Roles.Researcher, "scripted").Get("/datasets/about")).Text("men") == "0")
        {
            await new RandomMen(app, "scripted", seed: 11).AddAsync(400);
        }

        var folder = System.IO.Directory.CreateTempSubdirectory("followup-script");
        (await app.BesideServerAsync("scripted", "dataset", folder.FullName)).ExitCode.ShouldBe(0);

        var printed = (await RscriptAsync(Path.Combine(folder.FullName, "testosterone-return.R"), folder.FullName))!.Split('\n').Select(Cells).ToDictionary(line => line[0]);

        using var researcher = app.As(Roles.Researcher, "scripted");
        var report = await researcher.GetStringAsync(new Uri("/reports/testosterone-return?format=table", UriKind.Relative), TestContext.Current.CancellationToken);
        var table = report[report.IndexOf("Testosterone 6 to 9 months", StringComparison.Ordinal)..].Split('\n').Skip(3).TakeWhile(line => !line.StartsWith("  ", StringComparison.Ordinal)).Select(Cells).ToList();
        table.Count.ShouldBeGreaterThan(10);
        table.ShouldContain(line => line[0] == "Karyotype, repeat: Klinefelter, mosaics included");
        var seen = 0;
        foreach (var line in table.Where(line => line.Skip(1).Any(cell => !IsWithheld(cell))))
        {
            var same = printed[line[0]];
            foreach (var (cell, ofScript) in line.Zip(same).Where(both => !IsWithheld(both.First)))
            {
                ofScript.ShouldBe(cell, line[0]);
                seen++;
            }
        }

        seen.ShouldBeGreaterThan(60);
        folder.Delete(recursive: true);

        static bool IsWithheld(string cell) => cell == "withheld";
        static string[] Cells(string line) => line.Split("  ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is { Length: > 0 } cells ? cells : [""];
    }

    [Fact]
    public async Task A_command_that_fails_leaves_neither_new_files_nor_parts_of_them()
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("followup-broken");
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "operations.csv"), "from before", TestContext.Current.CancellationToken);
        System.IO.Directory.CreateDirectory(Path.Combine(folder.FullName, "testosterone-return.R"));

        var said = await app.BesideServerAsync(Clinic, "dataset", folder.FullName);

        said.ExitCode.ShouldBe(1);
        said.Error.ShouldContain("is a folder. Name a file in it.");
        folder.GetFiles().Select(file => file.Name).ShouldBe(["operations.csv"]);
        (await File.ReadAllTextAsync(Path.Combine(folder.FullName, "operations.csv"), TestContext.Current.CancellationToken)).ShouldBe("from before");
        folder.Delete(recursive: true);
    }

    // What it prints; null when it cannot be started.
    private static async Task<string?> RscriptAsync(params string[] args)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo("Rscript", args) { UseShellExecute = false, RedirectStandardOutput = true })!;
            var said = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            process.ExitCode.ShouldBe(0);
            return said;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    private async Task<string> ManAsync(bool agrees, HttpClient? nurse = null)
    {
        nurse ??= _nurse;
        var man = await nurse.EnrolAsync();
        string[][] told =
        [
            ["earlier-procedures", """{"type":"MTESE","performedOn":"2024-06","outcome":"NotFound"}"""],
            ["hormone-results", """{"analyte":"Testosterone","value":"20.0","unit":"nmol/L","collectedAt":"2026-02-10T08:30","status":"Final"}"""],
            ["procedures", """{"type":"MTESE","performedOn":"2026-03-02","side":"Both","outcome":"NotFound"}"""],
            ["hormone-results", """{"analyte":"Testosterone","value":"17.0","unit":"nmol/L","collectedAt":"2026-10-05T08:20","status":"Final"}"""],
            ["research-agreements", $$"""{"statedOn":"2026-03-02","agrees":{{(agrees ? "true" : "false")}}}"""],
        ];
        foreach (var fact in told)
        {
            var reply = await nurse.Post($"/patients/{man}/{fact[0]}", fact[1]);
            reply.Status.ShouldBe(HttpStatusCode.Created, reply.Body?.ToJsonString());
        }

        return man;
    }

    private async Task<List<IDictionary<string, string>>> Lines(string address)
    {
        using var csv = new CsvReader(new StringReader(await Text(address)), CultureInfo.InvariantCulture);
        return [.. csv.GetRecords<dynamic>().Select(line => ((IDictionary<string, object>)line).ToDictionary(field => field.Key, field => $"{field.Value}"))];
    }

    private Task<string> Text(string address) => _researcher.GetStringAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);

    private static int DaysBetween(string from, string to) =>
        DateOnly.Parse(to, CultureInfo.InvariantCulture).DayNumber - DateOnly.Parse(from, CultureInfo.InvariantCulture).DayNumber;
}
