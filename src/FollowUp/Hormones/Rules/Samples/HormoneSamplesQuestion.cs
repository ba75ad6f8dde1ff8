using FollowUp.Course;
using FollowUp.Course.Explanations;

namespace FollowUp.Hormones.Rules.Samples;

/// <summary>The hormone results of a man.</summary>
/// <param name="Samples">The current results, each with the reasons if it does not count.</param>
/// <param name="Displaced">Results that a later message of the laboratory replaced or withdrew.</param>
public sealed record HormoneSamplesAnswer(IReadOnlyList<HormoneSample> Samples, IReadOnlyList<DisplacedResult> Displaced);

/// <summary>Which hormone results does he have, and which of them count?</summary>
public sealed class HormoneSamplesQuestion : IQuestion
{
    /// <inheritdoc/>
    public string Name => "hormoneSamples";

    /// <inheritdoc/>
    public object Ask(PatientCourse course, Asked asked)
    {
        var samples = HormoneSamples.Of(course);
        return new HormoneSamplesAnswer(samples.All, samples.Displaced);
    }

    /// <inheritdoc/>
    public IReadOnlyList<Explanation> Why(PatientCourse course, Asked asked) => SampleExplanations.Of(course);
}
