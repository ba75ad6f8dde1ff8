using System.ComponentModel;
using System.Globalization;
using FollowUp.Access;
using FollowUp.Course;
using FollowUp.Course.Json;
using FollowUp.Patients.Facts;
using FollowUp.Platform.Http;
using FollowUp.Platform.Store;
using FollowUp.Recalls.Channels.Post;
using FollowUp.Recalls.Facts;
using FollowUp.Recalls.Rules;
using FollowUp.Recalls.Rules.Items;
using FollowUp.Recalls.Rules.Messages;
using FollowUp.Recording;
using Marten;
using Wolverine;

namespace FollowUp.Recalls.Sending;

/// <summary>The ledger of messages, the settling of uncertain ones, and letters.</summary>
public static class LedgerEndpoints
{
    private const int UsualRows = 200;

    private const int MostRows = 5000;

    /// <summary>What a person reports about a message.</summary>
    public enum Settlement
    {
        /// <summary>An uncertain message arrived: the patient confirmed it, or the provider's log shows it.</summary>
        Arrived,

        /// <summary>An uncertain message is to be sent again.</summary>
        SendAgain,

        /// <summary>A letter was posted.</summary>
        Posted,
    }

    /// <summary>What a person reports about a message.</summary>
    /// <param name="Settlement">The report.</param>
    public sealed record SettlementRequest(Settlement Settlement);

    /// <summary>The state of the message now.</summary>
    /// <param name="Id">The message.</param>
    /// <param name="State">Its state.</param>
    public sealed record SettlementAnswer(Guid Id, LedgerState State);

    /// <summary>The item that a letter reminds of.</summary>
    /// <param name="Recall">Its key in the protocol.</param>
    /// <param name="ProcedureId">The operation whose clock it belongs to.</param>
    public sealed record LetterRequest(string Recall, Guid ProcedureId);

    /// <summary>Maps them.</summary>
    public static void MapLedger(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/ledger", Ask).RequireAuthorization(Policies.Care).WithName("ledger").WithTags("Reminders")
            .WithSummary("Every message that was decided, with its state, the last changed first; and the number of messages in each state.")
            .Produces<LedgerAnswer>().ProducesProblem(400);
        endpoints.MapPost("/ledger/{claimId:guid}/settlements", Settle).RequireAuthorization(Policies.Care).WithName("settle_reminder").WithTags("Reminders")
            .WithSummary("Settles an uncertain message: it arrived, or is to be sent again. Also records that a letter was posted.")
            .Accepts<SettlementRequest>("application/json").Produces<SettlementAnswer>().ProducesProblem(400).ProducesProblem(404).ProducesProblem(409);
        endpoints.MapPost("/ledger/{claimId:guid}/letter", Print).RequireAuthorization(Policies.Care).WithName("print_letter").WithTags("Reminders")
            .WithSummary("The letter as a page to print, after checking all gates again. Record with settlements that it was posted.")
            .Produces<string>(contentType: "text/html").ProducesProblem(404).ProducesProblem(409);
        endpoints.MapPost("/patients/{patientId:guid}/letters", Order).RequireAuthorization(Policies.Care).WithName("order_letter").WithTags("Reminders")
            .WithSummary("Decides a letter for a due item, if messages did not reach the patient.")
            .Accepts<LetterRequest>("application/json").Produces<LedgerRow>(201).ProducesProblem(400).ProducesProblem(404).ProducesProblem(422);
    }

    private static async Task<IResult> Ask(
        [Description("Only messages in this state.")] string? state, [Description("Only messages of this channel.")] string? channel,
        [Description("Only messages to this patient.")] string? patientId, [Description("The most rows to answer with.")] string? limit,
        HttpContext http, IDocumentStore store, CancellationToken token)
    {
        var filter = new LedgerFilter(
            Read("state", state, Named<LedgerState>), Read("channel", channel, Named<Channel>),
            Read("patientId", patientId, text => Guid.TryParse(text, CultureInfo.InvariantCulture, out var id) ? id : (Guid?)null));
        var most = Read("limit", limit, text =>
            int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value is >= 1 and <= MostRows ? value : (int?)null,
            $"Send a whole number from 1 to {MostRows}.");
        await using var session = store.QuerySession(SignedIn.Of(http).Clinic.Id);
        return Results.Json(await filter.AskAsync(session, most ?? UsualRows, token), FactJson.Options);
    }

    private static async Task<IResult> Settle(Guid claimId, HttpContext http, IMessageBus bus, ReminderRound round, IDocumentStore store, CancellationToken token)
    {
        var user = SignedIn.Of(http);
        var request = (SettlementRequest)JsonBody.To(JsonBody.Parse(await JsonBody.ReadAsync(http.Request, token)), typeof(SettlementRequest));
        var (settled, standing) = await SettleAsync(claimId, request.Settlement, user, bus, round, store, token);
        return settled is not null ? Results.Json(settled, FactJson.Options)
            : standing is null ? Unknown(claimId)
            : Problems.Of(409, "not-open", $"The message is {standing}.",
                [Finding.Refusal("NotOpen", "settlement", request.Settlement, "Only an uncertain message can be reported as arrived or sent again, and only a letter that waits can be posted.")]);
    }

