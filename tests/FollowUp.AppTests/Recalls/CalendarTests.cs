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

    [Fact]
    public async Task An_invitation_and_what_is_due_keep_their_ids_and_rise_through_a_merge_its_undoing_and_a_move()
    {
        using var administrator = _app.As(Roles.Administrator);
        using var program = new HttpClient();
        var feed = new Uri((await _nurse.Post("/calendar/feeds", "{}")).Text("address")!);
        var man = await DueMan.EnrolAsync(_app, _nurse);
        var survivor = await _nurse.EnrolAsync();
        var booking = (await _nurse.Post($"/patients/{man.Id}/test-bookings", """{"bookedOn":"2026-11-23","bookedFor":"2026-12-07T08:30"}""")).Text("id")!;

        // Corrected and taken back: the record that is merged has had more versions than its copies make.
        foreach (var kilograms in (string[])["80", "81", "82"])
        {
            var weight = await _nurse.Post($"/patients/{man.Id}/weights", $$"""{"measuredOn":"{{_app.Today:uuuu'-'MM'-'dd}}","kilograms":{{kilograms}}}""");
            await ChangeAsync(man.Id, weight.Text("id")!, "retractions", """{"reason":"TypingError"}""");
        }

        var address = $"/patients/{man.Id}/test-bookings/{booking}/invitation.ics";
        List<string> texts = [await TextOf(address)];
        List<Dictionary<string, int>> due = [await DueAsync()];

        var merge = await administrator.Post($"/patients/{survivor}/merges", $$"""{"otherId":"{{man.Id}}","reason":"the same man"}""");
        merge.Status.ShouldBe(HttpStatusCode.Created, merge.Body?.ToJsonString());
        var copy = (await _nurse.Get($"/patients/{survivor}/timeline"))["lines"]!.AsArray().Single(line => line!["kind"]!.ToString() == "test_booked")!["id"]!.ToString();
        texts.Add(await TextOf(address));
        (await TextOf($"/patients/{survivor}/test-bookings/{copy}/invitation.ics")).ShouldBe(texts[^1], "either address is the one appointment's");
        due.Add(await DueAsync());

        (await ChangeAsync(survivor, copy, "corrections", """{"changes":{"bookedFor":"2026-12-08T09:00"},"reason":"TypingError"}""")).ShouldBe(HttpStatusCode.Created);
        texts.Add(await TextOf(address));
        due.Add(await DueAsync());

        var undone = await administrator.Post($"/patients/{survivor}/merges/{merge.Text("id")}/undo", """{"assignments":{}}""");
        undone.Status.ShouldBe(HttpStatusCode.Created, undone.Body?.ToJsonString());
        texts.Add(await TextOf(address));
        (await TextOf($"/patients/{survivor}/test-bookings/{copy}/invitation.ics")).ShouldBe(texts[^1]);
        due.Add(await DueAsync());

        (await ChangeAsync(man.Id, booking, "corrections", """{"changes":{"bookedFor":"2026-12-09T10:00"},"reason":"TypingError"}""")).ShouldBe(HttpStatusCode.Created);
        texts.Add(await TextOf(address));
        due.Add(await DueAsync());

        texts.Select(text => Line(text, "UID")).Distinct().ShouldHaveSingleItem();
        texts.Select(text => Line(text, "METHOD")).ShouldAllBe(method => method == "REQUEST");
        Rise(texts.Select(text => int.Parse(Line(text, "SEQUENCE"), System.Globalization.CultureInfo.InvariantCulture)));
        texts[2].ShouldContain("DTSTART;TZID=Europe/Istanbul:20261208T090000");
        texts[3].ShouldContain("DTSTART;TZID=Europe/Istanbul:20261208T090000", customMessage: "what was moved meanwhile stays moved");
        texts[4].ShouldContain("DTSTART;TZID=Europe/Istanbul:20261209T100000");
        due.ShouldAllBe(each => each.Count > 0 && each.Keys.SequenceEqual(due[0].Keys));
        due[0].Keys.ShouldAllBe(uid => Rises(due.Select(each => each[uid])));

        async Task<Dictionary<string, int>> DueAsync() => Of(await program.GetStringAsync(feed, TestContext.Current.CancellationToken), man);
    }

    [Fact]
    public async Task A_booking_that_is_restored_after_its_cancellation_rises_too()
    {
        var man = await DueMan.EnrolAsync(_app, _nurse);
        var booking = (await _nurse.Post($"/patients/{man.Id}/test-bookings", """{"bookedOn":"2026-11-23","bookedFor":"2026-12-07T08:30"}""")).Text("id")!;
        var address = $"/patients/{man.Id}/test-bookings/{booking}/invitation.ics";
        await ChangeAsync(man.Id, booking, "retractions", """{"reason":"TypingError"}""");
        var cancelled = await TextOf(address);
        var retraction = (await _nurse.Get($"/patients/{man.Id}/timeline"))["lines"]!.AsArray()[^1]!["id"]!.ToString();

        (await ChangeAsync(man.Id, retraction, "retractions", """{"reason":"TypingError"}""")).ShouldBe(HttpStatusCode.Created);

        var restored = await TextOf(address);
        (Line(cancelled, "METHOD"), Line(restored, "METHOD")).ShouldBe(("CANCEL", "REQUEST"));
        (Line(cancelled, "SEQUENCE"), Line(restored, "SEQUENCE")).ShouldBe(("1", "2"));
    }

    private static void Rise(IEnumerable<int> numbers) => Rises(numbers).ShouldBeTrue(string.Join(' ', numbers));

    private static bool Rises(IEnumerable<int> numbers) => numbers.Zip(numbers.Skip(1)).All(pair => pair.First < pair.Second);

    private async Task<HttpStatusCode> ChangeAsync(object man, string entry, string how, string body) =>
        (await _nurse.Post($"/patients/{man}/entries/{entry}/{how}", body, ("If-Match", (await _nurse.Get($"/patients/{man}/chart")).ETag!))).Status;

    private static Dictionary<string, int> Of(string calendar, DueMan man) => calendar.Split("BEGIN:VEVENT").Skip(1)
        .Where(text => Line(text, "UID").StartsWith(man.Operation.ToString("N"), StringComparison.Ordinal))
        .ToDictionary(text => Line(text, "UID"), text => int.Parse(Line(text, "SEQUENCE"), System.Globalization.CultureInfo.InvariantCulture));

    private static string Line(string text, string name) => text.Split("\r\n").First(line => line.StartsWith($"{name}:", StringComparison.Ordinal))[(name.Length + 1)..];

    private async Task<string> TextOf(string address) => await _nurse.GetStringAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
}
