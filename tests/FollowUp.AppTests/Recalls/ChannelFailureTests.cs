using FollowUp.Access;
using FollowUp.Recalls.Rules;
using FollowUp.Recalls.Sending;
using FollowUp.Recording.Commands;
using NodaTime;
using Npgsql;

namespace FollowUp.AppTests.Recalls;

/// <summary>A channel that refuses us, is slow, or is tried again: no man loses his message by it.</summary>
public sealed class ChannelFailureTests : IClassFixture<GatewayFixture>
{
    private readonly GatewayFixture _app;
    private readonly HttpClient _nurse;

    public ChannelFailureTests(GatewayFixture app)
    {
        (_app, _nurse) = (app, app.As(Roles.Nurse));
        _app.MoveTo(_app.Today.Next(IsoDayOfWeek.Monday), 12);
        _app.Gateway.Treat = _ => null;
    }

    [Theory]
    [InlineData("550 5.7.1 Sender refused", "Smtp550")]
    [InlineData("530 5.7.0 Sign in first", "Smtp530")]
    [InlineData("553 5.1.8 Sender unknown", "Smtp553")]
    public async Task A_refused_sender_holds_the_channel_is_seen_and_loses_no_reminder(string answer, string reason)
    {
        var (one, other) = (await DueMan.EnrolAsync(_app, _nurse), await DueMan.EnrolAsync(_app, _nurse));
        _app.Mail.SenderAnswer = answer;
        await _app.RoundAsync(_nurse);
        await _app.RoundAsync(_nurse);
        var health = await _nurse.Get("/health/ready");
        var told = (await one.ToldAsync(_nurse)).Concat(await other.ToldAsync(_nurse)).ToList();
        _app.Mail.SenderAnswer = null;
        _app.Time.Advance(TimeSpan.FromHours(25));
        await _app.RoundAsync(_nurse);
        await _app.RoundAsync(_nurse);

        health.Text("checks.reminders.status").ShouldBe("Degraded");
        health.Text("checks.reminders.description")!.ShouldContain(reason);
        told.ShouldAllBe(line => line == "decided CONTACT_6W 1");
        (await one.ToldAsync(_nurse)).ShouldBe(["decided CONTACT_6W 1", "Accepted"]);
        (await other.ToldAsync(_nurse)).ShouldBe(["decided CONTACT_6W 1", "Accepted"]);
        (await _nurse.Get("/health/ready")).Text("checks.reminders.status").ShouldBe("Healthy");
    }

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    public async Task A_gateway_that_refuses_us_holds_the_channel_and_loses_no_text_message(int status)
    {
        _app.Gateway.Treat = _ => status;
        var (one, other) = (await TextedAsync(), await TextedAsync());
        await _app.RoundAsync(_nurse);
        var told = (await one.ToldAsync(_nurse)).Concat(await other.ToldAsync(_nurse)).ToList();
        _app.Gateway.Treat = _ => null;
        _app.Time.Advance(TimeSpan.FromHours(25));
        await _app.RoundAsync(_nurse);
        await _app.RoundAsync(_nurse);

        told.ShouldAllBe(line => line == "decided CONTACT_6W 1");
        (await one.ToldAsync(_nurse)).ShouldBe(["decided CONTACT_6W 1", "Accepted"]);
        (await other.ToldAsync(_nurse)).ShouldBe(["decided CONTACT_6W 1", "Accepted"]);
    }

    [Fact]
    public async Task A_gateway_that_breaks_leaves_one_doubt_for_each_that_was_on_its_way_and_gets_no_more()
    {
        // What other tests left waiting goes first.
        _app.Gateway.Treat = _ => null;
        _app.Time.Advance(TimeSpan.FromMinutes(6));
        await _app.RoundAsync(_nurse);
        _app.Gateway.Treat = _ => 500;
        var one = await TextedAsync();
        await _app.RoundAsync(_nurse);
        var other = await TextedAsync();
        await _app.RoundAsync(_nurse);
        _app.Gateway.Treat = _ => null;
        _app.Time.Advance(TimeSpan.FromMinutes(6));
        await _app.RoundAsync(_nurse);

        (await one.ToldAsync(_nurse)).ShouldBe(["decided CONTACT_6W 1", "Uncertain Http500"]);
        (await other.ToldAsync(_nurse)).ShouldBe(["decided CONTACT_6W 1", "Accepted"]);
    }

