using FollowUp.Reports.Making;

namespace FollowUp.Demo;

/// <summary>Recognises the men of the demonstration cohort, so that reports on them can say so.</summary>
public sealed class DemoMen : ISyntheticCohort
{
    private static readonly HashSet<Guid> Ids = [.. Enumerable.Range(1, JointDistribution.Cells.Sum(cell => cell.Men)).Select(man => Story.IdOf(man, 0))];

    /// <inheritdoc/>
    public string Note => $"{JointDistribution.Says}; how these combine is ours: 147 of 310 is 27 of the 73 salvage men and 120 of the other 237";

    /// <inheritdoc/>
    public bool Contains(Guid patientId) => Ids.Contains(patientId);
}
