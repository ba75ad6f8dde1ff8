using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using FollowUp.Access;
using FollowUp.Recalls.Sending;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace FollowUp.AppTests.Recalls;

public sealed class GaugeTests(MailFixture app) : IClassFixture<MailFixture>
{
    [Fact]
    public async Task What_waits_what_is_in_doubt_and_what_failed_is_measured()
    {
        using var nurse = app.As(Roles.Nurse);
        app.MoveTo(app.Today.Next(IsoDayOfWeek.Monday), 12);
        var doubtful = await DueMan.EnrolAsync(app, nurse);
        var failed = await DueMan.EnrolAsync(app, nurse);
        app.Mail.Treat(doubtful.Address, Treatment.DropAfterData);
        app.Mail.Treat(failed.Address, Treatment.Refuse);
        await app.RoundAsync(nurse);
        var waiting = await DueMan.EnrolAsync(app, nurse);
        await app.InvokeAsync<SendReminder>(new DecideReminder(waiting.Id, waiting.Reminder));
        await DueMan.EnrolAsync(app, nurse);
        app.Time.Advance(TimeSpan.FromMinutes(10));

        var measured = new ConcurrentDictionary<string, double>();
        using var listener = new MeterListener { InstrumentPublished = (instrument, listening) => listening.EnableMeasurementEvents(instrument) };
        void Take<T>(Instrument instrument, T value, ReadOnlySpan<KeyValuePair<string, object?>> tags, object? state)
        {
            if (instrument.Meter.Name == "FollowUp" && tags.Length > 0 && tags[0].Value is "izmir")
            {
                measured[instrument.Name] = Convert.ToDouble(value, System.Globalization.CultureInfo.InvariantCulture);
            }
        }

        listener.SetMeasurementEventCallback<long>(Take);
        listener.SetMeasurementEventCallback<double>(Take);
        listener.Start();
        await app.App.Services.GetRequiredService<LedgerGauges>().MeasureAsync(TestContext.Current.CancellationToken);

        measured["followup.reminders.due"].ShouldBe(2);
        measured["followup.reminders.oldest_unsent"].ShouldBe(600, 0.001);
        measured["followup.reminders.uncertain"].ShouldBe(1);
        measured["followup.reminders.failed"].ShouldBe(1);
    }
}
