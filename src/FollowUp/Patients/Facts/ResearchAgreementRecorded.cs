using FollowUp.Course;
using FollowUp.Course.Dates;
using NodaTime;

namespace FollowUp.Patients.Facts;

/// <summary>A man agreed, or no longer agrees, that his data are used for research. Not his consent to reminders.</summary>
[StoredAs("research_agreement_recorded", "research-agreements")]
public sealed record ResearchAgreementRecorded : Fact
{
    /// <summary>The day he said so.</summary>
    public required LocalDate StatedOn { get; init; }

    /// <summary>Whether he agrees.</summary>
    public required bool Agrees { get; init; }

    /// <inheritdoc/>
    public override Occurrence Occurred(DateTimeZone zone) => Occurrence.On(StatedOn);
}
