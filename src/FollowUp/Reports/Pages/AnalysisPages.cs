using FollowUp.Access;
using FollowUp.Patients.Recording;
using FollowUp.Patients.Rules;
using FollowUp.Platform;
using FollowUp.Platform.Pages;
using Microsoft.AspNetCore.Http.Extensions;
using NodaTime;
using NodaTime.Text;

namespace FollowUp.Reports.Pages;

/// <summary>The reports with their controls, tables, figures and downloads; and the datasets.</summary>
/// <remarks>Downloads are the interface's own answers up to the same event, so that a page never says otherwise.</remarks>
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
        endpoints.MapPage("/analysis", Policies.AnyReport, (HttpContext http) => PageRoutes.Show<AnalysisPage>(http));
        endpoints.MapPage("/analysis/{name}", Policies.AnyReport, Show);
    }

    private static async Task<IResult> Show(
        string name, string? day, string? ruleSet, string[]? by, HttpContext http, ReportPress press, StoreTime time, CancellationToken token)
    {
        var user = SignedIn.Of(http);
        var strata = string.Join(',', (by ?? []).Where(key => key.Length > 0));
        var (query, problem) = ReportQuery.Read(name, strata.Length == 0 ? null : strata, ViewOf(day, ruleSet, user.Clinic, time.GetCurrentInstant()), null, user);
        if (query is null)
        {
            var status = (problem as IStatusCodeHttpResult)?.StatusCode ?? StatusCodes.Status404NotFound;
            return PageRoutes.Refuse(http, status == StatusCodes.Status403Forbidden ? "NotAllowed.Role" : "Analysis.Unknown", status);
        }

        var (document, basis) = await press.PrintAsync(query, user, token);

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

    // As it was known at the end of a day; without one, now.
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
