using System.Net;
using FollowUp.Access;
using FollowUp.Platform;
using FollowUp.Recalls.Sending;
using Microsoft.Extensions.DependencyInjection;

namespace FollowUp.AppTests.Platform;

/// <summary>A node whose clock is wrong.</summary>
public sealed class NodeClockTests(AppFixture app)
{
    [Theory]
    [InlineData(30, "30.0 s ahead of")]
    [InlineData(-30, "30.0 s behind")]
    public async Task A_node_whose_clock_is_wrong_says_so_records_by_the_databases_time_and_sends_nothing_until_it_is_right(int seconds, string says)
    {
        var clock = new SkewedClock(TimeSpan.FromSeconds(seconds));
        await using var node = await OtherNode.StartAsync(app, clock);
        var watch = node.App.Services.GetRequiredService<ClockWatch>();
        var pauses = node.App.Services.GetRequiredService<SendingPauses>();
        using var client = app.As(Roles.Nurse, "made-up", url: node.Url);

        await watch.CompareAsync(TestContext.Current.CancellationToken);

        (await client.Get("/health/ready")).Text("checks.clock.description")!.ShouldContain(says);
        (node.Time.GetUtcNow() - TimeProvider.System.GetUtcNow()).Duration().ShouldBeLessThan(TimeSpan.FromSeconds(2));
        (await pauses.HoldAsync("made-up", TestContext.Current.CancellationToken)).ShouldBeTrue();

        clock.Ahead = TimeSpan.Zero;
        await watch.CompareAsync(TestContext.Current.CancellationToken);

        (await client.Get("/health/ready")).Text("checks.clock.status").ShouldBe("Healthy");
        (await pauses.HoldAsync("made-up", TestContext.Current.CancellationToken)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_wrong_clock_puts_the_nodes_scheduler_on_standby_so_that_others_tick()
    {
        var clock = new SkewedClock(TimeSpan.Zero);
        await using var node = await OtherNode.StartAsync(app, clock, NodeRole.Balanced);
        var scheduler = await node.App.Services.GetRequiredService<Quartz.ISchedulerFactory>().GetScheduler(TestContext.Current.CancellationToken);
        var watch = node.App.Services.GetRequiredService<ClockWatch>();
        await scheduler.Start(TestContext.Current.CancellationToken);

        clock.Ahead = TimeSpan.FromSeconds(30);
        await watch.CompareAsync(TestContext.Current.CancellationToken);
        scheduler.Status.ShouldBe(Quartz.SchedulerStatus.Standby);

        clock.Ahead = TimeSpan.FromSeconds(1);
        await watch.CompareAsync(TestContext.Current.CancellationToken);
        scheduler.Status.ShouldBe(Quartz.SchedulerStatus.Running);
    }
}
