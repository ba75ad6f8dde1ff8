using System.ComponentModel;
using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using FollowUp.Access;
using FollowUp.Course;
using FollowUp.Directory;
using FollowUp.Platform.Description;
using FollowUp.Platform.Http;
using FollowUp.Platform.Store;
using FollowUp.Recording;
using FollowUp.Reports.Making;
using Hl7.Fhir.Serialization;
using Marten;
using NodaTime;

namespace FollowUp.Reports.Datasets;

/// <summary>A dataset that can be requested.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Description">What a line is.</param>
/// <param name="Variables">The names of its columns.</param>
public sealed record DatasetSummary(string Name, string Description, IReadOnlyList<string> Variables);

/// <summary>What the datasets of an instant are made from. Ask for it once and request each dataset with the same values, so that they fit together.</summary>
/// <param name="AsOf">As recorded at this instant.</param>
/// <param name="On">The date the questions are asked for.</param>
/// <param name="RuleSet">The hypogonadism rule set.</param>
/// <param name="Protocol">The recall protocol.</param>
/// <param name="Software">The program and its version.</param>
/// <param name="Men">How many men are in them: those who agree to research use.</param>
/// <param name="LeftOut">How many men were not asked, or do not agree; <c>&lt;5</c> for so few that the number could identify one.</param>
/// <param name="Synthetic">Whether the men are made up.</param>
public sealed record DatasetsAbout(Instant AsOf, LocalDate On, string RuleSet, string Protocol, string Software, int Men, string LeftOut, bool Synthetic);

/// <summary>The datasets over HTTP: without identity, dates moved, and only men who agree to research use, for every role.</summary>
public static class DatasetEndpoints
{
    private const string Csv = "text/csv";
    private const string Fhir = "application/fhir+ndjson";

    private static readonly IReadOnlyDictionary<string, IDataset> Datasets =
        Scan.For<IDataset>().OrderBy(dataset => dataset.Name, StringComparer.Ordinal).ToDictionary(dataset => dataset.Name);

    // A spreadsheet must not run a text that begins like a formula.
    private static readonly CsvConfiguration Safely = new(CultureInfo.InvariantCulture) { InjectionOptions = InjectionOptions.Escape, NewLine = "\r\n" };

    private static readonly FhirJsonSerializer Json = new();

    /// <summary>Maps the addresses.</summary>
    public static void MapDatasets(this IEndpointRouteBuilder endpoints)
    {
        var datasets = endpoints.MapGroup("/datasets").RequireAuthorization(Policies.Reports).WithTags("Lists");
        datasets.MapGet("", () => Datasets.Values.Select(dataset => new DatasetSummary(
                dataset.Name, dataset.Description, [.. dataset.Variables.Select(variable => variable.Name)])))
            .WithName("datasets").WithSummary("The list of datasets.");
        datasets.MapGet("/about", About)
            .WithName("datasets_about").WithSummary("What the datasets of an instant are made from, and how many men are in them.")
            .WithMetadata(new AnswersAsOf()).Produces<DatasetsAbout>().ProducesProblem(400);
        datasets.MapGet("/dictionary", (HttpContext http, CancellationToken token) =>
                SendAsync(http, Codebook.Headings, Codebook.Lines(Datasets.Values).ToAsyncEnumerable(), token))
            .WithName("datasets_dictionary").WithSummary("What each column of the datasets holds, as a REDCap data dictionary.").Produces(200, contentType: Csv);
        datasets.MapGet("/script", () => Results.Stream(typeof(DatasetEndpoints).Assembly.GetManifestResourceStream(Script)!, "text/plain; charset=utf-8"))
            .WithName("datasets_script").WithSummary("An R script that reads the datasets and prints the main table of testosterone-return.")
            .Produces(200, contentType: "text/plain");
        datasets.MapGet("/bundles", BundlesOf)
            .WithName("datasets_bundles").WithSummary("The same men as FHIR R4 Bundles, one on each line.")
            .WithMetadata(new AnswersAsOf()).Produces(200, contentType: Fhir).ProducesProblem(400);
        datasets.MapGet("/{name}", Answer)
            .WithName("dataset").WithSummary("A dataset of the men who agree to research use, without identity, each man's dates moved by one number of days.")
            .WithMetadata(new AnswersAsOf()).Produces(200, contentType: Csv).ProducesProblem(400).ProducesProblem(404);
    }

