using System.ComponentModel;
using System.Globalization;
using FollowUp.Access;
using FollowUp.Patients.Recording;
using FollowUp.Patients.Rules;
using FollowUp.Platform;
using FollowUp.Platform.Description;
using FollowUp.Recalls.Rules;
using FollowUp.Recalls.Sending;
using NodaTime;

namespace FollowUp.Recalls;

/// <summary>The worklist, and the messages that are planned or sent by hand.</summary>
public static class RecallEndpoints
{
    private static readonly Dictionary<string, DueState> Listed =
        new DueState[] { DueState.Due, DueState.Overdue, DueState.Unreachable }.ToDictionary(state => state.ToString());

    private const int UsualRows = 200;

    private const int MostRows = 5000;

    /// <summary>The messages planned for a day.</summary>
    /// <param name="On">The day.</param>
    /// <param name="At">The instant whose gates were asked: now, or the day's first sending hour.</param>
    /// <param name="Messages">The messages, the longest due first.</param>
    public sealed record PlannedAnswer(LocalDate On, Instant At, IReadOnlyList<DueReminder> Messages);

    /// <summary>When messages are to be sent for.</summary>
    /// <param name="AsOf">The instant, in a synthetic clinic only; without it, now.</param>
    public sealed record SendRequest(Instant? AsOf = null);

    /// <summary>The messages ordered; what comes of each is on the man's stream.</summary>
    /// <param name="At">The instant they were ordered for.</param>
    /// <param name="Ordered">The messages.</param>
    public sealed record SendAnswer(Instant At, IReadOnlyList<DueReminder> Ordered);

    /// <summary>Maps them.</summary>
    public static void MapRecalls(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/worklist", WorklistOf).RequireAuthorization(Policies.Care).WithName("worklist")
            .WithSummary("Whom a clinician must look at, then who is due, overdue or unreachable, the longest open first.").WithTags("Lists").WithMetadata(new AnswersAsOf())
            .Produces<WorklistAnswer>().ProducesProblem(400);
        endpoints.MapGet("/recalls", Planned).RequireAuthorization(Policies.Care).WithName("planned_reminders")
            .WithSummary("The reminders that are to go out by a day, and what keeps one from going out now. Nothing is sent.")
            .WithTags("Lists").WithMetadata(new AnswersAsOf())
            .Produces<PlannedAnswer>().ProducesProblem(400);
        endpoints.MapPost("/recalls/send", Send).RequireAuthorization(Policies.Care).WithName("send_reminders")
            .WithSummary("Orders what the next tick would order. Each message goes out once, however often it is ordered.")
            .WithTags("Recording")
            .Accepts<SendRequest>("application/json").Produces<SendAnswer>(StatusCodes.Status202Accepted).ProducesProblem(400).ProducesProblem(422);
    }

    private static async Task<IResult> WorklistOf(
        [Description("Only items in this state: Due, Overdue or Unreachable.")] string? state,
        [Description("The most rows to answer with.")] string? limit,
        PointOfView view, HttpContext http, Worklist worklist, CancellationToken token)
    {
        var only = Read<DueState>("state", state, text => Listed.TryGetValue(text, out var value) ? value : null,
            "Send one of Due, Overdue, Unreachable.");
        var most = Read<int>("limit", limit, text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value is >= 1 and <= MostRows ? value : null,
            $"Send a whole number from 1 to {MostRows}.");
        return Results.Json(await worklist.AskAsync(SignedIn.Of(http).Clinic, view, only, most ?? UsualRows, token), FactJson.Options);
    }

    private static async Task<IResult> Planned(PointOfView view, HttpContext http, ReminderRound round, StoreTime time, CancellationToken token)
    {
        var clinic = SignedIn.Of(http).Clinic;
        var now = time.GetCurrentInstant();
        var opening = clinic.Zone.AtLeniently(view.On + Protocol.Of(view.Asked(clinic).Protocol).SendingHours.From).ToInstant();
        var at = now.InZone(clinic.Zone).Date == view.On ? now : opening;
        var messages = new List<DueReminder>();
        await foreach (var message in round.PlannedAsync(clinic, at, view.AsOf, token))
        {
            messages.Add(message);
        }

        return Results.Json(new PlannedAnswer(view.On, at, messages), FactJson.Options);
    }

    private static async Task<IResult> Send(HttpContext http, ReminderRound round, StoreTime time, CancellationToken token)
    {
        var clinic = SignedIn.Of(http).Clinic;
        var body = await JsonBody.ReadAsync(http.Request, token);
        var request = body.Length == 0 ? new SendRequest() : (SendRequest)JsonBody.To(JsonBody.Parse(body), typeof(SendRequest));
        if (request.AsOf is not null && !clinic.Synthetic)
        {
            return Problems.Of(StatusCodes.Status422UnprocessableEntity, "refused", "No message was ordered.",
                [Finding.Refusal("ClockNotSettable", "asOf", request.AsOf, "Only in a clinic marked synthetic may the clock be set. Leave asOf out.")]);
        }

        var at = request.AsOf ?? time.GetCurrentInstant();
        return Results.Json(
            new SendAnswer(at, await round.RunAsync(clinic, request.AsOf, tick: null, token)), FactJson.Options, statusCode: StatusCodes.Status202Accepted);
    }

    private static T? Read<T>(string name, string? sent, Func<string, T?> read, string remedy)
        where T : struct =>
        sent is null ? null : read(sent) ?? throw new UnreadableException(Finding.Refusal("Unreadable", name, sent, remedy));
}
