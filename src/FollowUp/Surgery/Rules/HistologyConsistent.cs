using FollowUp.Course;
using FollowUp.Surgery.Facts;

namespace FollowUp.Surgery.Rules;

/// <summary>A histology is of a side that its procedure opened, not before it, and a mixed one names what it is mixed of (domain 1.3).</summary>
public sealed class HistologyConsistent : ICheck<HistologyReported>
{
    /// <inheritdoc/>
    public IEnumerable<Finding> Check(HistologyReported fact, PatientCourse course, DecisionContext context) =>
        [.. Pattern(fact), .. OfProcedure(fact, course)];

    private static IEnumerable<Finding> Pattern(HistologyReported fact)
    {
        var components = fact.Components ?? [];
        if (fact.Pattern is not Histology.MIXED && components.Count > 0)
        {
            yield return Finding.Refusal("ComponentsWithoutMixed", "components", string.Join(", ", components), "Only a MIXED pattern has components. Write MIXED, or leave them out.");
        }

        if (fact.Pattern is Histology.MIXED
            && (components.Distinct().Count() < 2 || components.Any(component => component is Histology.MIXED or Histology.UNKNOWN)))
        {
            yield return Finding.Refusal("MixedNeedsComponents", "components", string.Join(", ", components), "Name at least two patterns of which a MIXED one is made, neither MIXED nor UNKNOWN.");
        }

        if (fact.Arrest is not ArrestStage.NotStated && fact.Pattern is not Histology.MA && !components.Contains(Histology.MA))
        {
            yield return Finding.Refusal("ArrestWithoutMA", "arrest", fact.Arrest, "Only a maturation arrest (MA) is early or late. Leave the stage out, or write MA.");
        }
    }

    private static Side SideOf(Fact procedure) => procedure switch
    {
        ProcedurePerformed here => here.Side,
        EarlierProcedureReported elsewhere => elsewhere.Side,
        _ => Side.Unknown,
    };

    private static IEnumerable<Finding> OfProcedure(HistologyReported fact, PatientCourse course)
    {
        if (fact.Side is Side.None)
        {
            yield return Finding.Refusal("SideMissing", "side", fact.Side, "Write Left, Right or Both; Unknown if it is not known.");
        }

        if (course.Standing.FirstOrDefault(standing => standing.Id == fact.ProcedureId) is not { } procedure)
        {
            yield break;
        }

        // The sides of a session are those of all its entries (R12).
        var session = Operation.AllIn(course).FirstOrDefault(operation => operation.Has(procedure.Id));
        Side[] sides = [.. course.Standing.Where(standing => session?.Has(standing.Id) == true).Select(standing => SideOf(standing.Fact)).Distinct()];
        var opened = sides is [var one] ? one : Side.Both;
        if (opened is Side.Left or Side.Right && fact.Side is Side.Left or Side.Right or Side.Both && fact.Side != opened)
        {
            yield return Finding.Refusal("SideNotOpened", "side", fact.Side, $"The procedure opened the side {opened}. Correct the side here or in the procedure.");
        }

        if (fact.ReportedOn is { } reported && procedure.Fact is ProcedurePerformed && reported.Latest < procedure.Occurred.Earliest)
        {
            yield return Finding.Refusal("BeforeProcedure", "reportedOn", reported, $"The tissue was taken on {procedure.Occurred.Earliest:uuuu-MM-dd}. Write a day from then on.");
        }
    }
}
