using System.Text;
using FollowUp.Access;
using FollowUp.Course;
using FollowUp.Course.Json;
using FollowUp.Directory;
using FollowUp.Platform.Http;
using FollowUp.Platform.Store;
using FollowUp.Recalls.Channels.Email;
using FollowUp.Recalls.Rules;
using FollowUp.Recalls.Rules.Items;
using FollowUp.Recording;
using FollowUp.Recording.ReadModels;
using Marten;
using Microsoft.AspNetCore.Hosting.Server;
using NodaTime;

namespace FollowUp.Recalls.Calendar;

/// <summary>The worklist as a calendar that programs subscribe to, and invitations to booked tests.</summary>
public static class CalendarEndpoints
{
    private const string MediaType = "text/calendar";

    private const int DaysAhead = 60;

    private const int MostMen = 2_000;

    /// <summary>The address of a feed. Anybody who knows it can read the feed, so it is shown only once.</summary>
    /// <param name="Address">Where a calendar program subscribes.</param>
    /// <param name="Ends">When it expires; then create another.</param>
    public sealed record FeedAnswer(string Address, Instant Ends);

    /// <summary>Maps them.</summary>
    public static void MapCalendars(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost("/calendar/feeds", Make).RequireAuthorization(Policies.Care).WithName("make_calendar_feed").WithTags("Calendar")
            .WithSummary("Creates an address at which a calendar program reads what is due in the next 60 days. The address is shown only once.").Produces<FeedAnswer>(201);
        endpoints.MapDelete("/calendar/feeds", End).RequireAuthorization(Policies.Care).WithName("end_calendar_feeds").WithTags("Calendar")
            .WithSummary("Ends every calendar address of the signed-in user.").Produces(204);
        endpoints.MapGet("/calendar/{secret}.ics", Read).AllowAnonymous().WithName("calendar_feed").WithTags("Calendar")
            .WithSummary("What is due, as a calendar (RFC 5545).").Produces<string>(contentType: MediaType).ProducesProblem(404).ProducesProblem(410);
        endpoints.MapGet("/patients/{patientId:guid}/test-bookings/{entryId:guid}/invitation.ics", Invite).RequireAuthorization(Policies.Care)
            .WithName("test_invitation").WithTags("Calendar")
            .WithSummary("The invitation to a booked test, for his calendar; its cancellation once the booking is retracted.")
            .Produces<string>(contentType: MediaType).ProducesProblem(404);
    }

    private static async Task<IResult> Make(HttpContext http, IDocumentStore store, StoreTime time, IConfiguration configuration, IServer server, CancellationToken token)
    {
        var user = SignedIn.Of(http);
        var secret = CalendarFeed.NewSecret();
        await using var session = store.LightweightSession(user.Clinic.Id);
        var feed = new CalendarFeed { Id = CalendarFeed.IdOf(secret), UserId = user.UserId, MadeAt = time.GetCurrentInstant() };
        session.Insert(feed);
        await session.SaveChangesAsync(token);
        return Results.Json(new FeedAnswer($"{PublicAddress.Of(configuration, server)}/calendar/{secret}.ics", feed.Ends(configuration)), FactJson.Options, statusCode: 201);
    }

    private static async Task<IResult> End(HttpContext http, IDocumentStore store, CancellationToken token)
    {
        var user = SignedIn.Of(http);
        await using var session = store.LightweightSession(user.Clinic.Id);
        session.DeleteWhere<CalendarFeed>(feed => feed.UserId == user.UserId);
        await session.SaveChangesAsync(token);
        return Results.NoContent();
    }

    private static async Task<IResult> Read(
        string secret, IDocumentStore store, ClinicRegistry clinics, IClinicUpdates updates, DueDateIndex dates, Courses courses, StoreTime time, IConfiguration configuration, CancellationToken token)
    {
        // Calendar programs do not sign in, so the clinics' decisions were not refreshed yet.
        await updates.RefreshIfOldAsync(token);
        var id = CalendarFeed.IdOf(secret);
        foreach (var clinic in clinics.All)
        {
            await using var session = store.QuerySession(clinic.Id);
            if (await session.LoadAsync<CalendarFeed>(id, token) is { } feed)
            {
                return feed.Ends(configuration) > time.GetCurrentInstant()
                    ? Results.Text(await OfAsync(clinic, session, dates, courses, time, token), MediaType, Encoding.UTF8)
                    : Problems.Of(410, "calendar-ended", "This calendar address has expired.", [Finding.Refusal("Ended", "secret", null, "Create a new address with POST /calendar/feeds and subscribe to it.")]);
            }
        }

        return Problems.Of(404, "unknown-calendar", "There is no such calendar.", [Finding.Refusal("UnknownCalendar", "secret", null, "Create a new address with POST /calendar/feeds.")]);
    }

    // Men are found as for the worklist. What may be missing is stated in an event on the day of reading.
    private static async Task<string> OfAsync(Clinic clinic, IQuerySession session, DueDateIndex dates, Courses courses, StoreTime time, CancellationToken token)
    {
        var now = time.GetCurrentInstant();
        var today = now.InZone(clinic.Zone).Date;
        var until = today.PlusDays(DaysAhead);
        var terms = RecallTerms.Of(Questions.At(clinic, now));
        var due = new List<(PatientCourse Course, long Version, DueItem Item)>();
        var without = await dates.ProgressAsync(clinic, token);
        var (men, after) = (0, (WorkPlace?)null);
        for (var more = true; more && men < MostMen;)
        {
            var some = await dates.ToSeeAsync(clinic, until, after, Courses.MenAtATime, among: null, token);
            foreach (var course in await courses.FoldAsync(session, [.. some.Select(place => place.PatientId)], long.MaxValue, token))
            {
                var version = (await courses.EverMergedAsync(session, course, token)).Sum(record => record.Version);
                due.AddRange(DueItems.In(course, terms, today).Where(item => item.IsOpen && item.Due <= until).Select(item => (course, version, item)));
            }

            (more, men, after) = (some.Count == Courses.MenAtATime, men + some.Count, some.Count > 0 ? some[^1] : after);
        }

        Caution[] cautions =
        [
            .. clinic.Unknown is { } what ? (Caution[])[new("Caution.Unknown", ("what", what))] : [],
            .. without is { } found ? (Caution[])[new("Caution.Dates", ("protocol", terms.Protocol.Id), ("known", found.Known), ("of", found.Of))] : [],
            .. men >= MostMen ? (Caution[])[new("Caution.Calendar", ("men", men))] : [],
        ];
        return Calendars.Of(due, cautions, today, now);
    }

    private static async Task<IResult> Invite(
        Guid patientId, Guid entryId, HttpContext http, IDocumentStore store, Courses courses, PatientDirectory directory, IConfiguration configuration, CancellationToken token)
    {
        await using var session = store.QuerySession(SignedIn.Of(http).Clinic.Id);
        var course = await courses.ReadAsync(session, patientId, token);
        if (course.Version == 0)
        {
            return Problems.UnknownPatient(patientId);
        }

        if (BookedTest.Of(await courses.EverMergedAsync(session, course, token), entryId) is not { } booking)
        {
            return Problems.Of(404, "unknown-booking", "This entry is not a booked test.",
                [Finding.Refusal("UnknownEntry", "entryId", entryId, "Take the id of a test_booked entry from his timeline.")]);
        }

        var man = await directory.Find(session, booking.Course.PatientId, token);
        return Results.Text(Calendars.Invitation(booking, SmtpSettings.SenderOf(configuration).Address, man?.Identity?.Email), MediaType, Encoding.UTF8);
    }
}
