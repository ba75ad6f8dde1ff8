using FollowUp.Course;
using FollowUp.Course.Dates;
using FollowUp.Course.Facts;
using FollowUp.Hormones.Facts;
using FollowUp.Patients.Facts;
using FollowUp.Surgery.Facts;
using NodaTime;

namespace FollowUp.Demo.Chapters;

/// <summary>From the first visit to the day before surgery: who he is, what he agrees to, what was done elsewhere, the baseline.</summary>
internal static class Enrolment
{
    public static void Tell(Story story, string recordNumber)
    {
        var (man, draw) = (story.Man, story.Draw);
        var at = man.EnrolledOn + new LocalTime(draw.Between(9, 15), draw.Between(0, 59));
        story.Enrol(at, MadeUpIdentity.Of(man, recordNumber), new PatientEnrolled
        {
            EnrolledOn = man.EnrolledOn,
            Karyotype = man.Cell.Karyotype,
            KaryotypeIscn = man.Cell.Karyotype switch
            {
                Karyotype.Klinefelter47XXY => "47,XXY",
                Karyotype.KlinefelterMosaic => "47,XXY[18]/46,XY[2]",
                _ => "46,XY",
            },
            YMicrodeletion = man.Cell.Deletion,
            InfertilityMonths = man.InfertilityMonths,
        });
        Wishes(story, at.PlusMinutes(2));
        if (man.Cell.Previous is { } previous)
        {
            Earlier(story, at.PlusMinutes(5), previous);
        }

        if (draw.Chance(0.7))
        {
            story.Record(at.PlusMinutes(8), new WeightMeasured
            {
                MeasuredOn = man.EnrolledOn,
                Kilograms = Math.Round((decimal)Math.Clamp(83 + (12 * draw.Normal()), 55, 130), 1),
            });
        }

        if (man.Cell.Therapy)
        {
            Therapy(story, at.PlusMinutes(12));
        }

        Baseline(story);
    }

    private static void Wishes(Story story, LocalDateTime at)
    {
        var (man, draw) = (story.Man, story.Draw);
        var readsMail = man.IsReminded || draw.Chance(0.5);
        story.Record(at, new ReminderConsentRecorded
        {
            StatedOn = at.Date,
            Consents = man.IsReminded || !readsMail,
            Form = ConsentForm.Written,
        });
        story.Record(at, new ResearchAgreementRecorded { StatedOn = at.Date, Agrees = draw.Chance(0.9) });
        var morningsOnly = draw.Chance(0.1);
        story.Record(at.PlusMinutes(1), new ContactPreferencesRecorded
        {
            StatedOn = at.Date,
            Channels = readsMail ? [Channel.Phone, Channel.Email] : [Channel.Phone, Channel.Sms],
            Language = draw.Chance(0.95) ? Language.Tr : Language.En,
            From = morningsOnly ? new LocalTime(10, 0) : null,
            Until = morningsOnly ? new LocalTime(13, 0) : null,
            MayLeaveMessage = draw.Chance(0.6) ? Answer.Yes : Answer.No,
            PartnerMayBeTold = draw.Chance(0.3) ? Answer.Yes : Answer.No,
        });
    }

    // At least six months before, even on the latest day that a partial date allows (R68).
    private static void Earlier(Story story, LocalDateTime at, ProcedureType type)
    {
        var (man, draw) = (story.Man, story.Draw);
        var day = man.OperatedOn.PlusMonths(-draw.Between(9, 48)).PlusDays(-draw.Between(0, 27));
        PartialDate[] stated = [new(day.Year), new(day.Year, day.Month), PartialDate.Of(day)];
        var known = stated.Skip(draw.Between(0, 2)).First(date => date.Latest < man.OperatedOn.PlusMonths(-6));
        var procedure = story.Record(at, new EarlierProcedureReported
        {
            Type = type,
            PerformedOn = known,
            Side = Side.Both,
            Outcome = RetrievalOutcome.NotFound,
            Source = draw.Chance(0.8) ? ReportSource.Letter : ReportSource.Patient,
        });
        story.Record(at.PlusMinutes(2), new HistologyReported { ProcedureId = procedure, Side = Side.Both, Pattern = man.Cell.Histology });
    }

    private static void Therapy(Story story, LocalDateTime at)
    {
        var (man, draw) = (story.Man, story.Draw);
        var (start, stop) = (man.OperatedOn.PlusDays(-150), man.OperatedOn.PlusDays(-10));
        var therapy = story.Record(Story.Working(start) + at.TimeOfDay, new HormoneTherapyRecorded
        {
            Drug = draw.Chance(0.7) ? HormoneDrug.Hcg : HormoneDrug.HcgWithFsh,
            Dose = 5000,
            DoseUnit = "[IU]",
            Route = DrugRoute.Subcutaneous,
            Frequency = "3/wk",
            StartedOn = PartialDate.Of(start),
            Ongoing = Answer.Yes,
            Indication = TherapyIndication.PreoperativeStimulation,
            Source = ReportSource.Record,
        });
        story.Record(Story.Working(stop) + at.TimeOfDay, new HormoneTherapyStopped { TherapyId = therapy, StoppedOn = PartialDate.Of(stop) });
    }

    private static void Baseline(Story story)
    {
        var (man, draw) = (story.Man, story.Draw);
        var levels = new Levels(man.Testosterone, Math.Round(man.Fsh * 0.45m, 1), man.Fsh);

        // A few first operations have no baseline. Every salvage man has one, because the paper prints their FSH.
        if (!man.Cell.IsSalvage && draw.Chance(0.08))
        {
            return;
        }

        // Before any therapy; for the others, between enrolment and surgery.
        var day = Story.Working(man.EnrolledOn.PlusDays(man.Cell.Therapy ? 3 : draw.Between(2, 9)));
        var afternoon = draw.Chance(0.06);
        var drawn = day + (afternoon ? new LocalTime(15, draw.Between(0, 59)) : Levels.Morning(draw));
        levels.Record(story, drawn, mistyped: !afternoon && draw.Chance(0.05));
        if (!man.Cell.Therapy && !afternoon && draw.Chance(0.1) && Story.Working(day.PlusDays(3)) < man.OperatedOn)
        {
            levels.Varied(draw, 0.04).Record(story, Story.Working(day.PlusDays(3)) + Levels.Morning(draw));
        }

        // A result of another man, filed under this one by mistake and retracted some days later.
        if (draw.Chance(0.015))
        {
            var wrong = new Levels(man.Testosterone + 4, null, null).Record(story, Story.Working(day.PlusDays(1)) + Levels.Morning(draw));
            story.Retract(Story.Working(day.PlusDays(5)) + new LocalTime(11, 20), wrong, CorrectionReason.WrongPatient, "Başka hastanın sonucu.");
        }
    }
}
