using FollowUp.Complications.Facts;
using FollowUp.Course;
using FollowUp.Patients.Facts;

namespace FollowUp.Complications.Rules;

/// <summary>A grade is not older than its complication, grade V needs a recorded death, and a lower grade does not replace a higher one (R54).</summary>
public sealed class GradeCheck : ICheck<ComplicationGraded>
{
    /// <inheritdoc/>
    public IEnumerable<Finding> Check(ComplicationGraded fact, PatientCourse course, DecisionContext context)
    {
        if (fact.Ctcae is < 1 or > 5)
        {
            yield return Finding.Refusal("GradeUnknown", "ctcae", fact.Ctcae, "CTCAE grades are 1 to 5. Write one of them, or leave it out.");
        }

        if (course.Of<ComplicationReported>().FirstOrDefault(standing => standing.Id == fact.ComplicationId) is not { } complication)
        {
            yield break;
        }

        if (fact.GradedOn < complication.Occurred.Earliest)
        {
            yield return Finding.Refusal("BeforeOnset", "gradedOn", fact.GradedOn, $"The complication began on {complication.Occurred.Earliest:uuuu-MM-dd}. Write that day or a later one.");
        }

        if (HighestGrade.Of(fact.ComplicationId, course) is { } highest && fact.Grade < highest.Fact.Grade)
        {
            yield return Finding.Warning("HigherGradeStands", "grade", fact.Grade, $"The higher grade {highest.Fact.Grade} is recorded and still counts. To lower it, correct or retract the entry {highest.Id}. Otherwise confirm with the reason.");
        }

        if (fact.Grade is ClavienDindo.V && !course.Of<PatientDied>().Any())
        {
            yield return Finding.Warning("DeathNotRecorded", "grade", fact.Grade, "Grade V means death, and no death is recorded. Record it, or confirm with the reason.");
        }
    }
}
