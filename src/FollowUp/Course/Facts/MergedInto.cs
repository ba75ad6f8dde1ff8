using FollowUp.Course.Dates;
using NodaTime;

namespace FollowUp.Course.Facts;

/// <summary>This record's man is another record's: while this stands, his facts stand there, and no more are taken here.</summary>
[StoredAs("merged_into", "merged-into", By = Recorder.Command)]
public sealed record MergedInto : Fact
{
    /// <summary>The id of the surviving record.</summary>
    public required Guid SurvivorId { get; init; }

    /// <summary>The entry of the merge in the surviving record.</summary>
    public required Guid MergeId { get; init; }

    /// <summary>The clinic's date of the merge.</summary>
    public required LocalDate MergedOn { get; init; }

    /// <inheritdoc/>
    public override Occurrence Occurred(DateTimeZone zone) => Occurrence.On(MergedOn);
}
