using FollowUp.Access;
using FollowUp.Course;
using FollowUp.Course.Explanations;
using FollowUp.Recording.Endpoints;
using NodaTime;

namespace FollowUp.Recording;

/// <summary>Everything derived that one entry changed, or would change.</summary>
/// <param name="EntryId">The entry.</param>
/// <param name="Version">The man's version with it.</param>
/// <param name="On">The day the questions are asked for: that of the recording.</param>
/// <param name="RuleSet">The hypogonadism rule set: that in force then, unless another was named.</param>
/// <param name="Protocol">The recall protocol.</param>
/// <param name="Changed">The answers that changed, by name.</param>
public sealed record RippleAnswer(Guid EntryId, long Version, LocalDate On, string RuleSet, string Protocol, IReadOnlyList<ChangedAnswer> Changed);

/// <summary>An answer before and after an entry.</summary>
/// <param name="Answer">Its name.</param>
/// <param name="Before">As it was.</param>
/// <param name="After">As it is.</param>
/// <param name="Outcomes">Which of its derived answers have another outcome; none when only a number, a date or a ground changed.</param>
public sealed record ChangedAnswer(string Answer, AnswerJson Before, AnswerJson After, IReadOnlyList<OutcomeChange> Outcomes);

/// <summary>What follows from an entry, before it and after it.</summary>
public static class Ripple
{
    /// <summary>The names of the answers that changed, in alphabetical order.</summary>
    public static IReadOnlyList<string> Names(IReadOnlyDictionary<string, AnswerJson> was, IReadOnlyDictionary<string, AnswerJson> state) =>
        [.. state.Keys.Where(name => !was[name].Same(state[name])).Order(StringComparer.Ordinal)];

    /// <summary>The ripple of an entry.</summary>
    /// <param name="clinic">The clinic.</param>
    /// <param name="before">The course before it.</param>
    /// <param name="after">The course with it, as its last.</param>
    /// <param name="ruleSet">Another rule set than the one in force then.</param>
    public static RippleAnswer Of(Clinic clinic, PatientCourse before, PatientCourse after, string? ruleSet = null)
    {
        var entry = after.Log[^1];
        var asked = Questions.At(clinic, entry.RecordedAt);
        asked = asked with { RuleSet = ruleSet ?? asked.RuleSet };
        var (was, state) = (Questions.Sent(before, asked), Questions.Sent(after, asked));
        return new(
            entry.Id, entry.Version, asked.On, asked.RuleSet, asked.Protocol,
            [.. Names(was, state).Select(name => new ChangedAnswer(name, was[name], state[name], Outcomes(name, before, after, asked)))]);
    }

    private static IReadOnlyList<OutcomeChange> Outcomes(string name, PatientCourse before, PatientCourse after, Asked asked)
    {
        var question = Questions.All.First(question => question.Name == name);
        return OutcomeChange.Between(question.Why(before, asked), question.Why(after, asked));
    }
}
