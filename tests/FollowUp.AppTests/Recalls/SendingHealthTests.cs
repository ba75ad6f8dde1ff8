using FollowUp.Access;
using NodaTime;
using NodaTime.Text;

namespace FollowUp.AppTests.Recalls;

/// <summary>Whether anything is due and not sent for longer than the ticks allow is said by every node, whoever should have sent it.</summary>
public sealed class SendingHealthTests(MailFixture app) : IClassFixture<MailFixture>
{
    private readonly HttpClient _nurse = app.As(Roles.Nurse);

    [Fact]
    public async Task A_man_who_is_due_and_whom_no_tick_has_taken_is_said_by_every_node_until_he_is()
    {
        await using var node = await OtherNode.StartAsync(app);
        using var elsewhere = app.As(Roles.Nurse, url: node.Url);
        await OnAnotherMondayAsync();
        var man = await DueMan.EnrolAsync(app, _nurse);
        (await SaidAsync(_nurse)).ShouldBe(("Healthy", "Everything due has been sent."), "a tick has five minutes");

        app.MoveTo(app.Today, 12, 6);
        foreach (var each in (HttpClient[])[_nurse, elsewhere])
        {
            var (status, says) = await SaidAsync(each);
            status.ShouldBe("Degraded");
            says.ShouldBe("A message of clinic izmir has been due for more than 5 minutes, and no round has decided it.");
        }

        app.MoveTo(app.Today, 22);
        (await SaidAsync(_nurse)).Status.ShouldBe("Degraded", "his hours went by");

        app.MoveTo(app.Today.PlusDays(1), 12);
        await app.RoundAsync(_nurse);
        app.Mail.TakenFor(man.Address).Count.ShouldBe(1);
        foreach (var each in (HttpClient[])[_nurse, elsewhere])
        {
            (await SaidAsync(each)).Status.ShouldBe("Healthy");
        }
    }

    [Theory]
    [InlineData("""{"statedOn":"2026-11-01","channels":["Email"],"language":"Tr","from":"15:00:00"}""", "his hours have not come")]
    [InlineData("""{"statedOn":"2026-11-01","channels":["Post"],"language":"Tr"}""", "no tick sends a letter")]
    public async Task Who_waits_for_his_hour_or_for_a_person_is_not_late(string wishes, string why)
    {
        await OnAnotherMondayAsync();
        var man = await DueMan.EnrolAsync(app, _nurse);
        (await _nurse.Post($"/patients/{man.Id}/contact-preferences", wishes)).Status.ShouldBe(System.Net.HttpStatusCode.Created);

        app.MoveTo(app.Today, 12, 10);

        (await SaidAsync(_nurse)).Status.ShouldBe("Healthy", why);

        // So that he is not due again in another test.
        (await _nurse.Post($"/patients/{man.Id}/reminder-consents", $$"""{"statedOn":"{{LocalDatePattern.Iso.Format(app.Today)}}","consents":false,"form":"Reply"}""")).Status.ShouldBe(System.Net.HttpStatusCode.Created);
    }

    [Fact]
    public async Task Nobody_is_late_while_a_person_has_paused_sending_and_for_five_minutes_after()
    {
        await OnAnotherMondayAsync();
        await DueMan.EnrolAsync(app, _nurse);
        (await _nurse.Post("/sending", """{"paused":true,"why":"tested"}""")).Status.ShouldBe(System.Net.HttpStatusCode.OK);
        app.MoveTo(app.Today, 13);
        (await SaidAsync(_nurse)).Status.ShouldBe("Healthy");

        (await _nurse.Post("/sending", """{"paused":false,"why":"tested"}""")).Status.ShouldBe(System.Net.HttpStatusCode.OK);
        app.MoveTo(app.Today, 13, 4);
        (await SaidAsync(_nurse)).Status.ShouldBe("Healthy");
        app.MoveTo(app.Today, 13, 6);
        (await SaidAsync(_nurse)).Status.ShouldBe("Degraded");
        await app.RoundAsync(_nurse);
        (await SaidAsync(_nurse)).Status.ShouldBe("Healthy");
    }

    // Whoever is due again from a test before has his message.
    private async Task OnAnotherMondayAsync()
    {
        app.MoveTo(app.Today.Next(IsoDayOfWeek.Monday), 12);
        await app.RoundAsync(_nurse);
    }

    private static async Task<(string Status, string Says)> SaidAsync(HttpClient client)
    {
        var health = await client.Get("/health/ready");
        return (health.Text("checks.reminders.status") ?? $"{health.Body}", health.Text("checks.reminders.description") ?? "");
    }
}
