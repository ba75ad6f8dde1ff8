using System.Diagnostics.Metrics;
using FollowUp.Access;
using FollowUp.Platform.Http;
using FollowUp.Platform.Store;
using FollowUp.Recalls.Rules.Messages;
using FollowUp.Recording.ReadModels;
using Marten;
using Quartz;

namespace FollowUp.Recalls.Sending;

/// <summary>
/// Metrics that reveal a silent failure, for each clinic: messages due and not sent, the age of the oldest, uncertain and failed messages; and
/// the time since each job last ran. Measured four times a minute, from the same stored dates that the jobs use.
/// </summary>
public sealed class LedgerGauges(
    IDocumentStore store, ClinicRegistry clinics, DueDateIndex dates, StoreTime time, Meter meter, ILogger<LedgerGauges> log, ISchedulerFactory? schedulers = null) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(15);

    private readonly Gauge<long> _due = meter.CreateGauge<long>("followup.reminders.due", "{message}", "Men with a message that is due and not decided, and messages decided and not handed over.");

    private readonly Gauge<long> _undated = meter.CreateGauge<long>("followup.recalls.undated", "{man}", "Men whose due dates are being recalculated; while there are any, followup.reminders.due is not known and not measured.");

    private readonly Gauge<double> _oldest = meter.CreateGauge<double>("followup.reminders.oldest_unsent", "s", "Seconds since the oldest message that is decided and not handed over was decided.");

    private readonly Gauge<long> _uncertain = meter.CreateGauge<long>("followup.reminders.uncertain", "{message}", "Messages for which a person must decide whether they arrived.");

    private readonly Gauge<long> _failed = meter.CreateGauge<long>("followup.reminders.failed", "{message}", "Messages that failed.");

    private readonly Gauge<double> _tick = meter.CreateGauge<double>("followup.recalls.tick_age", "s", "Seconds since the job last ran.");

    /// <summary>Measures once.</summary>
    public async Task MeasureAsync(CancellationToken cancellationToken)
    {
        foreach (var clinic in clinics.All)
        {
            var now = time.GetCurrentInstant();
            KeyValuePair<string, object?> tag = new("clinic", clinic.Id);
            var counted = await LedgerWaiting.CountAsync(store, dates, clinic, now, cancellationToken);

            // An unknown count is not measured, because 0 would mean that everything was sent. The number of men without dates is measured instead.
            var found = await dates.ProgressAsync(clinic, cancellationToken);
            _undated.Record(found is null ? 0 : found.Of - found.Known, tag);
            if (counted.Due is { } due)
            {
                _due.Record(due, tag);
            }

            _oldest.Record(counted.OldestSince is { } since ? (now - since).TotalSeconds : 0, tag);
            _uncertain.Record(counted.Uncertain, tag);
            _failed.Record(counted.Failed, tag);
        }

        if (schedulers is null)
        {
            return;
        }

        var scheduler = await schedulers.GetScheduler(cancellationToken);
        foreach (var tick in Enum.GetValues<ReminderTick>())
        {
            if ((await scheduler.GetTrigger(RecallTick.TriggerKeyOf(tick), cancellationToken))?.PreviousFireTimeUtc is { } fired)
            {
                _tick.Record((TimeProvider.System.GetUtcNow() - fired).TotalSeconds, new KeyValuePair<string, object?>("tick", tick.ToString()));
            }
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                try
                {
                    await MeasureAsync(stoppingToken);
                }
                catch (Exception away) when (Problems.IsDatabaseAway(away) || away is SchedulerException or Marten.Exceptions.MartenCommandException)
                {
                    log.LogWarning("The waiting messages could not be counted: {Reason}", away.GetType().Name);
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            return;
        }
    }
}
