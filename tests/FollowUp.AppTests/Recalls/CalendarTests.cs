using System.Net;
using FollowUp.Access;

namespace FollowUp.AppTests.Recalls;

public sealed class CalendarTests : IClassFixture<MailFixture>
{
    private static readonly string[] Clinical = ["tese", "hormon", "hormone", "contact", "surg", "ameliyat", "test", "şahin", "gizli", "r-"];

    private readonly MailFixture _app;
    private readonly HttpClient _nurse;

    public CalendarTests(MailFixture app) => (_app, _nurse) = (app, app.As(Roles.Nurse));

    [Fact]
    public async Task The_worklist_can_be_subscribed_to_and_an_event_keeps_its_id_while_its_number_rises()
    {
        var man = await DueMan.EnrolAsync(_app, _nurse);
        var address = (await _nurse.Post("/calendar/feeds", "{}")).Text("address")!;
        using var program = new HttpClient();
        var before = Of(await program.GetStringAsync(new Uri(address), TestContext.Current.CancellationToken), man);

        (await _nurse.Post($"/patients/{man.Id}/weights", $$"""{"measuredOn":"{{_app.Today:uuuu'-'MM'-'dd}}","kilograms":80}""")).Status.ShouldBe(HttpStatusCode.Created);
        var text = await program.GetStringAsync(new Uri(address), TestContext.Current.CancellationToken);
        var after = Of(text, man);

        before.Keys.ShouldBe(after.Keys, ignoreOrder: true);
        before.Count.ShouldBeGreaterThan(0);
        before.Keys.ShouldAllBe(uid => after[uid] > before[uid]);
        text.Split("\r\n").Where(line => line.StartsWith("SUMMARY", StringComparison.Ordinal))
            .ShouldAllBe(line => !Clinical.Any(word => line.Contains(word, StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public async Task A_feed_that_was_ended_or_never_made_is_not_there()
    {
        var address = (await _nurse.Post("/calendar/feeds", "{}")).Text("address")!;
        using var ended = await _nurse.DeleteAsync(new Uri("/calendar/feeds", UriKind.Relative), TestContext.Current.CancellationToken);
        using var program = new HttpClient { BaseAddress = _app.Url };

        (await program.Get(new Uri(address).PathAndQuery)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await program.Get("/calendar/nothing.ics")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_booked_test_is_an_invitation_in_the_clinics_zone_that_moves_and_is_cancelled()
    {
        var man = await DueMan.EnrolAsync(_app, _nurse);
        var booking = await _nurse.Post($"/patients/{man.Id}/test-bookings", """{"bookedOn":"2026-11-23","bookedFor":"2026-12-07T08:30"}""");
        booking.Status.ShouldBe(HttpStatusCode.Created, booking.Body?.ToJsonString());
        var address = $"/patients/{man.Id}/test-bookings/{booking.Text("id")}/invitation.ics";

        var first = await TextOf(address);
        (await _nurse.Post($"/patients/{man.Id}/entries/{booking.Text("id")}/corrections", """{"changes":{"bookedFor":"2026-12-08T09:00"},"reason":"TypingError"}""", ("If-Match", (await _nurse.Get($"/patients/{man.Id}/chart")).ETag!))).Status.ShouldBe(HttpStatusCode.Created);
        var moved = await TextOf(address);
        (await _nurse.Post($"/patients/{man.Id}/entries/{booking.Text("id")}/retractions", """{"reason":"TypingError"}""", ("If-Match", (await _nurse.Get($"/patients/{man.Id}/chart")).ETag!))).Status.ShouldBe(HttpStatusCode.Created);
        var cancelled = await TextOf(address);

        first.ShouldContain("DTSTART;TZID=Europe/Istanbul:20261207T083000");
        (Line(first, "METHOD"), Line(moved, "METHOD"), Line(cancelled, "METHOD")).ShouldBe(("REQUEST", "REQUEST", "CANCEL"));
        (Line(first, "SEQUENCE"), Line(moved, "SEQUENCE"), Line(cancelled, "SEQUENCE")).ShouldBe(("0", "1", "2"));
        new[] { first, moved, cancelled }.Select(text => Line(text, "UID")).Distinct().Count().ShouldBe(1);
        moved.ShouldContain("DTSTART;TZID=Europe/Istanbul:20261208T090000");
        (await _nurse.Get($"/patients/{man.Id}/test-bookings/{man.Operation}/invitation.ics")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private static Dictionary<string, int> Of(string calendar, DueMan man) => calendar.Split("BEGIN:VEVENT").Skip(1)
        .Where(text => Line(text, "UID").StartsWith(man.Operation.ToString("N"), StringComparison.Ordinal))
        .ToDictionary(text => Line(text, "UID"), text => int.Parse(Line(text, "SEQUENCE"), System.Globalization.CultureInfo.InvariantCulture));

    private static string Line(string text, string name) => text.Split("\r\n").First(line => line.StartsWith($"{name}:", StringComparison.Ordinal))[(name.Length + 1)..];

    private async Task<string> TextOf(string address) => await _nurse.GetStringAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
}
