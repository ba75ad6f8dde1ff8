using System.Runtime.CompilerServices;
using FollowUp.Patients.Rules;

namespace FollowUp.Reports;

/// <summary>The men a report is about, counted as they stream by.</summary>
/// <param name="forResearch">Whether only men who agree to research use are among them.</param>
public sealed class Cohort(bool forResearch)
{
    /// <summary>The men so far.</summary>
    public int Men { get; private set; }

    /// <summary>The men left out so far: they were not asked about research use, or do not agree to it.</summary>
    public int LeftOut { get; private set; }

    /// <summary>The courses of its men among those of all.</summary>
    public async IAsyncEnumerable<PatientCourse> Among(
        IAsyncEnumerable<PatientCourse> all, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var course in all.WithCancellation(cancellationToken))
        {
            if (forResearch && Consents.Research(course)?.Fact.Agrees != true)
            {
                LeftOut++;
                continue;
            }

            Men++;
            yield return course;
        }
    }
}
