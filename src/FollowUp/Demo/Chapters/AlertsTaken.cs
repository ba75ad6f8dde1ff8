using FollowUp.Alerts.Facts;
using FollowUp.Contacts.Facts;
using FollowUp.Course;
using FollowUp.Course.Dates;
using NodaTime;

namespace FollowUp.Demo.Chapters;

/// <summary>The clinician acknowledges the alerts that the nurse's calls raised, within the two weeks allowed for a review.</summary>
internal static class AlertsTaken
{
    /// <summary>The alerts raised by a yes to an item of the script.</summary>
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
