using FollowUp.Alerts.Facts;
using FollowUp.Contacts.Facts;
using FollowUp.Course;
using FollowUp.Course.Dates;
using FollowUp.Hormones.Facts;
using FollowUp.Patients.Facts;
using NodaTime;

namespace FollowUp.Demo.Chapters;

/// <summary>The hormone check at 6 to 9 months, and those at 12 and 18 months for some of the men who came.</summary>
internal static class HormoneChecks
{
    // Below this a second sample is taken (EAU, 12 nmol/L).
    private const decimal Low = 12;

    public static void Tell(Story story)
    {
        var (man, draw) = (story.Man, story.Draw);
        var sixMonths = man.OperatedOn.PlusMonths(6);
        var own = draw.Normal();
        switch (man.Fate)
        {
            case Fate.Tested:
                Invited(story, Story.Working(sixMonths.PlusDays(draw.Between(1, 12))));
                Tested(story, sixMonths.PlusDays(draw.Between(16, 100)), own);
                Later(story, own);
                break;

            case Fate.TestedLate:
                Calls.InVain(story, sixMonths.PlusDays(draw.Between(5, 20)), calls: 2);
                Tested(story, man.OperatedOn.PlusMonths(9).PlusDays(draw.Between(33, 60)), own);
                break;

            case Fate.Lost when Endings.AnswersThePhone(story):
                Invited(story, Story.Working(sixMonths.PlusDays(draw.Between(1, 25))));
                Missed(story, Story.Working(sixMonths.PlusDays(draw.Between(35, 60))));
                break;

            case Fate.Lost:
                Calls.InVain(story, sixMonths.PlusDays(draw.Between(3, 60)), calls: 3);
                break;

            case Fate.Back:
                Calls.InVain(story, sixMonths.PlusDays(draw.Between(3, 20)), calls: 3);
                var back = Story.Working(man.OperatedOn.PlusMonths(12).PlusDays(-10));
                story.Record(back + new LocalTime(11, 30), new FollowUpResumed { ResumedOn = back });
                Returns.After(story, 12, own).Record(story, Story.Working(back.PlusDays(4)) + Levels.Morning(draw));
                break;
        }
    }

    private static void Invited(Story story, LocalDate day)
    {
        var draw = story.Draw;
        var script = Calls.Script(
            draw, (ScriptItem.HormoneDrugs, 0), (ScriptItem.Biotin, 0.02), (ScriptItem.NightShifts, 0.06), (ScriptItem.LowMood, 0.08));
        var (contact, typed) = Calls.Call(story, day, ComplicationAnswer.None, script, [Advice.BookMorningSample], null);
        AlertsTaken.OfScript(story, contact, day, script, (ScriptItem.LowMood, AlertTrigger.LowMood));
        foreach (var symptom in (Symptom[])[Symptom.LowLibido, Symptom.ErectileDysfunction, Symptom.LowEnergy])
        {
            if (draw.Chance(0.85))
            {
                var present = draw.Chance(0.14);
                var reported = story.Record(typed.PlusMinutes(2), new SymptomReported
                {
                    Symptom = symptom, Present = present ? Answer.Yes : Answer.No, ReportedOn = day, ContactId = contact,
                });
                if (present && symptom is not Symptom.LowEnergy)
                {
                    AlertsTaken.Of(story, reported, day, AlertTrigger.SexualProblem);
                }
            }
        }

        story.Record(typed.PlusMinutes(3), new TestOrdered { OrderedOn = typed.Date, Analytes = [Analyte.Testosterone, Analyte.LH, Analyte.FSH] });
    }

    private static void Missed(Story story, LocalDate day)
    {
        var booking = story.Record(Story.Working(day.PlusDays(-7)) + new LocalTime(10, 40), new TestBooked
        {
            BookedOn = Story.Working(day.PlusDays(-7)), BookedFor = ClinicalTime.At(day + new LocalTime(9, 0)),
        });
        story.Record(day + new LocalTime(16, 30), new TestMissed { MissedOn = day, BookingId = booking });
    }

    private static void Tested(Story story, LocalDate from, double own)
    {
        var draw = story.Draw;
        if (draw.Chance(0.1))
        {
            Missed(story, Story.Working(from.PlusDays(-8)));
        }

        var levels = Returns.After(story, 7, own);
        var day = Story.Working(from);

        // Some come in the afternoon, which does not count, and come again in the morning.
        if (draw.Chance(0.07))
        {
            (levels with { Testosterone = Math.Round(levels.Testosterone * 0.8m, 1) }).Record(story, day + new LocalTime(14, draw.Between(0, 59)));
            day = Story.Working(day.PlusDays(draw.Between(7, 14)));
        }

        var drawn = day + Levels.Morning(draw);
        levels.Record(story, drawn, mistyped: draw.Chance(0.03));
        story.HormonesClosedOn = Levels.AnsweredOn(drawn);
        if (levels.Testosterone < Low && draw.Chance(0.65))
        {
            levels.Varied(draw, 0.06).Record(story, Story.Working(day.PlusDays(draw.Between(21, 42))) + Levels.Morning(draw));
        }
    }

    private static void Later(Story story, double own)
    {
        var (man, draw) = (story.Man, story.Draw);
        if (!draw.Chance(0.55))
        {
            return;
        }

        Returns.After(story, 12, own).Record(story, Story.Working(man.OperatedOn.PlusMonths(12).PlusDays(draw.Between(-15, 30))) + Levels.Morning(draw));
        if (draw.Chance(0.45))
        {
            Returns.After(story, 18, own).Record(story, Story.Working(man.OperatedOn.PlusMonths(18).PlusDays(draw.Between(-20, 30))) + Levels.Morning(draw));
        }
    }
}
