using FollowUp.Course;
using FollowUp.Course.Explanations;
using FollowUp.Patients.Facts;
using FollowUp.Patients.Rules;
using FollowUp.Platform.Texts;
using NodaTime;

namespace FollowUp.Recording.Endpoints;

/// <summary>Examples for the interface's description, explained by the questions themselves.</summary>
internal static class ExplanationExamples
{
    private static readonly Guid Man = Guid.Parse("0190a1b2-0000-7000-8000-00000000000a");

    private static readonly Asked Asked = new(new(2026, 3, 5), PublishedGuidelines.Ids(GuidelineKind.RuleSet)[0], "standard-1");

    private static readonly PatientCourse Before = Course(new ReminderConsentRecorded { StatedOn = new(2026, 1, 5), Consents = true, Form = ConsentForm.Written });

    private static readonly PatientCourse After = Course(
        Before.Log[0].Fact, new ReminderConsentRecorded { StatedOn = new(2026, 2, 10), Consents = false, Form = ConsentForm.Spoken });

    private static readonly ConsentQuestion Question = new();

    /// <summary>Why a man is not reminded.</summary>
    public static ExplanationsAnswer Explanations { get; } = new(
        Man, After.Version, null, Asked.On, Asked.RuleSet, Asked.Protocol, Language.En,
        [.. Question.Why(After, Asked).Take(1).Select(why => ExplainedAnswer.Of(why, new Sentences(Words.In(Language.En), After), Language.En))]);

    /// <summary>What his refusal changed.</summary>
    public static RippleAnswer Ripple { get; } = new(After.Log[^1].Id, After.Version, Asked.On, Asked.RuleSet, Asked.Protocol,
    [
        new(Question.Name, AnswerJson.Of(Question.Ask(Before, Asked)), AnswerJson.Of(Question.Ask(After, Asked)),
            OutcomeChange.Between(Question.Why(Before, Asked), Question.Why(After, Asked))),
    ]);

    private static PatientCourse Course(params Fact[] facts) => PatientCourse.Of(Man, DateTimeZone.Utc, facts.Select((fact, i) => new Entry(
        Guid.Parse($"0190a1b2-0000-7000-8000-00000000000{i + 1}"), i + 1, Instant.FromUtc(2026, 3, 5, 8, i), "nurse-1", fact)));
}
