using FollowUp.Course;
using FollowUp.Course.Explanations;
using FollowUp.Patients.Facts;
using NodaTime;

namespace FollowUp.Patients.Rules;

/// <summary>What a man agreed to, how he wants to be reached, and whether he is followed.</summary>
public sealed class ConsentQuestion : IQuestion
{
    /// <inheritdoc/>
    public string Name => "consent";

    /// <inheritdoc/>
    public object Ask(PatientCourse course, Asked asked) => Answer(course);

    /// <inheritdoc/>
    public IReadOnlyList<Explanation> Why(PatientCourse course, Asked asked) => ConsentExplanations.Of(course);

    /// <summary>The typed answer.</summary>
    public static ConsentAnswer Answer(PatientCourse course)
    {
        var reminders = Consents.Reminders(course);
        var research = Consents.Research(course);
        var preferences = Consents.Preferences(course);
        var ended = FollowUpEnd.Standing(course);
        return new(
            YesOrNo(reminders?.Fact.Consents),
            YesOrNo(research?.Fact.Agrees),
            preferences?.Fact.Channels,
            preferences?.Fact.Language,
            preferences?.Fact.From,
            preferences?.Fact.Until,
            preferences?.Fact.MayLeaveMessage ?? Course.Answer.NotAsked,
            preferences?.Fact.PartnerMayBeTold ?? Course.Answer.No,
            ended,
            [.. new[] { reminders?.Id, research?.Id, preferences?.Id, ended?.FactId }.OfType<Guid>()]);
    }

    private static Answer YesOrNo(bool? stated) => stated switch
    {
        true => Course.Answer.Yes,
        false => Course.Answer.No,
        null => Course.Answer.NotAsked,
    };
}

/// <summary>What a man agreed to and how he is reached.</summary>
/// <param name="Reminders">Whether he wants reminders.</param>
/// <param name="Research">Whether his data may be used for research.</param>
/// <param name="Channels">The channels he accepts, the preferred one first; null when he was not asked.</param>
/// <param name="Language">The language he is written to in; null when he was not asked.</param>
/// <param name="From">The earliest time of day at which he wants to be reached, by the clinic's clock.</param>
/// <param name="Until">The latest time of day at which he wants to be reached, by the clinic's clock.</param>
/// <param name="MayLeaveMessage">Whether a message may be left.</param>
/// <param name="PartnerMayBeTold">Whether staff may speak with his partner; no unless he says so.</param>
/// <param name="Ended">The end of his follow-up by death, withdrawal or loss; null while he is followed.</param>
/// <param name="ExplainedBy">The entries this rests on.</param>
public sealed record ConsentAnswer(
    Answer Reminders,
    Answer Research,
    IReadOnlyList<Channel>? Channels,
    Language? Language,
    LocalTime? From,
    LocalTime? Until,
    Answer MayLeaveMessage,
    Answer PartnerMayBeTold,
    FollowUpEnd? Ended,
    IReadOnlyList<Guid> ExplainedBy);
