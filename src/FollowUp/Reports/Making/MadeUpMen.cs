using FollowUp.Course;
using FollowUp.Recording;

namespace FollowUp.Reports.Making;

/// <summary>Counts the men of each made-up cohort among those of a report.</summary>
public sealed class MadeUpMen
{
    private static readonly IReadOnlyList<IMadeUpCohort> Cohorts = Scan.For<IMadeUpCohort>();

    private readonly int[] _men = new int[Cohorts.Count];

    /// <summary>Counts a man.</summary>
    public void Add(Guid patientId)
    {
        for (var i = 0; i < _men.Length; i++)
        {
            _men[i] += Cohorts[i].Holds(patientId) ? 1 : 0;
        }
    }

    /// <summary>What is said of the cohort that all men of the report are of; null when there is none, or the report has no man.</summary>
    /// <param name="men">The men of the report.</param>
    public string? OfAll(int men) => men == 0 ? null : Cohorts.Where((_, i) => _men[i] == men).Select(cohort => cohort.Says).FirstOrDefault();
}
