using System.Runtime.CompilerServices;
using FollowUp.Access;
using FollowUp.Patients.Recording;
using FollowUp.Patients.Rules;
using Marten;

namespace FollowUp.Reports;

/// <summary>The men of a clinic that a reader's report is about, streamed one at a time in the order of their ids.</summary>
/// <param name="session">A session of the clinic.</param>
/// <param name="clinic">The clinic.</param>
/// <param name="view">From when the report looks.</param>
/// <param name="forResearch">Whether only men who agree to research use are seen.</param>
public sealed class Cohort(IQuerySession session, Clinic clinic, PointOfView view, bool forResearch)
{
    /// <summary>The men seen so far.</summary>
    public int Men { get; private set; }

    /// <summary>The men left out so far, who have not agreed to research use or agree no longer.</summary>
    public int LeftOut { get; private set; }

    /// <summary>Their courses, as known then.</summary>
    public async IAsyncEnumerable<PatientCourse> Courses([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var document in session.Query<CourseDocument>().OrderBy(document => document.Id).ToAsyncEnumerable(cancellationToken))
        {
            var course = view.Of(document.Course(clinic.Zone));
            if (course.Version == 0)
            {
                continue;
            }

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
