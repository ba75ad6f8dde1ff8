using FollowUp.Access;
using FollowUp.Patients.Pages.Chart;
using FollowUp.Platform;
using FollowUp.Platform.Pages;
using FollowUp.Platform.Store;
using FollowUp.Recalls.Worklist;
using Marten;

namespace FollowUp.Recalls.Pages;

/// <summary>Handing a man of the worklist over to a colleague.</summary>
public sealed class HandOverPages : IActivity
{
    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPage("/men/{id:guid}/hand-over", Policies.Care, Show);
        endpoints.MapForm("/men/{id:guid}/hand-over", Policies.Care, HandOver);
    }

    private static async Task<IResult> Show(Guid id, string? show, HttpContext http, Men men, Staff staff, IDocumentStore store, CancellationToken token)
    {
        if (await men.FindAsync(http, id, token) is not { } man)
        {
            return Unknown(http);
        }

        await using var session = store.QuerySession(man.Clinic.Id);
        return PageRoutes.Show<HandOverPage>(http, new()
        {
            [nameof(HandOverPage.Man)] = man,
            [nameof(HandOverPage.Claim)] = await session.LoadAsync<WorklistClaim>(man.Id, token),
            [nameof(HandOverPage.Staff)] = await staff.CarersAsync(man.Clinic, token),
            [nameof(HandOverPage.Show)] = TodayPages.Shown(show),
        });
    }

    private static async Task<IResult> HandOver(Guid id, HttpContext http, Staff staff, IDocumentStore store, StoreTime time, CancellationToken token)
    {
        var clinic = SignedIn.Of(http).Clinic;
        var form = await http.Request.ReadFormAsync(token);
        var to = form["to"].ToString();
        if (!(await staff.CarersAsync(clinic, token)).Any(colleague => colleague.Id == to))
        {
            return PageRoutes.Refuse(http, "HandOver.ToWhom", StatusCodes.Status422UnprocessableEntity);
        }

        // Only if the man is still with the person whom the page showed.
        await using var session = store.LightweightSession(clinic.Id);
        var (result, _) = await WorklistClaims.HandOverAsync(session, id, to, form["from"].ToString() is { Length: > 0 } from ? from : null, time, token);
        return result switch
        {
            WorklistClaims.ClaimResult.UnknownMan => Unknown(http),
            WorklistClaims.ClaimResult.ClaimedByOther or WorklistClaims.ClaimResult.AtOnce => PageRoutes.Refuse(http, "HandOver.Changed", StatusCodes.Status409Conflict),
            _ => Results.Redirect(TodayPages.Shown(form["show"]) is var show and not "all" ? $"/today?show={show}" : "/today"),
        };
    }

    private static IResult Unknown(HttpContext http) => PageRoutes.Refuse(http, "Man.Unknown", StatusCodes.Status404NotFound);
}
