using System.Globalization;
using System.Net;
using FollowUp.Access;
using FollowUp.AppTests.Pages;
using FollowUp.Recalls.Receipts;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace FollowUp.AppTests.Recalls;

/// <summary>A mailbox with whatever the world sends, read over a real connection.</summary>
public sealed class ReplyMailboxTests : IClassFixture<GatewayFixture>
{
    private readonly GatewayFixture _app;
    private readonly HttpClient _nurse;

    public ReplyMailboxTests(GatewayFixture app)
    {
        (_app, _nurse) = (app, app.As(Roles.Nurse));
        _app.MoveTo(_app.Today.Next(IsoDayOfWeek.Monday), 12);
        _app.Mailbox.Messages.Clear();
        _app.Mailbox.Refused.Clear();
        _app.Mailbox.BreaksAfter = null;
    }

    [Fact]
    public async Task A_mail_that_cannot_be_read_keeps_back_no_wish_behind_it_and_repeats_none_before_it()
    {
        var (before, behind) = (await DueMan.EnrolAsync(_app, _nurse), await DueMan.EnrolAsync(_app, _nurse));
        _app.Mailbox.Put(Stop(before));
        var malformed = _app.Mailbox.Put("\u0001\u0002 no heading, no end");
        var damaged = _app.Mailbox.Put("Subject: STOP\r\n\r\n");
        _app.Mailbox.Refused[damaged] = true;
        _app.Mailbox.Put(Stop(behind));

        (await ReadAsync()).ShouldBe(2);

        (await ConsentsAsync(before)).ShouldBe(["True", "False"]);
        (await ConsentsAsync(behind)).ShouldBe(["True", "False"]);
        _app.Mailbox.Messages.Keys.Order().ShouldBe([malformed, damaged]);
        for (var tick = 0; tick < 6; tick++)
        {
            (await ReadAsync()).ShouldBe(0);
        }

        (await ConsentsAsync(before)).ShouldBe(["True", "False"]);

        // They are seen, and there is a way back.
        using var administrator = await PageClient.SignedInAsync(_app, Roles.Administrator);
        var page = await administrator.OpenAsync("/settings/health");
        page.Html.ShouldContain("2 mails in the mailbox of replies could not be processed");
        _app.Mailbox.Messages[malformed] = Stop(behind);
        _app.Mailbox.Refused.Clear();
        (await ReadAsync()).ShouldBe(0, "they are held");
        (await administrator.SendAsync("/settings/health/replies")).Html.ShouldContain("Replies that could not be read");
        (await ReadAsync()).ShouldBe(2);
        (await administrator.OpenAsync("/settings/health")).Html.ShouldNotContain("could not be processed");
    }

    [Fact]
    public async Task A_line_that_breaks_before_the_end_records_no_wish_twice()
    {
        var man = await DueMan.EnrolAsync(_app, _nurse);
        _app.Mailbox.Put(Stop(man));
        _app.Mailbox.BreaksAfter = 1;
        await ReadAsync();
        _app.Mailbox.Messages.ShouldHaveSingleItem();
        _app.Mailbox.BreaksAfter = null;
        _app.Time.Advance(TimeSpan.FromDays(1));

        (await ReadAsync()).ShouldBe(1);

        (await ConsentsAsync(man)).ShouldBe(["True", "False"]);
    }

    [Fact]
    public async Task A_consent_that_was_renewed_is_not_taken_back_by_a_mail_from_before_it()
    {
        var man = await DueMan.EnrolAsync(_app, _nurse);
        var written = _app.Today.PlusDays(1);
        _app.MoveTo(written.PlusDays(2), 12);
        (await _nurse.Post($"/patients/{man.Id}/reminder-consents", $$"""{"statedOn":"{{_app.Today:uuuu'-'MM'-'dd}}","consents":true,"form":"Spoken"}""")).Status.ShouldBe(HttpStatusCode.Created);
        var old = _app.Mailbox.Put($"Date: {MailDate(written)}\r\n{Stop(man)}");

        (await ReadAsync()).ShouldBe(0);
        (await ConsentsAsync(man)).ShouldBe(["True", "True"]);
        _app.Mailbox.Messages.Keys.ShouldBe([old], "a person looks at it");

        // One that he writes after it is a wish again, though his clock says another year.
        _app.MoveTo(_app.Today.PlusDays(1), 12);
        _app.Mailbox.Put($"Received: from his by ours; {MailDate(_app.Today)}\r\nDate: Thu, 1 Jan 2015 00:00:00 +0000\r\n{Stop(man)}");
        (await ReadAsync()).ShouldBe(1);
        (await ConsentsAsync(man)).ShouldBe(["True", "True", "False"]);
    }

    [Fact]
    public async Task A_wish_that_is_written_in_HTML_alone_is_read()
    {
        var man = await DueMan.EnrolAsync(_app, _nurse);
        _app.Mailbox.Put($"From: {man.Address}\r\nSubject: Re: Reminder\r\nContent-Type: text/html\r\n\r\n<html><body><p>&#304;ptal</p></body></html>");

        (await ReadAsync()).ShouldBe(1);

        (await ConsentsAsync(man)).ShouldBe(["True", "False"]);
    }

    [Fact]
    public async Task A_reply_that_the_gateway_posts_again_is_recorded_once()
    {
        var man = await DueMan.EnrolAsync(_app, _nurse);
        var telephone = $"+90532{Random.Shared.Next(1_000_000, 9_999_999).ToString(CultureInfo.InvariantCulture)}";
        await _app.RoundAsync(_nurse);
        var claim = FollowUp.Recalls.Sending.LedgerEntry.IdOf(man.Id, man.Reminder);
        var reply = $$"""{"from":"{{telephone}}","text":"STOP","inReplyTo":"{{claim}}","messageId":"gw-{{man.Id}}"}""";

        (await _app.SayAsync("/receipts/sms/replies", reply)).ShouldBe(HttpStatusCode.NoContent);
        _app.Time.Advance(TimeSpan.FromMinutes(10));
        (await _app.SayAsync("/receipts/sms/replies", reply)).ShouldBe(HttpStatusCode.NoContent);

        (await ConsentsAsync(man)).ShouldBe(["True", "False"]);
    }

    private static string Stop(DueMan man) => $"From: {man.Address}\r\nSubject: STOP\r\n\r\n";

    private static string MailDate(LocalDate day) => day.ToString("ddd, d MMM uuuu", CultureInfo.InvariantCulture) + " 10:00:00 +0000";

    private async Task<int> ReadAsync()
    {
        await using var scope = _app.App.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ReplyMailbox>().ReadAsync(TestContext.Current.CancellationToken);
    }

    private async Task<IEnumerable<string>> ConsentsAsync(DueMan man) =>
        (await _nurse.Get($"/patients/{man.Id}/timeline"))["lines"]!.AsArray()
            .Where(line => line!["kind"]!.ToString() == "reminder_consent_recorded")
            .Select(line => line!["fact"]!["consents"]!.GetValue<bool>().ToString());
}
