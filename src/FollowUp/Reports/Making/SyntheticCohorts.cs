using FollowUp.Course;

namespace FollowUp.Reports.Making;

/// <summary>Counts a report's men by synthetic cohort.</summary>
public sealed class SyntheticCohorts
{
    private static readonly IReadOnlyList<ISyntheticCohort> Cohorts = Scan.For<ISyntheticCohort>();

    private readonly int[] _men = new int[Cohorts.Count];

    /// <summary>Counts a man.</summary>
    public void Add(Guid patientId)
    {
        for (var i = 0; i < _men.Length; i++)
        {
            _men[i] += Cohorts[i].Contains(patientId) ? 1 : 0;
        }
    }

    /// <summary>The note of the cohort that all men of the report belong to; null when there is none, or the report has no man.</summary>
    /// <param name="men">How many men the report has.</param>
    public string? NoteOn(int men) => men == 0 ? null : Cohorts.Where((_, i) => _men[i] == men).Select(cohort => cohort.Note).FirstOrDefault();
}
