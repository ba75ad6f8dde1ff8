using FollowUp.Complications.Facts;
using FollowUp.Course;
using FollowUp.Course.Dates;
using FollowUp.Course.Explanations;
using FollowUp.Surgery.Facts;
using NodaTime;

namespace FollowUp.Complications.Rules;

/// <summary>A man's complications, each with its operation, its grades, and the grade that counts.</summary>
public sealed class ComplicationsQuestion : IQuestion
{
    /// <inheritdoc/>
    public string Name => "complications";

    /// <inheritdoc/>
    public object Ask(PatientCourse course, Asked asked) => Answer(course);

    /// <inheritdoc/>
    public IReadOnlyList<Explanation> Why(PatientCourse course, Asked asked) => ComplicationExplanations.Of(course);

    /// <summary>The typed answer, in clinical order.</summary>
    public static IReadOnlyList<ComplicationStanding> Answer(PatientCourse course) => course.Cached("complications", (course, _) => new CachedAnswer(Of(course))).All;

    private static List<ComplicationStanding> Of(PatientCourse course)
    {
        var operations = Operation.AllIn(course);
        var grades = course.Of<ComplicationGraded>().ToLookup(graded => graded.Fact.ComplicationId);
        var resolutions = course.Of<ComplicationResolved>().ToLookup(resolution => resolution.Fact.ComplicationId);
        return [.. course.Of<ComplicationReported>()
            .Select(complication => Of(complication, operations, [.. grades[complication.Id]], resolutions[complication.Id].LastOrDefault()))];
    }

    private static ComplicationStanding Of(
        Standing<ComplicationReported> complication, IReadOnlyList<Operation> operations, Standing<ComplicationGraded>[] grades, Standing<ComplicationResolved>? resolved)
    {
        var operation = OperationOf.Complication(complication.Fact, operations);
        var counting = HighestGrade.Among(grades);
        return new(
            complication.Id,
            complication.Fact.Type,
            complication.Fact.Side,
            complication.Fact.OnsetOn,
            complication.Fact.DetectedOn,
            operation?.Id,
            counting?.Fact.Grade,
            counting?.Fact.Disability,
            resolved?.Fact.ResolvedOn,
            [.. grades.Select(graded => new GradeGiven(
                graded.Id, graded.Fact.Grade, graded.Fact.Disability, graded.Fact.Ctcae, graded.Fact.GradedOn,
                graded.Fact.GradedBy ?? graded.Entry.FirstRecordedBy, graded.Fact.RoleInSurgery, graded.Id == counting!.Id))],
            [complication.Id, .. new[] { operation?.Id, counting?.Id, resolved?.Id }.OfType<Guid>()])
        {
            OperationRetracted = OperationOf.IsRetracted(complication.Fact, operations),
        };
    }

    private sealed record CachedAnswer(IReadOnlyList<ComplicationStanding> All);
}

/// <summary>A complication, with its corrections applied.</summary>
/// <param name="Id">The entry.</param>
/// <param name="Type">What it is.</param>
/// <param name="Side">The side.</param>
/// <param name="OnsetOn">When it began, as far as it is known.</param>
/// <param name="DetectedOn">The day it was detected.</param>
/// <param name="OperationId">The operation it belongs to (R13); null when he had no operation by then.</param>
/// <param name="Grade">The highest grade that was given and not retracted (R54); null when it is not graded.</param>
/// <param name="Disability">Whether that grade has the suffix d.</param>
/// <param name="ResolvedOn">The day it was over; null when its end is not recorded.</param>
/// <param name="Grades">Every grade that was not retracted, in clinical order.</param>
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
    IReadOnlyList<GradeGiven> Grades,
    IReadOnlyList<Guid> ExplainedBy)
{
    /// <summary>Whether the operation it names was retracted, so that a person has to name another (R13).</summary>
    public bool OperationRetracted { get; init; }
}

/// <summary>A grade that was given.</summary>
/// <param name="FactId">The entry.</param>
/// <param name="Grade">The Clavien-Dindo grade.</param>
/// <param name="Disability">The suffix d.</param>
/// <param name="Ctcae">The CTCAE grade, 1 to 5, if it was given too.</param>
/// <param name="GradedOn">The day.</param>
/// <param name="GradedBy">Who graded: the staff code that was stated, otherwise who recorded it.</param>
/// <param name="RoleInSurgery">What the grader did in the operation (V62).</param>
/// <param name="Counts">Whether this grade counts (R54).</param>
public sealed record GradeGiven(
    Guid FactId, ClavienDindo Grade, bool Disability, int? Ctcae, LocalDate GradedOn, string GradedBy, RoleInSurgery RoleInSurgery, bool Counts);
