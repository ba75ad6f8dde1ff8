using System.Runtime.CompilerServices;
using FollowUp.Access;
using FollowUp.Patients.Rules;
using Marten;

namespace FollowUp.Patients.Recording;

/// <summary>The courses of a clinic's men, streamed one at a time, so that a list needs no more memory for more men.</summary>
public static class Courses
{
    /// <summary>Every man known then, in the order of their ids.</summary>
    /// <param name="session">A session of the clinic.</param>
    /// <param name="clinic">The clinic.</param>
    /// <param name="view">From when the list looks.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async IAsyncEnumerable<PatientCourse> CoursesAsync(
        this IQuerySession session, Clinic clinic, PointOfView view, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var document in session.Query<CourseDocument>().OrderBy(document => document.Id).ToAsyncEnumerable(cancellationToken))
        {
            var course = view.Of(document.Course(clinic.Zone));
            if (course.Version > 0)
            {
                yield return course;
            }
        }
    }
}
