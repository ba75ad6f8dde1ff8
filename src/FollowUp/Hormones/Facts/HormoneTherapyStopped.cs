using FollowUp.Course;
using FollowUp.Course.Dates;
using NodaTime;

namespace FollowUp.Hormones.Facts;

/// <summary>A hormone therapy has ended.</summary>
[StoredAs("hormone_therapy_stopped", "hormone-therapy-stops")]
public sealed record HormoneTherapyStopped : Fact
{
    /// <summary>The therapy's entry.</summary>
    [EntryOf(typeof(HormoneTherapyRecorded))]
    public required Guid TherapyId { get; init; }

    /// <summary>The day of the last dose, as far as it is known.</summary>
    [InsteadOfPlanned("The therapy still goes on until then: record its end once the day has come.")]
    public required PartialDate StoppedOn { get; init; }

    /// <inheritdoc/>
    public override Occurrence Occurred(DateTimeZone zone) => Occurrence.On(StoppedOn);
}
