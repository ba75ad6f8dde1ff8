using FollowUp.Access;
using FollowUp.Course;
using FollowUp.Platform;
using FollowUp.Platform.Http;
using FollowUp.Platform.Pages;
using FollowUp.Platform.Store;
using FollowUp.Recording;
using FollowUp.Reports.Jobs;
using FollowUp.Reports.Making;
using Microsoft.AspNetCore.Http.Extensions;
using NodaTime;
using NodaTime.Text;
using Wolverine;

namespace FollowUp.Reports.Pages;

/// <summary>The reports with their controls, tables, figures and downloads; and the datasets.</summary>
/// <remarks>Downloads are the API's answers up to the same event, so they always agree with the page.</remarks>
public sealed class AnalysisPages : IActivity, IMenuEntry
{
    /// <inheritdoc/>
    public int Order => 50;

    /// <inheritdoc/>
    public string Name => "Analysis.Title";

    /// <inheritdoc/>
    public string Address => "/analysis";

    /// <inheritdoc/>
    public string Policy => Policies.AnyReport;

    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPage("/analysis", Policies.AnyReport, async (HttpContext http, ReportJobs jobs, CancellationToken token) =>
            PageRoutes.Show<AnalysisPage>(http, new() { [nameof(AnalysisPage.Jobs)] = await jobs.ListAsync(SignedIn.Of(http), token) }));
        endpoints.MapPage("/analysis/{name}", Policies.AnyReport, Show);
        endpoints.MapPage("/analysis/jobs/{id:guid}", Policies.AnyReport, ShowJob);
        endpoints.MapForm("/analysis/jobs/{id:guid}/forms", Policies.AnyReport, AskInForm);
        endpoints.MapForm("/analysis/jobs/{id:guid}/cancellation", Policies.AnyReport, CancelJob);
    }

    private static async Task<IResult> Show(
        string name, string? day, string? ruleSet, string[]? by, HttpContext http, ReportBuilder builder, ReportService reports, IMessageBus bus, StoreTime time, CancellationToken token)
    {
        var user = SignedIn.Of(http);
        var strata = string.Join(',', (by ?? []).Where(key => key.Length > 0));
        var (query, problem) = ReportQuery.Read(name, strata.Length == 0 ? null : strata, ViewOf(day, ruleSet, user.Clinic, time.GetCurrentInstant()), null, user);
        if (query is null)
        {
            var status = (problem as IStatusCodeHttpResult)?.StatusCode ?? StatusCodes.Status404NotFound;
            return PageRoutes.Refuse(http, status == StatusCodes.Status403Forbidden ? "NotAllowed.Role" : "Analysis.Unknown", status);
        }

        var request = await builder.ResolveAsync(query, new("html"), user, token);
        var (job, finished) = await reports.BuildAsync(request, user, bus, token);
        if (finished is not { } shown)
        {
            return Results.Redirect(AddressOf(job!.Id));
        }

        var (document, basis, _) = shown;

        // The same men, events and rules for every file of this page.
        var same = new QueryBuilder { { "asOf", InstantPattern.ExtendedIso.Format(basis.AsOf) }, { "upToEvent", basis.UpToEvent.ToString(System.Globalization.CultureInfo.InvariantCulture) }, { "on", LocalDatePattern.Iso.Format(basis.On) }, { "ruleSet", basis.RuleSet } };
        if (strata.Length > 0)
        {
            same.Add("by", strata);
        }

        return PageRoutes.Show<ReportPage>(http, new()
        {
            [nameof(ReportPage.Report)] = query.Report,
            [nameof(ReportPage.Document)] = document,
            [nameof(ReportPage.Basis)] = basis,
            [nameof(ReportPage.Day)] = day,
            [nameof(ReportPage.By)] = query.By.Select(stratum => stratum.Key).ToHashSet(),
            [nameof(ReportPage.Same)] = same.ToString().TrimStart('?'),
        });
    }

    /// <summary>The page of a job.</summary>
    public static string AddressOf(Guid job) => $"/analysis/jobs/{job}";

    private static async Task<IResult> ShowJob(Guid id, HttpContext http, ReportJobs jobs, CancellationToken token)
    {
        if (await jobs.FindAsync(SignedIn.Of(http), id, token) is not { } job)
        {
            return PageRoutes.Refuse(http, "Analysis.NoJob", StatusCodes.Status404NotFound);
        }

        if (job.State is JobState.Waiting or JobState.Running)
        {
            http.Response.Headers["Refresh"] = "2";
        }

        return PageRoutes.Show<JobPage>(http, new() { [nameof(JobPage.Job)] = job });
    }

    // The same men, events and rules in another form.
    private static async Task<IResult> AskInForm(Guid id, HttpContext http, ReportJobs jobs, IMessageBus bus, CancellationToken token)
    {
        var user = SignedIn.Of(http);
        var form = new ReportForm(http.Request.Form["format"].ToString());
        if (await jobs.FindAsync(user, id, token) is not { } job)
        {
            return PageRoutes.Refuse(http, "Analysis.NoJob", StatusCodes.Status404NotFound);
        }

        return form.Refusal is { } refusal
            ? throw new UnreadableException(refusal)
            : Results.Redirect(AddressOf((await jobs.StartAsync(user, job.Request with { Form = form }, bus, token)).Id));
    }

    private static async Task<IResult> CancelJob(Guid id, HttpContext http, ReportJobs jobs, CancellationToken token)
    {
        var user = SignedIn.Of(http);
        if (await jobs.FindAsync(user, id, token) is { } job)
        {
            await jobs.CancelAsync(user, job, token);
        }

        return Results.Redirect("/analysis");
    }

    // The state of knowledge at the end of a day; without a day, now.
    private static PointOfView ViewOf(string? day, string? ruleSet, Clinic clinic, Instant now)
    {
        var chosen = string.IsNullOrEmpty(ruleSet) ? null
            : PublishedGuidelines.Refuse("ruleSet", GuidelineKind.RuleSet, ruleSet) is { } refused ? throw new UnreadableException(refused) : ruleSet;
        var today = now.InZone(clinic.Zone).Date;
        if (string.IsNullOrEmpty(day))
        {
            return new(null, today, chosen);
        }

        var asked = LocalDatePattern.Iso.Parse(day) is { Success: true } read
            ? read.Value
            : throw new UnreadableException(Finding.Refusal("Unreadable", "day", day, "Write the day as 2026-03-05."));
        return asked >= today ? new(null, today, chosen) : new(clinic.Zone.AtStartOfDay(asked.PlusDays(1)).ToInstant() - Duration.FromMilliseconds(1), asked, chosen);
    }
}
