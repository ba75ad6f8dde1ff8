using System.Text.Json;
using CsCheck;
using FollowUp.Alerts.Facts;
using FollowUp.Alerts.Rules;
using FollowUp.Complications.Facts;
using FollowUp.Complications.Rules;
using FollowUp.Contacts.Facts;
using FollowUp.Course;
using FollowUp.Course.Explanations;
using FollowUp.Course.Json;
using FollowUp.Pain.Facts;
using FollowUp.Pain.Rules;
using FollowUp.Patients.Pages.Chart;
using FollowUp.RulesTests.Course;
using NodaTime;
using static FollowUp.RulesTests.Course.Courses;

namespace FollowUp.RulesTests.Complications;

/// <summary>What holds of complications, pain, analgesics and alerts for every course, whatever was recorded in whatever order.</summary>
public sealed class ComplicationProperties
{
    private static readonly LocalDate First = new(2026, 1, 1);

    private static readonly Asked Asked = new(First.PlusDays(400), "EAU-2023.1", "standard-1");

    private static readonly IQuestion[] Questions =
    [
        new ComplicationsQuestion(), new ComplicationWindowsQuestion(), new ProposedComplicationsQuestion(), new PainQuestion(), new AnalgesicsQuestion(), new AlertsQuestion(),
    ];

    private static readonly Gen<string> Days = Gen.Int[0, 250].Select(day => NodaTime.Text.LocalDatePattern.Iso.Format(First.PlusDays(day)));

    private static readonly Gen<string> Times = Gen.Select(Days, Gen.Int[0, 24], (day, hour) => hour == 24 ? day : $"{day}T{hour:00}:00");

    private static readonly Gen<string> Sentences = Gen.Frequency(
        (2, Days.Select(day => $"operated {day}")),
        (3, Gen.Select(Times, Gen.Enum<ComplicationAnswer>(), Gen.Enum<ScriptItem>(), Gen.Int[355, 400], (at, said, item, tenths) => FormattableString.Invariant($"contact {at} {said} {item}=Yes temp={tenths / 10m}"))),
        (1, Times.Select(at => $"attempt {at}")),
        (3, Gen.Select(Days, Gen.Enum<ComplicationType>(), (day, type) => $"complication {day} type={type}")),
        (3, Gen.Select(Times, Gen.Int[0, 10], Gen.Enum<PainSite>(), Gen.Enum<Answer>(), (at, nrs, site, relieved) => $"pain {at} nrs={nrs} site={site} relieved={relieved}")),
        (4, Gen.Select(Times, Gen.Enum<Analgesic>(), Gen.Int[1, 30], (at, drug, hundreds) => $"dose {at} {drug} {hundreds}00 atc=M01AH05")),
        (1, Gen.Select(Days, Gen.Int[35, 60], (day, kilograms) => $"weight {day} {kilograms}")),
        (2, Gen.Select(Days, Gen.OneOf("Left", "Right"), Gen.Int[3, 20], (day, side, millilitres) => $"volume {day} {side} {millilitres} Ultrasound")),
        (1, Days.Select(day => $"drug TestosteroneGel {day}")),
        (1, Gen.Select(Days, Gen.Enum<Symptom>(), (day, symptom) => $"symptom {day} {symptom} Yes")));

    // Grades and acknowledgements name what was story before them.
    private static readonly Gen<Fact[]> Histories = Gen.Select(Sentences.Array[0, 14], Gen.Enum<ClavienDindo>().Array[14], (story, grades) =>
    {
        var sentences = story.ToList();
        foreach (var (sentence, i) in story.Select((sentence, i) => (sentence, i)))
        {
            if (sentence.StartsWith("complication", StringComparison.Ordinal) && i % 4 != 0)
            {
                sentences.Add($"graded {i + 1} {grades[i]} 2026-12-01");
            }
            else if (sentence.StartsWith("dose", StringComparison.Ordinal) && i % 2 == 0)
            {
                sentences.Add($"acknowledged AnalgesicAboveLimit {i + 1} 2026-12-01");
            }
        }

        return Stories.Told(string.Join('|', sentences));
    });

    [Fact]
    public void No_answer_or_explanation_of_an_empty_course_throws()
    {
        var empty = PatientCourse.Empty(Patient, Istanbul);
        foreach (var question in Questions)
        {
            question.Ask(empty, Asked).ShouldNotBeNull();
            question.Why(empty, Asked).ShouldNotBeNull();
        }
    }

    [Fact]
    public void The_order_of_recording_changes_no_answer_and_no_explanation() =>
        // But for the operations of one day: the one recorded first names their session (R12).
        Gen.Select(Histories.Where(facts => Operation.AllIn(Of(facts)).All(operation => operation.Entries.Count == 1)), Gen.Int[0, int.MaxValue]).Sample((facts, seed) =>
    {
        var entries = facts.Select((fact, i) => new Entry(Id(i + 1), i + 1, FirstRecorded, "nurse-1", fact)).ToArray();
        var shuffled = entries.ToArray();
        new Random(seed).Shuffle(shuffled);

        Answers(PatientCourse.Of(Patient, Istanbul, shuffled.Select((entry, i) => entry with { Version = i + 1 })))
            .ShouldBe(Answers(PatientCourse.Of(Patient, Istanbul, entries)));
    });

