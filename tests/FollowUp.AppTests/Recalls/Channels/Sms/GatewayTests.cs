using System.Net;
using FollowUp.Access;
using FollowUp.Patients.Facts;
using FollowUp.Patients.Pages.Chart;
using FollowUp.Recalls.Receipts;
using FollowUp.Recalls.Rules;
using FollowUp.Recalls.Sending;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace FollowUp.AppTests.Recalls.Channels.Sms;

public sealed class GatewayTests : IClassFixture<GatewayFixture>
{
    private readonly GatewayFixture _app;
    private readonly HttpClient _nurse;

    public GatewayTests(GatewayFixture app)
    {
        (_app, _nurse) = (app, app.As(Roles.Nurse));
        _app.MoveTo(_app.Today.Next(IsoDayOfWeek.Monday), 12);
        _app.Gateway.Treat = _ => null;
    }

    [Fact]
    public async Task A_text_message_goes_out_signed_once_and_its_receipt_says_that_it_arrived()
    {
        var (man, claim) = await SendAsync();

        var sent = _app.Gateway.Taken.ShouldHaveSingleItemOf(claim);
        sent["to"]!.ToString().ShouldBe("+905321234567");
        sent["text"]!.ToString().ShouldContain("İPTAL");
        sent["alphabet"]!.ToString().ShouldBe("ucs2");
        (await StateOf(man)).ShouldBe(["Accepted"]);

        (await _app.SayAsync("/receipts/sms", $$"""{"id":"{{claim}}","status":"Delivered","messageId":"gw-1"}""")).ShouldBe(HttpStatusCode.NoContent);
        (await _app.SayAsync("/receipts/sms", $$"""{"id":"{{claim}}","status":"Failed","reason":"late"}""")).ShouldBe(HttpStatusCode.NoContent);
        (await StateOf(man)).ShouldBe(["Delivered"]);
        (await man.ToldAsync(_nurse)).ShouldBe(["decided CONTACT_6W 1", "Accepted", "Delivered"]);
    }

    [Theory]
    [InlineData(400, "Failed Http400")]
    [InlineData(500, "Uncertain Http500")]
    [InlineData(0, "Uncertain ConnectionLost")]
    public async Task What_the_gateway_says_is_what_is_known(int treatment, string told)
    {
        _app.Gateway.Treat = _ => treatment;

        var (man, _) = await SendAsync();

        (await man.ToldAsync(_nurse)).ShouldBe(["decided CONTACT_6W 1", told]);
    }

    [Fact]
    public async Task A_gateway_that_is_too_busy_is_tried_again_and_given_up_after_a_day()
    {
        _app.Gateway.Treat = _ => 503;
        var (man, claim) = await SendAsync();
        var waiting = (await _nurse.Get($"/ledger?patientId={man.Id}"))["rows"]![0]!;

        // A moment more than a day: recorded times may stand some microseconds before the clock.
        _app.Time.Advance(TimeSpan.FromHours(24) + TimeSpan.FromSeconds(1));
        await _app.RoundAsync(_nurse);

        (waiting["state"]!.ToString(), waiting["reason"]!.ToString(), waiting["failures"]!.ToString()).ShouldBe(("Claimed", "Http503", "1"));
        (await man.ToldAsync(_nurse)).ShouldBe(["decided CONTACT_6W 1", "Failed Http503"]);
        _app.Gateway.Taken.ShouldNotContain(message => message["id"]!.ToString() == claim.ToString());
    }

    [Fact]
    public async Task A_receipt_ends_a_doubt()
    {
        _app.Gateway.Treat = _ => 0;
        var (man, claim) = await SendAsync();

        await _app.SayAsync("/receipts/sms", $$"""{"id":"{{claim}}","status":"Delivered"}""");

        (await man.ToldAsync(_nurse)).ShouldBe(["decided CONTACT_6W 1", "Uncertain ConnectionLost", "Delivered"]);
    }

    [Theory]
    [InlineData("a secret of nobody's", 0)]
    [InlineData(SmsGateway.ReceiptSecret, 6)]
    public async Task A_receipt_that_is_not_signed_lately_with_the_secret_changes_nothing(string secret, int minutesLate)
    {
        var (man, claim) = await SendAsync();

        var said = await _app.SayAsync("/receipts/sms", $$"""{"id":"{{claim}}","status":"Delivered"}""", secret, Duration.FromMinutes(minutesLate));

        said.ShouldBe(HttpStatusCode.Unauthorized);
        (await StateOf(man)).ShouldBe(["Accepted"]);
    }

