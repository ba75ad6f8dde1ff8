using FollowUp.Patients.Rules.Facts;
using NodaTime;

namespace FollowUp.Patients.Rules;

/// <summary>What a man agreed to, how he wants to be reached, and whether he is followed.</summary>
public sealed class ConsentQuestion : IQuestion
{
    /// <inheritdoc/>
    public string Name => "consent";

    /// <inheritdoc/>
    public object Ask(PatientCourse course, Asked asked) => Answer(course);

    /// <summary>The typed answer. Of several statements the latest stated counts, of one day the latest recorded.</summary>
    public static ConsentAnswer Answer(PatientCourse course)
    {
        var reminders = Latest<ReminderConsentRecorded>(course);
        var research = Latest<ResearchAgreementRecorded>(course);
        var preferences = Latest<ContactPreferencesRecorded>(course);
        var (status, since, because) = Status(course);
        return new(
            YesOrNo(reminders?.Fact.Consents),
            YesOrNo(research?.Fact.Agrees),
            preferences?.Fact.Channels,
            preferences?.Fact.Language,
            preferences?.Fact.From,
            preferences?.Fact.Until,
            preferences?.Fact.MayLeaveMessage ?? Rules.Answer.NotAsked,
            preferences?.Fact.PartnerMayBeTold ?? Rules.Answer.No,
            status,
            since,
            [.. new[] { reminders?.Id, research?.Id, preferences?.Id, because }.OfType<Guid>()]);
    }

    /// <summary>Whether a man is followed, since when if not, and the entry that says so. A death is final.</summary>
    public static (FollowUpStatus Status, LocalDate? Since, Guid? Because) Status(PatientCourse course)
    {
        if (course.Of<PatientDied>().FirstOrDefault() is { } died)
        {
            return (FollowUpStatus.Died, died.Occurred.Earliest, died.Id);
        }

        var last = InOrderStated(course.Standing.Where(standing => standing.Fact is PatientWithdrew or PatientLostToFollowUp or FollowUpResumed))
            .LastOrDefault();
        return last?.Fact switch
        {
            PatientWithdrew => (FollowUpStatus.Withdrawn, last.Occurred.Earliest, last.Id),
            PatientLostToFollowUp => (FollowUpStatus.Lost, last.Occurred.Earliest, last.Id),
            _ => (FollowUpStatus.Followed, null, last?.Id),
        };
    }

    private static Standing<TFact>? Latest<TFact>(PatientCourse course)
        where TFact : Fact => InOrderStated(course.Of<TFact>()).LastOrDefault();

    private static IEnumerable<Standing<TFact>> InOrderStated<TFact>(IEnumerable<Standing<TFact>> standing)
        where TFact : Fact => standing.OrderBy(one => one.Occurred).ThenBy(one => one.Entry.Version);

    private static Answer YesOrNo(bool? stated) => stated switch
    {
        true => Rules.Answer.Yes,
        false => Rules.Answer.No,
        null => Rules.Answer.NotAsked,
    };
}

/// <summary>What a man agreed to and how he is reached.</summary>
/// <param name="Reminders">Whether he wants to be reminded.</param>
/// <param name="Research">Whether his data may be used for research.</param>
/// <param name="Channels">The channels he accepts, the preferred one first; null when he was not asked.</param>
/// <param name="Language">The language he is written to in; null when he was not asked.</param>
/// <param name="From">The earliest clock time he wants to be reached, the clinic's.</param>
/// <param name="Until">The latest clock time he wants to be reached, the clinic's.</param>
/// <param name="MayLeaveMessage">Whether a message may be left.</param>
/// <param name="PartnerMayBeTold">Whether his partner may be told; no unless he says so.</param>
/// <param name="Status">Whether he is followed.</param>
/// <param name="Since">Since when he is not; of a partial date the first possible day.</param>
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
    FollowUpStatus Status,
    LocalDate? Since,
    IReadOnlyList<Guid> ExplainedBy);

/// <summary>Whether a man is followed.</summary>
public enum FollowUpStatus
{
    /// <summary>Followed.</summary>
    Followed,

    /// <summary>He withdrew: no reminder and no call.</summary>
    Withdrawn,

    /// <summary>Lost to follow-up; the day he calls, it resumes.</summary>
    Lost,

    /// <summary>He died.</summary>
    Died,
}
