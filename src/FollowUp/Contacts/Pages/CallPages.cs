using FollowUp.Access;
using FollowUp.Contacts.Facts;
using FollowUp.Course;
using FollowUp.Course.Dates;
using FollowUp.Patients.Facts;
using FollowUp.Patients.Pages.Chart;
using FollowUp.Patients.Pages.Forms;
using FollowUp.Platform;
using FollowUp.Platform.Http;
using FollowUp.Platform.Pages;
using FollowUp.Platform.Store;
using FollowUp.Recording;
using FollowUp.Recording.Commands;
using Marten;

namespace FollowUp.Contacts.Pages;

/// <summary>The call: one page in the order a nurse asks, from the identity check to the next contact.</summary>
public sealed class CallPages : IActivity
{
    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPage("/men/{id:guid}/call", Policies.Care, Open);
        endpoints.MapForm("/men/{id:guid}/call", Policies.Care, Save);
        endpoints.MapForm("/men/{id:guid}/call/live", Policies.Care, Live);
        endpoints.MapForm("/men/{id:guid}/call/attempt", Policies.Care, Attempt);
        endpoints.MapPage("/men/{id:guid}/call/done", Policies.Care, Done);
    }

    private static async Task<IResult> Open(Guid id, string? show, HttpContext http, Men men, IDocumentStore store, StoreTime time, CancellationToken token)
    {
        if (await men.FindAsync(http, id, token) is not { } man)
        {
            return Unknown(http);
        }

        // Going back after saving shows the call that was saved.
        if (FormId.Sent(http) is { } shown && Stored(man, shown.ToString()) is { } stored)
        {
            return SavedAlreadyPage.Of(http, man, [stored], $"/men/{man.Id}/call");
        }

        await using var session = store.LightweightSession(man.Clinic.Id);
        var draft = await CallDraft.OpenAsync(session, SignedIn.Of(http), man, time.GetCurrentInstant(), token);
        if (FormId.Sent(http)?.ToString() != draft.Key)
        {
            return FormId.At(http, Guid.Parse(draft.Key));
        }

        return Show(http, new(man, draft.Key, draft.Seen, draft.Values(man), time.GetCurrentInstant().InZone(man.Clinic.Zone).LocalDateTime, show));
    }

    private static async Task<IResult> Save(Guid id, HttpContext http, Men men, IDocumentStore store, CommandBus bus, Courses courses, StoreTime time, CancellationToken token)
    {
        var form = await http.Request.ReadFormAsync(token);
        var user = SignedIn.Of(http);
        if (await men.FindAsync(http, id, token) is not { } man)
        {
            return Unknown(http);
        }

        var state = StateOf(man, form, time);
        var call = new CallForm(form, state.Key, Viewer.Of(http).Words.Culture.Name);

        // A measured value answers its question. The page shows the changed answer before it is saved (R83).
        if (AnswersByValue(call) is { Count: > 0 } answers)
        {
            return Show(http, state with { Values = answers.Aggregate(state.Values, (values, answer) => values.With(answer.Field, answer.Answer.ToString())), AnswersByValue = answers }, StatusCodes.Status422UnprocessableEntity);
        }

        var (outcome, findings) = await SendAsync(man, call, form, state.Seen, dryRun: false, user, bus, token);
        switch (outcome)
        {
            case Outcome.Recorded recorded:
                courses.Keep(user.Clinic.Id, recorded.Course);
                await TryDeleteDraftAsync(store, user, man.Id, http, token);
                return Results.Redirect($"/men/{man.Id}/call/done?entry={call.ContactId}&show={state.Show}");
            case Outcome.NeedsConfirmation warned:
                return Show(http, state with { Warnings = warned.Warnings }, StatusCodes.Status422UnprocessableEntity);
            // What a colleague recorded meanwhile is shown before a second contact is stored.
            case Outcome.Stale stale:
                return Show(
                    http,
                    state with { Man = man with { Course = stale.Course }, Seen = stale.Course.Version, Meanwhile = stale.Course.ContactsSince(state.Seen) },
                    StatusCodes.Status409Conflict);
            case Outcome.Refused { IsIdInUse: true } when await men.FindAsync(http, id, token) is { } now && now.Course.Find(call.ContactId) is { } first:
                return Show(http, state with { Man = now, Stored = first }, StatusCodes.Status409Conflict);
            default:
                return Show(http, state with { Findings = findings }, StatusCodes.Status422UnprocessableEntity);
        }
    }

    private static async Task<IResult> Live(Guid id, HttpContext http, Men men, CommandBus bus, StoreTime time, CancellationToken token)
    {
        var form = await http.Request.ReadFormAsync(token);
        if (await men.FindAsync(http, id, token) is not { } man)
        {
            return Unknown(http);
        }

        var state = StateOf(man, form, time);
        var (outcome, findings) = await SendAsync(man, new CallForm(form, state.Key, Viewer.Of(http).Words.Culture.Name), form, seen: null, dryRun: true, SignedIn.Of(http), bus, token);
        return PageRoutes.Show<CallLive>(http, new()
        {
            [nameof(CallLive.Man)] = man,
            [nameof(CallLive.Before)] = (outcome as Outcome.Proposed)?.Before,
            [nameof(CallLive.After)] = (outcome as Outcome.Proposed)?.After,
            [nameof(CallLive.Findings)] = findings,
        });
    }

    private static async Task<IResult> Attempt(Guid id, HttpContext http, Men men, IDocumentStore store, CommandBus bus, Courses courses, StoreTime time, CancellationToken token)
    {
        var form = await http.Request.ReadFormAsync(token);
        var user = SignedIn.Of(http);
        if (await men.FindAsync(http, id, token) is not { } man || !Enum.TryParse<AttemptOutcome>(form["outcome"], out var result))
        {
            return Unknown(http);
        }

        // Pressed twice, the first attempt counts with its time. If this key has stored another result, or a call, that one is shown.
        var key = form[FormId.Field].ToString();
        var factId = AttemptOf(key);
        var stored = Stored(man, key);
        if (stored is null)
        {
            var attempt = new ContactAttempted
            {
                AttemptedAt = ClinicalTime.At(time.GetCurrentInstant().InZone(man.Clinic.Zone).LocalDateTime),
                Channel = Channel.Phone,
                Outcome = result,
                NumberEnding = man.Telephones is [{ Length: > 2 } number, ..] ? number[^2..] : null,
            };
            switch (await bus.SendAsync(user.Clinic.Id, new RecordFact(man.Id, factId, attempt, Sender.Of(user)), token))
            {
                case Outcome.Recorded recorded:
                    courses.Keep(user.Clinic.Id, recorded.Course);
                    break;
                case Outcome.Refused { IsIdInUse: true }:
                    man = await men.FindAsync(http, id, token) ?? man;
                    stored = Stored(man, key);
                    break;
                default:
                    return PageRoutes.Refuse(http, "Call.AttemptRefused", StatusCodes.Status422UnprocessableEntity);
            }
        }

        if (stored is not null && (stored.Fact as ContactAttempted)?.Outcome != result)
        {
            return SavedAlreadyPage.Of(http, man, [stored], $"/men/{man.Id}/call");
        }

        await TryDeleteDraftAsync(store, user, man.Id, http, token);
        return Results.Redirect($"/men/{man.Id}/call/done?entry={factId}&show={form["show"]}");
    }

    private static Task<IResult> Done(Guid id, Guid entry, string? show, HttpContext http, Men men, CancellationToken token) => ManPages.ForAsync(id, http, men, man =>
        man.Course.Find(entry) is { } recorded
            ? PageRoutes.Show<CallDonePage>(http, new() { [nameof(CallDonePage.Man)] = man, [nameof(CallDonePage.Recorded)] = recorded, [nameof(CallDonePage.Next)] = show ?? "all" })
            : Unknown(http), token);

    private static async Task<(Outcome? Outcome, IReadOnlyList<Finding> Findings)> SendAsync(
        Man man, CallForm call, IFormCollection form, long? seen, bool dryRun, SignedIn user, CommandBus bus, CancellationToken token)
    {
        const string prefix = "confirm.";
        var reasons = form.Where(field => field.Key.StartsWith(prefix, StringComparison.Ordinal) && field.Value.ToString().Length > 0)
            .ToDictionary(field => field.Key[prefix.Length..], field => field.Value.ToString(), StringComparer.Ordinal);
        try
        {
            var command = new RecordTogether(man.Id, call.Facts(), Sender.Of(user)) { Envelope = new() { Confirm = dryRun ? [] : reasons, DryRun = dryRun, Unattended = dryRun, SeenVersion = seen } };
            var outcome = await bus.SendAsync(user.Clinic.Id, command, token);
            return (outcome, outcome is Outcome.Refused refused ? refused.Findings : []);
        }
        catch (UnreadableException unreadable)
        {
            return (null, [unreadable.Finding]);
        }
    }

    private static Guid AttemptOf(string key) => Ids.Of($"{key}/attempt");

    // What the form with this key has stored: the contact, or the attempt.
    private static Entry? Stored(Man man, string key) => man.Course.Find(CallForm.ContactOf(key)) ?? man.Course.Find(AttemptOf(key));

    // A field that cannot be read is refused when the call is sent.
    private static IReadOnlyList<(string Field, Answer Answer)> AnswersByValue(CallForm call)
    {
        try
        {
            return call.AnswersByValue();
        }
        catch (UnreadableException)
        {
            return [];
        }
    }

    private static CallState StateOf(Man man, IFormCollection form, StoreTime time) => new(
        man, form[FormId.Field].ToString(), long.TryParse(form["seen"], System.Globalization.CultureInfo.InvariantCulture, out var seen) ? seen : 0,
        FormValues.Of(form), time.GetCurrentInstant().InZone(man.Clinic.Zone).LocalDateTime, form["show"].ToString());

    // The call is stored, so a failure here is only logged. A remaining draft shows the call again but cannot store it twice.
    private static async Task TryDeleteDraftAsync(IDocumentStore store, SignedIn user, Guid man, HttpContext http, CancellationToken token)
    {
        try
        {
            await CallDraft.DeleteAsync(store, user, man, token);
        }
        catch (Exception failed) when (failed is not OperationCanceledException)
        {
            http.RequestServices.GetRequiredService<ILogger<CallPages>>().LogWarning(failed, "The draft of a stored call was not deleted");
        }
    }

    private static IResult Unknown(HttpContext http) => PageRoutes.Refuse(http, "Man.Unknown", StatusCodes.Status404NotFound);

    private static IResult Show(HttpContext http, CallState state, int status = StatusCodes.Status200OK) =>
        PageRoutes.Show<CallPage>(http, new() { [nameof(CallPage.State)] = state }, status);
}
