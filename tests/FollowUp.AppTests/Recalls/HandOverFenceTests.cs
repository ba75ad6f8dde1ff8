using FollowUp.Access;
using FollowUp.Patients.Pages.Chart;
using FollowUp.Recalls.Channels;
using FollowUp.Recalls.Facts;
using FollowUp.Recalls.Rules;
using FollowUp.Recalls.Rules.Items;
using FollowUp.Recalls.Sending;
using NodaTime;
using Npgsql;

namespace FollowUp.AppTests.Recalls;

/// <summary>A server whose mail server may take a minute, so that a message can be stopped on its way.</summary>
public sealed class PatientFixture : MailFixture
{
    public override IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>(base.Settings) { ["FollowUp:Smtp:TimeoutSeconds"] = "120" };
}

/// <summary>A worker that stood still and wakes when another has taken its message over.</summary>
public sealed class HandOverFenceTests : IClassFixture<PatientFixture>
{
    private readonly PatientFixture _app;
    private readonly HttpClient _nurse;

    public HandOverFenceTests(PatientFixture app)
    {
        (_app, _nurse) = (app, app.As(Roles.Nurse));
        _app.MoveTo(_app.Today.Next(IsoDayOfWeek.Monday), 12);
    }

    [Fact]
    public async Task A_worker_that_wakes_when_its_message_was_sent_by_another_sends_nothing()
    {
        var (man, order, sleeping) = await StoppedAsync();

        // Its lease runs out, a person wants the message sent again, and another worker sends it.
        _app.Time.Advance(TimeSpan.FromMinutes(6));
        (await _app.InvokeAsync<SendReminder?>(new OrderAgain(man.Id, order.ClaimId))).ShouldBeNull();
        _app.Mail.Treat(man.Address, Treatment.Accept);
        await _app.InvokeAsync<Noted>(new NoteReminder(order.ClaimId, ReminderOutcome.SendAgain, "nurse-1"));
        await _app.InvokeAsync(order);
        _app.Mail.Release(man.Address);
        await sleeping;

        _app.Mail.TakenFor(man.Address).Count.ShouldBe(1);
        (await man.ToldAsync(_nurse)).ShouldBe(["decided CONTACT_6W 1", "Uncertain HandOverInterrupted", "SendAgain", "Accepted"]);
    }

    [Fact]
    public async Task A_worker_that_wakes_when_its_message_is_in_doubt_leaves_the_doubt_and_sends_nothing()
    {
        var (man, order, sleeping) = await StoppedAsync();

        _app.Time.Advance(TimeSpan.FromMinutes(6));
        await _app.InvokeAsync<SendReminder?>(new OrderAgain(man.Id, order.ClaimId));
        _app.Mail.Release(man.Address);
        await sleeping;

        _app.Mail.TakenFor(man.Address).ShouldBeEmpty();
        (await man.ToldAsync(_nurse)).ShouldBe(["decided CONTACT_6W 1", "Uncertain HandOverInterrupted"]);
    }

    [Fact]
    public async Task A_worker_that_stood_still_longer_than_its_lease_by_the_databases_clock_sends_nothing_and_says_so()
    {
        var (man, order, sleeping) = await StoppedAsync();

        await SqlAsync("update followup.mt_doc_reminderclaim set mt_last_modified = clock_timestamp() - interval '301 s' where id = $1", order.ClaimId);
        _app.Mail.Release(man.Address);
        await sleeping;

        _app.Mail.TakenFor(man.Address).ShouldBeEmpty();
        var row = (await _nurse.Get($"/ledger?patientId={man.Id}"))["rows"]![0]!;
        (row["state"]!.ToString(), row["reason"]!.ToString()).ShouldBe(("Claimed", "Overtaken"));
    }

    [Fact]
    public async Task A_late_report_of_an_attempt_that_another_has_overtaken_changes_nothing()
    {
        var man = await DueMan.EnrolAsync(_app, _nurse);
        var order = await _app.InvokeAsync<SendReminder>(new DecideReminder(man.Id, man.Reminder));
        var first = await _app.InvokeAsync<HandOver>(new BeginHandOver(man.Id, order.ClaimId));
        _app.Time.Advance(TimeSpan.FromMinutes(6));
        await _app.InvokeAsync<SendReminder?>(new OrderAgain(man.Id, order.ClaimId));
        await _app.InvokeAsync<Noted>(new NoteReminder(order.ClaimId, ReminderOutcome.SendAgain, "nurse-1"));
        var second = await _app.InvokeAsync<HandOver>(new BeginHandOver(man.Id, order.ClaimId));

        foreach (var kind in Enum.GetValues<SendResultKind>())
        {
            await _app.InvokeAsync(new ReportReminder(man.Id, order.ClaimId, new(kind, Reason: "Late")) { Attempt = first.Attempt });
        }

        var during = (await _nurse.Get($"/ledger?patientId={man.Id}"))["rows"]![0]!["state"]!.ToString();
        await _app.InvokeAsync(new ReportReminder(man.Id, order.ClaimId, new(SendResultKind.Accepted)) { Attempt = second.Attempt });

        during.ShouldBe("HandedOver");
        second.Attempt.ShouldBeGreaterThan(first.Attempt);
        (await man.ToldAsync(_nurse)).ShouldBe(["decided CONTACT_6W 1", "Uncertain HandOverInterrupted", "SendAgain", "Accepted"]);
    }

    [Fact]
    public async Task The_fence_lets_one_attempt_through_once()
    {
        var man = await DueMan.EnrolAsync(_app, _nurse);
        var order = await _app.InvokeAsync<SendReminder>(new DecideReminder(man.Id, man.Reminder));
        var begun = await _app.InvokeAsync<HandOver>(new BeginHandOver(man.Id, order.ClaimId));
        var fences = new HandOverFences(NpgsqlDataSource.Create(_app.ConnectionString), SendingSettings.Read(_app.App.Configuration));

        var passed = new List<bool>();
        foreach (var attempt in new[] { begun.Attempt - 1, begun.Attempt + 1, begun.Attempt, begun.Attempt })
        {
            passed.Add(await fences.Of("izmir", order.ClaimId, attempt).PassAsync(TestContext.Current.CancellationToken));
        }

        passed.ShouldBe([false, false, true, false]);
        (await fences.Of("made-up", order.ClaimId, begun.Attempt).PassAsync(TestContext.Current.CancellationToken)).ShouldBeFalse("another clinic's");
    }

    // A worker that stands still when the mail server has been told the recipient and not the message.
    private async Task<(DueMan Man, SendReminder Order, Task Sleeping)> StoppedAsync()
    {
        var man = await DueMan.EnrolAsync(_app, _nurse);
        var order = await _app.InvokeAsync<SendReminder>(new DecideReminder(man.Id, man.Reminder));
        _app.Mail.Treat(man.Address, Treatment.Wait);
        var sleeping = _app.InvokeAsync(order);
        await _app.Mail.HoldsAsync(man.Address).WaitAsync(TestContext.Current.CancellationToken);
        return (man, order, sleeping);
    }

    private async Task SqlAsync(string sql, Guid id)
    {
        await using var source = NpgsqlDataSource.Create(_app.ConnectionString);
        await using var command = source.CreateCommand(sql);
        command.Parameters.AddWithValue(id);
        (await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken)).ShouldBe(1);
    }
}
