using FollowUp.Course;
using FollowUp.Course.Dates;
using NodaTime;

namespace FollowUp.Hormones.Facts;

/// <summary>A man did not come to a booked test.</summary>
[StoredAs("test_missed", "missed-tests")]
public sealed record TestMissed : Fact
{
    /// <summary>The day he was expected.</summary>
    public required LocalDate MissedOn { get; init; }

    /// <summary>The booking's entry.</summary>
    [EntryOf(typeof(TestBooked))]
    public Guid? BookingId { get; init; }

    /// <inheritdoc/>
    public override Occurrence Occurred(DateTimeZone zone) => Occurrence.On(MissedOn);
}
