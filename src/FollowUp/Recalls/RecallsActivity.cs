using FollowUp.Access;
using FollowUp.Platform;
using FollowUp.Recalls.Calendar;
using FollowUp.Recalls.Channels;
using FollowUp.Recalls.Receipts;
using FollowUp.Recalls.Rules;
using FollowUp.Recalls.Rules.Messages;
using FollowUp.Recalls.Sending;
using FollowUp.Recalls.Worklist;
using Marten;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Quartz;
using Wolverine;

namespace FollowUp.Recalls;

/// <summary>Recalls: what is due, who is reminded, and how the messages were delivered.</summary>
public sealed class RecallsActivity : IActivity
{
    private const int AtOnce = 4;

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">A clinic's protocol does not exist.</exception>
    public void Configure(StoreOptions store, IServiceProvider services)
    {
        foreach (var clinic in services.GetRequiredService<ClinicRegistry>().All.Where(clinic => Protocol.Find(clinic.Protocol) is null))
        {
            throw new InvalidOperationException($"Clinic {clinic.Id} has the unknown protocol {clinic.Protocol}. {Protocol.Remedy}");
        }

        store.Schema.For<WorklistClaim>().UseNumericRevisions(enabled: true);
        store.Schema.For<LedgerEntry>().DocumentAlias(LedgerEntry.Alias)
            .UseNumericRevisions(enabled: true)
            .Duplicate(claim => claim.State)
            .Duplicate(claim => claim.ClaimedAt)
            .Duplicate(claim => claim.ChangedAt)
            .Duplicate(claim => claim.PatientId);

        // A column, because the store's query for the JSON spells the name differently and finds nothing.
        store.Schema.For<HeldMail>().Duplicate(mail => mail.Held);
        store.Schema.For<CalendarFeed>().Duplicate(feed => feed.UserId);
        store.Schema.For<SendingPause>().UseNumericRevisions(enabled: true);
    }

    /// <inheritdoc/>
    public void Configure(WolverineOptions bus)
    {
        // The queue named after the message holds orders of version 0.1.0.
        bus.LocalQueueFor<SendReminder>().UseDurableInbox().MaximumParallelMessages(AtOnce);
        foreach (var channel in ChannelRules.Automatic)
        {
            bus.LocalQueue(SendReminder.QueueOf(channel)).UseDurableInbox().MaximumParallelMessages(AtOnce)
                .CustomizeOutgoing(order => Own(order, bus.Durability));
        }
    }

    // A message sent to a queue by name is stored as if it left this system, and after a crash no server picks it up
    // (findings/wolverine-queue-by-name.sh). It is this server's to handle, and another's if this one is gone.
    private static void Own(Envelope order, DurabilitySettings durability) =>
        (order.Status, order.OwnerId) = (EnvelopeStatus.Incoming, durability.AssignedNodeNumber);

    /// <inheritdoc/>
    public void Configure(IServiceCollection services, IConfiguration configuration)
    {
        services.AddScoped<ReminderRound>();
        services.AddSingleton<SendingPauses>();
        services.AddSingleton<TickPlaces>();
        services.AddSingleton<LateReminders>();
        var settings = SettingsOf(configuration);
        services.AddSingleton(settings);
        services.AddSingleton<ChannelHolds>();
        services.AddSingleton<HandOverFences>();
        services.AddSingleton<DeadLetters>();
        services.AddSingleton<WorklistQuery>();
        services.AddSingleton<CompletenessCache>();
        services.AddHealthChecks()
            .AddCheck<TickHealth>("recall-tick", HealthStatus.Degraded)
            .AddCheck<SendingHealth>("reminders", HealthStatus.Degraded)
            .AddCheck<MailboxHealth>("replies", HealthStatus.Degraded);
        services.AddSingleton<LedgerGauges>();
        services.AddHostedService(provider => provider.GetRequiredService<LedgerGauges>());
        services.AddScoped<Replies>();
        services.AddScoped<ReplyMailbox>();
        services.AddSingleton<HeldMails>();
        services.AddSingleton(TextSettings.Read(configuration));
        services.AddSingleton<IReadOnlyList<IMessageTransport>>(provider =>
            [.. MessageChannel.All.Select(channel => channel.Transport(configuration, provider)).OfType<IMessageTransport>()]);
    }

    /// <inheritdoc/>
    public void Configure(IQuartzBuilder scheduler, IConfiguration configuration)
    {
        foreach (var tick in Enum.GetValues<ReminderTick>())
        {
            scheduler.ScheduleJob<RecallTick>(
                trigger => trigger.WithIdentity(RecallTick.TriggerKeyOf(tick)).WithSchedule(RecallTick.Schedule(tick, configuration["FollowUp:Recalls:TickCron"])),
                job => job.WithIdentity(RecallTick.KeyOf(tick)));
        }

        scheduler.ScheduleJob<ReplyTick>(
            trigger => trigger.WithIdentity(ReplyTick.TriggerKey).WithSchedule(ReplyTick.Schedule(configuration["FollowUp:Recalls:TickCron"])), job => job.WithIdentity(ReplyTick.Key));
    }

    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapRecalls();
        endpoints.MapLedger();
        endpoints.MapPauses();
        endpoints.MapDeadLetters();
        endpoints.MapReceipts();
        endpoints.MapTexts();
        endpoints.MapCalendars();
        endpoints.MapWorklist();
        endpoints.MapWorklistClaims();
        endpoints.MapSimulation();
        endpoints.MapRecallExplanation();
    }

    private static SendingSettings SettingsOf(IConfiguration configuration)
    {
        var settings = SendingSettings.Read(configuration);
        foreach (var channel in MessageChannel.All)
        {
            _ = channel.TimeoutIn(configuration) is var (setting, timeout) ? settings.LongerThan(setting, timeout) : settings;
        }

        return settings;
    }
}
