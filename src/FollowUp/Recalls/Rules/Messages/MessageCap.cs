using FollowUp.Course;
using FollowUp.Recalls.Facts;
using NodaTime;

namespace FollowUp.Recalls.Rules.Messages;

/// <summary>The most messages that one man gets in a number of days, for all reasons together.</summary>
/// <param name="Most">How many messages; cancelled ones do not count.</param>
/// <param name="Days">The number of local days, including the day asked for.</param>
public sealed record MessageCap(int Most, int Days)
{
    /// <summary>Whether one more may go out on a day.</summary>
    /// <param name="course">The man's course.</param>
    /// <param name="on">The day.</param>
    /// <param name="claim">The entry that decided this message, if it is decided already: it does not count against itself.</param>
    public bool Allows(PatientCourse course, LocalDate on, Guid? claim = null)
    {
        var cancelled = course.Of<ReminderOutcomeReported>()
            .Where(outcome => outcome.Fact.Outcome == ReminderOutcome.Cancelled)
            .Select(outcome => outcome.Fact.ReminderId)
            .ToHashSet();
        return course.Of<ReminderDecided>().Count(decided =>
            decided.Id != claim && !cancelled.Contains(decided.Id)
            && decided.Fact.DecidedOn > on.PlusDays(-Days) && decided.Fact.DecidedOn <= on) < Most;
    }
}
