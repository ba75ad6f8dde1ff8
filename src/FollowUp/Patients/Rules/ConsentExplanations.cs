using FollowUp.Course;
using FollowUp.Course.Explanations;
using FollowUp.Patients.Facts;

namespace FollowUp.Patients.Rules;

/// <summary>Explains whether a man gets reminders, takes part in research, how he is reached, and whether he is followed.</summary>
internal static class ConsentExplanations
{
    public static IReadOnlyList<Explanation> Of(PatientCourse course)
    {
        var answer = ConsentQuestion.Answer(course);
        return
        [
            OfStatement<ReminderConsentRecorded>("consent.reminders", answer.Reminders, Consents.Reminders(course), course),
            OfStatement<ResearchAgreementRecorded>("consent.research", answer.Research, Consents.Research(course), course),
            OfPreferences(course),
            OfFollowUp(answer.Ended, course),
        ];
    }

    private static Explanation OfStatement<TFact>(string of, Answer answer, Standing<TFact>? counts, PatientCourse course)
        where TFact : Fact => new()
        {
            Of = of,
            Outcome = answer,
            Used = Used(counts),
            LeftOut =
            [
                .. Others(counts, course).Select(other => new LeftOutFact(
                    other.Id, other.Occurred == counts!.Occurred && answer == Answer.No ? CourseReason.RefusedThatDay : CourseReason.LaterStatement)),
                .. LeftOutFact.RetractedIn<TFact>(course),
            ],
        };

    private static Explanation OfPreferences(PatientCourse course)
    {
        var counts = Consents.Preferences(course);
        return new()
        {
            Of = "consent.preferences",
            Outcome = counts is null ? Answer.NotAsked : Answer.Yes,
            Values = counts is null ? new Dictionary<string, object>() : new Dictionary<string, object>
            {
                ["channels"] = counts.Fact.Channels.Select(channel => Code.From(channel)).ToList(),
                ["language"] = counts.Fact.Language.Code,
            },
            Used = Used(counts),
            LeftOut =
            [
                .. Others(counts, course).Select(other => new LeftOutFact(other.Id, CourseReason.LaterStatement)),
                .. LeftOutFact.RetractedIn<ContactPreferencesRecorded>(course),
            ],
        };
    }

    private static Explanation OfFollowUp(FollowUpEnd? ended, PatientCourse course) => new()
    {
        Of = "consent.followUp",
        Outcome = Status(ended?.Kind),
        Values = ended is null ? new Dictionary<string, object>() : new Dictionary<string, object> { ["endedOn"] = ended.On },
        Rules = ["R67"],
        Used =
        [
            .. ended is null ? (UsedFact[])[] : [new(ended.FactId, ConsentRole.End)],
            .. course.Of<FollowUpResumed>().Select(resumed => new UsedFact(resumed.Id, ConsentRole.Resumption)),
        ],
        LeftOut =
        [
            .. LeftOut<PatientDied>(ended, CourseReason.EndedOtherwise, course),
            .. LeftOut<PatientWithdrew>(ended, CourseReason.ResumedSince, course),
            .. LeftOut<PatientLostToFollowUp>(ended, course.Of<FollowUpResumed>().Any() ? CourseReason.ResumedSince : CourseReason.ReachedSince, course),
        ],
    };

    private static IEnumerable<LeftOutFact> LeftOut<TFact>(FollowUpEnd? ended, CourseReason whileFollowed, PatientCourse course)
        where TFact : Fact => course.Of<TFact>()
        .Where(end => end.Id != ended?.FactId)
        .Select(end => new LeftOutFact(end.Id, ended is null ? whileFollowed : CourseReason.EndedOtherwise))
        .Concat(LeftOutFact.RetractedIn<TFact>(course));

    private static UsedFact[] Used<TFact>(Standing<TFact>? counts)
        where TFact : Fact => counts is null ? [] : [new(counts.Id, ConsentRole.Statement)];

    private static IEnumerable<Standing<TFact>> Others<TFact>(Standing<TFact>? counts, PatientCourse course)
        where TFact : Fact => course.Of<TFact>().Where(other => other.Id != counts?.Id);

    private static FollowUpStatus Status(FollowUpEndKind? ended) => ended switch
    {
        FollowUpEndKind.Died => FollowUpStatus.Died,
        FollowUpEndKind.Withdrew => FollowUpStatus.Withdrew,
        FollowUpEndKind.Lost => FollowUpStatus.Lost,
        _ => FollowUpStatus.Followed,
    };
}

/// <summary>What a fact was used for in the answer about consent.</summary>
public enum ConsentRole
{
    /// <summary>The statement of the man that counts.</summary>
    Statement,

    /// <summary>What ended his follow-up.</summary>
    End,

    /// <summary>That his follow-up was resumed.</summary>
    Resumption,
}

/// <summary>Whether a man is followed.</summary>
public enum FollowUpStatus
{
    /// <summary>He is followed.</summary>
    Followed,

    /// <summary>He died.</summary>
    Died,

    /// <summary>He withdrew.</summary>
    Withdrew,

    /// <summary>He was declared lost.</summary>
    Lost,
}
