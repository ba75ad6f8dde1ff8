using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using FollowUp.Access;
using FollowUp.Platform.Description;
using FollowUp.Platform.Http;
using FollowUp.Recording;
using FollowUp.Recording.Endpoints;
using FollowUp.Reports.Jobs;
using FollowUp.Reports.Snapshots;
using Wolverine;

namespace FollowUp.Reports.Making;

/// <summary>A report that can be requested.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Title">Its title.</param>
/// <param name="Description">What it answers.</param>
/// <param name="Formats">The formats it comes in.</param>
/// <param name="By">What it can be divided by, in any combination.</param>
public sealed record ReportSummary(string Name, string Title, string Description, IReadOnlyList<string> Formats, IReadOnlyList<string> By);

/// <summary>The reports over HTTP.</summary>
public static class ReportEndpoints
{
    /// <summary>The header that says how many of the clinic's events are not in a report yet.</summary>
    public const string EventsBehind = "Events-Behind";

    /// <summary>Maps the addresses.</summary>
    public static void MapReports(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/reports", (HttpContext http) => ReportQuery.Reports.Values
                .Where(report => SignedIn.Of(http).Roles.Overlaps(Policies.All[report.Policy]))
                .Select(report => new ReportSummary(
                    report.Name, report.Title, report.Description, [.. ReportQuery.Writers.Keys.Order(StringComparer.Ordinal)],
                    [.. report.Strata.Select(stratum => stratum.Key)])))
            .RequireAuthorization(Policies.AnyReport).WithName("reports").WithTags("Lists")
            .WithSummary("The reports that your role may read.");
        endpoints.MapGet("/reports/{name}", Answer)
            .RequireAuthorization(Policies.AnyReport).WithName("report").WithTags("Lists")
            .WithSummary("A report on the clinic's men, as recorded at any instant.")
            .WithMetadata(new AnswersAsOf(), new RestsOnDates())
            .Produces(200, contentType: "application/json", additionalContentTypes: ["text/plain", "text/csv", "text/html", "application/pdf"]).Produces<JobAnswer>(202)
            .ProducesProblem(400).ProducesProblem(403).ProducesProblem(404);
        endpoints.MapGet("/reports/{name}/figures/{figure}", AnswerFigure)
            .RequireAuthorization(Policies.AnyReport).WithName("figure").WithTags("Lists")
            .WithSummary("A figure of a report.")
            .WithMetadata(new AnswersAsOf(), new RestsOnDates())
            .Produces(200, contentType: "image/svg+xml", additionalContentTypes: ["image/png"]).Produces<JobAnswer>(202)
            .ProducesProblem(400).ProducesProblem(403).ProducesProblem(404);
        endpoints.MapGet("/reports/{name}/snapshot", AnswerSnapshot)
            .RequireAuthorization(Policies.AnyReport).WithName("reportSnapshot").WithTags("Lists")
            .WithSummary("A report with a signed statement: what it is based on, and its SHA-256.")
            .WithMetadata(new AnswersAsOf(), new RestsOnDates())
            .Produces<Snapshot>().Produces<JobAnswer>(202).ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).ProducesProblem(501);
    }

    private static Task<IResult> Answer(
        [Description("The report's name, from the list of reports.")] string name,
        [Description("The format: table, csv, html, pdf or json, which is the default.")] string? format,
        [Description("What to divide it by, separated by commas, for instance previous-technique,karyotype.")] string? by,
        [Description("The number of the last event to include, as a report's header prints it; by default the last one recorded by then.")] long? upToEvent,
        PointOfView view, HttpContext http, ReportService reports, CancellationToken token) =>
        AnswerAsync(http, reports, ReportQuery.Read(name, by, view, upToEvent, SignedIn.Of(http)), new(format ?? "json"), token);

    private static Task<IResult> AnswerFigure(
        [Description("The report's name, from the list of reports.")] string name,
        [Description("The figure's key, from the report in JSON.")] string figure,
        [Description("svg, which is the default, or png.")] string? format,
        [Description("What to divide the report by, separated by commas.")] string? by,
        [Description("The number of the last event to include.")] long? upToEvent,
        PointOfView view, HttpContext http, ReportService reports, CancellationToken token) =>
        AnswerAsync(http, reports, ReportQuery.Read(name, by, view, upToEvent, SignedIn.Of(http)), new(format ?? ReportForm.Vectors, figure), token);

    private static Task<IResult> AnswerSnapshot(
        [Description("The report's name, from the list of reports.")] string name,
        [Description("The format of the document: table, csv, html, pdf or json, which is the default.")] string? format,
        [Description("What to divide the report by, separated by commas.")] string? by,
        [Description("The number of the last event to include.")] long? upToEvent,
        PointOfView view, HttpContext http, ReportService reports, CancellationToken token) =>
        AnswerAsync(http, reports, ReportQuery.Read(name, by, view, upToEvent, SignedIn.Of(http)), new(format ?? "json", Signed: true), token);

    private static async Task<IResult> AnswerAsync(
        HttpContext http, ReportService reports, (ReportQuery? Query, IResult? Problem) read, ReportForm form, CancellationToken token)
    {
        if (read.Query is not { } query)
        {
            return read.Problem!;
        }

        if (form.Refusal is { } refusal)
        {
            return Problems.Unreadable(refusal);
        }

        if (form.Signed && reports.CannotSign is { } why)
        {
            return Problems.Of(501, "no-signing-key", why);
        }

        // The duration goes into a header: the document itself has to be the same each time, byte for byte.
        var begun = Stopwatch.GetTimestamp();
        var (job, written) = await reports.WriteAsync(query, form, SignedIn.Of(http), http.RequestServices.GetRequiredService<IMessageBus>(), token);
        http.Response.Headers["Server-Timing"] =
            string.Create(CultureInfo.InvariantCulture, $"report;dur={Stopwatch.GetElapsedTime(begun).TotalMilliseconds:F0}");
        if (written is { Behind: > 0 })
        {
            http.Response.Headers[EventsBehind] = written.Behind.ToString(CultureInfo.InvariantCulture);
        }

        return job is not null ? ReportJobEndpoints.Answer(job)
            : written!.Content is { } content ? Results.Bytes(content, written.ContentType)
            : Problems.Of(404, "unknown-figure", "The report has no such figure, or nothing to show in it.", [ReportQuery.Unknown("figure", form.Figure, written.Figures)]);
    }
}
