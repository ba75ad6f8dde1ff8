using System.ComponentModel;
using FollowUp.Access;
using FollowUp.Hormones.Rules;
using FollowUp.Patients.Recording;
using FollowUp.Patients.Rules;
using FollowUp.Platform;
using FollowUp.Platform.Description;
using FollowUp.Reports.Writers;
using Marten;

namespace FollowUp.Reports;

/// <summary>A report that can be asked for.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Title">Its title.</param>
/// <param name="Description">What it answers.</param>
/// <param name="Formats">The forms it comes in.</param>
public sealed record ReportSummary(string Name, string Title, string Description, IReadOnlyList<string> Formats);

/// <summary>The reports over HTTP.</summary>
public static class ReportEndpoints
{
    private static readonly IReadOnlyDictionary<string, IReport> Reports = Scan.For<IReport>().ToDictionary(report => report.Name);

    private static readonly IReadOnlyDictionary<string, IReportWriter> Writers = Scan.For<IReportWriter>().ToDictionary(writer => writer.Format);

    /// <summary>Maps them.</summary>
    public static void MapReports(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/reports", () => Reports.Values.Select(report => new ReportSummary(
                report.Name, report.Title, report.Description, [.. Writers.Keys.Order(StringComparer.Ordinal)])))
            .RequireAuthorization(Policies.Reports).WithName("reports").WithTags("Lists")
            .WithSummary("The reports there are.");
        endpoints.MapGet("/reports/{name}", Answer)
            .RequireAuthorization(Policies.Reports).WithName("report").WithTags("Lists")
            .WithSummary("A report on the clinic's men, as recorded at any instant.")
            .WithMetadata(new AnswersAsOf())
            .Produces(200, contentType: "application/json", additionalContentTypes: ["text/plain", "text/csv"])
            .ProducesProblem(400).ProducesProblem(404);
    }

    private static async Task<IResult> Answer(
        [Description("The report's name, from the list of reports.")] string name,
        [Description("The form it is to have: table, csv or json, which is the default.")] string? format,
        PointOfView view, HttpContext http, IDocumentStore store, Courses courses, StoreTime time, CancellationToken token)
    {
        if (!Reports.TryGetValue(name, out var report))
        {
            return Problems.Of(404, "unknown-report", "There is no such report.", [Unknown("name", name, Reports.Keys)]);
        }

        if (!Writers.TryGetValue(format ?? "json", out var writer))
        {
            return Problems.Unreadable(Unknown("format", format, Writers.Keys));
        }

        var user = SignedIn.Of(http);
        var asOf = view.AsOf ?? time.GetCurrentInstant();
        var asked = view.Asked(user.Clinic);

        var forResearch = !user.SeesEveryMan;
        await using var session = store.QuerySession(user.Clinic.Id);
        var cohort = new Cohort(forResearch);
        var men = cohort.Among(courses.AllAsync(session, view with { AsOf = asOf }, token), token);
        var tables = await report.TablesOf(men, asked, token);
        return Results.Bytes(writer.Write(new(
            report.Name,
            report.Title,
            ReportHeader.Of(user.Clinic, asked, asOf, view.AsOf is null, cohort, forResearch),
            forResearch ? [.. tables.Select(SmallCells.Withhold)] : tables)), writer.ContentType);
    }

    private static Finding Unknown(string field, string? value, IEnumerable<string> known) =>
        Finding.Refusal("Unknown", field, value, $"Send one of {string.Join(", ", known.Order(StringComparer.Ordinal))}.");
}
