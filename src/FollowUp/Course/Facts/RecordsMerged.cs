using FollowUp.Course.Dates;
using NodaTime;

namespace FollowUp.Course.Facts;

/// <summary>Another record turned out to be this man's: its standing facts follow as copies. The note says why.</summary>
/// <remarks>Undone by retracting it with its copies.</remarks>
[StoredAs("records_merged", "merges", By = Recorder.Command)]
public sealed record RecordsMerged : Fact
{
    /// <summary>The id of the other record.</summary>
    public required Guid OtherId { get; init; }

    /// <summary>The clinic's date of the merge.</summary>
    public required LocalDate MergedOn { get; init; }

    /// <inheritdoc/>
    public override Occurrence Occurred(DateTimeZone zone) => Occurrence.On(MergedOn);
}
