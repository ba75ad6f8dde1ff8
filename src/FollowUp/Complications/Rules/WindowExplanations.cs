using FollowUp.Complications.Facts;
using FollowUp.Contacts.Facts;
using FollowUp.Course;
using FollowUp.Course.Explanations;
using NodaTime;

namespace FollowUp.Complications.Rules;

/// <summary>Explains the index of a window or why it has none, and which contacts cover the window.</summary>
internal static class WindowExplanations
{
    private static readonly Basis Basis = new(ComprehensiveComplicationIndex.Id, "2013.1", ComprehensiveComplicationIndex.Source);

    public static IReadOnlyList<Explanation> Of(PatientCourse course)
    {
        var complications = ComplicationsQuestion.Answer(course);
        LeftOutFact[] retracted = [.. LeftOutFact.RetractedIn<ComplicationReported>(course), .. LeftOutFact.RetractedIn<ContactMade>(course)];
        return [.. Operation.ClocksIn(course)
            .Zip(ComplicationWindowsQuestion.Answer(course))
            .SelectMany(each => each.Second.Windows.Select(window => Of(window, each.First.Index, each.First.Next, complications, retracted, course)))];
    }

    private static Explanation Of(
        WindowComplications window, Operation operation, Operation? next, IReadOnlyList<ComplicationStanding> complications,
        LeftOutFact[] retracted, PatientCourse course)
    {
        var from = ComplicationWindowsQuestion.CoveredFrom(window.Window, operation.On);
        var within = window.Complications.ToHashSet();
        var covering = window.CoveredBy.ToHashSet();
        return new()
        {
            Of = "complicationWindows.index",
            About = operation.Id,
            Item = window.Window.ToString(),
            Outcome = window.Missing switch
            {
                IndexMissing.NotCovered => WindowOutcome.NotCovered,
                IndexMissing.NotAsked => WindowOutcome.NotAsked,
                IndexMissing.NotReached => WindowOutcome.NotReached,
                IndexMissing.Ungraded => WindowOutcome.Ungraded,
                _ => window.Complications.Count == 0 ? WindowOutcome.NoComplication : WindowOutcome.Complications,
            },
            Values = new Dictionary<string, object>
            {
                ["index"] = window.ComprehensiveComplicationIndex ?? 0m,
                ["count"] = (decimal)window.Complications.Count,
                ["highest"] = window.HighestGrade?.ToString() ?? "",
                ["covered"] = Code.From(window.Covered ? Answer.Yes : Answer.No),
            },
            Basis = Basis,
            Rules = ["R51", "R51a", "R52", "R53", "R54", "R55"],
            Used =
            [
                new(operation.Id, ComplicationRole.Operation),
                .. window.Complications.Select(id => new UsedFact(id, ComplicationRole.Complication)),
                .. complications.Where(complication => within.Contains(complication.Id))
                    .SelectMany(complication => complication.Grades)
                    .Where(grade => grade.Counts)
                    .Select(grade => new UsedFact(grade.FactId, ComplicationRole.Grade)),
                .. window.CoveredBy.Select(id => new UsedFact(id, ComplicationRole.Coverage)),
            ],
            LeftOut =
            [
                .. complications.Where(complication => !within.Contains(complication.Id)).Select(complication => new LeftOutFact(
                    complication.Id, complication.OperationId == operation.Id ? ComplicationReason.AfterWindow : ComplicationReason.OtherOperation)),
                .. course.Of<ContactMade>().Where(contact => !covering.Contains(contact.Id))
                    .Select(contact => new LeftOutFact(contact.Id, ReasonFor(contact, from, operation, next))),
                .. course.Of<ContactAttempted>().Select(attempt => new LeftOutFact(attempt.Id, ComplicationReason.DidNotReach)),
                .. retracted,
            ],
            Compared =
            [
                .. window.LastDay is not { } last ? (Compared[])[] : [.. complications
                    .Where(complication => complication.OperationId == operation.Id)
                    .Select(complication => Compared.Of(
                        ComplicationQuantity.Onset, ComplicationWindowsQuestion.CountsOn(complication, operation), Relation.AtMost, last,
                        "R53", complication.Id))],
                .. course.Of<ContactMade>()
                    .Where(contact => ComplicationWindowsQuestion.IsOnClock(contact.Occurred.Earliest, operation, next))
                    .Select(contact => Compared.Of(ComplicationQuantity.DayOfFact, contact.Occurred.Earliest, Relation.AtLeast, from, "R52", contact.Id)),
            ],
        };
    }

    private static ComplicationReason ReasonFor(Standing<ContactMade> contact, LocalDate from, Operation operation, Operation? next) =>
        contact.Occurred.Earliest < from || !ComplicationWindowsQuestion.IsOnClock(contact.Occurred.Earliest, operation, next) ? ComplicationReason.OutsideCoverage
        : contact.Fact.Complications == ComplicationAnswer.NotAsked ? ComplicationReason.DidNotAsk
        : ComplicationReason.NoAnswer;
}

/// <summary>The outcome of a window.</summary>
public enum WindowOutcome
{
    /// <summary>He explicitly said that there was none: the index is 0.</summary>
    NoComplication,

    /// <summary>There are graded complications.</summary>
    Complications,

    /// <summary>No covering contact got an explicit none.</summary>
    NotCovered,

    /// <summary>He was not asked.</summary>
    NotAsked,

    /// <summary>He was not reached.</summary>
    NotReached,

    /// <summary>A complication of the window is not graded.</summary>
    Ungraded,
}
