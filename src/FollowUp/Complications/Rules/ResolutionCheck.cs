using FollowUp.Complications.Facts;
using FollowUp.Course;

namespace FollowUp.Complications.Rules;

/// <summary>A complication is not over before it began.</summary>
public sealed class ResolutionCheck : ICheck<ComplicationResolved>
{
    /// <inheritdoc/>
    public IEnumerable<Finding> Check(ComplicationResolved fact, PatientCourse course, DecisionContext context) =>
        course.Of<ComplicationReported>().FirstOrDefault(standing => standing.Id == fact.ComplicationId) is { } complication
            && fact.ResolvedOn < complication.Occurred.Earliest
            ? [Finding.Refusal("BeforeOnset", "resolvedOn", fact.ResolvedOn, $"The complication began on {complication.Occurred.Earliest:uuuu-MM-dd}. Write that day or a later one.")]
            : [];
}
