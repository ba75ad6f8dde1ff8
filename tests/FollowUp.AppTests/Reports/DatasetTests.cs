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
        (about.Text("men"), about.Text("leftOut")).ShouldBe(("1", "1"));
        (await Text("/datasets/operations")).ShouldBe(await Text("/datasets/operations"));
    }

    [Fact]
    public async Task His_bundle_is_FHIR_with_the_values_of_the_datasets()
    {
        using var researcher = app.As(Roles.Researcher, "bundled");
        using var nurse = app.As(Roles.Nurse, "bundled");
        await ManAsync(agrees: true, nurse);

        var line = (await researcher.GetStringAsync(new Uri("/datasets/bundles", UriKind.Relative), TestContext.Current.CancellationToken)).TrimEnd('\n');

        var bundle = new FhirJsonDeserializer().Deserialize<Bundle>(line);
        var resources = bundle.Entry.Select(entry => entry.Resource).ToList();
        resources.OfType<Procedure>().Select(procedure => procedure.Performed!.ToString()!.Length).ShouldBe([7, 10]);
        var drawn = resources.OfType<Observation>().Where(observation => observation.Code!.Coding[0].Code == "14913-8").ToList();
        drawn.Select(observation => ((Quantity)observation.Value!).Value).ShouldBe([20.0m, 17.0m]);
        var recovery = resources.OfType<Observation>().Single(observation => observation.Code!.Coding[0].Code == "TestosteroneOfBaselineMonths6To9"
            && observation.Value is not null);
        ((Quantity)recovery.Value!).Value.ShouldBe(85);
        recovery.DerivedFrom.Select(reference => reference.Reference).ShouldBe(drawn.Select(observation => $"Observation/{observation.Id}"));
    }

    [Fact]
    public async Task The_dictionary_describes_every_column_as_REDCap_reads_it()
    {
        var described = (await Lines("/datasets/dictionary")).Select(line => line["Variable / Field Name"]).ToList();
        var columns = (await _researcher.Get("/datasets")).Body!.AsArray()
            .SelectMany(dataset => dataset!["variables"]!.AsArray().Select(name => name!.ToString())).Distinct().ToList();

        described.ShouldBe(columns);
        described.ShouldAllBe(name => name.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '_'));
    }

    [Fact]
    public async Task Who_may_not_see_reports_gets_none_and_an_unknown_one_is_named()
    {
        using var administrator = app.As(Roles.Administrator, Clinic);

        (await administrator.Get("/datasets/operations")).Status.ShouldBe(HttpStatusCode.Forbidden);
        var unknown = await _researcher.Get("/datasets/identities");
        (unknown.Status, unknown.Text("errors.0.message")).ShouldBe((HttpStatusCode.NotFound, "Send one of operations, samples."));
    }

    [Fact]
    public async Task The_command_writes_them_with_their_dictionary_and_script_all_of_one_instant()
    {
        var folder = Directory.CreateTempSubdirectory("followup-datasets");

        var said = await app.BesideServerAsync(Clinic, "dataset", folder.FullName);

        said.ExitCode.ShouldBe(0, said.Error);
        said.Out.ShouldContain("left out who were not asked or do not agree");
        folder.GetFiles().Select(file => file.Name).Order(StringComparer.Ordinal)
            .ShouldBe(["about.json", "bundles.ndjson", "data-dictionary.csv", "operations.csv", "samples.csv", "testosterone-return.R"]);
        said.Error.ShouldContain("Writing operations.csv");
        folder.Delete(recursive: true);
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
