using System.Net;
using FollowUp.Access;
using FollowUp.Patients.Pages.Chart;
using FollowUp.Recalls;
using FollowUp.Recalls.Rules;
using FollowUp.Recalls.Rules.Messages;
using FollowUp.Recalls.Sending;
using FollowUp.Recording.Commands;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Text;
using Npgsql;
using Quartz;

namespace FollowUp.AppTests.Recalls;

public sealed class ReminderSendingTests : IClassFixture<MailFixture>
{
    private readonly MailFixture _app;
    private readonly HttpClient _nurse;
    private readonly HttpClient _clinician;

    public ReminderSendingTests(MailFixture app)
    {
        _app = app;
        (_nurse, _clinician) = (app.As(Roles.Nurse), app.As(Roles.Clinician));
        _app.MoveTo(_app.Today.Next(IsoDayOfWeek.Monday), 12);
    }

    [Fact]
    public async Task The_mail_gives_nothing_away_and_carries_the_claims_id()
    {
        var man = await DueMan.EnrolAsync(_app, _nurse);
        await _app.RoundAsync(_nurse);

        var mail = MimeKit.MimeMessage.Load(
            new MemoryStream(System.Text.Encoding.Latin1.GetBytes(_app.Mail.TakenFor(man.Address).ShouldHaveSingleItem())), TestContext.Current.CancellationToken);
        mail.MessageId.ShouldBe($"{LedgerEntry.IdOf(man.Id, man.Reminder):N}@clinic.example");
        mail.From.ToString().ShouldBe("reminders@clinic.example");
        mail.To.ToString().ShouldBe(man.Address);
        mail.Subject.ShouldBe("Hatırlatma");
        mail.TextBody!.ShouldContain("+90 212 000 00 00");
        mail.ToString().ShouldNotContain("Clinic of the tests");
        foreach (var secret in Men.Secrets.Except(["gizli.adres"]))
        {
            mail.ToString().ShouldNotContain(secret);
        }
    }

