using FollowUp.Patients.Facts;
using FollowUp.Recalls.Facts;
using NodaTime;

namespace FollowUp.Demo.Chapters;

/// <summary>The reminders that the program would have sent if it had run all these years: on the due day, and again after two weeks.</summary>
internal static class RemindersSent
{
    private const string Protocol = "standard-1";

    private const int DaysBetween = 14;

    private const int LateDays = 14;

    public static void Tell(Story story)
    {
        var man = story.Man;
        if (!man.IsReminded)
        {
            return;
        }

        Item(story, "CONTACT_6W", man.OperatedOn.PlusDays(42), man.OperatedOn.PlusDays(56), story.SixWeeksClosedOn);
        Item(story, "HORMONE_6_9M", man.OperatedOn.PlusMonths(6), man.OperatedOn.PlusMonths(9).PlusDays(30), story.HormonesClosedOn);
    }

    private static void Item(Story story, string recall, LocalDate due, LocalDate latest, LocalDate? closedOn)
    {
        var day = Story.Working(due);
        for (var occurrence = 1; occurrence <= 2; occurrence++)
        {
            if (day > latest.PlusDays(LateDays) || day > closedOn)
            {
                return;
            }

            var at = day + new LocalTime(10, story.Man.Number % 50);
            var decided = story.Record(at, new ReminderDecided
            {
                Recall = recall, ProcedureId = story.ProcedureId, Occurrence = occurrence, Channel = Channel.Email, DecidedOn = day, Protocol = Protocol,
            });
            story.Record(at.PlusMinutes(1), new ReminderOutcomeReported
            {
                ReminderId = decided, Outcome = ReminderOutcome.Accepted, At = at.InZoneLeniently(DemoCohort.Zone).ToInstant(),
            });
            day = Story.Working(day.PlusDays(DaysBetween));
        }
    }
}
