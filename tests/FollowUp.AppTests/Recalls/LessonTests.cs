using System.Net;
using FollowUp.Access;
using FollowUp.AppTests.Interop;
using FollowUp.Recalls;
using FollowUp.Recalls.Rules;
using FollowUp.Recalls.Rules.Messages;
using FollowUp.Recalls.Sending;
using FollowUp.Reports.Making;
using NodaTime;
using Npgsql;
using Quartz;

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
    public async Task OpenEMR_11477_and_11479_a_message_is_not_sent_again_every_hour_and_leaves_the_item_due()
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
    public async Task OpenEMR_11913_Medplum_5828_and_Camunda_9680_ticks_that_did_not_come_for_three_days_lose_nothing_and_repeat_nothing()
    {
        var man = await DueMan.EnrolAsync(_app, _nurse);
        _app.MoveTo(_app.Today.PlusDays(3), 12);

        await _app.RoundAsync(_nurse);
        await _app.RoundAsync(_nurse);

        _app.Mail.TakenFor(man.Address).Count.ShouldBe(1);
    }

    [Fact]
    public async Task OpenEMR_12307_a_round_with_nothing_due_does_nothing_and_does_not_fail()
    {
        await _app.RoundAsync(_nurse);

        (await _app.RoundAsync(_nurse))["ordered"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task CHT_6582_a_man_without_a_dated_operation_does_not_jam_the_others()
    {
        var undated = await _nurse.EnrolAsync();
        (await _nurse.Post($"/patients/{undated}/earlier-procedures", """{"type":"CTESE"}""")).Status.ShouldBe(HttpStatusCode.Created);
        var man = await DueMan.EnrolAsync(_app, _nurse);

        await _app.RoundAsync(_nurse);

        _app.Mail.TakenFor(man.Address).Count.ShouldBe(1);
    }

    [Fact]
    public async Task DHIS2_19622_and_19688_enrolment_operation_and_consent_that_arrive_together_cause_one_message()
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
    public async Task REDCap_a_correction_reaches_what_is_already_queued()
    {
        var man = await DueMan.EnrolAsync(_app, _nurse);
        var order = await _app.InvokeAsync<SendReminder>(new DecideReminder(man.Id, man.Reminder));
        var corrected = await _nurse.Post(
            $"/patients/{man.Id}/entries/{man.Operation}/corrections",
            $$$"""{"changes":{"performedOn":"{{{_app.Today.PlusDays(-10):uuuu'-'MM'-'dd}}}"},"reason":"TypingError"}""", ("If-Match", (await _nurse.Get($"/patients/{man.Id}/chart")).ETag!));

        await _app.InvokeAsync(order);

        corrected.Status.ShouldBe(HttpStatusCode.Created, corrected.Body?.ToJsonString());
        _app.Mail.TakenFor(man.Address).ShouldBeEmpty();
        (await man.ToldAsync(_nurse)).ShouldBe(["decided CONTACT_6W 1", "Cancelled NotYetDue"]);
        (await _nurse.Get($"/ledger?patientId={man.Id}")).Text("rows.0.state").ShouldBe("Superseded");
    }

    [Fact]
    public async Task LibreClinica_339_a_message_is_never_rendered_for_another_man()
    {
        var man = await DueMan.EnrolAsync(_app, _nurse);
        var other = await DueMan.EnrolAsync(_app, _nurse);
        var order = await _app.InvokeAsync<SendReminder>(new DecideReminder(man.Id, man.Reminder));

        await Should.ThrowAsync<InvalidOperationException>(() => _app.InvokeAsync<HandOver>(new BeginHandOver(other.Id, order.ClaimId)));

        _app.Mail.TakenFor(other.Address).ShouldBeEmpty();
    }

    [Fact]
    public async Task HAPI_5208_and_Wolverine_4496_an_order_carried_out_many_times_is_one_message()
    {
        var man = await DueMan.EnrolAsync(_app, _nurse);
        var order = await _app.InvokeAsync<SendReminder>(new DecideReminder(man.Id, man.Reminder));

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => _app.InvokeAsync(order)));

        _app.Mail.TakenFor(man.Address).Count.ShouldBe(1);
    }

    [Fact]
    public async Task OpenEMR_3139_and_11662_the_scheduled_tick_sends_with_nobody_signed_in()
    {
        var man = await DueMan.EnrolAsync(_app, _nurse);

        await _app.SettledAsync(() => _app.TickAsync(ReminderTick.SixWeeks));

        _app.Mail.TakenFor(man.Address).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Quartz_690_and_1758_a_tick_that_several_nodes_fire_at_once_sends_once()
    {
        var man = await DueMan.EnrolAsync(_app, _nurse);

        await _app.SettledAsync(() => Task.WhenAll(Enumerable.Range(0, 5).Select(_ => _nurse.Post("/recalls/send", "{}"))));
        await _app.RoundAsync(_nurse);

        _app.Mail.TakenFor(man.Address).Count.ShouldBe(1);
        (await man.ToldAsync(_nurse)).ShouldBe(["decided CONTACT_6W 1", "Accepted"]);
    }

    [Theory]
    [InlineData("Europe/Istanbul")]
    [InlineData("Europe/Berlin")]
    [InlineData("Europe/London")]
    [InlineData("America/New_York")]
    [InlineData("America/Sao_Paulo")]
    public void Quartz_2475_204_and_612_the_ticks_come_once_a_minute_through_every_change_of_the_clocks_to_2040(string zoneId)
    {
        var changes = DateTimeZoneProviders.Tzdb[zoneId]
            .GetZoneIntervals(Instant.FromUtc(2010, 1, 1, 0, 0), Instant.FromUtc(2041, 1, 1, 0, 0)).Where(interval => interval.HasStart).Select(interval => interval.Start);
        foreach (var (tick, change) in Enum.GetValues<ReminderTick>().SelectMany(tick => changes.Select(change => (tick, change))))
        {
            var trigger = TriggerBuilder.Create().WithSchedule(RecallTick.Schedule(tick, cron: null)).StartAt(DateTimeOffset.UnixEpoch).Build();
            var at = trigger.GetFireTimeAfter((change - Duration.FromHours(2)).ToDateTimeOffset())!.Value;
            for (var minute = 0; minute < 240; minute++)
            {
                var next = trigger.GetFireTimeAfter(at)!.Value;
                (next - at).ShouldBe(TimeSpan.FromMinutes(1), $"{zoneId} {at}");
                at = next;
            }
        }
    }

    [Fact]
    public async Task Wolverine_4202_a_man_who_cannot_be_read_and_an_order_that_always_fails_stall_nobody_else()
    {
        var unreadable = await DueMan.EnrolAsync(_app, _nurse);
        var mistaken = await DueMan.EnrolAsync(_app, _nurse);
        var man = await DueMan.EnrolAsync(_app, _nurse);
        var order = await _app.InvokeAsync<SendReminder>(new DecideReminder(mistaken.Id, mistaken.Reminder));
        await ChangeAsync(unreadable, "data - 'type'");

        await _app.SettledAsync(async () =>
        {
            await _app.PublishAsync(order with { PatientId = man.Id });
            (await _nurse.Post("/recalls/send", "{}")).Status.ShouldBe(HttpStatusCode.Accepted);
        });
        var first = (_app.Mail.TakenFor(unreadable.Address).Count, _app.Mail.TakenFor(mistaken.Address).Count, _app.Mail.TakenFor(man.Address).Count);
        await ChangeAsync(unreadable, """data || '{"type":"MTESE"}'""");
        await _app.RoundAsync(_nurse);

        first.ShouldBe((0, 0, 1));
        _app.Mail.TakenFor(unreadable.Address).Count.ShouldBe(1, "he is not forgotten");
    }

    // As a node of an older version may meet it while a newer one runs beside it: something it cannot read.
    private async Task ChangeAsync(DueMan man, string data)
    {
        await using var source = NpgsqlDataSource.Create(_app.ConnectionString);
        await using var change = source.CreateCommand($"update followup.mt_events set data = {data} where stream_id = $1 and type = 'procedure_performed'");
        change.Parameters.AddWithValue(man.Id);
        (await change.ExecuteNonQueryAsync(TestContext.Current.CancellationToken)).ShouldBe(1);
    }

    private async Task<System.Text.Json.Nodes.JsonNode> ItemAsync(DueMan man) =>
        (await _nurse.Get($"/patients/{man.Id}/chart"))["answers"]!["dueItems"]!["items"]!.AsArray().Single(item => item!["recall"]!.ToString() == "CONTACT_6W")!;
}
