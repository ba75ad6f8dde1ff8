using FollowUp.Complications.Facts;
using FollowUp.Course;
using FollowUp.Patients.Facts;

namespace FollowUp.Complications.Rules;

/// <summary>A grade follows its complication, V means a death, and a lower grade than one that stands does not lower it (R54).</summary>
public sealed class GradeConsistent : ICheck<ComplicationGraded>
{
    /// <inheritdoc/>
    public IEnumerable<Finding> Check(ComplicationGraded fact, PatientCourse course, DecisionContext context)
    {
        if (fact.Ctcae is < 1 or > 5)
        {
            yield return Finding.Refusal("GradeUnknown", "ctcae", fact.Ctcae, "CTCAE grades are 1 to 5.");
        }

        if (course.Of<ComplicationReported>().FirstOrDefault(standing => standing.Id == fact.ComplicationId) is not { } complication)
        {
            yield break;
        }

        if (fact.GradedOn < complication.Occurred.Earliest)
        {
            yield return Finding.Refusal("BeforeOnset", "gradedOn", fact.GradedOn, $"The complication began on {complication.Occurred.Earliest:uuuu-MM-dd}. Write a day from then on.");
        }

        if (HighestGrade.Of(fact.ComplicationId, course) is { } highest && fact.Grade < highest.Fact.Grade)
        {
            yield return Finding.Warning("HigherGradeStands", "grade", fact.Grade, $"Grade {highest.Fact.Grade} stands and goes on counting. To lower it, correct or retract the entry {highest.Id}; or confirm with the reason.");
        }

        if (fact.Grade is ClavienDindo.V && !course.Of<PatientDied>().Any())
        {
            yield return Finding.Warning("DeathNotRecorded", "grade", fact.Grade, "Grade V is a death, and none is recorded. Record it, or confirm with the reason.");
        }
    }
}
