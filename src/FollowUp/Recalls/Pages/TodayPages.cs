using FollowUp.Access;
using FollowUp.Course;
using FollowUp.Directory;
using FollowUp.Platform;
using FollowUp.Platform.Http;
using FollowUp.Platform.Pages;
using FollowUp.Platform.Store;
using FollowUp.Recalls.Rules.Items;
using FollowUp.Recalls.Worklist;
using FollowUp.Recording.ReadModels;
using Marten;
using NodaTime;

namespace FollowUp.Recalls.Pages;

/// <summary>The nurse's start page: search, and whom to call next and why.</summary>
public sealed class TodayPages : IActivity, IMenuEntry
{
    /// <summary>The most men on one page; those on later pages are less urgent.</summary>
    private const int MostRows = 100;

    private const int MostHits = 25;

    /// <inheritdoc/>
    public int Order => 10;

    /// <inheritdoc/>
    public string Name => "Today.Title";

    /// <inheritdoc/>
    public string Address => "/today";

    /// <inheritdoc/>
    public string Policy => Policies.Care;

    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPage("/today", Policies.Care, Today);
        endpoints.MapPage("/today/next", Policies.Care, Next);
        endpoints.MapForm("/today/search", Policies.Care, Search);
        endpoints.MapForm("/today/claims", Policies.Care, Claim);
        endpoints.MapPage("/today/completeness", Policies.Care, Completeness);
    }

    private static async Task<IResult> Today(string? show, string? after, HttpContext http, WorklistQuery worklist, Staff staff, StoreTime time, CancellationToken token)
    {
        var from = string.IsNullOrEmpty(after) ? null : WorklistCursor.Read(after) ?? throw new UnreadableException(
            Finding.Refusal("Unreadable", "after", after, "Go back to Today and turn the pages from there."));
        var desk = await DeskAsync(Shown(show), from, http, worklist, time, token);
        return PageRoutes.Show<TodayPage>(http, new()
        {
            [nameof(TodayPage.Desk)] = desk,
            [nameof(TodayPage.Names)] = (await staff.OfAsync(SignedIn.Of(http).Clinic, token)).ToDictionary(colleague => colleague.Id, colleague => colleague.Name),
        });
    }

    // It reads every man, so it is loaded after the page.
    private static async Task<IResult> Completeness(HttpContext http, CompletenessCache completeness, CancellationToken token)
    {
        var (at, answer) = await completeness.GetAsync(SignedIn.Of(http).Clinic, token);
        return PageRoutes.Show<CompletenessPage>(http, new()
        {
            [nameof(CompletenessPage.At)] = at,
            [nameof(CompletenessPage.Answer)] = answer,
            [nameof(CompletenessPage.Bare)] = http.Request.Headers.ContainsKey("X-Fragment"),
        });
    }

    // Skips a man whom a colleague has claimed.
    private static async Task<IResult> Next(string? show, Guid? after, HttpContext http, WorklistQuery worklist, StoreTime time, CancellationToken token)
    {
        var desk = await DeskAsync(Shown(show), after: null, http, worklist, time, token);
        var rows = desk.Rows.ToList();
        var from = rows.FindIndex(row => row.PatientId == after) + 1;
        var next = rows.Skip(from).Concat(rows.Take(from)).FirstOrDefault(row => row.PatientId != after && !desk.IsWithAnother(row));
        return Results.Redirect(next is null ? "/today" : $"/men/{next.PatientId}/call?show={desk.Show}");
    }

    private static async Task<IResult> Search(HttpContext http, IDocumentStore store, PatientDirectory directory, CancellationToken token)
    {
        var clinic = SignedIn.Of(http).Clinic;
        await using var session = store.QuerySession(clinic.Id);
        var query = http.Request.Form["q"].ToString();
        var found = await directory.Search(session, query, clinic.Region, MostHits, token);
        var merged = (await session.LoadManyAsync<DueDates>(token, found.Hits.Select(hit => hit.PatientId)))
            .Where(document => document.MergedInto is not null).Select(document => document.Id).ToHashSet();
        return PageRoutes.Show<SearchPage>(http, new()
        {
            [nameof(SearchPage.Hits)] = found.Hits.Where(hit => !merged.Contains(hit.PatientId)).ToList(),
            [nameof(SearchPage.More)] = found.More,
            [nameof(SearchPage.Nothing)] = found.Refusal is not null,
            [nameof(SearchPage.Query)] = query,
            [nameof(SearchPage.Bare)] = http.Request.Headers.ContainsKey("X-Fragment"),
        });
    }

    private static async Task<IResult> Claim(HttpContext http, IDocumentStore store, StoreTime time, CancellationToken token)
    {
        var user = SignedIn.Of(http);
        var form = http.Request.Form;
        await using var session = store.LightweightSession(user.Clinic.Id);

        // The form also names who had claimed him when the page was shown. Whoever loses a race sees the colleague's claim on the list.
        var claim = form["claim"].ToString().Split(' ', 2);
        if (Guid.TryParse(claim[0], out var man))
        {
            await WorklistClaims.HandOverAsync(session, man, user.UserId, claim.ElementAtOrDefault(1), time, token);
        }
        else if (Guid.TryParse(form["release"], out man))
        {
            await WorklistClaims.ReleaseAsync(session, man, user.UserId, token);
        }

        return Results.Redirect(Shown(form["show"]) is var show and not "all" ? $"/today?show={show}" : "/today");
    }

    /// <summary>The filter of the list; all men when the value is unknown.</summary>
    internal static string Shown(string? show) => show is "mine" or "red" or "overdue" or "due" or "unreachable" ? show : "all";

    private static async Task<Desk> DeskAsync(string show, WorkPlace? after, HttpContext http, WorklistQuery worklist, StoreTime time, CancellationToken token)
    {
        var user = SignedIn.Of(http);
        var today = time.GetCurrentInstant().InZone(user.Clinic.Zone).Date;
        WorkState? state = show switch { "overdue" => WorkState.Overdue, "due" => WorkState.Due, "unreachable" => WorkState.Unreachable, _ => null };
        var answer = await worklist.AskAsync(user.Clinic, new(null, today), new(state, Claimed: show == "mine" ? ClaimedBy.Me : null, UserId: user.UserId), MostRows, after, token);
        var rows = show == "red" ? [.. answer.Rows.Where(Desk.IsRed)] : answer.Rows;
        return new(show, answer.On, rows, answer.Next, user.UserId);
    }
}

/// <summary>The content of the start page.</summary>
/// <param name="Show">Which men are shown.</param>
/// <param name="On">The day.</param>
/// <param name="Rows">The men, the most urgent first.</param>
/// <param name="After">Where the next page begins; null on the last one.</param>
/// <param name="UserId">The signed-in user.</param>
public sealed record Desk(string Show, LocalDate On, IReadOnlyList<WorklistRow> Rows, string? After, string UserId)
{
    /// <summary>Whether a man is most urgent: he has an open alert, or a message whose delivery is uncertain.</summary>
    public static bool IsRed(WorklistRow row) => row.Alerts.Count > 0 || row.Items.Any(IsUncertain);

    /// <summary>Whether it is uncertain that the item's last message was sent.</summary>
    public static bool IsUncertain(DueItem item) => item.Messages.Count > 0 && item.Messages[^1].Outcome is Recalls.Facts.ReminderOutcome.Uncertain;

    /// <summary>Whether a colleague has claimed a man.</summary>
    public bool IsWithAnother(WorklistRow row) => row.Claim is { } claim && claim.UserId != UserId;
}
