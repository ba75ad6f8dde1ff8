using FollowUp.Course;
using FollowUp.Course.FactChecks;
using FollowUp.Surgery.Facts;

namespace FollowUp.Surgery.Rules;

/// <summary>The sides, outcomes, time of induction and drugs of a procedure do not contradict each other.</summary>
public sealed class ProcedureCheck : ICheck<ProcedurePerformed>
{
    /// <inheritdoc/>
    public IEnumerable<Finding> Check(ProcedurePerformed fact, PatientCourse course, DecisionContext context) =>
        [.. Sides(fact), .. Outcomes(fact), .. Induction(fact, course, context), .. Drugs(fact)];

    private static IEnumerable<Finding> Sides(ProcedurePerformed fact)
    {
        if (fact.Side is Side.None)
        {
            yield return Finding.Refusal("SideMissing", "side", fact.Side, "Write the side opened: Left, Right or Both; Unknown if it is not known.");
        }

        if (fact is { Side: Side.Left, RightOutcome: not null })
        {
            yield return Finding.Refusal("SideNotOpened", "rightOutcome", fact.RightOutcome, "The right side was not opened. Leave its outcome out, or write the side as Both.");
        }

        if (fact is { Side: Side.Right, LeftOutcome: not null })
        {
            yield return Finding.Refusal("SideNotOpened", "leftOutcome", fact.LeftOutcome, "The left side was not opened. Leave its outcome out, or write the side as Both.");
        }
    }

    private static IEnumerable<Finding> Outcomes(ProcedurePerformed fact)
    {
        RetrievalOutcome[] sides = [.. new[] { fact.LeftOutcome, fact.RightOutcome }.OfType<RetrievalOutcome>()];
        var opened = fact.Side is Side.Both ? 2 : 1;
        if (sides.Contains(RetrievalOutcome.SpermFound) && fact.Outcome is not RetrievalOutcome.SpermFound)
        {
            yield return Finding.Refusal("OutcomeContradicts", "outcome", fact.Outcome, "Sperm was found on one side. Write the outcome SpermFound, or correct that side's outcome.");
        }
        else if (sides.Length >= opened && sides.All(side => side is RetrievalOutcome.NotFound) && fact.Outcome is not RetrievalOutcome.NotFound)
        {
            yield return Finding.Refusal("OutcomeContradicts", "outcome", fact.Outcome, "No sperm was found on any side that was opened. Write the outcome NotFound, or correct the outcome of a side.");
        }
        else if (sides.Contains(RetrievalOutcome.Unknown) && fact.Outcome is RetrievalOutcome.NotFound)
        {
            yield return Finding.Refusal("OutcomeContradicts", "outcome", fact.Outcome, "The outcome of one side is not known. Write the outcome Unknown, or correct that side's outcome.");
        }
    }

    private static IEnumerable<Finding> Induction(ProcedurePerformed fact, PatientCourse course, DecisionContext context) =>
        fact.InductionAt is { } time && fact.PerformedOn == context.Today
            && course.Zone.AtLeniently(fact.PerformedOn.At(time)).ToInstant() > context.Now + PlausibleDates.ClockTolerance
            ? [Finding.Refusal("InTheFuture", "inductionAt", time, "This time is still to come. Write the clinic's clock time at which anaesthesia was induced.")]
            : [];

    private static IEnumerable<Finding> Drugs(ProcedurePerformed fact)
    {
        foreach (var (drug, i) in (fact.Drugs ?? []).Select((drug, i) => (drug, i)))
        {
            if (drug is null)
            {
                yield return Finding.Refusal("DrugMissing", $"drugs[{i}]", null, "Name the drug, or leave the line out.");
            }
            else if (drug.Dose is <= 0)
            {
                yield return Finding.Refusal("DoseImplausible", $"drugs[{i}].dose", drug.Dose, "Write a dose above 0, or leave it out if it is not known.");
            }
            else if (drug.Dose is not null && drug.Unit is null)
            {
                yield return Finding.Refusal("UnitMissing", $"drugs[{i}].unit", null, "Write the unit of the dose, for instance mg.");
            }
        }
    }
}
