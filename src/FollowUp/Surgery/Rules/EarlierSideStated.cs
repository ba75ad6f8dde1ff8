using FollowUp.Course;
using FollowUp.Surgery.Facts;

namespace FollowUp.Surgery.Rules;

/// <summary>A procedure on a testis has a side, if only an unknown one.</summary>
public sealed class EarlierSideStated : ICheck<EarlierProcedureReported>, ICheck<OrchiectomyPerformed>
{
    /// <inheritdoc/>
    public IEnumerable<Finding> Check(EarlierProcedureReported fact, PatientCourse course, DecisionContext context) => Stated(fact.Side);

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(OrchiectomyPerformed fact, PatientCourse course, DecisionContext context) => Stated(fact.Side);

    private static IEnumerable<Finding> Stated(Side side) => side is Side.None
        ? [Finding.Refusal("SideMissing", "side", side, "Write Left, Right or Both; Unknown if it is not known.")]
        : [];
}
