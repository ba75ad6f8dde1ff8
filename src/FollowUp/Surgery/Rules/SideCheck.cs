using FollowUp.Course;
using FollowUp.Surgery.Facts;

namespace FollowUp.Surgery.Rules;

/// <summary>A procedure elsewhere and an orchiectomy state a side; it may be unknown.</summary>
public sealed class SideCheck : ICheck<EarlierProcedureReported>, ICheck<OrchiectomyPerformed>
{
    /// <inheritdoc/>
    public IEnumerable<Finding> Check(EarlierProcedureReported fact, PatientCourse course, DecisionContext context) => SideStated(fact.Side);

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(OrchiectomyPerformed fact, PatientCourse course, DecisionContext context) => SideStated(fact.Side);

    private static IEnumerable<Finding> SideStated(Side side) => side is Side.None
        ? [Finding.Refusal("SideMissing", "side", side, "Write Left, Right or Both; Unknown if it is not known.")]
        : [];
}
