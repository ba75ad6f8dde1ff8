using System.Net;
using FollowUp.Access;
using FollowUp.AppTests.Interop;
using FollowUp.Recalls.Sending;
using NodaTime;

namespace FollowUp.AppTests.Recalls;

/// <summary>What other systems' reminders are known to get wrong, each as it went wrong there.</summary>
public sealed class LessonTests : IClassFixture<MailFixture>
{
    private readonly MailFixture _app;
    private readonly HttpClient _nurse;

    public LessonTests(MailFixture app)
    {
        (_app, _nurse) = (app, app.As(Roles.Nurse));
        _app.MoveTo(_app.Today.Next(IsoDayOfWeek.Monday), 10);
    }

    [Fact]
    public async Task A_message_is_not_sent_again_every_hour_and_leaves_the_item_due()
    {
        var man = await DueMan.EnrolAsync(_app, _nurse);
        for (var hour = 10; hour < 18; hour++)
        {
            _app.MoveTo(_app.Today, hour);
            await _app.RoundAsync(_nurse);
        }

        _app.Mail.TakenFor(man.Address).Count.ShouldBe(1);
        (await ItemAsync(man))["state"]!.ToString().ShouldBe("Due");
    }

    [Fact]
    public async Task Ticks_that_did_not_come_for_three_days_lose_nothing_and_make_up_for_nothing_twice()
    {
        var man = await DueMan.EnrolAsync(_app, _nurse);
        _app.MoveTo(_app.Today.PlusDays(3), 12);

        await _app.RoundAsync(_nurse);
        await _app.RoundAsync(_nurse);

        _app.Mail.TakenFor(man.Address).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_round_with_nothing_due_does_nothing_and_does_not_fail()
    {
        await _app.RoundAsync(_nurse);

        (await _app.RoundAsync(_nurse))["ordered"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_man_without_a_dated_operation_does_not_jam_the_others()
    {
        var undated = await _nurse.EnrolAsync();
        (await _nurse.Post($"/patients/{undated}/earlier-procedures", """{"type":"CTESE"}""")).Status.ShouldBe(HttpStatusCode.Created);
        var man = await DueMan.EnrolAsync(_app, _nurse);

        await _app.RoundAsync(_nurse);

        _app.Mail.TakenFor(man.Address).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Enrolment_operation_and_consent_that_arrive_together_cause_one_message()
    {
        var man = Guid.CreateVersion7();
        var day = _app.Today.PlusDays(-42).ToString("uuuu-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        await _app.SettledAsync(() => _nurse.Import(
            Lines.Enrol(man, Guid.NewGuid()),
            $$"""{"patient":"{{man}}","command":"procedure_performed","id":"{{Guid.NewGuid()}}","type":"MTESE","performedOn":"{{day}}","side":"Both"}""",
            $$"""{"patient":"{{man}}","command":"reminder_consent_recorded","id":"{{Guid.NewGuid()}}","statedOn":"{{day}}","consents":true,"form":"Written"}"""));

        await _app.RoundAsync(_nurse);
        await _app.RoundAsync(_nurse);

        _app.Mail.TakenFor((await _nurse.Get($"/patients/{man}/identity")).Text("identity.email")!).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_correction_reaches_what_is_already_queued()
    {
        var man = await DueMan.EnrolAsync(_app, _nurse);
        var order = await _app.InvokeAsync<SendReminder>(new DecideReminder(man.Id, man.Reminder));
        var corrected = await _nurse.Post(
            $"/patients/{man.Id}/entries/{man.Operation}/corrections",
            $$$"""{"changes":{"performedOn":"{{{_app.Today.PlusDays(-10):uuuu'-'MM'-'dd}}}"},"reason":"TypingError"}""", ("If-Match", "\"99\""));

        await _app.InvokeAsync(order);

        corrected.Status.ShouldBe(HttpStatusCode.Created, corrected.Body?.ToJsonString());
        _app.Mail.TakenFor(man.Address).ShouldBeEmpty();
        (await man.ToldAsync(_nurse)).ShouldBe(["decided CONTACT_6W 1", "Cancelled NotYetDue"]);
        (await _nurse.Get($"/ledger?patientId={man.Id}")).Text("rows.0.state").ShouldBe("Superseded");
    }

    [Fact]
    public async Task A_message_is_never_rendered_for_another_man()
    {
        var man = await DueMan.EnrolAsync(_app, _nurse);
        var other = await DueMan.EnrolAsync(_app, _nurse);
        var order = await _app.InvokeAsync<SendReminder>(new DecideReminder(man.Id, man.Reminder));

        await Should.ThrowAsync<InvalidOperationException>(() => _app.InvokeAsync<HandOver>(new BeginHandOver(other.Id, order.ClaimId)));

        _app.Mail.TakenFor(other.Address).ShouldBeEmpty();
    }

    [Fact]
    public async Task One_change_told_many_times_is_one_message()
    {
        var man = await DueMan.EnrolAsync(_app, _nurse);
        var order = await _app.InvokeAsync<SendReminder>(new DecideReminder(man.Id, man.Reminder));

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => _app.InvokeAsync(order)));

        _app.Mail.TakenFor(man.Address).Count.ShouldBe(1);
    }

    private async Task<System.Text.Json.Nodes.JsonNode> ItemAsync(DueMan man) =>
        (await _nurse.Get($"/patients/{man.Id}/chart"))["answers"]!["dueItems"]!["items"]!.AsArray().Single(item => item!["recall"]!.ToString() == "CONTACT_6W")!;
}
