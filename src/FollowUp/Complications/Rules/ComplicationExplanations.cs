using FollowUp.Complications.Facts;
using FollowUp.Course;
using FollowUp.Course.Explanations;

namespace FollowUp.Complications.Rules;

/// <summary>Explains to which operation a complication belongs, which of its grades counts, and whether it is over.</summary>
internal static class ComplicationExplanations
{
    private static readonly Basis ClavienDindo = new("Clavien-Dindo", "2004", "Dindo 2004, Ann Surg (V54, V55)");

    public static IReadOnlyList<Explanation> Of(PatientCourse course)
    {
        var operations = Operation.AllIn(course);
        var reported = course.Of<ComplicationReported>().ToDictionary(complication => complication.Id, complication => complication.Fact);
        var resolutions = course.Of<ComplicationResolved>().ToLookup(resolution => resolution.Fact.ComplicationId);
        LeftOutFact[] retractedGrades = [.. LeftOutFact.RetractedIn<ComplicationGraded>(course)];
        return [.. ComplicationsQuestion.Answer(course).SelectMany(complication => (Explanation[])
        [
            OfOperation(complication, reported[complication.Id], operations),
            OfGrade(complication, [.. retractedGrades.Where(left => ((ComplicationGraded)course.Find(left.Id)!.Fact).ComplicationId == complication.Id)]),
            OfEnd(complication, [.. resolutions[complication.Id]]),
        ])];
    }

    private static Explanation OfOperation(ComplicationStanding complication, ComplicationReported fact, IReadOnlyList<Operation> operations)
    {
        var named = operations.Any(operation => operation.Id == complication.OperationId && operation.Has(fact.ProcedureId));
        var latestOnset = complication.OnsetOn?.Latest ?? complication.DetectedOn;
        return new()
        {
            Of = "complications.operation",
            About = complication.Id,
            Outcome = complication.OperationRetracted ? complication.OperationId is null ? ComplicationLink.RetractedNoOther : ComplicationLink.Retracted
                : complication.OperationId is null ? ComplicationLink.NoOperation
                : named ? ComplicationLink.Named
                : ComplicationLink.Latest,
            Values = new Dictionary<string, object> { ["type"] = Code.From(complication.Type), ["latestOnset"] = latestOnset },
            Rules = ["R13", "R53"],
            Used =
            [
                new(complication.Id, ComplicationRole.Complication),
                .. complication.OperationId is { } operation ? (UsedFact[])[new(operation, ComplicationRole.Operation)] : [],
            ],
            LeftOut = [.. operations.Where(operation => operation.Id != complication.OperationId).Select(operation => new LeftOutFact(
                operation.Id, named ? ComplicationReason.NotNamed : operation.On > latestOnset ? ComplicationReason.AfterOnset : ComplicationReason.EarlierOperation))],
            Compared = named ? [] : [.. operations.Where(operation => operation.IsDated).Select(operation =>
                Compared.Of(ComplicationQuantity.DayOfFact, operation.On, Relation.AtMost, latestOnset, "R13", operation.Id))],
        };
    }

    private static Explanation OfGrade(ComplicationStanding complication, IReadOnlyList<LeftOutFact> retracted)
    {
        var counting = complication.Grades.FirstOrDefault(grade => grade.Counts);
        return new()
        {
            Of = "complications.grade",
            About = complication.Id,
            Outcome = counting is null ? GradeStanding.Ungraded : counting.Disability ? GradeStanding.GradedWithDisability : GradeStanding.Graded,
            Values = counting is null
                ? new Dictionary<string, object> { ["type"] = Code.From(complication.Type) }
                : new Dictionary<string, object>
                {
                    ["type"] = Code.From(complication.Type),
                    ["grade"] = counting.Grade.ToString(),
                    ["gradedBy"] = counting.GradedBy,
                    ["role"] = Code.From(counting.RoleInSurgery),
                },
            Basis = ClavienDindo,
            Rules = ["R54", "R55"],
            Used = counting is null ? [new(complication.Id, ComplicationRole.Complication)] : [new(counting.FactId, ComplicationRole.Grade)],
            LeftOut =
            [
                .. complication.Grades.Where(grade => !grade.Counts).Select(grade => new LeftOutFact(
                    grade.FactId, grade.Grade == counting!.Grade ? CourseReason.LaterStatement : Code.From(ComplicationReason.LowerGrade))),
                .. retracted,
            ],
        };
    }