    private static string Script => $"{typeof(DatasetEndpoints).Namespace}.testosterone-return.R";

    private static async Task<DatasetsAbout> About(PointOfView view, HttpContext http, IDocumentStore store, Courses courses, StoreTime time, CancellationToken token)
    {
        var clinic = SignedIn.Of(http).Clinic;
        view.RequireNoFuture(clinic, time.GetCurrentInstant());
        var asked = view.Asked(clinic);
        var asOf = view.AsOf ?? time.GetCurrentInstant();
        await using var session = store.QuerySession(clinic.Id);
        var cohort = new Cohort(courses.All(session, view with { AsOf = asOf }), forResearch: true);
        await foreach (var _ in cohort.AskAsync(course => course.Version, token))
        {
        }

        return new(asOf, asked.On, asked.RuleSet, asked.Protocol, ReportHeader.Program, cohort.Men, ReportHeader.Guarded(cohort.LeftOut), clinic.Synthetic);
    }

    private static async Task<IResult> Answer(
        [Description("The dataset's name, from the list of datasets.")] string name,
        PointOfView view, HttpContext http, IDocumentStore store, Courses courses, MasterKeys keys, StoreTime time, CancellationToken token)
    {
        if (!Datasets.TryGetValue(name, out var dataset))
        {
            return Problems.Of(404, "unknown-dataset", "There is no such dataset.", [
                Finding.Refusal("Unknown", "name", name, $"Send one of {string.Join(", ", Datasets.Keys)}.")]);
        }

        var clinic = SignedIn.Of(http).Clinic;
        view.RequireNoFuture(clinic, time.GetCurrentInstant());
        var (asked, pseudonyms) = (view.Asked(clinic), Pseudonyms.Of(keys, clinic.Id));
        view = view with { AsOf = view.AsOf ?? time.GetCurrentInstant() };
        await using var session = store.QuerySession(clinic.Id);
        var men = new Cohort(courses.All(session, view), forResearch: true);

        // The men are read twice, which saves memory: which values are rare is known only after all were read.
        var rare = await RareValues.In(men, dataset.QuasiIdentifiers(asked, pseudonyms), token);
        var lines = men.AskAsync(course => dataset.LinesOf(course, asked, pseudonyms, rare).ToList(), token).SelectMany(his => his);
        await SendAsync(http, [.. dataset.Variables.Select(variable => variable.Name)], lines, token);
        return Results.Empty;
    }

    private static async Task<IResult> BundlesOf(
        PointOfView view, HttpContext http, IDocumentStore store, Courses courses, MasterKeys keys, StoreTime time, CancellationToken token)
    {
        var clinic = SignedIn.Of(http).Clinic;
        view.RequireNoFuture(clinic, time.GetCurrentInstant());
        var (asked, pseudonyms, asOf) = (view.Asked(clinic), Pseudonyms.Of(keys, clinic.Id), view.AsOf ?? time.GetCurrentInstant());
        await using var session = store.QuerySession(clinic.Id);
        var men = new Cohort(courses.All(session, view with { AsOf = asOf }), forResearch: true);
        var rare = await RareValues.In(men, Bundles.QuasiIdentifiers, token);
        http.Response.ContentType = Fhir;
        await foreach (var bundle in men.AskAsync(course => Json.SerializeToBytes(Bundles.Of(course, asked, asOf, pseudonyms, rare)), token))
        {
            await http.Response.Body.WriteAsync(bundle, token);
            await http.Response.Body.WriteAsync("\n"u8.ToArray(), token);
        }

        return Results.Empty;
    }

    private static async Task SendAsync(HttpContext http, IReadOnlyList<string> headings, IAsyncEnumerable<string[]> lines, CancellationToken token)
    {
        http.Response.ContentType = $"{Csv}; charset=utf-8; header=present";
        await using var text = new StreamWriter(http.Response.Body, new UTF8Encoding(false), leaveOpen: true);
        await using var csv = new CsvWriter(text, Safely, leaveOpen: true);
        await WriteAsync(csv, headings);
        await foreach (var line in lines.WithCancellation(token))
        {
            await WriteAsync(csv, line);
        }
    }

    private static Task WriteAsync(CsvWriter csv, IReadOnlyList<string> line)
    {
        foreach (var field in line)
        {
            csv.WriteField(field);
        }

        return csv.NextRecordAsync();
    }
}
