using FollowUp.Access;
using FollowUp.Platform;
using FollowUp.Platform.Pages;
using FollowUp.Platform.Store;
using FollowUp.Recalls.Receipts;
using FollowUp.Recalls.Rules.Messages;
using FollowUp.Recalls.Sending;
using FollowUp.Recording.ReadModels;
using Marten;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using NodaTime;
using Quartz;

namespace FollowUp.Recalls.Pages;

/// <summary>Data health: the server's own checks, what waits to be sent, and when each job last ran. It shows no patient data.</summary>
public sealed class HealthPages : IActivity, IMenuEntry
{
    /// <inheritdoc/>
    public int Order => 49;

    /// <inheritdoc/>
    public string Name => "Health.Title";

    /// <inheritdoc/>
    public string Address => "/settings/health";

    /// <inheritdoc/>
    public string Policy => Policies.Administration;

    /// <inheritdoc/>
    public string Below => "/settings";

    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPage("/settings/health", Policies.Administration, Show);
        endpoints.MapForm("/settings/health/orders", Policies.Administration, SendAgain);
        endpoints.MapForm("/settings/health/replies", Policies.Administration, async (HttpContext http, HeldMails mails, ILogger<HealthPages> log, CancellationToken token) =>
        {
            await mails.ReleaseAsync(token);
            log.LogInformation("{User} released the held mails to be read again", SignedIn.Of(http).UserId);
            return Results.Redirect("/settings/health");
        });
    }

    private static async Task<IResult> Show(HttpContext http, HealthCheckService health, IDocumentStore store, DueDateIndex dates, DeadLetters letters, ChannelHolds holds, HeldMails mails, StoreTime time, CancellationToken token)
    {
        var clinic = SignedIn.Of(http).Clinic;
        return PageRoutes.Show<HealthPage>(http, new()
        {
            [nameof(HealthPage.Health)] = await health.CheckHealthAsync(token),
            [nameof(HealthPage.Waiting)] = await LedgerWaiting.CountAsync(store, dates, clinic, time.GetCurrentInstant(), token),
            [nameof(HealthPage.Letters)] = await letters.OfAsync(clinic, token),
            [nameof(HealthPage.Holds)] = await holds.AllAsync(token),
            [nameof(HealthPage.Dates)] = await dates.ProgressAsync(clinic, token),
            [nameof(HealthPage.Mails)] = await mails.AllAsync(token),
            [nameof(HealthPage.Ticks)] = await TicksAsync(http.RequestServices.GetService<ISchedulerFactory>(), token),
        });
    }

    private static async Task<IResult> SendAgain(HttpContext http, DeadLetters letters, ILogger<HealthPages> log, CancellationToken token)
    {
        var (form, user) = (await http.Request.ReadFormAsync(token), SignedIn.Of(http));
        if (!Guid.TryParse(form["again"], out var id) || await letters.SendAgainAsync(user.Clinic, id, token) is null)
        {
            return PageRoutes.Refuse(http, "Health.NoSuchOrder", StatusCodes.Status404NotFound);
        }

        log.LogInformation("{User} sent the order {Order} again", user.UserId, id);
        return Results.Redirect("/settings/health");
    }

    private static async Task<IReadOnlyList<(ReminderTick Tick, Instant? Last)>> TicksAsync(ISchedulerFactory? schedulers, CancellationToken token)
    {
        if (schedulers is null)
        {
            return [];
        }

        try
        {
            var scheduler = await schedulers.GetScheduler(token);
            var ticks = new List<(ReminderTick Tick, Instant? Last)>();
            foreach (var tick in Enum.GetValues<ReminderTick>())
            {
                var last = (await scheduler.GetTrigger(RecallTick.TriggerKeyOf(tick), token))?.PreviousFireTimeUtc;
                ticks.Add((tick, last is { } fired ? Instant.FromDateTimeOffset(fired) : null));
            }

            return ticks;
        }
        catch (SchedulerException)
        {
            // The scheduler's own health check reports this.
            return [];
        }
    }
}
