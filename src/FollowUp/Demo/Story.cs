using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using FollowUp.Course;
using FollowUp.Course.Facts;
using FollowUp.Course.Json;
using FollowUp.Demo.Chapters;
using FollowUp.Patients.Facts;
using FollowUp.Recording.Commands;
using NodaTime;
using NodaTime.Text;

namespace FollowUp.Demo;

/// <summary>A command of the cohort, as a line of an import.</summary>
/// <param name="RecordedAt">When it was recorded.</param>
/// <param name="Id">The entry's id.</param>
/// <param name="Json">The whole line.</param>
public sealed record DemoLine(Instant RecordedAt, Guid Id, JsonObject Json)
{
    /// <summary>The line in UTF-8.</summary>
    public byte[] Utf8() => JsonSerializer.SerializeToUtf8Bytes(Json, FactJson.Options);
}

/// <summary>Collects what is recorded about a man, and passes a few things from one chapter to the next.</summary>
/// <param name="man">The man.</param>
public sealed class Story(DemoMan man)
{
    private readonly List<DemoLine> _lines = [];

    private int _entries;

    /// <summary>The man.</summary>
    public DemoMan Man => man;

    /// <summary>His own random numbers.</summary>
    public Draw Draw => man.Draw;

    /// <summary>His operation here.</summary>
    public Guid ProcedureId { get; set; }

    /// <summary>The day on which the entry that closed his six-week contact was recorded.</summary>
    public LocalDate? SixWeeksClosedOn { get; set; }

    /// <summary>The first call of a man without pain, if no score was recorded in it; otherwise null.</summary>
    public (LocalDate On, Guid Id, LocalDateTime Typed)? NotScored { get; set; }

    /// <summary>The day on which the entry that closed his hormone check was recorded.</summary>
    public LocalDate? HormonesClosedOn { get; set; }

    /// <summary>The day on which the end of his follow-up was recorded.</summary>
    public LocalDate? EndedOn { get; set; }

    /// <summary>His lines, in the order of recording.</summary>
    public IEnumerable<DemoLine> Lines => _lines.OrderBy(line => line.RecordedAt).ThenBy(line => line.Id);

    /// <summary>The whole story of a man; the cohort leaves out what is after its date.</summary>
    public static Story Of(DemoMan man, string recordNumber)
    {
        var story = new Story(man);
        Enrolment.Tell(story, recordNumber);
        OperationDay.Tell(story);
        Endings.Tell(story);
        Calls.Tell(story);
        HormoneChecks.Tell(story);
        RemindersSent.Tell(story);
        WorkUp.Tell(story);
        Calls.TellNoPain(story);
        return story;
    }

    /// <summary>The id of a man (entry 0) or of an entry of his.</summary>
    public static Guid IdOf(int man, int entry) =>
        Guid.Parse(string.Create(CultureInfo.InvariantCulture, $"d0000000-0000-8000-8{man:000}-{entry:000000000000}"));

    /// <summary>Records a fact, unless his follow-up has ended by then.</summary>
    /// <param name="recordedAt">When it is recorded, in the clinic's local time.</param>
    /// <param name="fact">The fact.</param>
    /// <param name="note">Free text.</param>
    /// <returns>The entry's id.</returns>
    public Guid Record(LocalDateTime recordedAt, Fact fact, string? note = null) =>
        Add(recordedAt, FactJson.NameOf(fact), FactJson.ToObject(fact), note);

    /// <summary>Enrols him.</summary>
    public void Enrol(LocalDateTime recordedAt, JsonObject identity, PatientEnrolled enrolment) => Add(recordedAt, CommandJson.Enrol, new JsonObject
    {
        ["identity"] = identity,
        ["enrolment"] = FactJson.ToObject(enrolment),
    });

    /// <summary>Corrects an entry.</summary>
    public void Correct(LocalDateTime recordedAt, Guid entryId, JsonObject changes, CorrectionReason reason, string? note = null) =>
        Add(recordedAt, CommandJson.Correct, FactJson.ToObject(new EntryCorrected { EntryId = entryId, Changes = changes, Reason = reason }), note);

    /// <summary>Retracts an entry.</summary>
    public void Retract(LocalDateTime recordedAt, Guid entryId, CorrectionReason reason, string? note = null) =>
        Add(recordedAt, CommandJson.Retract, FactJson.ToObject(new EntryRetracted { EntryId = entryId, Reason = reason }), note);

    /// <summary>A working day: Sunday becomes Monday.</summary>
    public static LocalDate Working(LocalDate day) => day.DayOfWeek == IsoDayOfWeek.Sunday ? day.PlusDays(1) : day;

    private Guid Add(LocalDateTime recordedAt, string command, JsonObject body, string? note = null)
    {
        var id = IdOf(man.Number, ++_entries);
        if (recordedAt.Date > EndedOn)
        {
            return id;
        }

        var at = recordedAt.InZoneLeniently(DemoCohort.Zone).ToInstant();
        body["patient"] = IdOf(man.Number, 0);
        body["command"] = command;
        body["id"] = id;
        body["recordedAt"] = InstantPattern.ExtendedIso.Format(at);
        if (note is not null)
        {
            body["note"] = note;
        }

        _lines.Add(new(at, id, body));
        return id;
    }
}
