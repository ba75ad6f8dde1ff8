using FollowUp.Surgery.Facts;

namespace FollowUp.Course.FactChecks;

/// <summary>A testicular volume is that of one testis, and is possible.</summary>
public sealed class TesticularVolumePlausible : ICheck<TesticularVolumeMeasured>
{
    /// <summary>The volume of one testis in millilitres.</summary>
    public static readonly PlausibleRange Millilitres = new("TesticularVolume", "mL", 0, 60, "setting, version 1") { UnusualFrom = 35 };

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(TesticularVolumeMeasured fact, PatientCourse course, DecisionContext context)
    {
        if (fact.Side is not (Side.Left or Side.Right))
        {
            yield return Finding.Refusal("SideMissing", "side", fact.Side, "A volume is that of one testis. Write Left or Right, and record the other side as an entry of its own.");
        }

        foreach (var finding in Millilitres.Judge("millilitres", fact.Millilitres))
        {
            yield return finding;
        }
    }
}
