using FollowUp.Access;
using FollowUp.Course;
using FollowUp.Directory;
using FollowUp.Platform;
using FollowUp.Platform.Http;
using FollowUp.Platform.Pages;
using FollowUp.Platform.Store;
using FollowUp.Recalls.Rules;
using FollowUp.Recalls.Rules.Messages;
using FollowUp.Recalls.Sending;
using FollowUp.Recording;
using Marten;
using NodaTime.Text;
using Wolverine;

namespace FollowUp.Recalls.Pages;

/// <summary>Reminders: planned messages and what holds them back, the ledger of messages, and the pause.</summary>
public sealed class RemindersPages : IActivity, IMenuEntry
{
    private const int MostRows = 100;

    private const int LongestReason = 200;

    /// <inheritdoc/>
    public int Order => 40;

    /// <inheritdoc/>
    public string Name => "Reminders.Title";

    /// <inheritdoc/>
    public string Address => "/reminders";

    /// <inheritdoc/>
    public string Policy => Policies.Care;

    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPage("/reminders", Policies.Care, Show);
        endpoints.MapForm("/reminders/pause", Policies.Care, Pause);
        endpoints.MapForm("/reminders/settlements", Policies.Care, Settle);
    }

    private static async Task<IResult> Show(
        string? on, string? state, HttpContext http, ReminderRound round, SendingPauses pauses, PatientDirectory directory, ReminderTexts texts, IDocumentStore store, StoreTime time, CancellationToken token)
    {
        var clinic = SignedIn.Of(http).Clinic;
        var now = time.GetCurrentInstant();
        var today = now.InZone(clinic.Zone).Date;
        var day = on is { Length: > 0 }
            ? LocalDatePattern.Iso.Parse(on) is { Success: true } read ? read.Value : throw new UnreadableException(Finding.Refusal("Unreadable", "on", on, "Write the day as 2026-03-05."))
            : today;
        var planned = new List<DueReminder>();
        var at = day == today ? now : clinic.Zone.AtLeniently(day + RecallTerms.Of(new PointOfView(null, day).Asked(clinic)).SendingHours.From).ToInstant();
        await foreach (var message in round.PlannedAsync(clinic, at, null, token))
        {
            planned.Add(message);
            if (planned.Count > MostRows)
            {
                break;
            }
        }

        await using var session = store.QuerySession(clinic.Id);
        var shown = Enum.TryParse<LedgerState>(state, out var asked) && Enum.IsDefined(asked) ? asked : (LedgerState?)null;
        var ledger = await new LedgerFilter(shown, null, null).AskAsync(session, MostRows, token);
        var men = await directory.Find(session, planned.Select(message => message.PatientId).Concat(ledger.Rows.Select(row => row.PatientId)).Distinct(), token);
        return PageRoutes.Show<RemindersPage>(http, new()
        {
            [nameof(RemindersPage.On)] = day,
            [nameof(RemindersPage.Planned)] = planned,
            [nameof(RemindersPage.Ledger)] = ledger,
            [nameof(RemindersPage.Texts)] = texts,
            [nameof(RemindersPage.State)] = shown,
            [nameof(RemindersPage.ClinicPause)] = (await pauses.FindAsync(clinic.Id, token)).Now,
            [nameof(RemindersPage.WholePause)] = (await pauses.FindAsync(SendingPause.Installation, token)).Now,
            [nameof(RemindersPage.Names)] = men.Where(man => man.Identity is not null).ToDictionary(man => man.PatientId, man => $"{man.Identity!.GivenName} {man.Identity.FamilyName}"),
        });
    }

    private static async Task<IResult> Pause(HttpContext http, SendingPauses pauses, StoreTime time, CancellationToken token)
    {
        var user = SignedIn.Of(http);
        var form = await http.Request.ReadFormAsync(token);
        var why = form["why"].ToString().Trim();
        if (why.Length is 0 or > LongestReason)
        {
            return PageRoutes.Refuse(http, "Reminders.WhyNeeded", StatusCodes.Status422UnprocessableEntity);
        }

        await pauses.ChangeAsync(user.Clinic.Id, new(time.GetCurrentInstant(), user.UserId, form["paused"] == "true", why), token);
        return Results.Redirect("/reminders");
    }

    private static async Task<IResult> Settle(HttpContext http, ReminderRound round, IMessageBus bus, IDocumentStore store, CancellationToken token)
    {
        var form = await http.Request.ReadFormAsync(token);
        var isAgain = form["again"].ToString().Length > 0;
        return Guid.TryParse(isAgain ? form["again"] : form["arrived"], out var id)
            && await LedgerEndpoints.SettleAsync(id, isAgain ? LedgerEndpoints.Settlement.SendAgain : LedgerEndpoints.Settlement.Arrived, SignedIn.Of(http), bus, round, store, token) is { Settled: not null }
            ? Results.Redirect("/reminders")
            : PageRoutes.Refuse(http, "Reminders.NotOpen", StatusCodes.Status409Conflict);
    }
}
