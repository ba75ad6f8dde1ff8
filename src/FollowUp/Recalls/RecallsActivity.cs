using FollowUp.Access;
using FollowUp.Platform;
using FollowUp.Recalls.Channels;
using FollowUp.Recalls.Rules;
using FollowUp.Recalls.Sending;
using Marten;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Quartz;
using Wolverine;

namespace FollowUp.Recalls;

/// <summary>Recalls: what is due, who is reminded of it, and what came of that.</summary>
public sealed class RecallsActivity : IActivity
{
    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">A clinic has pinned a protocol that there is not.</exception>
    public void Configure(StoreOptions store, IServiceProvider services)
    {
        foreach (var clinic in services.GetRequiredService<ClinicRegistry>().All.Where(clinic => !Protocol.All.ContainsKey(clinic.Protocol)))
        {
            throw new InvalidOperationException($"Clinic {clinic.Id} has pinned the protocol {clinic.Protocol}. There are: {string.Join(", ", Protocol.All.Keys)}.");
        }

        store.Schema.For<ReminderClaim>()
            .UseNumericRevisions(enabled: true)
            .Duplicate(claim => claim.Open);
    }

    /// <inheritdoc/>
    public void Configure(WolverineOptions bus)
    {
        bus.LocalQueueFor<DecideReminder>().UseDurableInbox().MaximumParallelMessages(4);
        bus.LocalQueueFor<SendReminder>().UseDurableInbox().MaximumParallelMessages(4);
    }

    /// <inheritdoc/>
    public void Configure(IServiceCollection services, IConfiguration configuration)
    {
        services.AddScoped<ReminderRound>();
        services.AddSingleton<Worklist>();
        services.AddHealthChecks().AddCheck<TickHealth>("recall-tick", HealthStatus.Degraded);
        services.AddSingleton<IReadOnlyList<IReminderChannel>>(provider => [Email(configuration, provider.GetRequiredService<ILogger<RecallsActivity>>())]);
    }

    /// <inheritdoc/>
    public void Configure(IQuartzBuilder scheduler, IConfiguration configuration) => scheduler.ScheduleJob<RecallTick>(
        trigger => trigger
            .WithIdentity(RecallTick.TriggerKey)
            .WithCronSchedule(
                configuration["FollowUp:Recalls:TickCron"] ?? "0 0/10 * * * ?",
                schedule => schedule.WithMisfireInstruction(CronTriggerMisfireInstruction.DoNothing)),
        job => job.WithIdentity(RecallTick.Key));

    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder endpoints) => endpoints.MapRecalls();

    private static IReminderChannel Email(IConfiguration configuration, ILogger log)
    {
        if (SmtpSettings.Read(configuration) is { } settings)
        {
            return new SmtpChannel(settings);
        }

        var folder = Path.GetFullPath(configuration["FollowUp:Outbox"] ?? Path.Combine(AppContext.BaseDirectory, "outbox"));
        log.LogInformation("No mail server is configured (FollowUp:Smtp:Host): reminders are written to {Folder}", folder);
        return new FolderChannel(folder, SmtpSettings.SenderOf(configuration));
    }
}
