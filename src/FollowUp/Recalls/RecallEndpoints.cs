using FollowUp.Access;
using FollowUp.Course;
using FollowUp.Course.Json;
using FollowUp.Platform.Description;
using FollowUp.Platform.Http;
using FollowUp.Platform.Store;
using FollowUp.Recalls.Rules;
using FollowUp.Recalls.Rules.Items;
using FollowUp.Recalls.Rules.Messages;
using FollowUp.Recalls.Sending;
using FollowUp.Recording;
using FollowUp.Recording.Endpoints;
using FollowUp.Recording.ReadModels;
using NodaTime;

namespace FollowUp.Recalls;

/// <summary>The worklist, and the messages that are planned or sent by hand.</summary>
public static class RecallEndpoints
{
    /// <summary>What would be sent on a day, and what would be held back.</summary>
    /// <param name="On">The day.</param>
    /// <param name="At">The instant for which the gates were checked: now, or the day's first sending hour.</param>
    /// <param name="Protocol">The protocol that asks for the messages.</param>
    /// <param name="Messages">The messages, the longest due first.</param>
    public sealed record PlannedAnswer(LocalDate On, Instant At, string Protocol, IReadOnlyList<PlannedMessage> Messages)
    {
        /// <summary>How far the due dates are found under the protocol, so that messages are missing which wait for theirs; null once all are.</summary>
        public DatesFound? Dates { get; init; }
    }

    /// <summary>A message of a day, with the reason for it.</summary>
    /// <param name="PatientId">The man.</param>
    /// <param name="Reminder">The message.</param>
    /// <param name="Closed">The gates that hold it back; too late means that it is cancelled and a nurse takes over.</param>
    /// <param name="NextAt">The next instant at which it may go out, by the clinic's hours and his own.</param>
    /// <param name="GoesOutAt">When it goes out on that day; null when it does not.</param>
    /// <param name="Item">The item it is for: the operation and its day, the dates counted from it, and the messages before.</param>
    public sealed record PlannedMessage(
        Guid PatientId, PlannedReminder Reminder, IReadOnlyList<ClosedGate> Closed, Instant? NextAt, Instant? GoesOutAt, DueItem Item);

    /// <summary>When messages are to be sent for.</summary>
    /// <param name="AsOf">The instant, in a synthetic clinic only; now by default.</param>
    public sealed record SendRequest(Instant? AsOf = null);

    /// <summary>The messages ordered. Their outcomes are in the men's timelines.</summary>
    /// <param name="At">The instant they were ordered for.</param>
    /// <param name="Ordered">The messages.</param>
    public sealed record SendAnswer(Instant At, IReadOnlyList<DueReminder> Ordered);

    /// <summary>Maps them.</summary>
    public static void MapRecalls(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/recalls", Planned).RequireAuthorization(Policies.Care).WithName("planned_reminders")
            .WithSummary("The reminders that would go out on a day, each with its reason, and what holds one back. Nothing is sent.")
            .WithTags("Lists").WithMetadata(new AnswersAsOf(), new RestsOnDates())
            .Produces<PlannedAnswer>().ProducesProblem(400);
        endpoints.MapPost("/recalls/send", Send).RequireAuthorization(Policies.Care).WithName("send_reminders")
            .WithSummary("Orders what the next tick would order. Each message goes out once, however often it is ordered.")
            .WithTags("Recording")
            .Accepts<SendRequest>("application/json").Produces<SendAnswer>(StatusCodes.Status202Accepted).ProducesProblem(400).ProducesProblem(422);
    }

    /// <summary>The instant of a day at which gates are asked: now, or the day's first sending hour.</summary>
    internal static Instant AskedAt(Clinic clinic, PointOfView view, RecallTerms terms, StoreTime time)
    {
        var now = time.GetCurrentInstant();
        return now.InZone(clinic.Zone).Date == view.On ? now : clinic.Zone.AtLeniently(view.On + terms.SendingHours.From).ToInstant();
    }

    private static async Task<IResult> Planned(PointOfView view, HttpContext http, ReminderRound round, DueDateIndex dates, StoreTime time, CancellationToken token)
    {
        var clinic = SignedIn.Of(http).Clinic;
        var at = AskedAt(clinic, view, RecallTerms.Of(view.Asked(clinic)), time);
        var messages = new List<PlannedMessage>();
        await foreach (var due in round.PlannedAsync(clinic, at, view.AsOf, token))
        {
            var goesOut = due.Closed.All(closed => closed.Gate == Gate.QuietHour) && due.NextAt?.InZone(clinic.Zone).Date == view.On;
            messages.Add(new(due.PatientId, due.Reminder, due.Closed, due.NextAt, goesOut ? due.NextAt : null, due.Item));
        }

        return Results.Json(new PlannedAnswer(view.On, at, view.Asked(clinic).Protocol, messages) { Dates = await dates.ProgressAsync(clinic, token) }, FactJson.Options);
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
}
