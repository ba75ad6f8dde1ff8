using FollowUp.Course;
using FollowUp.Course.Dates;
using NodaTime;

namespace FollowUp.Hormones.Facts;

/// <summary>A hormone test was ordered.</summary>
[StoredAs("test_ordered", "test-orders")]
public sealed record TestOrdered : Fact
{
    /// <summary>The day of the order.</summary>
    public required LocalDate OrderedOn { get; init; }

    /// <summary>What is to be measured.</summary>
    public required IReadOnlyList<Analyte> Analytes { get; init; }

    /// <inheritdoc/>
    public override Occurrence Occurred(DateTimeZone zone) => Occurrence.On(OrderedOn);
}
