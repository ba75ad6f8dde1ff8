using FollowUp.Course;
using FollowUp.Course.Dates;
using NodaTime;

namespace FollowUp.Surgery.Facts;

/// <summary>A testis was removed. From that day on, hormone results no longer count for the operation before it (R36).</summary>
[StoredAs("orchiectomy_performed", "orchiectomies")]
public sealed record OrchiectomyPerformed : Fact
{
    /// <summary>The day, as far as it is known.</summary>
    public required PartialDate PerformedOn { get; init; }

    /// <summary>The side.</summary>
    public required Side Side { get; init; }

    /// <inheritdoc/>
    public override Occurrence Occurred(DateTimeZone zone) => Occurrence.On(PerformedOn);
}
