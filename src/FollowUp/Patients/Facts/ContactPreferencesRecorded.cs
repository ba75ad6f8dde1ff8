using FollowUp.Course;
using FollowUp.Course.Dates;
using NodaTime;

namespace FollowUp.Patients.Facts;

/// <summary>How a man wants to be reached. The numbers and addresses themselves are in the directory.</summary>
[StoredAs("contact_preferences_recorded", "contact-preferences")]
public sealed record ContactPreferencesRecorded : Fact
{
    /// <summary>The day he said so.</summary>
    public required LocalDate StatedOn { get; init; }

    /// <summary>The channels he accepts, the preferred one first.</summary>
    public required IReadOnlyList<Channel> Channels { get; init; }

    /// <summary>The language of messages and letters.</summary>
    public required Language Language { get; init; }

    /// <summary>The earliest time of day at which he wants to be reached, by the clinic's clock.</summary>
    public LocalTime? From { get; init; }

    /// <summary>The latest time of day at which he wants to be reached, by the clinic's clock.</summary>
    public LocalTime? Until { get; init; }

    /// <summary>Whether a message may be left for him.</summary>
    public Answer MayLeaveMessage { get; init; } = Answer.NotAsked;

    /// <summary>Whether staff may speak with his partner; no unless he says so.</summary>
    public Answer PartnerMayBeTold { get; init; } = Answer.No;

    /// <inheritdoc/>
    public override Occurrence Occurred(DateTimeZone zone) => Occurrence.On(StatedOn);
}

/// <summary>A way of reaching a man.</summary>
public enum Channel
{
    /// <summary>A call.</summary>
    Phone,

    /// <summary>A text message.</summary>
    Sms,

    /// <summary>An e-mail.</summary>
    Email,

    /// <summary>A letter.</summary>
    Post,
}
