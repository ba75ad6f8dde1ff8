using FollowUp.Alerts.Facts;
using FollowUp.Contacts.Facts;
using FollowUp.Course;
using FollowUp.Course.Dates;
using NodaTime;

namespace FollowUp.Demo.Chapters;

/// <summary>The clinician takes on what the nurse's calls brought up, within the fortnight that a review has.</summary>
internal static class AlertsTaken
{
    /// <summary>The alert that a yes to an item of the script raises.</summary>
    public static void OfScript(Story story, Guid contact, LocalDate day, Dictionary<ScriptItem, Answer> script, params (ScriptItem Item, AlertTrigger Trigger)[] raised)
    {
        foreach (var (_, trigger) in raised.Where(each => script.GetValueOrDefault(each.Item, Answer.NotAsked) == Answer.Yes))
        {
            Of(story, contact, day, trigger);
        }
    }

    /// <summary>One alert.</summary>
    public static void Of(Story story, Guid factId, LocalDate day, AlertTrigger trigger)
    {
        var seen = Story.Working(day.PlusDays(3)).At(new LocalTime(12, 40));
        story.Record(seen.PlusMinutes(2), new AlertAcknowledged
        {
            Trigger = trigger,
            FactId = factId,
            AcknowledgedAt = ClinicalTime.At(seen),
            Owner = "D-002",
            Outcome = trigger == AlertTrigger.TestisShrinking ? AlertOutcome.AppointmentMade : AlertOutcome.Advised,
        });
    }
}
