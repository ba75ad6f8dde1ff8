using FollowUp.Course;
using FollowUp.Course.Dates;
using NodaTime;

namespace FollowUp.Patients.Facts;

/// <summary>The body weight. The latest one on or before the day of a dose sets the limit of paracetamol (R58).</summary>
[StoredAs("weight_measured", "weights")]
public sealed record WeightMeasured : Fact
{
    /// <summary>The day.</summary>
    public required LocalDate MeasuredOn { get; init; }

    /// <summary>The weight in kilograms.</summary>
    public required decimal Kilograms { get; init; }

    /// <inheritdoc/>
    public override Occurrence Occurred(DateTimeZone zone) => Occurrence.On(MeasuredOn);
}
