using FollowUp.Course;
using FollowUp.Recalls.Facts;
using NodaTime;

namespace FollowUp.Recalls.Rules.Messages;

/// <summary>The most messages one man gets in so many days, whatever rules ask for them.</summary>
/// <param name="Most">How many messages; those that were cancelled don't count, for they never reached him.</param>
/// <param name="Days">In how many local days, the day asked for included.</param>
public sealed record MessageCap(int Most, int Days)
{
    /// <summary>Whether one more may go out on a day.</summary>
    /// <param name="course">The man's course.</param>
    /// <param name="on">The day.</param>
    /// <param name="claim">The entry of the decision, when it is this very message that is asked about: it doesn't count against itself.</param>
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
