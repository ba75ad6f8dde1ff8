using FollowUp.Course.Dates;
using FollowUp.Surgery.Facts;
using NodaTime;

namespace FollowUp.Course;

/// <summary>A sperm retrieval of a man, here or elsewhere, in its place among all of his: everything done on one day is one session (R12).</summary>
/// <param name="Id">The id of its first entry, which names it: of one done here the first made here.</param>
/// <param name="Number">1 for his first; every earlier one counts, elsewhere and undated too (R70).</param>
/// <param name="Type">What was done; of several entries the most thorough, micro-TESE before conventional TESE before TESA.</param>
/// <param name="Occurred">When; partial for history from elsewhere.</param>
/// <param name="Here">Whether it was done in this clinic, and so opened a follow-up clock.</param>
/// <param name="Outcome">Whether sperm was found: found if any entry found some, not known if one of the others is not known (R12).</param>
/// <param name="InductionAt">The clinic's clock time of induction of anaesthesia, the earliest recorded (R10).</param>
/// <param name="Entries">The ids of all its entries, the first recorded first.</param>
public sealed record Operation(
    Guid Id, int Number, ProcedureType Type, Occurrence Occurred, bool Here, RetrievalOutcome Outcome, LocalTime? InductionAt, IReadOnlyList<Guid> Entries)
{
    /// <summary>The day of surgery; for a partial date the earliest day it can have been.</summary>
    public LocalDate On => Occurred.Earliest;

    /// <summary>Whether an entry is one of its own.</summary>
    public bool Has(Guid? entryId) => entryId is { } id && Entries.Contains(id);

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

    /// <summary>All operations of a course in clinical order; what was done on one day is one (R12).</summary>
    public static IReadOnlyList<Operation> AllIn(PatientCourse course) => course.Cached(0, static (course, _) => Of(course));

    private static IReadOnlyList<Operation> Of(PatientCourse course) => [..
        course.Of<ProcedurePerformed>()
        .Select(here => (here.Entry.FirstRecorded, Operation: new Operation(
            here.Id, 0, here.Fact.Type, here.Occurred, Here: true, here.Fact.Outcome, here.Fact.InductionAt, [here.Id])))
        .Concat(course.Of<EarlierProcedureReported>().Select(elsewhere => (elsewhere.Entry.FirstRecorded, Operation: new Operation(
            elsewhere.Id, 0, elsewhere.Fact.Type, elsewhere.Occurred, Here: false, elsewhere.Fact.Outcome, null, [elsewhere.Id]))))
        .OrderBy(entry => entry.FirstRecorded)
        .ThenBy(entry => entry.Operation.Id)
        .Select(entry => entry.Operation)
        .GroupBy(SessionOf)
        .Select(session => Session([.. session]))
        .OrderBy(operation => operation.Occurred.Earliest)
        .ThenBy(operation => operation.Occurred.Latest)
        .ThenBy(operation => operation.Id)
        .Select((operation, index) => operation with { Number = index + 1 })];

    // What is known only in part may have been on different days.
    private static (LocalDate? Day, Guid? Alone) SessionOf(Operation entry) =>
        entry.Occurred.Earliest == entry.Occurred.Latest ? (entry.On, null) : (null, entry.Id);

    private static Operation Session(IReadOnlyList<Operation> entries) => entries is [var only] ? only
        : (entries.FirstOrDefault(entry => entry.Here) ?? entries[0]) with
        {
            Type = entries.Max(entry => entry.Type),
            Outcome = entries.Any(entry => entry.Outcome == RetrievalOutcome.SpermFound) ? RetrievalOutcome.SpermFound
                : entries.Any(entry => entry.Outcome == RetrievalOutcome.Unknown) ? RetrievalOutcome.Unknown
                : RetrievalOutcome.NotFound,
            Occurred = entries[0].Occurred with { Time = entries.Min(entry => entry.InductionAt) },
            InductionAt = entries.Min(entry => entry.InductionAt),
            Entries = [.. entries.Select(entry => entry.Id)],
        };

    /// <summary>The operations done here, each with the one that ends its clock; null for the latest.</summary>
    public static IReadOnlyList<(Operation Index, Operation? Next)> ClocksIn(PatientCourse course)
    {
        var all = AllIn(course);
        return [.. all.Select((operation, i) => (Index: operation, Next: i + 1 < all.Count ? all[i + 1] : null))
            .Where(clock => clock.Index.Here)];
    }
}
