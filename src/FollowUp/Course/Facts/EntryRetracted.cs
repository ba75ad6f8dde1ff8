using FollowUp.Course.Dates;
using NodaTime;

namespace FollowUp.Course.Facts;

/// <summary>An earlier entry was entered in error and no longer stands; retracting the retraction restores it (R01, R09).</summary>
[StoredAs("entry_retracted", "retractions", By = Recorder.Command)]
public sealed record EntryRetracted : Fact
{
    /// <summary>The entry retracted.</summary>
    public required Guid EntryId { get; init; }

    /// <summary>Why, by code; the note says it in words.</summary>
    public required CorrectionReason Reason { get; init; }

    /// <inheritdoc/>
    public override Occurrence Occurred(DateTimeZone zone) => new(LocalDate.MinIsoValue, LocalDate.MaxIsoValue);
}