    [Fact]
    public async Task A_second_tick_orders_nothing_again_while_the_server_is_slow_and_text_messages_pass()
    {
        var slow = new List<DueMan>();
        for (var i = 0; i < 6; i++)
        {
            slow.Add(await DueMan.EnrolAsync(_app, _nurse));
            _app.Mail.Treat(slow[^1].Address, Treatment.Wait);
        }

        var texted = await TextedAsync();
        var passed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _app.Gateway.Treat = _ =>
        {
            passed.TrySetResult();
            return null;
        };

        IReadOnlyList<string> first = [], second = [];
        long orders = 0;
        await _app.SettledAsync(async () =>
        {
            first = await OrderedAsync();
            second = await OrderedAsync();
            await passed.Task.WaitAsync(TestContext.Current.CancellationToken);
            orders = await OrdersAsync([.. slow.Append(texted)]);
            slow.ForEach(man => _app.Mail.Release(man.Address));
        });

        slow.Select(man => man.Id.ToString()).ShouldBeSubsetOf(first);
        first.ShouldContain(texted.Id.ToString());
        second.ShouldBeEmpty();
        orders.ShouldBe(7, "one order each");
        foreach (var man in slow)
        {
            _app.Mail.TakenFor(man.Address).Count.ShouldBe(1);
        }

        (await DeadAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task What_could_not_be_handed_over_is_counted_in_its_own_row_and_waits_there()
    {
        var man = await DueMan.EnrolAsync(_app, _nurse);
        _app.Mail.Treat(man.Address, Treatment.Defer);
        await _app.RoundAsync(_nurse);
        await _app.RoundAsync(_nurse);
        var once = (await _nurse.Get($"/ledger?patientId={man.Id}"))["rows"]![0]!["failures"]!.GetValue<int>();
        _app.Time.Advance(TimeSpan.FromMinutes(31));
        await _app.RoundAsync(_nurse);

        once.ShouldBe(1);
        (await _nurse.Get($"/ledger?patientId={man.Id}"))["rows"]![0]!["failures"]!.GetValue<int>().ShouldBe(2);
    }

    [Fact]
    public async Task An_order_that_comes_to_nothing_time_and_again_is_given_to_a_person()
    {
        var man = await DueMan.EnrolAsync(_app, _nurse);
        var order = await _app.InvokeAsync<SendReminder>(new DecideReminder(man.Id, man.Reminder));
        for (var i = 0; i < OrderAgainHandler.MostLost; i++)
        {
            // Each time its process dies before it has begun.
            _app.Time.Advance(TimeSpan.FromMinutes(31));
            await _app.InvokeAsync<SendReminder?>(new OrderAgain(man.Id, order.ClaimId));
        }

        (await man.ToldAsync(_nurse)).ShouldBe(["decided CONTACT_6W 1", "Failed NeverHandled"]);
    }

    private async Task<IReadOnlyList<string>> OrderedAsync() =>
        [.. (await _nurse.Post("/recalls/send", "{}"))["ordered"]!.AsArray().Select(due => due!["patientId"]!.ToString())];

    private async Task<DueMan> TextedAsync()
    {
        var man = await DueMan.EnrolAsync(_app, _nurse);
        var said = await _nurse.Post($"/patients/{man.Id}/contact-preferences", $$"""{"statedOn":"{{_app.Today:uuuu'-'MM'-'dd}}","channels":["Sms"],"language":"Tr"}""");
        said.Status.ShouldBe(System.Net.HttpStatusCode.Created, said.Body?.ToJsonString());
        return man;
    }

    private Task<long> DeadAsync() => CountAsync("wolverine_dead_letters");

    // Of these men alone: the queue keeps for some minutes what it handled, and other tests' messages wait as well.
    private Task<long> OrdersAsync(IReadOnlyList<DueMan> men) => CountAsync(
        $"wolverine_incoming_envelopes where received_at like '%reminders-%' and ({string.Join(" or ", men.Select(man => $"position(convert_to('{man.Id}', 'UTF8') in body) > 0"))})");

    private async Task<long> CountAsync(string what)
    {
        await using var source = NpgsqlDataSource.Create(_app.ConnectionString);
        await using var command = source.CreateCommand($"select count(*) from followup.{what}");
        return (long)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }
}
