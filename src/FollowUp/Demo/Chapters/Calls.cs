using System.Text.Json.Nodes;
using FollowUp.Alerts.Facts;
using FollowUp.Complications.Facts;
using FollowUp.Contacts.Facts;
using FollowUp.Course;
using FollowUp.Course.Dates;
using FollowUp.Course.Facts;
using FollowUp.Pain.Facts;
using FollowUp.Patients.Facts;
using FollowUp.Surgery.Facts;
using NodaTime;

namespace FollowUp.Demo.Chapters;

/// <summary>The nurse's calls after one or two days, a week and six weeks, with the failed attempts before them.</summary>
internal static class Calls
{
    private static readonly string[] Notes =
    [
        "Kendini iyi hissediyor.", "Yara yeri kuru, pansuman değişti.", "Şişlik azalmış, ağrısı yok.", "İşe döndü, ağır kaldırmıyor.",
        "Eşi de görüşmeye katıldı.", "Gece uyuyabiliyor.",
    ];

    public static void Tell(Story story)
    {
        var (man, draw) = (story.Man, story.Draw);
        FirstCall(story);
        if (man.Fate is Fate.LostEarly)
        {
            InVain(story, man.OperatedOn.PlusDays(7), calls: 2);
            InVain(story, man.OperatedOn.PlusDays(44), calls: 3);
            return;
        }

        var mild = man.Number % 41 == 7;
        WeekCall(story, mild);

        // Most are reached soon after six weeks; a seventh only later.
        var late = draw.Chance(0.14);
        if (late)
        {
            InVain(story, man.OperatedOn.PlusDays(44), calls: 2);
        }

        var day = Story.Working(man.OperatedOn.PlusDays(late ? draw.Between(57, 80) : draw.Between(43, 50)));
        var script = Script(
            draw, (ScriptItem.PainPersists, 0.03), (ScriptItem.Lump, 0.02), (ScriptItem.TestisSmaller, 0.03), (ScriptItem.Antibiotics, 0.04),
            (ScriptItem.HistologyTold, 0.95));
        var at = Call(story, day, ComplicationAnswer.None, script, [], man.OperatedOn.PlusMonths(6));
        AlertsTaken.OfScript(
            story, at.Id, day, script, (ScriptItem.PainPersists, AlertTrigger.PainPersists), (ScriptItem.TestisSmaller, AlertTrigger.TestisShrinking));
        story.SixWeeksClosedOn = day;
        if (draw.Chance(0.03))
        {
            Retyped(story, at);
        }
    }

    /// <summary>
    /// A score of 0 for a man without pain whose call has no score: "half of the patients" had mild pain, so the others had none. It comes last, so
    /// that it changes no other random number of the cohort.
    /// </summary>
    public static void TellNoPain(Story story)
    {
        if (story.NotScored is { } call)
        {
            story.Record(call.Typed.PlusMinutes(1), new PainReported
            {
                ReportedAt = ClinicalTime.On(call.On), Nrs = 0, Site = PainSite.LowerAbdomen, ContactId = call.Id,
            });
        }
    }

    /// <summary>Failed attempts, on different days and at different times of day.</summary>
    public static void InVain(Story story, LocalDate from, int calls)
    {
        var (man, draw) = (story.Man, story.Draw);
        for (var i = 0; i < calls; i++)
        {
            var day = Story.Working(from.PlusDays(i * draw.Between(2, 4)));
            var at = day + new LocalTime((i % 3) switch { 0 => 10, 1 => 14, _ => 18 }, draw.Between(0, 59));
            story.Record(at.PlusMinutes(3), new ContactAttempted
            {
                AttemptedAt = ClinicalTime.At(at),
                Channel = Channel.Phone,
                Outcome = draw.Of([AttemptOutcome.NoAnswer, AttemptOutcome.NoAnswer, AttemptOutcome.Busy, AttemptOutcome.Voicemail]),
                NumberEnding = (man.Number % 100).ToString("00", System.Globalization.CultureInfo.InvariantCulture),
            });
        }
    }

    /// <summary>A call that reached him; returns the entry and when it was typed.</summary>
    public static (Guid Id, LocalDateTime MadeAt) Call(
        Story story, LocalDate day, ComplicationAnswer complications, Dictionary<ScriptItem, Answer> script, Advice[] advice, LocalDate? next)
    {
        var draw = story.Draw;
        var at = day + new LocalTime(draw.Between(10, 16), draw.Between(0, 59));

        // A call made late on a Saturday is sometimes typed on Monday.
        var typed = day.DayOfWeek == IsoDayOfWeek.Saturday && draw.Chance(0.3) ? day.PlusDays(2) + new LocalTime(9, draw.Between(5, 55)) : at.PlusMinutes(draw.Between(4, 25));
        var id = story.Record(
            typed,
            new ContactMade
            {
                MadeAt = ClinicalTime.At(at),
                Kind = ContactKind.Call,
                IdentityChecked = Answer.Yes,
                Complications = complications,
                Script = script,
                Advice = advice.Length == 0 ? null : advice,
                NextContactOn = next,
            },
            draw.Chance(0.12) ? draw.Of(Notes) : null);
        return (id, typed);
    }

    /// <summary>Answers to items of the call's script; an item that was not asked is left out.</summary>
    public static Dictionary<ScriptItem, Answer> Script(Draw draw, params (ScriptItem Item, double Yes)[] items) => items
        .Where(_ => draw.Chance(0.92))
        .ToDictionary(item => item.Item, item => draw.Chance(item.Yes) ? Answer.Yes : draw.Chance(0.02) ? Answer.Unknown : Answer.No);

