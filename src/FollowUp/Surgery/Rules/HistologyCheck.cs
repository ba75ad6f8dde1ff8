using FollowUp.Course;
using FollowUp.Surgery.Facts;

namespace FollowUp.Surgery.Rules;

/// <summary>A histology belongs to a side that its procedure opened and is not older than it. A mixed one names its components.</summary>
public sealed class HistologyCheck : ICheck<HistologyReported>
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
            yield return Finding.Refusal("MixedNeedsComponents", "components", string.Join(", ", components), "A MIXED pattern needs at least two different components, none of them MIXED or UNKNOWN. Name them, or write the one pattern.");
        }

        if (fact.Arrest is not ArrestStage.NotStated && fact.Pattern is not Histology.MA && !components.Contains(Histology.MA))
        {
            yield return Finding.Refusal("ArrestWithoutMA", "arrest", fact.Arrest, "Only a maturation arrest (MA) has a stage. Leave the stage out, or write MA.");
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
            yield return Finding.Refusal("SideNotOpened", "side", fact.Side, $"The procedure opened only this side: {opened}. Correct the side here or in the procedure.");
        }

        if (fact.ReportedOn is { } reported && procedure.Fact is ProcedurePerformed && reported.Latest < procedure.Occurred.Earliest)
        {
            yield return Finding.Refusal("BeforeProcedure", "reportedOn", reported, $"The tissue was taken on {procedure.Occurred.Earliest:uuuu-MM-dd}. Write that day or a later one.");
        }
    }
}
