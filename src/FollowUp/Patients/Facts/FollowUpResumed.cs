using FollowUp.Course;
using FollowUp.Course.Dates;
using NodaTime;

namespace FollowUp.Patients.Facts;

/// <summary>A man who was lost or had withdrawn is followed again.</summary>
[StoredAs("follow_up_resumed", "resumptions")]
public sealed record FollowUpResumed : Fact
{
    /// <summary>The day he came back.</summary>
    public required LocalDate ResumedOn { get; init; }

    /// <inheritdoc/>
    public override Occurrence Occurred(DateTimeZone zone) => Occurrence.On(ResumedOn);
}
