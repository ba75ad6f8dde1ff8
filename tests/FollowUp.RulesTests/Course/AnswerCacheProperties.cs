using System.Text.Json;
using CsCheck;
using FollowUp.Course;
using FollowUp.Course.Json;
using FollowUp.Hormones.Rules;
using FollowUp.Recording;
using NodaTime;
using static FollowUp.RulesTests.Course.Courses;

namespace FollowUp.RulesTests.Course;

/// <summary>The cache of answers saves time and changes no answer.</summary>
public sealed class AnswerCacheProperties
{
    private static readonly Gen<Asked> Asks = Gen.Select(Gen.Int[0, 1200], Gen.OneOf([.. PublishedRuleSets.All.Keys]), (day, ruleSet) =>
        new Asked(new LocalDate(2024, 6, 1).PlusDays(day), ruleSet, "standard-1"));

    [Fact]
    public void A_growing_course_that_is_asked_again_and_again_answers_every_question_as_a_fresh_fold_does() =>
        Gen.Select(RandomCourses.Logs, Gen.Int[0, int.MaxValue], Asks, Asks).Sample((log, seed, one, other) =>
        {
            var random = new Random(seed);
            var course = PatientCourse.Empty(Patient, Istanbul);
            foreach (var entry in log)
            {
                // Some questions are asked of each version, others only later, and for one day or the other.
                Compare(course, Questions.All.Where(_ => random.Next(2) == 0), random.Next(2) == 0 ? one : other);
                course = course.With(entry);
            }

            Compare(course, Questions.All, one);
            Compare(course, Questions.All, other);
        }, iter: 1000);

    [Fact]
    public void An_answer_is_derived_again_only_when_a_fact_of_a_kind_that_it_was_read_from_is_recorded()
    {
        var derived = 0;
        int Weights(PatientCourse course) => course.Cached("weights", (known, _) =>
        {
            derived++;
            return known.Of<Patients.Facts.WeightMeasured>().Count();
        });
        var course = PatientCourse.Empty(Patient, Istanbul);
        void Record(int n, Fact fact) => course = course.With(new Entry(Id(n), n, FirstRecorded + Duration.FromMinutes(n), "nurse-1", fact));

        Record(1, Facts.Weight(new(2026, 3, 1), 70));
        Weights(course).ShouldBe(1);
        Record(2, Facts.Operated(new(2026, 3, 2)));
        Weights(course).ShouldBe(1);
        derived.ShouldBe(1);
        Record(3, Facts.Weight(new(2026, 3, 3), 71));
        Weights(course).ShouldBe(2);
        Record(4, Facts.Retracted(Id(1)));
        Weights(course).ShouldBe(1);
        derived.ShouldBe(3);
    }

    private static void Compare(PatientCourse course, IEnumerable<IQuestion> questions, Asked asked)
    {
        foreach (var question in questions)
        {
            Told(question, course, asked).ShouldBe(Told(question, Fresh(course), asked), question.Name);
        }

        // As they are sent, and the dates that lists go by.
        Json(Questions.Sent(course, asked)).ShouldBe(Json(Questions.Sent(Fresh(course), asked)));
        Questions.Dates(course, asked.Protocol).ShouldBe(Questions.Dates(Fresh(course), asked.Protocol));
    }

    private static PatientCourse Fresh(PatientCourse course) => PatientCourse.Of(Patient, Istanbul, course.Log);

    private static string Told(IQuestion question, PatientCourse course, Asked asked) =>
        $"{Json(question.Ask(course, asked))}\n{Json(question.Why(course, asked))}";

    private static string Json(object answer) => JsonSerializer.Serialize(answer, answer.GetType(), FactJson.Options);
}
