using FollowUp.Access;
using FollowUp.Patients.Rules;
using FollowUp.Platform;
using FollowUp.Platform.Pages;
using FollowUp.Reports.Writers;
using Microsoft.AspNetCore.Http.Extensions;
using NodaTime.Text;

namespace FollowUp.Reports.Pages;

/// <summary>The reports and datasets with their controls. What is opened is the interface's own answer, so that a page never says otherwise.</summary>
public sealed class AnalysisPages : IActivity, IMenuEntry
{
    /// <summary>Every report.</summary>
    public static readonly IReadOnlyList<IReport> Reports = Scan.For<IReport>();

    /// <summary>The forms a report comes in.</summary>
    public static readonly IReadOnlyList<string> Formats = [.. Scan.For<IReportWriter>().Select(writer => writer.Format).Order(StringComparer.Ordinal)];

    /// <inheritdoc/>
    public int Order => 50;

    /// <inheritdoc/>
    public string Name => "Analysis.Title";

    /// <inheritdoc/>
    public string Address => "/analysis";

    /// <inheritdoc/>
    public string Policy => Policies.Reports;

    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPage("/analysis", Policies.Reports, (HttpContext http) => PageRoutes.Show<AnalysisPage>(http));
        endpoints.MapPage("/analysis/open", Policies.Reports, Open);
    }

    // An empty control says nothing; the interface refuses one that is there and empty.
    private static IResult Open(string what, string name, string? format, string? day, string? ruleSet, HttpContext http)
    {
        if (what is not ("reports" or "datasets") || !name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-'))
        {
            return PageRoutes.Refuse(http, "Analysis.Unknown", StatusCodes.Status404NotFound);
        }

        var query = new QueryBuilder();
        if (!string.IsNullOrEmpty(format))
        {
            query.Add("format", format);
        }

        if (!string.IsNullOrEmpty(day))
        {
            // As it was known at the end of that day.
            var zone = SignedIn.Of(http).Clinic.Zone;
            var asked = LocalDatePattern.Iso.Parse(day) is { Success: true } read
                ? read.Value
                : throw new UnreadableException(Finding.Refusal("Unreadable", "day", day, "Write the day as 2026-03-05."));
            query.Add("asOf", InstantPattern.General.Format(zone.AtStartOfDay(asked.PlusDays(1)).ToInstant() - NodaTime.Duration.FromSeconds(1)));
        }

        if (!string.IsNullOrEmpty(ruleSet) && what == "reports")
        {
            query.Add("ruleSet", ruleSet);
        }

        return Results.Redirect($"/{what}/{name}{query}");
    }
}
