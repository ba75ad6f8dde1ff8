using System.Globalization;
using FollowUp.Access;
using FollowUp.Patients.Facts;
using FollowUp.Recalls;
using FollowUp.Recalls.Rules;
using FollowUp.Recalls.Rules.Messages;
using FollowUp.Recalls.Sending;
using FollowUp.Reports.Making;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Text;
using Quartz;
using Wolverine;

namespace FollowUp.AppTests.Recalls;

/// <summary>A server of its own that sends through a mail server, so that its clock can be moved without another test noticing.</summary>
public class MailFixture : AppFixture
{
    private static readonly DateTimeZone Istanbul = DateTimeZoneProviders.Tzdb["Europe/Istanbul"];

    public MailServer Mail { get; } = new();

    /// <summary>The clinic's date: it begins on Monday, 23 November 2026, at noon.</summary>
    public LocalDate Today => Instant.FromDateTimeOffset(Time.GetUtcNow()).InZone(Istanbul).Date;

    public override IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>(base.Settings)
    {
        ["FollowUp:Smtp:Host"] = "127.0.0.1",
        ["FollowUp:Smtp:Port"] = Mail.Port.ToString(CultureInfo.InvariantCulture),
        ["FollowUp:Smtp:Security"] = "None",
        ["FollowUp:Smtp:From"] = "reminders@clinic.example",
        ["FollowUp:Smtp:TimeoutSeconds"] = "10",
        ["FollowUp:Recalls:RetrySeconds"] = "",
    };

    // No holidays are on file for Germany: these tests move from Monday to Monday through the years.
    protected override IReadOnlyList<TestClinic> Clinics { get; } = [.. DefaultClinics.Select(clinic => clinic.Id switch
    {
        "izmir" => clinic with { Region = "DE", Telephone = "+90 212 000 00 00" },
        "made-up" => clinic with { Region = "DE" },
        _ => clinic,
    })];

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Mail.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Moves the clock to a time of day, today or on a later day, the clinic's.</summary>
    public void MoveTo(LocalDate day, int hour, int minute = 0) =>
        Time.SetUtcNow(Istanbul.AtStrictly(day.At(new LocalTime(hour, minute))).ToInstant().ToDateTimeOffset());

    /// <summary>A round of the tick, by hand, and everything that follows from it.</summary>
    public async Task<Reply> RoundAsync(HttpClient nurse)
    {
        Reply reply = null!;
        await this.SettledAsync(async () => reply = await nurse.Post("/recalls/send", "{}"));
        reply.Status.ShouldBe(System.Net.HttpStatusCode.Accepted, reply.Body?.ToJsonString());
        return reply;
    }

    /// <summary>A tick as the scheduler fires it; its end is that of the job, not of what it ordered.</summary>
    public async Task TickAsync(ReminderTick tick)
    {
        var scheduler = await App.Services.GetRequiredService<ISchedulerFactory>().GetScheduler(TestContext.Current.CancellationToken);
        var executed = new Executed();
        scheduler.ListenerManager.AddJobListener(executed, []);
        await scheduler.TriggerJob(RecallTick.KeyOf(tick), cancellationToken: TestContext.Current.CancellationToken);
        await executed.Done.Task.WaitAsync(TestContext.Current.CancellationToken);
        scheduler.ListenerManager.RemoveJobListener(executed.Name);
    }

    /// <summary>Puts one message into the clinic's queue.</summary>
    public async Task PublishAsync(object message)
    {
        await using var scope = App.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IMessageBus>().PublishAsync(message, new DeliveryOptions { TenantId = "izmir" });
    }

    /// <summary>Sends one message through the bus of the clinic and waits for it alone: what follows from it is not ordered.</summary>
    public async Task<T> InvokeAsync<T>(object message)
    {
        await using var scope = App.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IMessageBus>()
            .InvokeForTenantAsync<T>("izmir", message, TestContext.Current.CancellationToken);
    }

    /// <summary>Does one thing the bus is asked for, to its end.</summary>
    public async Task InvokeAsync(object message)
    {
        await using var scope = App.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IMessageBus>().InvokeForTenantAsync("izmir", message, TestContext.Current.CancellationToken);
    }

    private sealed class Executed : IJobListener
    {
        public string Name => nameof(Executed);

        public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public ValueTask JobToBeExecuted(IJobExecutionContext context, CancellationToken cancellationToken = default) => default;

        public ValueTask JobExecutionVetoed(IJobExecutionContext context, CancellationToken cancellationToken = default) => default;

        public ValueTask JobWasExecuted(IJobExecutionContext context, JobExecutionException? jobException, CancellationToken cancellationToken = default)
        {
            if (jobException is null)
            {
                Done.TrySetResult();
            }
            else
            {
                Done.TrySetException(jobException);
            }

            return default;
        }
    }
}

/// <summary>A man who is due for the six-week contact today, and what was sent to him.</summary>
public sealed record DueMan(Guid Id, Guid Operation, string Address)
{
    /// <summary>The first message for his six-week item.</summary>
    public PlannedReminder Reminder => new("CONTACT_6W", Operation, 1, Channel.Email, default);

    /// <summary>Enrols him, operated on so many days ago.</summary>
    public static async Task<DueMan> EnrolAsync(MailFixture app, HttpClient nurse, int operatedDaysAgo = 42, bool consents = true)
    {
        var id = await nurse.EnrolAsync();
        var operatedOn = LocalDatePattern.Iso.Format(app.Today.PlusDays(-operatedDaysAgo));
        var operation = await nurse.Post($"/patients/{id}/procedures", $$"""{"type":"MTESE","performedOn":"{{operatedOn}}","side":"Both"}""");
        operation.Status.ShouldBe(System.Net.HttpStatusCode.Created, operation.Body?.ToJsonString());
        if (consents)
        {
            var consent = await nurse.Post($"/patients/{id}/reminder-consents", $$"""{"statedOn":"{{operatedOn}}","consents":true,"form":"Written"}""");
            consent.Status.ShouldBe(System.Net.HttpStatusCode.Created, consent.Body?.ToJsonString());
        }

        return new(Guid.Parse(id), Guid.Parse(operation.Text("id")!), (await nurse.Get($"/patients/{id}/identity")).Text("identity.email")!);
    }

    /// <summary>What the stream says of his reminders: decisions, and outcomes with their reasons.</summary>
    public async Task<IReadOnlyList<string>> ToldAsync(HttpClient nurse) =>
    [
        .. (await nurse.Get($"/patients/{Id}/timeline"))["lines"]!.AsArray()
            .Where(line => line!["kind"]!.ToString().StartsWith("reminder_", StringComparison.Ordinal) && line["kind"]!.ToString() != "reminder_consent_recorded")
            .Select(line => line!["kind"]!.ToString() == "reminder_decided"
                ? $"decided {line["fact"]!["recall"]} {line["fact"]!["occurrence"]}"
                : $"{line["fact"]!["outcome"]} {line["fact"]!["reason"]}".Trim()),
    ];
}