    private static void FirstCall(Story story)
    {
        var (man, draw) = (story.Man, story.Draw);
        var day = Story.Working(man.OperatedOn.PlusDays(draw.Chance(0.7) ? 1 : 2));
        var (contact, typed) = Call(
            story, day, draw.Chance(0.9) ? ComplicationAnswer.None : ComplicationAnswer.NotAsked,
            Script(
                draw, (ScriptItem.GoodMoment, 0.97), (ScriptItem.FeelsWell, 0.9), (ScriptItem.Fever, 0), (ScriptItem.WoundDry, 0.96),
                (ScriptItem.SwellingGrowing, 0.02), (ScriptItem.PassesUrine, 1), (ScriptItem.SupportUnderwear, 0.85)),
            [Advice.RedFlags, Advice.Analgesics], man.OperatedOn.PlusDays(7));
        if (man.HasPain)
        {
            story.Record(typed.PlusMinutes(1), new PainReported
            {
                ReportedAt = ClinicalTime.On(day),
                Nrs = draw.Between(1, 3),
                Site = PainSite.LowerAbdomen,
                Period = PainPeriod.Worst24Hours,
                OnsetOn = PartialDate.Of(man.OperatedOn),
                RelievedByDrug = Answer.Yes,
                DisturbsSleep = draw.Chance(0.08) ? Answer.Yes : Answer.No,
                ContactId = contact,
            });
            var doses = draw.Between(1, 3);
            for (var dose = 0; dose < doses; dose++)
            {
                story.Record(typed.PlusMinutes(2), new AnalgesicTaken
                {
                    TakenAt = ClinicalTime.At(day.PlusDays(-1) + new LocalTime(20, 0) + Period.FromHours(6 * dose)),
                    Drug = Analgesic.Paracetamol,
                    Milligrams = draw.Chance(0.5) ? 500 : 1000,
                    ContactId = contact,
                });
            }
        }
        else if (draw.Chance(0.8))
        {
            story.Record(typed.PlusMinutes(1), new PainReported { ReportedAt = ClinicalTime.On(day), Nrs = 0, Site = PainSite.Scrotum, ContactId = contact });
        }
        else
        {
            story.NotScored = (day, contact, typed);
        }

        // The same pain typed twice; the second entry is retracted the next day.
        if (man.HasPain && draw.Chance(0.03))
        {
            var twice = story.Record(typed.PlusMinutes(4), new PainReported { ReportedAt = ClinicalTime.On(day), Nrs = 2, Site = PainSite.LowerAbdomen, ContactId = contact });
            story.Retract(Story.Working(typed.Date.PlusDays(1)) + new LocalTime(9, 30), twice, CorrectionReason.Duplicate);
        }
    }

    private static void WeekCall(Story story, bool complication)
    {
        var (man, draw) = (story.Man, story.Draw);
        var late = draw.Chance(0.1);
        if (late)
        {
            InVain(story, man.OperatedOn.PlusDays(6), calls: 2);
        }

        var day = Story.Working(man.OperatedOn.PlusDays(late ? draw.Between(12, 25) : draw.Between(6, 8)));
        var (contact, typed) = Call(
            story, day, complication ? ComplicationAnswer.Some : ComplicationAnswer.None,
            Script(
                draw, (ScriptItem.WoundDry, 0.95), (ScriptItem.Bruising, complication ? 1 : 0.2), (ScriptItem.Fever, 0),
                (ScriptItem.UsualActivity, 0.8), (ScriptItem.BackAtWork, 0.6), (ScriptItem.Showers, 0.95)),
            [Advice.WoundCare], man.OperatedOn.PlusDays(43));
        if (complication)
        {
            Mild(story, contact, day, typed);
        }
    }

    // Never a major complication: "no major complications occurred".
    private static void Mild(Story story, Guid contact, LocalDate day, LocalDateTime typed)
    {
        var infected = story.Man.Number % 3 == 0;
        var complication = story.Record(typed.PlusMinutes(2), new ComplicationReported
        {
            Type = infected ? ComplicationType.WoundInfection : ComplicationType.Haematoma,
            Side = Side.Right,
            OnsetOn = PartialDate.Of(story.Man.OperatedOn.PlusDays(infected ? 5 : 2)),
            DetectedOn = day,
            ReportedBy = ReportedBy.Patient,
            ProcedureId = story.ProcedureId,
            ContactId = contact,
            Treatments = infected ? [ComplicationTreatment.Antibiotics] : [ComplicationTreatment.Observation],
            Reoperation = Answer.No,
            Readmission = Answer.No,
            Relatedness = Relatedness.Related,
        });
        var seen = Story.Working(day.PlusDays(1));
        story.Record(seen + new LocalTime(12, 10), new ComplicationGraded
        {
            ComplicationId = complication,
            Grade = infected ? ClavienDindo.II : ClavienDindo.I,
            GradedOn = seen,
            GradedBy = "D-002",
            RoleInSurgery = RoleInSurgery.NotInvolved,
        });
        var over = Story.Working(day.PlusDays(16));
        story.Record(over + new LocalTime(11, 0), new ComplicationResolved { ComplicationId = complication, ResolvedOn = over });
    }

    private static void Retyped(Story story, (Guid Id, LocalDateTime Typed) contact) => story.Correct(
        Story.Working(contact.Typed.Date.PlusDays(1)) + new LocalTime(9, 45), contact.Id,
        new JsonObject { ["kind"] = nameof(ContactKind.Visit) }, CorrectionReason.TypingError);
}
