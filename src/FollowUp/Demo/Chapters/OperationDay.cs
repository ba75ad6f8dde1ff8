using FollowUp.Course;
using FollowUp.Course.Dates;
using FollowUp.Pain.Facts;
using FollowUp.Surgery.Facts;
using NodaTime;

namespace FollowUp.Demo.Chapters;

/// <summary>The day of surgery, as in the paper's methods, and the histology some days later.</summary>
internal static class OperationDay
{
    public static void Tell(Story story)
    {
        var (man, draw) = (story.Man, story.Draw);
        var induction = new LocalTime(draw.Between(8, 12), draw.Between(0, 11) * 5);
        var typed = man.OperatedOn + new LocalTime(15, draw.Between(0, 59));

        // The second testis is opened only if the first yields none.
        var first = draw.Chance(0.5) ? Side.Right : Side.Left;
        var both = !man.Cell.Found || draw.Chance(0.3);
        RetrievalOutcome? On(Side side) =>
            !both && side != first ? null
            : man.Cell.Found && (both ? side != first : side == first) ? RetrievalOutcome.SpermFound
            : RetrievalOutcome.NotFound;

        story.ProcedureId = story.Record(typed, new ProcedurePerformed
        {
            Type = ProcedureType.MTESE,
            PerformedOn = man.OperatedOn,
            Side = both ? Side.Both : first,
            Outcome = man.Cell.Found ? RetrievalOutcome.SpermFound : RetrievalOutcome.NotFound,
            LeftOutcome = On(Side.Left),
            RightOutcome = On(Side.Right),
            InductionAt = induction,
            SurgeonId = "D-001",
            Anaesthesia = Anaesthesia.General,
            OnOocyteRetrievalDay = Answer.Yes,
            Drugs =
            [
                new("gentamicin", 80, "mg", DrugRoute.Irrigation),
                new("betamethasone", 1.5m, "mg", DrugRoute.IntoTunicaVaginalis),
            ],
            Closure = draw.Chance(0.6) ? "Vicryl 5/0" : "Vicryl 4/0",
            BipolarCoagulation = Answer.Yes,
        });
        story.Record(typed.PlusMinutes(3), new AnalgesicTaken
        {
            TakenAt = ClinicalTime.At(man.OperatedOn + induction.PlusMinutes(110)),
            Drug = Analgesic.Paracetamol,
            Milligrams = 1000,
            Route = DrugRoute.Intravenous,
            GivenBy = GivenBy.Staff,
        });
        if (man.Cell.Histology != Histology.UNKNOWN)
        {
            var reported = Story.Working(man.OperatedOn.PlusDays(draw.Between(8, 14)));
            story.Record(reported + new LocalTime(11, draw.Between(0, 59)), new HistologyReported
            {
                ProcedureId = story.ProcedureId,
                Side = both ? Side.Both : first,
                Pattern = man.Cell.Histology,
                Arrest = man.Cell.Histology != Histology.MA ? ArrestStage.NotStated : draw.Chance(0.5) ? ArrestStage.Early : ArrestStage.Late,
                ReportedOn = PartialDate.Of(reported),
            });
        }
    }
}
