using FollowUp.Access;
using FollowUp.Patients.Facts;
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
using NodaTime;
using Quartz;
using Wolverine;

namespace FollowUp.Recalls;

/// <summary>Recalls: what is due, who is reminded of it, and what came of that.</summary>
public sealed class RecallsActivity : IActivity
{
    private const int AtOnce = 4;

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">A clinic has pinned a protocol that there is not.</exception>
    public void Configure(StoreOptions store, IServiceProvider services)
    {
        foreach (var clinic in services.GetRequiredService<ClinicRegistry>().All.Where(clinic => Protocol.Find(clinic.Protocol) is null))
        {
            throw new InvalidOperationException($"Clinic {clinic.Id} has pinned the protocol {clinic.Protocol}. {Protocol.Remedy}");
        }

        store.Schema.For<WorklistClaim>().UseNumericRevisions(enabled: true);
        store.Schema.For<LedgerEntry>().DocumentAlias(LedgerEntry.Alias)
            .UseNumericRevisions(enabled: true)
            .Duplicate(claim => claim.State)
            .Duplicate(claim => claim.ClaimedAt)
            .Duplicate(claim => claim.ChangedAt)
            .Duplicate(claim => claim.PatientId);

        // A column, as all that is asked for: in the JSON the store looks for another spelling of the name and finds none.
        store.Schema.For<HeldMail>().Duplicate(mail => mail.Held);
        store.Schema.For<CalendarFeed>().Duplicate(feed => feed.UserId);
        store.Schema.For<SendingPause>().UseNumericRevisions(enabled: true);
    }

    /// <inheritdoc/>
    public void Configure(WolverineOptions bus)
    {
        // The message's own queue holds what 0.1.0 ordered.
        bus.LocalQueueFor<SendReminder>().UseDurableInbox().MaximumParallelMessages(AtOnce);
        foreach (var channel in new[] { Channel.Email, Channel.Sms })
        {
            bus.LocalQueue(SendReminder.QueueOf(channel)).UseDurableInbox().MaximumParallelMessages(AtOnce);
        }
    }

    /// <inheritdoc/>
    public void Configure(IServiceCollection services, IConfiguration configuration)
    {
        services.AddScoped<ReminderRound>();
        services.AddSingleton<SendingPauses>();
        services.AddSingleton<TickPlaces>();
        services.AddSingleton<UndecidedMen>();
        var settings = SettingsOf(configuration);
        services.AddSingleton(settings);
        services.AddSingleton<ChannelHolds>();
        services.AddSingleton<HandOverFences>();
        services.AddSingleton<DeadLetters>();
        services.AddSingleton<WorklistQuery>();
        services.AddSingleton<KeptCompleteness>();
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
        var gateway = SmsSettings.Read(configuration);
        services.AddSingleton<IReadOnlyList<IReminderChannel>>(provider =>
        [
            Email(configuration, provider.GetRequiredService<ILogger<RecallsActivity>>()),
            .. gateway is not null ? [new SmsChannel(gateway, provider.GetRequiredService<IClock>())]
                : SmtpSettings.Read(configuration) is null ? [new FolderChannel(Channel.Sms, FolderOf(configuration), SmtpSettings.SenderOf(configuration))]
                : (IReminderChannel[])[],
        ]);
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
        _ = SmtpSettings.Read(configuration) is { } smtp ? settings.LongerThan("FollowUp:Smtp:TimeoutSeconds", smtp.Timeout) : settings;
        return SmsSettings.Read(configuration) is { } sms ? settings.LongerThan("FollowUp:Sms:TimeoutSeconds", sms.Timeout) : settings;
    }

    private static string FolderOf(IConfiguration configuration) =>
        Path.GetFullPath(configuration["FollowUp:Outbox"] ?? Path.Combine(AppContext.BaseDirectory, "outbox"));

    private static IReminderChannel Email(IConfiguration configuration, ILogger log)
    {
        if (SmtpSettings.Read(configuration) is { } settings)
        {
            return new SmtpChannel(settings);
        }

        var folder = FolderOf(configuration);
        log.LogInformation("No mail server is configured (FollowUp:Smtp:Host): reminders are written to {Folder}", folder);
        return new FolderChannel(Channel.Email, folder, SmtpSettings.SenderOf(configuration));
    }
}