    private static Explanation OfEnd(ComplicationStanding complication, Standing<ComplicationResolved>[] resolutions) => new()
    {
        Of = "complications.end",
        About = complication.Id,
        Outcome = resolutions.Length > 0 ? ComplicationEnd.Over : ComplicationEnd.NotKnownToBeOver,
        Values = complication.ResolvedOn is { } day
            ? new Dictionary<string, object> { ["type"] = Code.From(complication.Type), ["on"] = day }
            : new Dictionary<string, object> { ["type"] = Code.From(complication.Type) },
        Rules = ["domain 4.4"],
        Used = resolutions.Length > 0 ? [new(resolutions[^1].Id, ComplicationRole.End)] : [new(complication.Id, ComplicationRole.Complication)],
        LeftOut = [.. resolutions.SkipLast(1).Select(resolution => new LeftOutFact(resolution.Id, CourseReason.LaterStatement))],
    };
}

/// <summary>How a complication is linked to its operation.</summary>
public enum ComplicationLink
{
    /// <summary>It names the operation.</summary>
    Named,

    /// <summary>It belongs to the latest operation on or before its latest possible onset.</summary>
    Latest,

    /// <summary>He had no operation by then.</summary>
    NoOperation,

    /// <summary>The operation it names was retracted. Until somebody names another, it belongs to the latest one (R13).</summary>
    Retracted,

    /// <summary>The operation it names was retracted, and he had no other by then (R13).</summary>
    RetractedNoOther,
}

/// <summary>Whether a complication is graded.</summary>
public enum GradeStanding
{
    /// <summary>It is graded.</summary>
    Graded,

    /// <summary>It is graded, with the suffix d.</summary>
    GradedWithDisability,

    /// <summary>It is not graded.</summary>
    Ungraded,
}

/// <summary>Whether a complication is over.</summary>
public enum ComplicationEnd
{
    /// <summary>It is over.</summary>
    Over,

    /// <summary>Nobody has recorded that it is over.</summary>
    NotKnownToBeOver,
}

/// <summary>What a fact was used for in an answer about complications.</summary>
public enum ComplicationRole
{
    /// <summary>The complication.</summary>
    Complication,

    /// <summary>The operation it belongs to.</summary>
    Operation,

    /// <summary>The grade that counts.</summary>
    Grade,

    /// <summary>The entry that records its end.</summary>
    End,

    /// <summary>A contact that covers the window.</summary>
    Coverage,

    /// <summary>A fact that proposes it.</summary>
    Evidence,

    /// <summary>The clinician's review.</summary>
    Review,
}

/// <summary>Why a fact does not count for a complication, a window or a proposal.</summary>
public enum ComplicationReason
{
    /// <summary>It names another operation.</summary>
    NotNamed,

    /// <summary>The operation is after its latest possible onset.</summary>
    AfterOnset,

    /// <summary>There is a later operation before its onset.</summary>
    EarlierOperation,

    /// <summary>A higher grade counts (R54).</summary>
    LowerGrade,

    /// <summary>It counts after the window's last day.</summary>
    AfterWindow,

    /// <summary>It belongs to another operation.</summary>
    OtherOperation,

    /// <summary>The contact was before the end of the window, before the operation, or on or after the next one.</summary>
    OutsideCoverage,

    /// <summary>He was not asked about complications in that contact.</summary>
    DidNotAsk,

    /// <summary>He was asked, but refused to answer or did not know.</summary>
    NoAnswer,

    /// <summary>He was not reached.</summary>
    DidNotReach,

    /// <summary>The review declined it, but a later fact proposes it again.</summary>
    BeforeLatestFact,
}
