using FollowUp.Patients.Rules;
using FollowUp.Patients.Rules.Facts;
using NodaTime;

namespace FollowUp.Complications.Rules;

/// <summary>A man's complications, each with the operation it belongs to and the grade that counts.</summary>
public sealed class ComplicationsQuestion : IQuestion
{
    /// <inheritdoc/>
    public string Name => "complications";

    /// <inheritdoc/>
    public object Ask(PatientCourse course, Asked asked) => Answer(course);

    /// <summary>The typed answer, in clinical order.</summary>
    public static IReadOnlyList<ComplicationStanding> Answer(PatientCourse course) =>
        [.. course.Of<ComplicationReported>().Select(complication => Of(complication, course))];

    private static ComplicationStanding Of(Standing<ComplicationReported> complication, PatientCourse course)
    {
        var operation = OperationOf.Complication(complication.Fact, course);
        var grade = HighestGrade.Of(complication.Id, course);
        var resolved = course.Of<ComplicationResolved>().LastOrDefault(resolution => resolution.Fact.ComplicationId == complication.Id);
        return new(
            complication.Id,
            complication.Fact.Type,
            complication.Fact.Side,
            complication.Fact.OnsetOn,
            complication.Fact.DetectedOn,
            operation?.Id,
            grade?.Fact.Grade,
            grade?.Fact.Disability,
            resolved?.Fact.ResolvedOn,
            [complication.Id, .. new[] { operation?.Id, grade?.Id, resolved?.Id }.OfType<Guid>()]);
    }
}

/// <summary>A complication as it stands.</summary>
/// <param name="Id">The entry.</param>
/// <param name="Type">What it is.</param>
/// <param name="Side">The side.</param>
/// <param name="OnsetOn">When it began, as far as it is known.</param>
/// <param name="DetectedOn">The day it was detected.</param>
/// <param name="OperationId">The operation it belongs to (R13); null when he had none by then.</param>
/// <param name="Grade">The highest grade any standing revision gave it (R54); null when it is not graded.</param>
/// <param name="Disability">The suffix d of that grade.</param>
/// <param name="ResolvedOn">The day it was over; null while it is not known to be.</param>
/// <param name="ExplainedBy">The entries this rests on.</param>
public sealed record ComplicationStanding(
    Guid Id,
    ComplicationType Type,
    Side Side,
    PartialDate? OnsetOn,
    LocalDate DetectedOn,
    Guid? OperationId,
    ClavienDindo? Grade,
    bool? Disability,
    LocalDate? ResolvedOn,
    IReadOnlyList<Guid> ExplainedBy);
