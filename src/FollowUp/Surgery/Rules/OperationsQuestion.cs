using FollowUp.Course;
using FollowUp.Course.Explanations;
using FollowUp.Surgery.Facts;
using NodaTime;

namespace FollowUp.Surgery.Rules;

/// <summary>A man's sperm retrievals in clinical order, each with its number and the previous technique and histology (R70, R71).</summary>
public sealed class OperationsQuestion : IQuestion
{
    /// <inheritdoc/>
    public string Name => "operations";

    /// <inheritdoc/>
    public object Ask(PatientCourse course, Asked asked) => Answer(course);

    /// <inheritdoc/>
    public IReadOnlyList<Explanation> Why(PatientCourse course, Asked asked) => OperationExplanations.Of(course);

    /// <summary>The typed answer.</summary>
    public static IReadOnlyList<OperationAnswer> Answer(PatientCourse course)
    {
        var all = Operation.AllIn(course);
        return [.. all.Select(operation => Of(operation, all, course))];
    }

    private static OperationAnswer Of(Operation operation, IReadOnlyList<Operation> all, PatientCourse course)
    {
        var previous = operation.PreviousIn(all);
        var failed = operation.FailureBefore(all);
        var histology = HistologyFinding.Of(operation, course);
        var previousHistology = previous is null ? null : HistologyFinding.Of(previous, course);
        return new(
            operation.Id,
            operation.Number,
            operation.Type,
            operation.IsDated ? operation.Occurred.Earliest : null,
            operation.IsDated ? operation.Occurred.Latest : null,
            operation.Here,
            operation.Outcome,
            Salvage: operation.IsSalvageIn(all),
            histology,
            previous?.Type,
            previousHistology,
            previous is not null && IsExact(previous) && IsExact(operation) ? Period.DaysBetween(previous.On, operation.On) : null,
            [.. operation.Entries
                .Concat(new[] { previous?.Id, failed?.Id }.OfType<Guid>())
                .Concat(histology.ExplainedBy)
                .Concat(previousHistology?.ExplainedBy ?? [])
                .Distinct()]);
    }

    private static bool IsExact(Operation operation) => operation.Occurred.Earliest == operation.Occurred.Latest;
}

/// <summary>A sperm retrieval, with the previous one.</summary>
/// <param name="Id">The entry.</param>
/// <param name="Number">1 for his first. Every earlier operation counts, also one elsewhere and one without a date (R70).</param>
/// <param name="Type">What was done.</param>
/// <param name="Earliest">The day, or the first day it can have been; null when nothing is known.</param>
/// <param name="Latest">The day, or the last day it can have been; null when nothing is known.</param>
/// <param name="Here">Whether it was done in this clinic.</param>
/// <param name="Outcome">Whether sperm was found.</param>
/// <param name="Salvage">Whether it is a microdissection after an earlier retrieval that found no sperm (domain 1.2).</param>
/// <param name="Histology">Its histology, all sides taken together.</param>
/// <param name="PreviousTechnique">The technique of the previous operation; null for the first (R71).</param>
/// <param name="PreviousHistology">The histology of the previous operation; null for the first (R71).</param>
/// <param name="DaysSincePrevious">Days since the previous operation; null unless both days are known exactly.</param>
/// <param name="ExplainedBy">The entries this rests on.</param>
public sealed record OperationAnswer(
    Guid Id,
    int Number,
    ProcedureType Type,
    LocalDate? Earliest,
    LocalDate? Latest,
    bool Here,
    RetrievalOutcome Outcome,
    bool Salvage,
    HistologyFinding Histology,
    ProcedureType? PreviousTechnique,
    HistologyFinding? PreviousHistology,
    int? DaysSincePrevious,
    IReadOnlyList<Guid> ExplainedBy);
