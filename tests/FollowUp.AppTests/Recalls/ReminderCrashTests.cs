using System.Net;
using System.Net.Http.Headers;
using FollowUp.Access;
using FollowUp.Platform;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace FollowUp.AppTests.Recalls;

/// <summary>What is left of a hand-over when the process is killed in the middle of it, and how a command without a server sends.</summary>
public sealed class ReminderCrashTests(MailFixture app) : IClassFixture<MailFixture>
{
    // The men are made up, so that the instant can be set and the hour at which the test runs does not matter. A killed server has the
    // clock of the machine, and the other test's men must not be enrolled after the day they are asked for.
    private string Noon => $$"""{"asOf":"{{app.Today.Next(NodaTime.IsoDayOfWeek.Monday):uuuu'-'MM'-'dd}}T09:00:00Z"}""";

    [Fact]
    public async Task A_server_killed_after_the_message_and_before_the_answer_leaves_a_doubt_and_no_second_message()
    {
        using var nurse = app.As(Roles.Nurse, "made-up");
        var man = await DueMan.EnrolAsync(app, nurse);
        var noon = Noon;
        app.Mail.Treat(man.Address, Treatment.FallSilent);
        await using (var server = await ServerProcess.StartAsync(app.Settings))
        {
            using var client = At(server.Url, nurse);
            (await client.Post("/recalls/send", noon)).Status.ShouldBe(HttpStatusCode.Accepted);
            await app.Mail.TakesAsync(man.Address).WaitAsync(TestContext.Current.CancellationToken);
            await server.KillAsync();
        }

        app.Mail.Treat(man.Address, Treatment.Accept);
        await app.SettledAsync(() => nurse.Post("/recalls/send", noon));
        var early = await man.ToldAsync(nurse);
        app.Time.SetUtcNow(Later(TimeProvider.System.GetUtcNow(), app.Time.GetUtcNow()).AddMinutes(10));
        await app.SettledAsync(() => nurse.Post("/recalls/send", noon));
        await using (var restarted = await ServerProcess.StartAsync(app.Settings))
        {
            using var client = At(restarted.Url, nurse);
            (await client.Post("/recalls/send", noon)).Status.ShouldBe(HttpStatusCode.Accepted);
        }

        early.ShouldBe(["decided CONTACT_6W 1"]);
        app.Mail.TakenFor(man.Address).Count.ShouldBe(1);
        (await man.ToldAsync(nurse)).ShouldBe(["decided CONTACT_6W 1", "Uncertain HandOverInterrupted"]);
    }

    [Fact]
    public async Task A_command_without_a_server_has_handed_over_when_it_answers()
    {
        using var nurse = app.As(Roles.Nurse, "made-up");
        var man = await DueMan.EnrolAsync(app, nurse);
        await using var command = app.Build(NodeRole.Command);
        await command.StartAsync(TestContext.Current.CancellationToken);
        using var client = At(new Uri(command.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()), nurse);

        (await client.Post("/recalls/send", Noon)).Status.ShouldBe(HttpStatusCode.Accepted);

        app.Mail.TakenFor(man.Address).Count.ShouldBe(1);
        (await man.ToldAsync(nurse)).ShouldBe(["decided CONTACT_6W 1", "Accepted"]);
        await command.StopAsync(TestContext.Current.CancellationToken);
    }

    private static HttpClient At(Uri url, HttpClient signedIn)
    {
        var client = new HttpClient { BaseAddress = url };
        client.DefaultRequestHeaders.Authorization = AuthenticationHeaderValue.Parse(signedIn.DefaultRequestHeaders.Authorization!.ToString());
        return client;
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