    [Fact]
    public async Task A_receipt_that_cannot_be_read_or_is_of_no_message_is_refused()
    {
        (await _app.SayAsync("/receipts/sms", """{"id":"no id","status":"Delivered"}""")).ShouldBe(HttpStatusCode.BadRequest);
        (await _app.SayAsync("/receipts/sms", $$"""{"id":"{{Guid.NewGuid()}}","status":"Delivered"}""")).ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("iptal", true)]
    [InlineData("Tamam, arayacağım", false)]
    public async Task A_reply_that_wants_no_more_takes_effect_at_once(string text, bool stops)
    {
        var (man, claim) = await SendAsync();

        await _app.SayAsync("/receipts/sms/replies", $$"""{"from":"+905321234567","text":"{{text}}","inReplyTo":"{{claim}}"}""");

        (await ConsentsAsync(man)).ShouldBe(!stops);
    }

    [Fact]
    public async Task A_reply_by_mail_and_a_mail_that_came_back_are_read_from_the_mailbox()
    {
        var stopping = await DueMan.EnrolAsync(_app, _nurse);
        var unknown = await DueMan.EnrolAsync(_app, _nurse);
        await _app.RoundAsync(_nurse);
        _app.Mailbox.Put($"""
            From: Somebody <{stopping.Address}>
            To: reminders@clinic.example
            Subject: Re: Hatırlatma
            In-Reply-To: <{LedgerEntry.IdOf(stopping.Id, stopping.Reminder):N}@clinic.example>

            İPTAL
            """);
        _app.Mailbox.Put(Report(LedgerEntry.IdOf(unknown.Id, unknown.Reminder)));
        _app.Mailbox.Put("Subject: Holiday\r\n\r\nI am away.");

        await using var scope = _app.App.Services.CreateAsyncScope();
        (await scope.ServiceProvider.GetRequiredService<ReplyMailbox>().ReadAsync(TestContext.Current.CancellationToken)).ShouldBe(3);

        _app.Mailbox.Messages.ShouldBeEmpty();
        (await ConsentsAsync(stopping)).ShouldBeFalse();
        (await unknown.ToldAsync(_nurse)).ShouldBe(["decided CONTACT_6W 1", "Accepted", "Failed Dsn5.1.1"]);
    }

    [Fact]
    public async Task A_man_who_stops_by_mail_without_an_answered_message_is_known_by_his_address()
    {
        var man = await DueMan.EnrolAsync(_app, _nurse);
        _app.Mailbox.Put($"From: {man.Address}\r\nSubject: STOP\r\n\r\n");

        await using var scope = _app.App.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ReplyMailbox>().ReadAsync(TestContext.Current.CancellationToken);
        await _app.RoundAsync(_nurse);

        (await ConsentsAsync(man)).ShouldBeFalse();
        _app.Mail.TakenFor(man.Address).ShouldBeEmpty();
    }

    private static string Report(Guid claim) => $"""
        From: postmaster@mail.test
        To: reminders@clinic.example
        Subject: Undelivered
        Content-Type: multipart/report; report-type=delivery-status; boundary="b"
        MIME-Version: 1.0

        --b
        Content-Type: text/plain

        No such mailbox.
        --b
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mail.test

        Final-Recipient: rfc822; somebody
        Action: failed
        Status: 5.1.1

        --b
        Content-Type: text/rfc822-headers

        Message-ID: <{claim:N}@clinic.example>
        Subject: Hatirlatma

        --b--
        """;

    private async Task<(DueMan Man, Guid Claim)> SendAsync()
    {
        var man = await DueMan.EnrolAsync(_app, _nurse);
        var preference = await _nurse.Post($"/patients/{man.Id}/contact-preferences", $$"""{"statedOn":"{{_app.Today:uuuu'-'MM'-'dd}}","channels":["Sms"],"language":"Tr"}""");
        preference.Status.ShouldBe(HttpStatusCode.Created, preference.Body?.ToJsonString());
        var message = man.Reminder with { Channel = Channel.Sms };
        await _app.InvokeAsync<SendReminder>(new DecideReminder(man.Id, message));
        var claim = LedgerEntry.IdOf(man.Id, message);
        await _app.SettledAsync(() => _app.InvokeAsync(new SendReminder(man.Id, claim)).ContinueWith(_ => { }, TaskScheduler.Default));
        return (man, claim);
    }

    private async Task<IEnumerable<string>> StateOf(DueMan man) =>
        (await _nurse.Get($"/ledger?patientId={man.Id}"))["rows"]!.AsArray().Select(row => row!["state"]!.ToString());

    private async Task<bool> ConsentsAsync(DueMan man) =>
        (await _nurse.Get($"/patients/{man.Id}/timeline"))["lines"]!.AsArray().Last(line => line!["kind"]!.ToString() == "reminder_consent_recorded")!["fact"]!["consents"]!.GetValue<bool>();
}

internal static class TakenMessages
{
    public static System.Text.Json.Nodes.JsonObject ShouldHaveSingleItemOf(this IReadOnlyList<System.Text.Json.Nodes.JsonObject> taken, Guid id) =>
        taken.Where(message => message["id"]!.ToString() == id.ToString()).ShouldHaveSingleItem();
}
