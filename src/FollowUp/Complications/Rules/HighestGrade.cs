using FollowUp.Patients.Rules;
using FollowUp.Patients.Rules.Facts;

namespace FollowUp.Complications.Rules;

/// <summary>The grade that counts for a complication.</summary>
public static class HighestGrade
{
    /// <summary>The highest that any standing revision ever gave it (R54); null when it is not graded.</summary>
    public static Standing<ComplicationGraded>? Of(Guid complicationId, PatientCourse course) =>
        course.Of<ComplicationGraded>().Where(graded => graded.Fact.ComplicationId == complicationId).MaxBy(graded => graded.Fact.Grade);
}
