using FollowUp.Complications.Facts;
using FollowUp.Contacts.Facts;
using FollowUp.Course.Json;
using FollowUp.Patients.Facts;
using FollowUp.Surgery.Facts;

namespace FollowUp.Course.FactChecks;

/// <summary>Nothing happens to a man after his death; it warns in either order of recording.</summary>
/// <remarks>
/// It holds for every kind of fact. What the program records, and what is found out about him later (a report of histology,
/// a grade), is not something that happens to him. Of a partial date of death the last possible day counts.
/// </remarks>
public sealed class AfterDeath : ICheck<Fact>
{
    /// <inheritdoc/>
    public IEnumerable<Finding> Check(Fact fact, PatientCourse course, DecisionContext context)
    {
        if (fact is PatientDied death)
        {
            var later = course.Standing.Where(standing => HappensToHim(standing.Fact) && standing.Occurred.Earliest > death.DiedOn.Latest).ToList();
            return later.Count == 0
                ? []
                : [Finding.Warning("AfterDeath", "diedOn", death.DiedOn, $"{later.Count} of his entries happened after this day, the latest on {later[^1].Occurred.Earliest:uuuu-MM-dd}. Check the date, or confirm with the reason.")];
        }

        var day = fact.Occurred(course.Zone).Earliest;
        if (!HappensToHim(fact) || course.Of<PatientDied>().FirstOrDefault() is not { } died || day <= died.Occurred.Latest)
        {
            return [];
        }

        var field = FactMember.In(fact).First(member => member.Day(course.Zone) == day).Field;
        return [Finding.Warning("AfterDeath", field, day, $"He died on {died.Fact.DiedOn}. Check the date, or confirm with the reason.")];
    }

    private static bool HappensToHim(Fact fact) =>
        fact is not (HistologyReported or ComplicationGraded or ContactAttempted)
        && FactJson.Describe(fact.GetType()).By is Recorder.Nurse or Recorder.Clinician;
}
