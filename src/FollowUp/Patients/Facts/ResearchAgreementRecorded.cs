using FollowUp.Course;
using FollowUp.Course.Dates;
using NodaTime;

namespace FollowUp.Patients.Facts;

/// <summary>A man agreed that his data are used for research, or no longer agrees. His consent to reminders is a fact of its own.</summary>
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