    [Fact]
    public void Adding_a_graded_complication_never_lowers_an_index() => Gen.Select(Histories, Days, Gen.Enum<ClavienDindo>()).Sample((facts, day, grade) =>
    {
        var more = Of([.. facts, .. Stories.Told($"complication {day}"), Facts.Graded(Id(facts.Length + 1), grade, First.PlusDays(300))]);
        var before = ComplicationWindowsQuestion.Answer(Of(facts)).SelectMany(operation => operation.Windows).ToList();
        var after = ComplicationWindowsQuestion.Answer(more).SelectMany(operation => operation.Windows).ToList();

        foreach (var (was, becomes) in before.Zip(after))
        {
            (becomes.ComprehensiveComplicationIndex >= was.ComprehensiveComplicationIndex || was.ComprehensiveComplicationIndex is null).ShouldBeTrue($"{was} {becomes}");
            becomes.Complications.Count.ShouldBeGreaterThanOrEqualTo(was.Complications.Count);
            becomes.Covered.ShouldBe(was.Covered);
        }
    });

    [Fact]
    public void An_index_lies_from_0_to_100_and_is_missing_for_exactly_one_reason_and_grows_with_the_window() => Histories.Sample(facts =>
    {
        foreach (var operation in ComplicationWindowsQuestion.Answer(Of(facts)))
        {
            foreach (var window in operation.Windows)
            {
                (window.ComprehensiveComplicationIndex is null).ShouldBe(window.Missing is not null);
                (window.ComprehensiveComplicationIndex ?? 0).ShouldBeInRange(0, 100);
            }

            operation.Windows.Zip(operation.Windows.Skip(1)).ShouldAllBe(pair => pair.First.Complications.All(pair.Second.Complications.Contains));
            operation.Windows.Take(3).Zip(operation.Windows.Skip(1).Take(2)).ShouldAllBe(pair => pair.First.Covered || !pair.Second.Covered);
        }
    });

    [Fact]
    public void Taking_more_never_makes_a_sum_less_alarming() => Gen.Select(Histories, Gen.Int[1, 3000]).Sample((facts, more) =>
    {
        var raised = facts.Select(fact => fact is AnalgesicTaken dose ? dose with { Milligrams = dose.Milligrams + more } : fact).ToArray();

        AnalgesicsQuestion.Answer(Of(facts)).Sums.Zip(AnalgesicsQuestion.Answer(Of(raised)).Sums)
            .ShouldAllBe(pair => pair.Second.Level >= pair.First.Level && pair.Second.Milligrams > pair.First.Milligrams);
    });

    [Fact]
    public void An_overdose_always_alarms_whatever_else_is_recorded() => Gen.Select(Histories, Days).Sample((facts, day) =>
    {
        var course = Of([.. facts, .. Stories.Told($"dose {day}T12:30 Paracetamol 4001")]);

        AnalgesicsQuestion.Answer(course).Level.ShouldBe(AlertLevel.Alarm);
        AlertsQuestion.Answer(course, Instant.MinValue).Alerts
            .ShouldContain(alert => alert.Trigger == AlertTrigger.AnalgesicAboveLimit && alert.FactId == Id(facts.Length + 1) && alert.IsOpen);
    });

    [Fact]
    public void Waiting_longer_never_lowers_the_number_of_escalations() => Gen.Select(Histories, Gen.Int[0, 5000], Gen.Int[0, 5000]).Sample((facts, hours, more) =>
    {
        var at = First.AtStartOfDayInZone(Istanbul).ToInstant() + Duration.FromHours(hours);
        var now = AlertsQuestion.Answer(Of(facts), at).Alerts.ToDictionary(alert => (alert.Trigger, alert.FactId));

        AlertsQuestion.Answer(Of(facts), at + Duration.FromHours(more)).Alerts
            .ShouldAllBe(alert => alert.Escalations >= now[new(alert.Trigger, alert.FactId)].Escalations);
    });

    [Fact]
    public void Every_explanation_names_facts_of_the_course_once_and_says_what_the_answer_says() => Histories.Sample(facts =>
    {
        var course = Of(facts);
        foreach (var question in Questions)
        {
            foreach (var explanation in question.Why(course, Asked))
            {
                Guid[] named = [.. explanation.Used.Select(used => used.Id), .. explanation.LeftOut.Select(left => left.Id)];
                named.ShouldAllBe(id => course.Find(id) != null, explanation.Of);
                named.ShouldBeUnique(explanation.Of);
            }
        }
    });

    private static string Answers(PatientCourse course) => string.Join('\n', Questions.SelectMany(question => (string[])
    [
        JsonSerializer.Serialize(question.Ask(course, Asked), FactJson.Options),
        JsonSerializer.Serialize<IReadOnlyList<Explanation>>(question.Why(course, Asked), FactJson.Options),
    ]));
}
