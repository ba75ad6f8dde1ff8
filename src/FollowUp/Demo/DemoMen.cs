using FollowUp.Recording;

namespace FollowUp.Demo;

/// <summary>The men of the demonstration cohort, as reports on them name it.</summary>
public sealed class DemoMen : IMadeUpCohort
{
    private static readonly HashSet<Guid> Ids = [.. Enumerable.Range(1, JointDistribution.Cells.Sum(cell => cell.Men)).Select(man => Story.IdOf(man, 0))];

    /// <inheritdoc/>
    public string Says => $"{JointDistribution.Says}; how these combine is ours: 147 of 310 is 27 of the 73 salvage men and 120 of the other 237";

    /// <inheritdoc/>
    public bool Holds(Guid patientId) => Ids.Contains(patientId);
}
