using FollowUp.Complications.Facts;
using FollowUp.Contacts.Facts;
using FollowUp.Course.Json;
using FollowUp.Patients.Facts;
using FollowUp.Surgery.Facts;

namespace FollowUp.Course.FactChecks;

/// <summary>Warns when something happened to a man after his death, whichever was recorded first.</summary>
/// <remarks>
/// It checks every kind of fact. What the program records, and what is found out later (a histology report, a grade), did not happen to
/// him. For a partial date of death the last possible day counts.
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
                : [Finding.Warning("AfterDeath", "diedOn", death.DiedOn, $"{later.Count} of his entries are dated after this day, the latest on {later[^1].Occurred.Earliest:uuuu-MM-dd}. Check the date, or confirm with the reason.")];
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