    [Fact]
    public async Task A_quiet_hour_holds_it_back_to_the_next_allowed_hour()
    {
        var day = _app.Today.PlusDays(1);
        _app.MoveTo(day, 8, 59);
        var man = await DueMan.EnrolAsync(_app, _nurse);

        await _app.RoundAsync(_nurse);
        var early = _app.Mail.TakenFor(man.Address).Count;
        var planned = await _nurse.Get("/recalls");
        _app.MoveTo(day, 9);
        await _app.RoundAsync(_nurse);

        early.ShouldBe(0);
        planned["messages"]!.AsArray().ShouldContain(message =>
            message!["patientId"]!.ToString() == man.Id.ToString() && message["closed"]![0]!["gate"]!.ToString() == "QuietHour");
        _app.Mail.TakenFor(man.Address).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Nothing_goes_out_before_the_due_day()
    {
        var man = await DueMan.EnrolAsync(_app, _nurse, operatedDaysAgo: 41);

        await _app.RoundAsync(_nurse);

        _app.Mail.TakenFor(man.Address).ShouldBeEmpty();
        (await man.ToldAsync(_nurse)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_a_recorded_consent_nothing_goes_out()
    {
        var man = await DueMan.EnrolAsync(_app, _nurse, consents: false);

        await _app.RoundAsync(_nurse);
        (await _app.InvokeAsync<SendReminder?>(new DecideReminder(man.Id, man.Reminder))).ShouldBeNull();

        _app.Mail.TakenFor(man.Address).ShouldBeEmpty();
        (await man.ToldAsync(_nurse)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("deaths", """{"diedOn":"DAY"}""", "Cancelled Died")]
    [InlineData("withdrawals", """{"withdrewOn":"DAY"}""", "Cancelled Withdrew")]
    [InlineData("reminder-consents", """{"statedOn":"DAY","consents":false,"form":"Reply"}""", "Cancelled NoConsent")]
    [InlineData("contacts", """{"madeAt":"DAY","kind":"Call","complications":"None"}""", "Cancelled AlreadySatisfied")]
    public async Task What_happens_between_the_decision_and_the_sending_keeps_it_from_going_out(string path, string fact, string told)
    {
        var man = await DueMan.EnrolAsync(_app, _nurse);
        var order = await _app.InvokeAsync<SendReminder>(new DecideReminder(man.Id, man.Reminder));

        var happened = await _clinician.Post($"/patients/{man.Id}/{path}", fact.Replace("DAY", LocalDatePattern.Iso.Format(_app.Today), StringComparison.Ordinal));
        happened.Status.ShouldBe(HttpStatusCode.Created, happened.Body?.ToJsonString());
        await _app.InvokeAsync(order);
        await _app.RoundAsync(_nurse);

        _app.Mail.TakenFor(man.Address).ShouldBeEmpty();
        (await man.ToldAsync(_nurse)).ShouldBe(["decided CONTACT_6W 1", told]);
    }

    [Fact]
    public async Task An_address_that_the_server_refuses_has_failed_and_is_not_tried_again()
    {
        var man = await DueMan.EnrolAsync(_app, _nurse);
        _app.Mail.Treat(man.Address, Treatment.Refuse);

        await _app.RoundAsync(_nurse);
        _app.Mail.Treat(man.Address, Treatment.Accept);
        await _app.RoundAsync(_nurse);

        _app.Mail.TakenFor(man.Address).ShouldBeEmpty();
        (await man.ToldAsync(_nurse)).ShouldBe(["decided CONTACT_6W 1", "Failed Smtp550"]);
    }

    [Theory]
    [InlineData(Treatment.Defer)]
    [InlineData(Treatment.DropBeforeData)]
    public async Task What_has_certainly_not_left_is_tried_again_by_the_next_round(Treatment treatment)
    {
        var man = await DueMan.EnrolAsync(_app, _nurse);
        _app.Mail.Treat(man.Address, treatment);

        await _app.RoundAsync(_nurse);
        var told = await man.ToldAsync(_nurse);
        _app.Mail.Treat(man.Address, Treatment.Accept);
        _app.Time.Advance(TimeSpan.FromMinutes(31));
        await _app.RoundAsync(_nurse);

        told.ShouldBe(["decided CONTACT_6W 1"]);
        _app.Mail.TakenFor(man.Address).Count.ShouldBe(1);
        (await man.ToldAsync(_nurse)).ShouldBe(["decided CONTACT_6W 1", "Accepted"]);
    }

    [Fact]
    public async Task A_line_that_drops_after_the_message_leaves_a_doubt_and_no_second_message()
    {
        var man = await DueMan.EnrolAsync(_app, _nurse);
        _app.Mail.Treat(man.Address, Treatment.DropAfterData);

        await _app.RoundAsync(_nurse);
        await _app.RoundAsync(_nurse);

        _app.Mail.TakenFor(man.Address).Count.ShouldBe(1);
        (await man.ToldAsync(_nurse)).ShouldBe(["decided CONTACT_6W 1", "Uncertain ConnectionLost"]);
    }

    [Fact]
    public async Task A_process_that_dies_while_handing_over_leaves_a_doubt_that_is_found_and_not_sent_again()
    {
        var man = await DueMan.EnrolAsync(_app, _nurse);
        var order = await _app.InvokeAsync<SendReminder>(new DecideReminder(man.Id, man.Reminder));

        // The process is gone between the mark and the report; its queue delivers the order again after the restart.
        (await _app.InvokeAsync<HandOver>(new BeginHandOver(man.Id, order.ClaimId))).Reminder.ShouldNotBeNull();
        await _app.InvokeAsync(order);
        await _app.RoundAsync(_nurse);
        var early = await man.ToldAsync(_nurse);
        _app.Time.Advance(TimeSpan.FromMinutes(6));
        await _app.RoundAsync(_nurse);

        early.ShouldBe(["decided CONTACT_6W 1"], "somebody may still be at it");
        _app.Mail.TakenFor(man.Address).ShouldBeEmpty();
        (await man.ToldAsync(_nurse)).ShouldBe(["decided CONTACT_6W 1", "Uncertain HandOverInterrupted"]);
    }

    [Fact]
    public async Task An_order_that_got_lost_is_given_again_by_the_next_round()
    {
        var man = await DueMan.EnrolAsync(_app, _nurse);
        await _app.InvokeAsync<SendReminder>(new DecideReminder(man.Id, man.Reminder));

        _app.Time.Advance(TimeSpan.FromMinutes(31));
        await _app.RoundAsync(_nurse);

        _app.Mail.TakenFor(man.Address).Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_second_message_goes_out_fourteen_days_later_and_there_is_no_third()
    {
        var man = await DueMan.EnrolAsync(_app, _nurse);
        var first = _app.Today;

        foreach (var (days, sent) in new[] { (0, 1), (12, 1), (14, 2), (26, 2), (28, 2) })
        {
            _app.MoveTo(first.PlusDays(days), 12);
            await _app.RoundAsync(_nurse);
            _app.Mail.TakenFor(man.Address).Count.ShouldBe(sent, $"after {days} days");
        }

        (await man.ToldAsync(_nurse)).ShouldBe(["decided CONTACT_6W 1", "Accepted", "decided CONTACT_6W 2", "Accepted"]);
    }

    [Fact]
    public async Task A_message_that_nobody_looked_for_in_time_is_given_up_and_says_so()
    {
        var man = await DueMan.EnrolAsync(_app, _nurse);
        _app.MoveTo(_app.Today.PlusDays(35), 12);

        await _app.RoundAsync(_nurse);
        await _app.RoundAsync(_nurse);

        _app.Mail.TakenFor(man.Address).ShouldBeEmpty();
        (await man.ToldAsync(_nurse)).ShouldBe(["decided CONTACT_6W 1", "Cancelled TooLate"]);
    }

    [Fact]
    public async Task What_is_listed_before_is_what_is_ordered_then()
    {
        await DueMan.EnrolAsync(_app, _nurse);
        await DueMan.EnrolAsync(_app, _nurse, operatedDaysAgo: 50);
        static IEnumerable<string> Shown(Reply reply, string list) => reply[list]!.AsArray().Select(message => $"{message!["patientId"]} {message["reminder"]!.ToJsonString()}");

        var listed = Shown(await _nurse.Get("/recalls"), "messages").ToList();
        var ordered = Shown(await _app.RoundAsync(_nurse), "ordered");

        ordered.ShouldBe(listed);
        listed.Count.ShouldBeGreaterThanOrEqualTo(2);
    }

    [Fact]
    public async Task The_clock_of_a_clinic_with_real_men_cannot_be_set()
    {
        var reply = await _nurse.Post("/recalls/send", """{"asOf":"2027-03-01T09:00:00Z"}""");

        reply.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        reply.Text("errors.0.code").ShouldBe("ClockNotSettable");
    }

    [Fact]
    public async Task The_ticks_tables_know_no_man()
    {
        var man = await DueMan.EnrolAsync(_app, _nurse);
        await _app.SettledAsync(() => _app.TickAsync(ReminderTick.SixWeeks));

        _app.Mail.TakenFor(man.Address).Count.ShouldBe(1);
        (await RowsOf("quartz")).ShouldNotBeEmpty();
        (await RowsOf("quartz")).ShouldAllBe(row => !row.Contains(man.Id.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_tick_that_does_not_come_degrades_the_server_and_never_takes_it_out_of_service()
    {
        var scheduler = await _app.App.Services.GetRequiredService<ISchedulerFactory>().GetScheduler(TestContext.Current.CancellationToken);
        var before = await _nurse.Get("/health/ready");
        await scheduler.PauseTrigger(RecallTick.TriggerKeyOf(ReminderTick.Hormones), cancellationToken: TestContext.Current.CancellationToken);
        var paused = await _nurse.Get("/health/ready");
        await scheduler.ResumeTrigger(RecallTick.TriggerKeyOf(ReminderTick.Hormones), TestContext.Current.CancellationToken);

        before.Text("checks.recall-tick.status").ShouldBe("Healthy");
        paused.Status.ShouldBe(HttpStatusCode.OK);
        paused.Text("checks.recall-tick.status").ShouldBe("Degraded");
    }

    [Fact]
    public async Task Neither_log_nor_queue_nor_claim_holds_an_address()
    {
        var man = await DueMan.EnrolAsync(_app, _nurse);
        _app.Mail.Treat(man.Address, Treatment.Defer);
        await _app.RoundAsync(_nurse);

        _app.Log.Lines.Where(line => line.Contains("gizli.adres", StringComparison.Ordinal)).ShouldBeEmpty();
        foreach (var schema in new[] { "followup", "wolverine", "quartz" })
        {
            (await RowsOf(schema)).Where(row => row.Contains("gizli.adres", StringComparison.Ordinal)).ShouldBeEmpty(schema);
        }
    }

    private async Task<IReadOnlyList<string>> RowsOf(string schema)
    {
        await using var source = NpgsqlDataSource.Create(_app.ConnectionString);
        var tables = new List<string>();
        await using (var list = source.CreateCommand("select table_name from information_schema.tables where table_schema = $1 and table_type = 'BASE TABLE'"))
        {
            list.Parameters.AddWithValue(schema);
            await using var reader = await list.ExecuteReaderAsync(TestContext.Current.CancellationToken);
            while (await reader.ReadAsync(TestContext.Current.CancellationToken))
            {
                tables.Add(reader.GetString(0));
            }
        }

        var rows = new List<string>();
        foreach (var table in tables)
        {
            await using var read = source.CreateCommand($"select t::text from {schema}.{table} t");
            await using var reader = await read.ExecuteReaderAsync(TestContext.Current.CancellationToken);
            while (await reader.ReadAsync(TestContext.Current.CancellationToken))
            {
                rows.Add(reader.GetString(0));
            }
        }

        return rows;
    }
}
