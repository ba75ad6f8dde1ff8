using FollowUp.Course;
using FollowUp.Course.Dates;
using NodaTime;

namespace FollowUp.Complications.Facts;

/// <summary>A complication is over.</summary>
[StoredAs("complication_resolved", "complication-resolutions")]
public sealed record ComplicationResolved : Fact
{
    /// <summary>The complication's entry.</summary>
    [EntryOf(typeof(ComplicationReported))]
    public required Guid ComplicationId { get; init; }

    /// <summary>The day it was over.</summary>
    public required LocalDate ResolvedOn { get; init; }

    /// <inheritdoc/>
    public override Occurrence Occurred(DateTimeZone zone) => Occurrence.On(ResolvedOn);
}
