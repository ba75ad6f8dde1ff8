using System.Net;
using FollowUp.Access;
using FollowUp.Platform;
using FollowUp.Platform.Store;
using FollowUp.Recalls.Sending;
using FollowUp.Reports.Making;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Text;
using Npgsql;

namespace FollowUp.AppTests.Platform;

/// <summary>A node whose clock is wrong, by the real clock, on a database of its own: what it records is of the real day.</summary>
public sealed class NodeClockTests(NodeClockTests.OwnServer app) : IClassFixture<NodeClockTests.OwnServer>
{
    public sealed class OwnServer : AppFixture;

    private const string Clinic = "made-up";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(30, "30.0 s ahead of")]
    [InlineData(-30, "30.0 s behind")]
    [InlineData(3, "3.0 s ahead of")]
    [InlineData(-3, "3.0 s behind")]
    public async Task A_node_whose_clock_is_wrong_says_so_records_by_the_databases_time_and_sends_nothing_until_it_is_right(int seconds, string says)
    {
        var clock = new SkewedClock(TimeSpan.FromSeconds(seconds));
        await using var node = await OtherNode.StartAsync(app, clock);
        var watch = node.App.Services.GetRequiredService<ClockWatch>();
        var pauses = node.App.Services.GetRequiredService<SendingPauses>();
        using var client = app.As(Roles.Nurse, Clinic, url: node.Url);

        await watch.CompareAsync(Token);

        var health = await client.Get("/health/ready");
        health.Text("checks.clock.status").ShouldBe("Degraded");
        health.Text("checks.clock.description")!.ShouldContain(says);
        var before = await DatabaseTimeAsync();
        var man = await client.EnrolAsync();
        var recorded = InstantPattern.ExtendedIso.Parse((await client.Get($"/patients/{man}/timeline"))["lines"]![0]!["recordedAt"]!.ToString()).Value;
        recorded.ShouldBeInRange(before - Duration.FromSeconds(1), await DatabaseTimeAsync() + Duration.FromSeconds(1));
        (await pauses.HoldAsync(Clinic, Token)).ShouldBeTrue();

        clock.Ahead = TimeSpan.Zero;
        await watch.CompareAsync(Token);

        (await client.Get("/health/ready")).Text("checks.clock.status").ShouldBe("Healthy");
        (await pauses.HoldAsync(Clinic, Token)).ShouldBeFalse();
    }

    [Theory]
    [InlineData(1.5)]
    [InlineData(-1.5)]
    public async Task A_clock_that_differs_by_less_than_two_seconds_is_right(double seconds)
    {
        await using var node = await OtherNode.StartAsync(app, new SkewedClock(TimeSpan.FromSeconds(seconds)));

        await node.App.Services.GetRequiredService<ClockWatch>().CompareAsync(Token);

        node.Time.IsRight.ShouldBeTrue();
    }

    [Theory]
    [InlineData(5, """{"ruleSet":"EAU-2025.1"}""", "ruleSet")]
    [InlineData(-5, """{"protocol":"standard-2"}""", "protocol")]
    public async Task A_node_whose_clock_is_wrong_adopts_nothing_until_it_is_right(int seconds, string adoption, string field)
    {
        var clock = new SkewedClock(TimeSpan.FromSeconds(seconds));
        await using var node = await OtherNode.StartAsync(app, clock);
        var watch = node.App.Services.GetRequiredService<ClockWatch>();
        using var administrator = app.As(Roles.Administrator, "guided", url: node.Url);
        await watch.CompareAsync(Token);

        var refused = await administrator.Post("/guidelines/adoptions", adoption);

        (refused.Status, refused.Text("errors.0.code"), refused.Text("errors.0.field")).ShouldBe((HttpStatusCode.UnprocessableEntity, "ClockWrong", field));
        clock.Ahead = TimeSpan.Zero;
        await watch.CompareAsync(Token);
        (await administrator.Post("/guidelines/adoptions", adoption)).Status.ShouldBe(HttpStatusCode.Created);
    }

    [Theory]
    [InlineData(5)]
    [InlineData(-5)]
    public async Task A_round_of_a_node_whose_clock_is_wrong_orders_nothing_and_of_one_whose_clock_is_right_what_is_due(int seconds)
    {
        var clock = new SkewedClock(TimeSpan.FromSeconds(seconds));
        await using var node = await OtherNode.StartAsync(app, clock);
        var watch = node.App.Services.GetRequiredService<ClockWatch>();
        using var nurse = app.As(Roles.Nurse, Clinic, url: node.Url);
        var clinic = node.App.Services.GetRequiredService<ClinicRegistry>()[Clinic];
        await watch.CompareAsync(Token);

        // A Monday noon after whatever was recorded today, when he is due.
        var monday = (await DatabaseTimeAsync()).InZone(clinic.Zone).Date.Next(IsoDayOfWeek.Monday);
        var at = clinic.Zone.AtStrictly(monday.At(new LocalTime(12, 0))).ToInstant();
        var man = Guid.Parse(await nurse.EnrolAsync());
        var operated = LocalDatePattern.Iso.Format(monday.PlusDays(-42));
        (await nurse.Post($"/patients/{man}/procedures", $$"""{"type":"MTESE","performedOn":"{{operated}}","side":"Both"}""")).Status.ShouldBe(HttpStatusCode.Created);
        (await nurse.Post($"/patients/{man}/reminder-consents", $$"""{"statedOn":"{{operated}}","consents":true,"form":"Written"}""")).Status.ShouldBe(HttpStatusCode.Created);

        (await RunAsync()).ShouldBeEmpty();
        clock.Ahead = TimeSpan.Zero;
        await watch.CompareAsync(Token);
        (await RunAsync()).ShouldContain(due => due.PatientId == man);

        async Task<IReadOnlyList<DueReminder>> RunAsync()
        {
            await using var scope = node.App.Services.CreateAsyncScope();
            return await scope.ServiceProvider.GetRequiredService<ReminderRound>().RunAsync(clinic, at, tick: null, Token);
        }
    }

    [Fact]
    public async Task A_wrong_clock_puts_the_nodes_scheduler_on_standby_so_that_others_tick()
    {
        var clock = new SkewedClock(TimeSpan.Zero);
        await using var node = await OtherNode.StartAsync(app, clock, NodeRole.Balanced);
        var scheduler = await node.App.Services.GetRequiredService<Quartz.ISchedulerFactory>().GetScheduler(Token);
        var watch = node.App.Services.GetRequiredService<ClockWatch>();
        await scheduler.Start(Token);

        clock.Ahead = TimeSpan.FromSeconds(30);
        await watch.CompareAsync(Token);
        scheduler.Status.ShouldBe(Quartz.SchedulerStatus.Standby);

        clock.Ahead = TimeSpan.FromSeconds(1);
        await watch.CompareAsync(Token);
        scheduler.Status.ShouldBe(Quartz.SchedulerStatus.Running);
    }

    private async Task<Instant> DatabaseTimeAsync()
    {
        await using var connection = new NpgsqlConnection(app.ConnectionString);
        await connection.OpenAsync(Token);
        await using var command = new NpgsqlCommand("select clock_timestamp()", connection);
        return Instant.FromDateTimeUtc(((DateTime)(await command.ExecuteScalarAsync(Token))!).ToUniversalTime());
    }
}
