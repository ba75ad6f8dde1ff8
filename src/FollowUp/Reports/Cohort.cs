using System.Runtime.CompilerServices;
using FollowUp.Course;
using FollowUp.Recording;
using FollowUp.Reports.Making;

namespace FollowUp.Reports;

/// <summary>The men of a report, counted as they are read.</summary>
/// <param name="all">All men of the clinic.</param>
/// <param name="forResearch">Whether only men who agree to research use are included.</param>
public sealed class Cohort(IMen all, bool forResearch) : IMen
{
    /// <summary>How many men are included so far.</summary>
    public int Men { get; private set; }

    /// <summary>How many men are left out so far: they were not asked about research use, or do not agree to it.</summary>
    public int LeftOut { get; private set; }

    /// <summary>Counts the men so far by synthetic cohort.</summary>
    public SyntheticCohorts Synthetic { get; } = new();

    /// <inheritdoc/>
    public async IAsyncEnumerable<TAnswer> AskAsync<TAnswer>(
        Func<PatientCourse, TAnswer> question, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var (isIn, id, answer) in all.AskAsync(course => (Holds(course), course.PatientId, Holds(course) ? question(course) : default), cancellationToken))
        {
            if (isIn)
            {
                Men++;
                Synthetic.Add(id);
                yield return answer!;
            }
            else
            {
                LeftOut++;
            }
        }
    }

    private bool Holds(PatientCourse course) => !forResearch || Consents.Research(course)?.Fact.Agrees == true;
}
