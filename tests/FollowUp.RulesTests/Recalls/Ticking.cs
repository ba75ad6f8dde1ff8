using FollowUp.Course;
using FollowUp.Course.Dates;
using FollowUp.Patients.Facts;
using FollowUp.Recalls.Facts;
using FollowUp.Recalls.Rules;
using FollowUp.Recalls.Rules.Items;
using FollowUp.Recalls.Rules.Messages;
using NodaTime;
using static FollowUp.RulesTests.Course.Courses;

namespace FollowUp.RulesTests.Recalls;

/// <summary>What a sender would do at each tick, with nothing but the rules: whatever is planned and passes every gate goes out and is recorded.</summary>
internal sealed class Ticking(PatientCourse course, RecallTerms terms)
{
    private readonly List<(Instant At, PlannedReminder Message)> _sent = [];

    public PatientCourse Course { get; private set; } = course;

    public IReadOnlyList<(Instant At, PlannedReminder Message)> Sent => _sent;

    public IEnumerable<LocalDate> Days => _sent.Select(sent => sent.At.InZone(Course.Zone).Date);

    /// <summary>The tick comes at these instants, in this order, wherever the clock stands.</summary>
    public Ticking At(params IEnumerable<Instant> ticks)
    {
        foreach (var at in ticks)
        {
            var today = at.InZone(Course.Zone).Date;
            var items = DueItems.In(Course, terms, today);
            foreach (var message in items.Select(item => Reminders.Next(Course, item, terms)).OfType<PlannedReminder>().Where(message => message.From <= today).ToList())
            {
                if (Reminders.ClosedGates(Course, DueItems.In(Course, terms, today), message, terms, at).Count == 0)
                {
                    _sent.Add((at, message));
                    Told(at, new ReminderDecided
                    {
                        Recall = message.Recall, ProcedureId = message.ProcedureId, Occurrence = message.Occurrence, Channel = message.Channel,
                        DecidedOn = today, Protocol = terms.Protocol.Id,
                    });
                }
            }
        }

        return this;
    }

    /// <summary>A tick every so often of elapsed time, as the clock of the machine runs on through a change of the clocks.</summary>
    public Ticking Every(Duration step, LocalDate from, LocalDate before)
    {
        var end = before.AtStartOfDayInZone(Course.Zone).ToInstant();
        for (var at = from.AtStartOfDayInZone(Course.Zone).ToInstant(); at < end; at += step)
        {
            At(at);
        }

        return this;
    }

    /// <summary>Something is recorded in between.</summary>
    public Ticking Told(Instant at, Fact fact)
    {
        Course = Course.With(new Entry(Id(1000 + Course.Log.Count), Course.Version + 1, at, "nurse-1", fact));
        return this;
    }
}
