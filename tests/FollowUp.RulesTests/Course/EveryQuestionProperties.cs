using System.Text.Json;
using CsCheck;
using FollowUp.Course;
using FollowUp.Course.Explanations;
using FollowUp.Course.Json;
using FollowUp.Hormones.Facts;
using FollowUp.Hormones.Rules;
using FollowUp.Patients.Pages.Chart;
using FollowUp.Recording;
using FollowUp.Recording.Commands;
using NodaTime;
using static FollowUp.RulesTests.Course.Courses;

namespace FollowUp.RulesTests.Course;

/// <summary>What holds for every question that an activity asks, of every course.</summary>
public sealed class EveryQuestionProperties
{
    private static readonly Gen<Asked> Asks = Gen.Select(Gen.Int[0, 1200], Gen.OneOf([.. PublishedRuleSets.All.Keys]), (day, ruleSet) =>
        new Asked(new LocalDate(2024, 6, 1).PlusDays(day), ruleSet, "standard-1"));

    [Fact]
    public void No_answer_and_no_explanation_of_an_empty_course_throws() => Asks.Sample(asked =>
    {
        var empty = PatientCourse.Empty(Patient, Istanbul);
        Answers(empty, asked).ShouldNotBeEmpty();
        Whys(empty, asked).ShouldAllBe(why => why.Used.Count == 0 && why.LeftOut.Count == 0);
    });

    [Fact]
    public void Every_random_course_has_an_answer_to_every_question_and_explanations_that_name_only_its_facts() =>
        Gen.Select(RandomCourses.Logs, Asks).Sample((log, asked) =>
        {
            var course = Of(log);
            Answers(course, asked).ShouldNotBeEmpty();
            foreach (var why in Whys(course, asked))
            {
                why.Used.Select(used => used.Id).Concat(why.LeftOut.Select(left => left.Id)).Where(id => course.Find(id) is null)
                    .ShouldBeEmpty(why.Of);
                JsonSerializer.Serialize(why, FactJson.Options).ShouldNotBeEmpty();
            }
        }, iter: 2000);

    [Fact]
    public void Folding_in_two_parts_answers_as_folding_at_once() => Gen.Select(RandomCourses.Logs, Gen.Int[0, 14], Asks).Sample((log, cut, asked) =>
    {
        var first = PatientCourse.Of(Patient, Istanbul, log.Take(cut));
        Answers(first, asked).ShouldNotBeEmpty();

        Answers(log.Skip(cut).Aggregate(first, (course, entry) => course.With(entry)), asked).ShouldBe(Answers(Of(log), asked));
    });

    [Fact]
    public void The_order_of_recording_facts_that_no_correction_touches_changes_no_answer() =>
        // But for the operations of one day: the one recorded first names their session (R12).
        Gen.Select(RandomCourses.Logs.Where(log => Operation.AllIn(Of(log)).All(operation => operation.Entries.Count == 1)), Gen.Int[0, int.MaxValue], Asks).Sample((log, seed, asked) =>
        {
            var told = log.Select(InAnyOrder).ToArray();
            var touched = told.Select(entry => Corrections.About(entry.Fact)).OfType<Guid>().ToHashSet();
            var free = Enumerable.Range(0, told.Length).Where(i => Corrections.About(told[i].Fact) is null && !touched.Contains(told[i].Id)).ToArray();
            var elsewhere = free.ToArray();
            new Random(seed).Shuffle(elsewhere);
            var shuffled = told.ToArray();
            foreach (var (from, to) in free.Zip(elsewhere))
            {
                shuffled[to] = told[from] with { Version = told[to].Version };
            }

            Answers(Of(shuffled), asked).ShouldBe(Answers(Of(told), asked));
        }, iter: 1000);

    [Fact]
    public void Retracting_an_entry_and_then_the_retraction_changes_no_answer() =>
        Gen.Select(RandomCourses.Logs, Gen.Int[0, 1000], Asks).Sample((log, which, asked) =>
        {
            if (log.Length == 0)
            {
                return;
            }

            var later = log[^1].RecordedAt + Duration.FromHours(1);
            var n = log.Length;
            Entry[] restored =
            [
                .. log,
                new(Id(n + 1), n + 1, later, "nurse-1", Facts.Retracted(log[which % n].Id)),
                new(Id(n + 2), n + 2, later, "nurse-1", Facts.Retracted(Id(n + 1))),
            ];

            Answers(Of(restored), asked).ShouldBe(Answers(Of(log), asked));
        }, iter: 1000);

    [Fact]
    public void The_answers_given_at_every_event_of_1000_courses_are_those_given_later_as_of_that_instant() =>
        Gen.Select(RandomCourses.Logs, Asks).Sample((log, asked) =>
        {
            var course = PatientCourse.Empty(Patient, Istanbul);
            var given = new List<(Instant At, string Answers)>();
            foreach (var entry in log)
            {
                course = course.With(entry);
                given.Add((entry.RecordedAt, Answers(course, asked)));
            }

            foreach (var (at, answers) in given)
            {
                Answers(Of(log).AsOf(at), asked).ShouldBe(answers);
            }
        }, iter: 1000);

    // Where the order of recording decides, it is a statement of its own: the messages about one result (R02), the ends of one therapy,
    // and results of one day and time (R21). Recorded at one instant and without a key, facts state the same in any order.
    private static Entry InAnyOrder(Entry entry) => entry with
    {
        RecordedAt = FirstRecorded,
        Fact = entry.Fact switch
        {
            HormoneResultReported result => result with { ResultKey = null },
            HormoneTherapyStopped stopped => stopped with { TherapyId = entry.Id },
            _ => entry.Fact,
        },
    };

    private static PatientCourse Of(IEnumerable<Entry> log) => PatientCourse.Of(Patient, Istanbul, log);

    private static string Answers(PatientCourse course, Asked asked) => string.Join('\n', Questions.All
        .Select(question => (question.Name, Answer: question.Ask(course, asked)))
        .Select(each => $"{each.Name} {JsonSerializer.Serialize(each.Answer, each.Answer.GetType(), FactJson.Options)}"));

    private static List<Explanation> Whys(PatientCourse course, Asked asked) => [.. Questions.All.SelectMany(question => question.Why(course, asked))];
}
