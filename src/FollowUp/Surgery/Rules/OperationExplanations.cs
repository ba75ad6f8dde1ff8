using FollowUp.Course;
using FollowUp.Course.Explanations;
using FollowUp.Surgery.Facts;

namespace FollowUp.Surgery.Rules;

/// <summary>Explains whether an operation is a first, a repeat or a salvage one, which operation counts as the previous one, and its histology.</summary>
internal static class OperationExplanations
{
    public static IReadOnlyList<Explanation> Of(PatientCourse course)
    {
        var all = Operation.AllIn(course);
        IReadOnlyList<LeftOutFact> retracted =
            [.. LeftOutFact.RetractedIn<ProcedurePerformed>(course), .. LeftOutFact.RetractedIn<EarlierProcedureReported>(course)];
        return [.. all.SelectMany(operation => (Explanation[])
        [
            Place(operation, all) with { LeftOut = retracted },
            Previous(operation, all, course),
            HistologyOf(operation, course),
        ])];
    }

    // Every earlier operation counts, also one elsewhere and one without a date (R70).
    private static Explanation Place(Operation operation, IReadOnlyList<Operation> all)
    {
        var failed = operation.FailureBefore(all);
        return new()
        {
            Of = "operations.place",
            About = operation.Id,
            Outcome = operation.IsSalvageIn(all) ? OperationPlace.Salvage : operation.Number > 1 ? OperationPlace.Repeat : OperationPlace.First,
            Values = new Dictionary<string, object> { ["number"] = operation.Number, ["type"] = Code.From(operation.Type) },
            Rules = ["R12", "R70"],
            Used =
            [
                .. operation.Entries.Select(entry => new UsedFact(entry, entry == operation.Id ? OperationRole.Operation : OperationRole.SameSession)),
                .. all.Take(operation.Number - 1).Select(earlier => new UsedFact(
                    earlier.Id, earlier.Id == failed?.Id ? OperationRole.EarlierFailure : OperationRole.Earlier)),
            ],
        };
    }

    private static Explanation Previous(Operation operation, IReadOnlyList<Operation> all, PatientCourse course)
    {
        var previous = operation.PreviousIn(all);
        var histology = previous is null ? null : HistologyFinding.Of(previous, course);
        return new()
        {
            Of = "operations.previous",
            About = operation.Id,
            Outcome = previous is null ? PreviousOperation.None : PreviousOperation.Known,
            Values = previous is null ? new Dictionary<string, object>() : new Dictionary<string, object>
            {
                ["type"] = Code.From(previous.Type),
                ["histology"] = Code.From(histology!.Pattern),
            },
            Rules = ["R71"],
            Used =
            [
                .. previous is null ? (UsedFact[])[] : [new(previous.Id, OperationRole.Previous)],
                .. (histology?.ExplainedBy ?? []).Select(report => new UsedFact(report, OperationRole.PreviousHistology)),
            ],
            LeftOut = [.. all.Take(operation.Number - 1).Where(earlier => earlier != previous).Select(earlier => new LeftOutFact(
                earlier.Id, earlier.On == previous!.On ? PreviousReason.LessThorough : PreviousReason.NotTheLatest))],
        };
    }

    private static Explanation HistologyOf(Operation operation, PatientCourse course)
    {
        var finding = HistologyFinding.Of(operation, course);
        return new()
        {
            Of = "operations.histology",
            About = operation.Id,
            Outcome = finding.Pattern,
            Values = new Dictionary<string, object> { ["components"] = finding.Components.Select(pattern => Code.From(pattern)).ToList() },
            Rules = ["R71"],
            Used = [.. finding.ExplainedBy.Select(report => new UsedFact(report, OperationRole.Histology))],
            LeftOut =
            [
                .. course.Of<HistologyReported>()
                    .Where(report => operation.Has(report.Fact.ProcedureId) && !finding.ExplainedBy.Contains(report.Id))
                    .Select(report => new LeftOutFact(
                        report.Id, report.Fact.Pattern == Histology.UNKNOWN ? PreviousReason.SaysNothing : PreviousReason.LaterReport)),
                .. LeftOutFact.RetractedIn<HistologyReported>(course)
                    .Where(left => operation.Has(((HistologyReported)course.Find(left.Id)!.Fact).ProcedureId)),
            ],
        };
    }
}

/// <summary>An operation's place among all operations of the man.</summary>
public enum OperationPlace
{
    /// <summary>His first.</summary>
    First,

    /// <summary>There was an earlier one, here or elsewhere.</summary>
    Repeat,

    /// <summary>A microdissection after an earlier retrieval that found no sperm (domain 1.2).</summary>
    Salvage,
}

/// <summary>Whether there is a previous operation.</summary>
public enum PreviousOperation
{
    /// <summary>It is his first.</summary>
    None,

    /// <summary>There is one.</summary>
    Known,
}

/// <summary>What a fact was used for in the answer about an operation.</summary>
public enum OperationRole
{
    /// <summary>The operation itself.</summary>
    Operation,

    /// <summary>Another entry of the same day: part of the same session (R12).</summary>
    SameSession,

    /// <summary>An earlier operation.</summary>
    Earlier,

    /// <summary>The earlier operation that found no sperm.</summary>
    EarlierFailure,

    /// <summary>The previous operation.</summary>
    Previous,

    /// <summary>A histology report on the previous operation.</summary>
    PreviousHistology,

    /// <summary>A histology report on the operation itself.</summary>
    Histology,
}

/// <summary>Why an earlier operation or a report does not count.</summary>
public enum PreviousReason
{
    /// <summary>A later operation is the previous one (R71).</summary>
    NotTheLatest,

    /// <summary>A more thorough operation of the same day is the previous one (R71).</summary>
    LessThorough,

    /// <summary>A later report on the same side replaces it.</summary>
    LaterReport,

    /// <summary>The report names no pattern.</summary>
    SaysNothing,
}
