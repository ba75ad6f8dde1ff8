using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using FollowUp.Access;
using FollowUp.Patients.Recording;
using FollowUp.Platform;
using FollowUp.Platform.Description;
using FollowUp.Platform.Figures;
using FollowUp.Reports.Snapshots;

namespace FollowUp.Reports;

/// <summary>A report that can be asked for.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Title">Its title.</param>
/// <param name="Description">What it answers.</param>
/// <param name="Formats">The forms it comes in.</param>
/// <param name="By">What it can be divided by, in any combination.</param>
public sealed record ReportSummary(string Name, string Title, string Description, IReadOnlyList<string> Formats, IReadOnlyList<string> By);

/// <summary>The reports over HTTP.</summary>
public static class ReportEndpoints
{
    private const string Vectors = "svg";

    /// <summary>Maps them.</summary>
    public static void MapReports(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/reports", (HttpContext http) => ReportQuery.Reports.Values
                .Where(report => SignedIn.Of(http).Roles.Overlaps(Policies.All[report.Policy]))
                .Select(report => new ReportSummary(
                    report.Name, report.Title, report.Description, [.. ReportQuery.Writers.Keys.Order(StringComparer.Ordinal)],
                    [.. report.Strata.Select(stratum => stratum.Key)])))
            .RequireAuthorization(Policies.AnyReport).WithName("reports").WithTags("Lists")
            .WithSummary("The reports there are for the role that asks.");
        endpoints.MapGet("/reports/{name}", Answer)
            .RequireAuthorization(Policies.AnyReport).WithName("report").WithTags("Lists")
            .WithSummary("A report on the clinic's men, as recorded at any instant.")
            .WithMetadata(new AnswersAsOf())
            .Produces(200, contentType: "application/json", additionalContentTypes: ["text/plain", "text/csv", "text/html", "application/pdf"])
            .ProducesProblem(400).ProducesProblem(403).ProducesProblem(404);
        endpoints.MapGet("/reports/{name}/figures/{figure}", AnswerFigure)
            .RequireAuthorization(Policies.AnyReport).WithName("figure").WithTags("Lists")
            .WithSummary("A figure of a report.")
            .WithMetadata(new AnswersAsOf())
            .Produces(200, contentType: "image/svg+xml", additionalContentTypes: ["image/png"])
            .ProducesProblem(400).ProducesProblem(403).ProducesProblem(404);
        endpoints.MapGet("/reports/{name}/snapshot", AnswerSnapshot)
            .RequireAuthorization(Policies.AnyReport).WithName("reportSnapshot").WithTags("Lists")
            .WithSummary("A report with a signed statement of what it rests on and of its SHA-256.")
            .WithMetadata(new AnswersAsOf())
            .Produces<Snapshot>().ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).ProducesProblem(501);
    }

    private static async Task<IResult> Answer(
        [Description("The report's name, from the list of reports.")] string name,
        [Description("The form it is to have: table, csv, html, pdf or json, which is the default.")] string? format,
        [Description("What it is divided by, separated by commas, for instance previous-technique,karyotype.")] string? by,
        [Description("The number of the last event that counts, from a header; by default the last one recorded by then.")] long? upToEvent,
        PointOfView view, HttpContext http, ReportPress press, CancellationToken token)
    {
        var user = SignedIn.Of(http);
        var (query, problem) = ReportQuery.Read(name, by, view, upToEvent, user);
        if (problem is not null)
        {
            return problem;
        }

        if (!ReportQuery.Writers.TryGetValue(format ?? "json", out var writer))
        {
            return Problems.Unreadable(ReportQuery.Unknown("format", format, ReportQuery.Writers.Keys));
        }

        // How long it took is no part of the document, which is the same however long it takes.
        var begun = Stopwatch.GetTimestamp();
        var (document, _) = await press.PrintAsync(query!, user, token);
        var written = writer.Write(document, token);
        http.Response.Headers["Server-Timing"] =
            string.Create(CultureInfo.InvariantCulture, $"report;dur={Stopwatch.GetElapsedTime(begun).TotalMilliseconds:F0}");
        return Results.Bytes(written, writer.ContentType);
    }

    private static async Task<IResult> AnswerFigure(
        [Description("The report's name, from the list of reports.")] string name,
        [Description("The figure's key, from the report in JSON.")] string figure,
        [Description("svg, which is the default, or png.")] string? format,
        [Description("What the report is divided by, separated by commas.")] string? by,
        [Description("The number of the last event that counts.")] long? upToEvent,
        PointOfView view, HttpContext http, ReportPress press, CancellationToken token)
    {
        var user = SignedIn.Of(http);
        var (query, problem) = ReportQuery.Read(name, by, view, upToEvent, user);
        if (problem is not null)
        {
            return problem;
        }

        if (format is not (null or Vectors or "png"))
        {
            return Problems.Unreadable(ReportQuery.Unknown("format", format, ["png", Vectors]));
        }

        var (document, _) = await press.PrintAsync(query!, user, token);
        var drawn = document.Figures.FirstOrDefault(each => each.Key == figure);
        return drawn is null
            ? Problems.Of(404, "unknown-figure", "The report has no such figure, or nothing to show in it.",
                [ReportQuery.Unknown("figure", figure, document.Figures.Select(each => each.Key))])
            : format == "png" ? Results.Bytes(FigureImage.Png(drawn), "image/png")
            : Results.Text(FigureImage.Svg(drawn), "image/svg+xml", System.Text.Encoding.UTF8);
    }

    private static async Task<IResult> AnswerSnapshot(
        [Description("The report's name, from the list of reports.")] string name,
        [Description("The form of the document: table, csv, html, pdf or json, which is the default.")] string? format,
        [Description("What the report is divided by, separated by commas.")] string? by,
        [Description("The number of the last event that counts.")] long? upToEvent,
        PointOfView view, HttpContext http, ReportPress press, SigningKey key, CancellationToken token)
    {
        var user = SignedIn.Of(http);
        var (query, problem) = ReportQuery.Read(name, by, view, upToEvent, user);
        if (problem is not null)
        {
            return problem;
        }

        if (!ReportQuery.Writers.TryGetValue(format ?? "json", out var writer))
        {
            return Problems.Unreadable(ReportQuery.Unknown("format", format, ReportQuery.Writers.Keys));
        }

        if (!key.IsConfigured)
        {
            return Problems.Of(501, "no-signing-key", "Snapshots are signed, and no key is configured. Set FollowUp:SigningKeyFile to a file that only the server reads.");
        }

        var (document, basis) = await press.PrintAsync(query!, user, token);
        return Results.Ok(key.Sign(user.Clinic, query!, writer.Format, basis, writer.Write(document, token)));
    }
}
