using FollowUp.Complications.Facts;
using FollowUp.Course;

namespace FollowUp.Complications.Rules;

/// <summary>A complication is over after it began.</summary>
public sealed class ResolutionConsistent : ICheck<ComplicationResolved>
{
    /// <inheritdoc/>
    public IEnumerable<Finding> Check(ComplicationResolved fact, PatientCourse course, DecisionContext context) =>
        course.Of<ComplicationReported>().FirstOrDefault(standing => standing.Id == fact.ComplicationId) is { } complication
            && fact.ResolvedOn < complication.Occurred.Earliest
            ? [Finding.Refusal("BeforeOnset", "resolvedOn", fact.ResolvedOn, $"The complication began on {complication.Occurred.Earliest:uuuu-MM-dd}. Write a day from then on.")]
            : [];
}
