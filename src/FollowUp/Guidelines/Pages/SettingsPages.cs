using FollowUp.Access;
using FollowUp.Course;
using FollowUp.Course.Explanations;
using FollowUp.Platform;
using FollowUp.Platform.Pages;
using FollowUp.Platform.Store;

namespace FollowUp.Guidelines.Pages;

/// <summary>The clinic's settings: its guidelines, what another choice would change, and what was decided when. No man's data.</summary>
public sealed class SettingsPages : IActivity, IMenuEntry
{
    /// <inheritdoc/>
    public int Order => 45;

    /// <inheritdoc/>
    public string Name => "Settings.Title";

    /// <inheritdoc/>
    public string Address => "/settings";

    /// <inheritdoc/>
    public string Policy => Policies.Administration;

    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPage("/settings", Policies.Administration, Show);
        endpoints.MapPage("/settings/difference/{id}", Policies.Administration, Differ);
        endpoints.MapForm("/settings/adoptions", Policies.Administration, Adopt);
    }

    private static async Task<IResult> Show(HttpContext http, Adoptions adoptions, CancellationToken token)
    {
        var events = await adoptions.EventsOfAsync(SignedIn.Of(http).Clinic.Id, token);
        return PageRoutes.Show<SettingsPage>(http, new()
        {
            [nameof(SettingsPage.Adopted)] = events.Select(Adoption.Of).OfType<Adoption>().ToList(),
            [nameof(SettingsPage.Changes)] = events.Select(SettingsEndpoints.SettingsChange.Of).OfType<SettingsEndpoints.SettingsChange>().ToList(),
        });
    }

    private static async Task<IResult> Differ(string id, HttpContext http, GuidelineDifference difference, StoreTime time, CancellationToken token)
    {
        var clinic = SignedIn.Of(http).Clinic;
        if (PublishedGuidelines.Find(id) is not { } guidelines)
        {
            return PageRoutes.Refuse(http, "Settings.UnknownGuideline", StatusCodes.Status404NotFound);
        }

        // Only counted: administrators see no man.
        var men = 0;
        var changed = new List<ChangedMan>();
        await foreach (var step in difference.AskAsync(clinic, new(null, time.GetCurrentInstant().InZone(clinic.Zone).Date), guidelines, id, token))
        {
            men = step.Done;
            changed.AddRange(step.Changed);
        }

        return PageRoutes.Show<DifferencePage>(http, new()
        {
            [nameof(DifferencePage.Kind)] = guidelines.Kind,
            [nameof(DifferencePage.Id)] = id,
            [nameof(DifferencePage.InForce)] = clinic.InForce(guidelines.Kind),
            [nameof(DifferencePage.Men)] = men,
            [nameof(DifferencePage.Changing)] = changed.Count,
            [nameof(DifferencePage.Changes)] = changed.SelectMany(man => man.Changes)
                .GroupBy(change => (change.Of, change.Item, change.Before, change.After))
                .Select(same => new CountedChange(same.Key.Of, same.Key.Item, same.Key.Before, same.Key.After, same.Count()))
                .OrderByDescending(change => change.Men).ToList(),
        });
    }

    private static async Task<IResult> Adopt(HttpContext http, Adoptions adoptions, GuidelineDifference difference, StoreTime time, CancellationToken token)
    {
        var form = await http.Request.ReadFormAsync(token);
        var id = form["guideline"].ToString();
        if (PublishedGuidelines.Find(id) is not { } guidelines)
        {
            return PageRoutes.Refuse(http, "Settings.UnknownGuideline", StatusCodes.Status404NotFound);
        }

        var (adopted, refused) = await adoptions.AdoptAsync(SignedIn.Of(http), guidelines.Kind, "guideline", id, difference, time, token);
        return adopted is not null ? Results.Redirect("/settings")
            : refused is not null ? PageRoutes.Refuse(http, "Page.Refused", StatusCodes.Status422UnprocessableEntity, [refused])
            : PageRoutes.Refuse(http, "Settings.Raced", StatusCodes.Status409Conflict);
    }
}

/// <summary>A change that another guideline makes, and for how many men.</summary>
/// <param name="Of">The derived answer.</param>
/// <param name="Item">Which of several.</param>
/// <param name="Before">What it is.</param>
/// <param name="After">What it would be.</param>
/// <param name="Men">For how many.</param>
public sealed record CountedChange(string Of, string? Item, Code? Before, Code? After, int Men);
