using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using FollowUp.Access;
using FollowUp.AppTests.Pages;
using FollowUp.Course;
using FollowUp.Course.Json;
using FollowUp.Patients.Facts;
using FollowUp.Recalls.Sending;
using FollowUp.Reports.Jobs;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Npgsql;
using Wolverine;
using Wolverine.Persistence.Durability;
using Wolverine.Util;

namespace FollowUp.AppTests.Recalls;

/// <summary>What lies in a queue outlives the version that put it there: its names stay, and what is not known is kept and can be sent again.</summary>
public sealed class QueuedOrderTests : IClassFixture<MailFixture>
{
    private readonly MailFixture _app;
    private readonly HttpClient _nurse;
    private readonly HttpClient _administrator;

    public QueuedOrderTests(MailFixture app)
    {
        _app = app;
        (_nurse, _administrator) = (app.As(Roles.Nurse), app.As(Roles.Administrator));
        _app.MoveTo(_app.Today.Next(IsoDayOfWeek.Monday), 12);
    }

    [Theory]
    [InlineData(typeof(SendReminder), "FollowUp.Recalls.Sending.SendReminder", "at claimId patientId planned")]
    [InlineData(typeof(RunReportJob), "FollowUp.Reports.Jobs.PrintReport", "attempt jobId")]
    public void A_queued_messages_stored_names_are_never_changed(Type message, string name, string fields)
    {
        message.ToMessageTypeName().ShouldBe(name);
        var known = FactJson.Options.GetTypeInfo(message).Properties.Select(field => field.Name).Order(StringComparer.Ordinal);
        string.Join(' ', known).ShouldBe(fields);
    }

    [Fact]
    public async Task An_order_of_0_1_0_which_was_given_before_the_message_was_decided_is_carried_out_once()
    {
        var man = await DueMan.EnrolAsync(_app, _nurse);
        var old = new SendReminder(man.Id, LedgerEntry.IdOf(man.Id, man.Reminder)) { Planned = man.Reminder };

        await _app.SettledAsync(async () =>
        {
            await _app.PublishAsync(old);
            await _app.PublishAsync(old);
        });

        _app.Mail.TakenFor(man.Address).Count.ShouldBe(1);
        (await man.ToldAsync(_nurse)).ShouldBe(["decided CONTACT_6W 1", "Accepted"]);
    }

    [Fact]
    public async Task An_order_is_stored_as_this_servers_so_that_another_takes_it_up_when_this_one_is_gone()
    {
        var man = await DueMan.EnrolAsync(_app, _nurse);
        _app.Mail.Treat(man.Address, Treatment.Wait);
        var round = _app.RoundAsync(_nurse);
        await _app.Mail.HoldsAsync(man.Address).WaitAsync(TestContext.Current.CancellationToken);

        await using var source = NpgsqlDataSource.Create(_app.ConnectionString);
        await using var command = source.CreateCommand("select status from followup.wolverine_incoming_envelopes where status <> 'Handled' and owner_id <> 0 and message_type = $1");
        command.Parameters.AddWithValue(typeof(SendReminder).ToMessageTypeName());
        var status = await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
        _app.Mail.Release(man.Address);
        await round;

        status.ShouldBe("Incoming");
    }

    [Fact]
    public async Task An_order_of_a_kind_this_version_does_not_know_is_kept_and_seen()
    {
        var id = Guid.NewGuid();
        await _app.App.Services.GetRequiredService<IMessageStore>().Inbox.StoreIncomingAsync(new Envelope
        {
            Id = id, MessageType = "FollowUp.Recalls.Sending.SendPigeon", Data = Encoding.UTF8.GetBytes("{}"), ContentType = "application/json", TenantId = "izmir",
            Destination = new Uri($"local://{SendReminder.QueueOf(Channel.Email)}"), Status = EnvelopeStatus.Incoming, OwnerId = 0,
        });
        JsonNode? letter = null;
        var waits = true;
        while (letter is null && waits)
        {
            waits = await WaitsAsync(id);
            letter = (await _administrator.Get("/dead-letters"))["letters"]!.AsArray().SingleOrDefault(letter => letter!["id"]!.ToString() == id.ToString());
        }

        letter.ShouldNotBeNull("an order that no code knows was marked as handled")["kind"]!.ToString().ShouldBe("FollowUp.Recalls.Sending.SendPigeon");
        (await _nurse.Get("/health/ready")).Text("checks.reminders.status").ShouldBe("Degraded");
        using var browser = await PageClient.SignedInAsync(_app, Roles.Administrator);
        (await browser.OpenAsync("/settings/health")).Html.ShouldContain("SendPigeon");
        (await _app.As(Roles.Administrator, "made-up").Get("/dead-letters"))["letters"]!.AsArray().ShouldBeEmpty("another clinic's");
        (await _nurse.Get("/dead-letters")).Status.ShouldBe(System.Net.HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_dead_letter_is_sent_again_and_the_message_goes_out_once()
    {
        var man = await DueMan.EnrolAsync(_app, _nurse);
        var order = await _app.InvokeAsync<SendReminder>(new DecideReminder(man.Id, man.Reminder));
        var envelope = new Envelope
        {
            Id = Guid.NewGuid(), Message = order, MessageType = typeof(SendReminder).ToMessageTypeName(), Data = JsonSerializer.SerializeToUtf8Bytes(order, FactJson.Options),
            ContentType = "application/json", TenantId = "izmir", Destination = new Uri($"local://{SendReminder.QueueOf(Channel.Email)}"),
        };
        await _app.App.Services.GetRequiredService<IMessageStore>().Inbox.MoveToDeadLetterStorageAsync(envelope, new InvalidOperationException("broken"));

        var sent = await _administrator.Post($"/dead-letters/{envelope.Id}/replays", "{}");
        await _app.Mail.TakesAsync(man.Address).WaitAsync(TestContext.Current.CancellationToken);

        sent.Status.ShouldBe(System.Net.HttpStatusCode.Accepted, sent.Body?.ToJsonString());
        _app.Mail.TakenFor(man.Address).Count.ShouldBe(1);
        (await _administrator.Get("/dead-letters"))["letters"]!.AsArray().ShouldAllBe(letter => letter!["id"]!.ToString() != envelope.Id.ToString());
    }

    [Fact]
    public async Task A_dead_letter_that_there_is_not_cannot_be_sent_again() =>
        (await _administrator.Post($"/dead-letters/{Guid.NewGuid()}/replays", "{}")).Text("errors.0.code").ShouldBe("UnknownOrder");

    // Whether a queue still has it before it.
    private async Task<bool> WaitsAsync(Guid envelope)
    {
        await using var command = _app.App.Services.GetRequiredService<NpgsqlDataSource>().CreateCommand(
            "select count(*) > 0 from followup.wolverine_incoming_envelopes where id = $1 and status <> 'Handled'");
        command.Parameters.Add(new() { Value = envelope });
        return (bool)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }
}
