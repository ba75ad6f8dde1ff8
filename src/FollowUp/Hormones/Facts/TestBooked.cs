using FollowUp.Course;
using FollowUp.Course.Dates;
using NodaTime;

namespace FollowUp.Hormones.Facts;

/// <summary>An appointment for a hormone test was booked.</summary>
[StoredAs("test_booked", "test-bookings")]
public sealed record TestBooked : Fact
{
    /// <summary>The day of the booking.</summary>
    public required LocalDate BookedOn { get; init; }

    /// <summary>When the sample is to be drawn.</summary>
    [Planned]
    public required ClinicalTime BookedFor { get; init; }

    /// <summary>The order's entry.</summary>
    [EntryOf(typeof(TestOrdered))]
    public Guid? OrderId { get; init; }

    /// <inheritdoc/>
    public override Occurrence Occurred(DateTimeZone zone) => Occurrence.On(BookedOn);
}
