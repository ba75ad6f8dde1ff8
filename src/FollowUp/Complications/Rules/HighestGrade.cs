using FollowUp.Complications.Facts;
using FollowUp.Course;

namespace FollowUp.Complications.Rules;

/// <summary>The grade that counts for a complication.</summary>
public static class HighestGrade
{
    /// <summary>The highest grade that was given and not retracted (R54); null when it is not graded.</summary>
    public static Standing<ComplicationGraded>? Of(Guid complicationId, PatientCourse course) =>
        Among(course.Of<ComplicationGraded>().Where(graded => graded.Fact.ComplicationId == complicationId));

    /// <summary>The highest of the grades of one complication, given in clinical order; of equal grades the latest, whose suffix counts.</summary>
    public static Standing<ComplicationGraded>? Among(IEnumerable<Standing<ComplicationGraded>> grades) =>
        grades.Aggregate((Standing<ComplicationGraded>?)null, (highest, graded) => graded.Fact.Grade >= (highest?.Fact.Grade ?? ClavienDindo.I) ? graded : highest);
}