    /// <summary>Records what a person reports about a message.</summary>
    /// <returns>The new state; or only the present state when it cannot be settled any more; neither when there is no such message.</returns>
    public static async Task<(SettlementAnswer? Settled, LedgerState? Standing)> SettleAsync(
        Guid claimId, Settlement settlement, SignedIn user, IMessageBus bus, ReminderRound round, IDocumentStore store, CancellationToken cancellationToken)
    {
        await using var session = store.QuerySession(user.Clinic.Id);
        if (await session.LoadAsync<LedgerEntry>(claimId, cancellationToken) is not { } claim)
        {
            return (null, null);
        }

        var letter = claim.Reminder.Channel == ChannelRules.Letter && claim.State == LedgerState.Claimed;
        if (settlement == Settlement.Posted ? !letter : claim.State != LedgerState.Uncertain)
        {
            return (null, claim.State);
        }

        var outcome = settlement switch
        {
            Settlement.Arrived => ReminderOutcome.Delivered,
            Settlement.SendAgain => ReminderOutcome.SendAgain,
            _ => ReminderOutcome.Accepted,
        };
        var noted = await bus.InvokeForTenantAsync<Noted?>(user.Clinic.Id, new NoteReminder(claimId, outcome, user.UserId) { Reason = "SaidByPerson" }, cancellationToken);
        if (outcome == ReminderOutcome.SendAgain)
        {
            await round.OrderAsync(user.Clinic, claim.Reminder.Channel, new SendReminder(claim.PatientId, claimId), cancellationToken);
        }

        return (new SettlementAnswer(claimId, noted!.State), null);
    }

    private static async Task<IResult> Print(Guid claimId, HttpContext http, IMessageBus bus, IDocumentStore store, CancellationToken token)
    {
        var clinic = SignedIn.Of(http).Clinic;
        await using var session = store.QuerySession(clinic.Id);
        if (await session.LoadAsync<LedgerEntry>(claimId, token) is not { } claim || claim.Reminder.Channel != ChannelRules.Letter)
        {
            return Unknown(claimId);
        }

        var handOver = await bus.InvokeForTenantAsync<HandOver>(clinic.Id, new BeginHandOver(claim.PatientId, claimId), token);
        return handOver.Reminder is { } reminder && reminder.PatientId == claim.PatientId
            ? Results.Content(LetterPage.Html(reminder, clinic.Zone), "text/html; charset=utf-8")
            : Problems.Of(409, "not-open", "The letter must not be posted now.",
                [Finding.Refusal("NotOpen", "claimId", claimId, "GET /ledger shows why.")]);
    }

    private static async Task<IResult> Order(
        Guid patientId, HttpContext http, IMessageBus bus, Courses courses, IDocumentStore store, StoreTime time, CancellationToken token)
    {
        var clinic = SignedIn.Of(http).Clinic;
        var request = (LetterRequest)JsonBody.To(JsonBody.Parse(await JsonBody.ReadAsync(http.Request, token)), typeof(LetterRequest));
        await using var session = store.QuerySession(clinic.Id);
        var course = await courses.ReadAsync(session, patientId, token);
        if (course.Version == 0)
        {
            return Problems.UnknownPatient(patientId);
        }

        var now = time.GetCurrentInstant();
        var terms = RecallTerms.Of(Questions.At(clinic, now));
        var items = DueItems.In(course, terms, now.InZone(clinic.Zone).Date);
        var item = items.FirstOrDefault(item => item.ProcedureId == request.ProcedureId && item.Recall == request.Recall);
        var letter = new PlannedReminder(request.Recall, request.ProcedureId, (item?.Messages.Count ?? 0) + 1, ChannelRules.Letter, now.InZone(clinic.Zone).Date);
        await bus.InvokeForTenantAsync<SendReminder?>(clinic.Id, new DecideReminder(patientId, letter), token);
        if (await session.LoadAsync<LedgerEntry>(LedgerEntry.IdOf(patientId, letter), token) is { Open: true } claim)
        {
            return Results.Json(LedgerRow.Of(claim), FactJson.Options, statusCode: StatusCodes.Status201Created);
        }

        return Problems.Of(422, "refused", "No letter was decided.", Reminders.ClosedGates(course, items, letter, terms, now)
            .Select(gate => Finding.Refusal(gate.Gate.ToString(), "recall", request.Recall, "This gate is closed. The man's due items show why.")));
    }

    private static IResult Unknown(Guid claimId) => Problems.Of(404, "unknown-message", "There is no such message in this clinic's ledger.",
        [Finding.Refusal("UnknownMessage", "claimId", claimId, "GET /ledger lists them.")]);

    private static T? Named<T>(string text)
        where T : struct, Enum => Enum.GetNames<T>().Contains(text, StringComparer.Ordinal) ? Enum.Parse<T>(text) : null;

    private static T? Read<T>(string name, string? sent, Func<string, T?> read, string? remedy = null)
        where T : struct =>
        sent is null ? null : read(sent) ?? throw new UnreadableException(Finding.Refusal("Unreadable", name, sent, remedy ?? Remedies.For(typeof(T))));
}
