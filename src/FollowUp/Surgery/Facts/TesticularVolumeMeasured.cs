using FollowUp.Course;
using FollowUp.Course.Dates;
using NodaTime;

namespace FollowUp.Surgery.Facts;

/// <summary>The volume of one testis. A loss of volume after an operation is proposed as atrophy (domain 4.3).</summary>
[StoredAs("testicular_volume_measured", "testicular-volumes")]
public sealed record TesticularVolumeMeasured : Fact
{
    /// <summary>The day.</summary>
    public required LocalDate MeasuredOn { get; init; }

    /// <summary>The side, left or right.</summary>
    public required Side Side { get; init; }

    /// <summary>The volume in millilitres.</summary>
    public required decimal Millilitres { get; init; }

    /// <summary>How it was measured; volumes by different methods are not compared.</summary>
    public required VolumeMethod Method { get; init; }

    /// <inheritdoc/>
    public override Occurrence Occurred(DateTimeZone zone) => Occurrence.On(MeasuredOn);
}

/// <summary>How a testicular volume was measured.</summary>
public enum VolumeMethod
{
    /// <summary>By ultrasound.</summary>
    Ultrasound,

    /// <summary>By comparison with the beads of an orchidometer.</summary>
    Orchidometer,

    /// <summary>Not stated.</summary>
    NotStated,
}
