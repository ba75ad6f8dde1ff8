using NodaTime;

namespace FollowUp.Patients.Rules.Facts;

/// <summary>A man died.</summary>
[StoredAs("patient_died", "deaths", By = Recorder.Clinician)]
public sealed record PatientDied : Fact
{
    /// <summary>The day of death, as far as it is known.</summary>
    public required PartialDate DiedOn { get; init; }

    /// <summary>Whether the death is related to an operation.</summary>
    public Answer RelatedToSurgery { get; init; } = Answer.Unknown;

    /// <inheritdoc/>
    public override Occurrence Occurred(DateTimeZone zone) => Occurrence.On(DiedOn);
}
