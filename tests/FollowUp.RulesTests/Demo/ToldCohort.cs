using System.Text.Json.Nodes;
using FollowUp.Course;
using FollowUp.Course.Facts;
using FollowUp.Course.Json;
using FollowUp.Demo;
using FollowUp.Patients.Facts;
using FollowUp.Recording;
using FollowUp.Recording.Commands;
using NodaTime;

namespace FollowUp.RulesTests.Demo;

/// <summary>A cohort taken in as the store would take it: every line decided on, none confirmed by anybody.</summary>
public sealed class ToldCohort
{
    private readonly Dictionary<Guid, PatientCourse> _courses = [];

    public ToldCohort(DemoCohort cohort)
    {
        Lines = cohort.Lines();
        foreach (var line in Lines)
        {
            Take(line);
        }
    }

    public IReadOnlyList<DemoLine> Lines { get; }

    public IReadOnlyCollection<PatientCourse> Courses => _courses.Values;

    /// <summary>Whatever a decision had to say against a line.</summary>
    public List<string> Objections { get; } = [];

    private void Take(DemoLine line)
    {
        var json = line.Json.DeepClone().AsObject();
        var patient = json["patient"]!.GetValue<Guid>();
        var command = json["command"]!.GetValue<string>();
        foreach (var beside in (string[])["patient", "command", "id", "recordedAt", "note"])
        {
            json.Remove(beside);
        }

        var course = _courses.GetValueOrDefault(patient) ?? PatientCourse.Empty(patient, DemoCohort.Zone);
        var context = new DecisionContext(line.RecordedAt, line.RecordedAt.InZone(DemoCohort.Zone).Date);
        var decision = command switch
        {
            CommandJson.Enrol => Record((JsonObject)json["enrolment"]!, typeof(PatientEnrolled)),
            CommandJson.Correct => Decide.Correct(course, line.Id, (EntryCorrected)FactJson.FromObject(json, typeof(EntryCorrected)), new([], Unattended: false), AllChecks.Run, context),
            CommandJson.Retract => Decide.Retract(course, line.Id, (EntryRetracted)FactJson.FromObject(json, typeof(EntryRetracted))),
            _ => Record(json, FactJson.Kinds[command]),
        };
        if (decision is not Decision.Append append)
        {
            Objections.Add($"{line.Id} {command}: {decision}");
            return;
        }

        _courses[patient] = course.With(new Entry(line.Id, course.Version + 1, line.RecordedAt, "demo", append.Fact));

        Decision Record(JsonObject fact, Type kind) =>
            Decide.Record(course, line.Id, FactJson.FromObject(fact, kind), new([], Unattended: false), AllChecks.Run, context);
    }
}
