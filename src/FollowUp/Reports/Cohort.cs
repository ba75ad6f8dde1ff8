using System.Runtime.CompilerServices;
using FollowUp.Course;
using FollowUp.Recording;
using FollowUp.Reports.Making;

namespace FollowUp.Reports;

/// <summary>The men a report is about, counted as they answer.</summary>
/// <param name="all">Those among whom they are.</param>
/// <param name="forResearch">Whether only men who agree to research use are among them.</param>
public sealed class Cohort(IMen all, bool forResearch) : IMen
{
    /// <summary>The men so far.</summary>
    public int Men { get; private set; }

    /// <summary>The men left out so far: they were not asked about research use, or do not agree to it.</summary>
    public int LeftOut { get; private set; }

    /// <summary>Which of the men so far are made up.</summary>
    public MadeUpMen MadeUp { get; } = new();

    /// <inheritdoc/>
    public async IAsyncEnumerable<TAnswer> AskAsync<TAnswer>(
        Func<PatientCourse, TAnswer> question, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var (isIn, id, answer) in all.AskAsync(course => (Holds(course), course.PatientId, Holds(course) ? question(course) : default), cancellationToken))
        {
            if (isIn)
            {
                Men++;
                MadeUp.Add(id);
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
