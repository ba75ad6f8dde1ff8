using FollowUp.Course;
using FollowUp.Course.Dates;
using NodaTime;

namespace FollowUp.Patients.Facts;

/// <summary>A man died.</summary>
[StoredAs("patient_died", "deaths", By = Recorder.Clinician)]
public sealed record PatientDied : Fact
{
    /// <summary>The day of death, as far as it is known.</summary>
    public required PartialDate DiedOn { get; init; }

    /// <summary>The cause of death in ICD-10, if it is known.</summary>
    [Code(@"[A-Z][0-9]{2}(?:\.[0-9A-Z]{1,4})?", "I26.9")]
    public string? Cause { get; init; }

    /// <summary>Whether the death is related to an operation.</summary>
    public Answer RelatedToSurgery { get; init; } = Answer.Unknown;

    /// <inheritdoc/>
    public override Occurrence Occurred(DateTimeZone zone) => Occurrence.On(DiedOn);
}
