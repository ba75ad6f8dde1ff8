using FollowUp.Patients.Rules.Facts;
using NodaTime;

namespace FollowUp.Patients.Rules;

/// <summary>A sperm retrieval of a man, here or elsewhere, in its place among all of his.</summary>
/// <param name="Id">The entry's id.</param>
/// <param name="Number">1 for his first; every earlier one counts, elsewhere and undated too (R70).</param>
/// <param name="Type">What was done.</param>
/// <param name="Occurred">When; partial for history from elsewhere.</param>
/// <param name="Here">Whether it was done in this clinic, and so opened a follow-up clock.</param>
/// <param name="Outcome">Whether sperm was found.</param>
/// <param name="InductionAt">The clinic's clock time of induction of anaesthesia, if recorded (R10).</param>
public sealed record Operation(
    Guid Id, int Number, ProcedureType Type, Occurrence Occurred, bool Here, RetrievalOutcome Outcome, LocalTime? InductionAt)
{
    /// <summary>The day of surgery; for a partial date the earliest day it can have been.</summary>
    public LocalDate On => Occurred.Earliest;

    /// <summary>Whether anything is known of its date; <see cref="On"/> means nothing without.</summary>
    public bool IsDated => Occurred.Earliest > LocalDate.MinIsoValue;

    /// <summary>Whether it comes after a day and clock time: on a later day, or that day at a recorded induction later than the time (R10, R11).</summary>
    public bool IsAfter(LocalDate day, LocalTime? time) => day < On || (day == On && time < InductionAt);

    /// <summary>
    /// The retrieval before it, whose technique and histology are the previous ones: the latest earlier one, and of several on one
    /// day the most thorough, MTESE before CTESE before TESA (R71). Null for his first.
    /// </summary>
    /// <param name="all">All operations of the course.</param>
    public Operation? PreviousIn(IReadOnlyList<Operation> all) => Number == 1 ? null : all.Take(Number - 1)
        .Where(earlier => earlier.Occurred == all[Number - 2].Occurred with { Time = earlier.Occurred.Time })
        .MaxBy(earlier => earlier.Type);

    /// <summary>The first earlier retrieval, here or elsewhere, that found no sperm; a microdissection after one is a salvage operation (domain 1.2).</summary>
    /// <param name="all">All operations of the course.</param>
    public Operation? FailureBefore(IReadOnlyList<Operation> all) =>
        all.Take(Number - 1).FirstOrDefault(earlier => earlier.Outcome == RetrievalOutcome.NotFound);

    /// <summary>Whether it is a microdissection after an earlier retrieval that found no sperm (domain 1.2).</summary>
    /// <param name="all">All operations of the course.</param>
    public bool IsSalvageIn(IReadOnlyList<Operation> all) => Type == ProcedureType.MTESE && FailureBefore(all) is not null;

    /// <summary>All operations of a course in clinical order; two of one day by their ids (R12).</summary>
    public static IReadOnlyList<Operation> AllIn(PatientCourse course) => course.Derived(0, static (course, _) => Of(course));

    private static IReadOnlyList<Operation> Of(PatientCourse course) => [..
        course.Of<ProcedurePerformed>()
        .Select(here => new Operation(here.Id, 0, here.Fact.Type, here.Occurred, Here: true, here.Fact.Outcome, here.Fact.InductionAt))
        .Concat(course.Of<EarlierProcedureReported>()
            .Select(elsewhere => new Operation(elsewhere.Id, 0, elsewhere.Fact.Type, elsewhere.Occurred, Here: false, elsewhere.Fact.Outcome, null)))
        .OrderBy(operation => operation.Occurred.Earliest)
        .ThenBy(operation => operation.Occurred.Latest)
        .ThenBy(operation => operation.Id)
        .Select((operation, index) => operation with { Number = index + 1 })];

    /// <summary>The operations done here, each with the one that ends its clock; null for the latest.</summary>
    public static IReadOnlyList<(Operation Index, Operation? Next)> ClocksIn(PatientCourse course)
    {
        var all = AllIn(course);
        return [.. all.Select((operation, i) => (Index: operation, Next: i + 1 < all.Count ? all[i + 1] : null))
            .Where(clock => clock.Index.Here)];
    }
}
