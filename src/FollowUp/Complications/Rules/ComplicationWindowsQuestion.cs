using FollowUp.Complications.Facts;
using FollowUp.Contacts.Facts;
using FollowUp.Course;
using FollowUp.Course.Explanations;
using NodaTime;

namespace FollowUp.Complications.Rules;

/// <summary>
/// What went wrong within 30, 42 and 90 days of each operation and at any time, and whether anybody asked: the man's line in the
/// register (R51 to R55).
/// </summary>
public sealed class ComplicationWindowsQuestion : IQuestion
{
    /// <inheritdoc/>
    public string Name => "complicationWindows";

    /// <inheritdoc/>
    public object Ask(PatientCourse course, Asked asked) => Answer(course);

    /// <inheritdoc/>
    public IReadOnlyList<Explanation> Why(PatientCourse course, Asked asked) => WindowExplanations.Of(course);

    /// <summary>The typed answer: each operation done here, in clinical order; every one is in the denominator, covered or not.</summary>
    public static IReadOnlyList<OperationComplications> Answer(PatientCourse course)
    {
        var known = Known.Of(course);
        return [.. Operation.ClocksIn(course).Select(clock => new OperationComplications(
            clock.Index.Id,
            clock.Index.Number,
            clock.Index.On,
            ComprehensiveComplicationIndex.Id,
            [.. Enum.GetValues<ComplicationWindow>().Select(window => Of(window, clock.Index, clock.Next, known))]))];
    }

    /// <summary>The last day of a window (R53); null for the one without end.</summary>
    public static LocalDate? LastDay(ComplicationWindow window, LocalDate operatedOn) => DaysOf(window) is { } days ? operatedOn.PlusDays(days) : null;

    /// <summary>The day from which a contact covers a window (R52). The one without end is covered from the day after surgery.</summary>
    public static LocalDate CoveredFrom(ComplicationWindow window, LocalDate operatedOn) => operatedOn.PlusDays(DaysOf(window) ?? 1);

    /// <summary>The day on which a complication counts: its earliest possible onset not before the operation, else the day it was detected (R53).</summary>
    public static LocalDate CountsOn(ComplicationStanding complication, Operation operation) =>
        LocalDate.Max(complication.OnsetOn?.Earliest ?? complication.DetectedOn, operation.On);

    /// <summary>Whether a contact is on the clock of an operation: not before it and before the next (R52).</summary>
    public static bool IsOnClock(LocalDate day, Operation operation, Operation? next) => day >= operation.On && !(day >= next?.On);

    private static int? DaysOf(ComplicationWindow window) => window switch
    {
        ComplicationWindow.Days30 => 30,
        ComplicationWindow.Days42 => 42,
        ComplicationWindow.Days90 => 90,
        _ => null,
    };

    private static WindowComplications Of(ComplicationWindow window, Operation operation, Operation? next, Known known)
    {
        var last = LastDay(window, operation.On);
        ComplicationStanding[] within =
            [.. known.Complications[operation.Id].Where(complication => !(CountsOn(complication, operation) > last))];
        var from = CoveredFrom(window, operation.On);
        bool IsLateEnough(LocalDate day) => day >= from && IsOnClock(day, operation, next);
        Standing<ContactMade>[] contacts = [.. known.Contacts.Where(contact => IsLateEnough(contact.Occurred.Earliest))];
        Standing<ContactMade>[] covering =
            [.. contacts.Where(contact => contact.Fact.Complications is ComplicationAnswer.None or ComplicationAnswer.Some)];

        // The first that holds (R51a).
        var reason = within.Any(complication => complication.Grade is null) ? IndexMissing.Ungraded
            : within.Length > 0 || covering.Any(contact => contact.Fact.Complications == ComplicationAnswer.None) ? (IndexMissing?)null
            : covering.Length > 0 ? IndexMissing.NotCovered
            : contacts.Any(contact => contact.Fact.Complications != ComplicationAnswer.NotAsked) ? IndexMissing.NotCovered
            : contacts.Length > 0 ? IndexMissing.NotAsked
            : known.Attempts.Any(attempt => IsLateEnough(attempt.Occurred.Earliest)) ? IndexMissing.NotReached
            : IndexMissing.NotCovered;
        return new(
            window,
            last,
            covering.Length > 0,
            [.. covering.Select(contact => contact.Id)],
            covering.Length == 0 ? null : Period.DaysBetween(operation.On, covering[^1].Occurred.Earliest),
            [.. within.Select(complication => complication.Id)],
            within.Max(complication => complication.Grade),
            reason is null ? ComprehensiveComplicationIndex.Of(within.Select(complication => complication.Grade!.Value)) : null,
            reason);
    }

    private sealed record Known(
        ILookup<Guid?, ComplicationStanding> Complications, IReadOnlyList<Standing<ContactMade>> Contacts, IReadOnlyList<Standing<ContactAttempted>> Attempts)
    {
        public static Known Of(PatientCourse course) => new(
            ComplicationsQuestion.Answer(course).ToLookup(complication => complication.OperationId),
            [.. course.Of<ContactMade>()],
            [.. course.Of<ContactAttempted>()]);
    }
}

/// <summary>The complications of one operation.</summary>
/// <param name="OperationId">The operation.</param>
/// <param name="Number">Its place among all of his (R70).</param>
/// <param name="PerformedOn">The day of surgery.</param>
/// <param name="IndexVersion">The version of the index.</param>
/// <param name="Windows">30, 42 and 90 days, and any.</param>
public sealed record OperationComplications(
    Guid OperationId, int Number, LocalDate PerformedOn, string IndexVersion, IReadOnlyList<WindowComplications> Windows);

/// <summary>The complications of one operation in one window.</summary>
/// <param name="Window">The window.</param>
/// <param name="LastDay">Its last day, inclusive; null for the one without end.</param>
/// <param name="Covered">Whether the operation is in the window's denominator of those asked (R52).</param>
/// <param name="CoveredBy">The contacts that cover it, in clinical order.</param>
/// <param name="FollowedDays">Days from surgery to the latest of them; null when there is none.</param>
/// <param name="Complications">The complications of the window, ungraded ones too (R53, R55).</param>
/// <param name="HighestGrade">The highest of their grades; null when none is graded.</param>
/// <param name="ComprehensiveComplicationIndex">The index, 0 to 100, unrounded; 0 only after an explicit none (R51).</param>
/// <param name="Missing">Why there is no index; null when there is one.</param>
public sealed record WindowComplications(
    ComplicationWindow Window,
    LocalDate? LastDay,
    bool Covered,
    IReadOnlyList<Guid> CoveredBy,
    int? FollowedDays,
    IReadOnlyList<Guid> Complications,
    ClavienDindo? HighestGrade,
    decimal? ComprehensiveComplicationIndex,
    IndexMissing? Missing);

/// <summary>A window after surgery in which complications are counted; day 0 is the day of surgery (R53).</summary>
public enum ComplicationWindow
{
    /// <summary>To day 30.</summary>
    Days30,

    /// <summary>To day 42, the clinic's six weeks.</summary>
    Days42,

    /// <summary>To day 90.</summary>
    Days90,

    /// <summary>Without end.</summary>
    Any,
}

/// <summary>Why a window has no index (R51, R51a, R55).</summary>
public enum IndexMissing
{
    /// <summary>No contact covers it with an explicit none, and no complication is recorded.</summary>
    NotCovered,

    /// <summary>He was reached late enough, and never asked.</summary>
    NotAsked,

    /// <summary>He was tried late enough, and never reached.</summary>
    NotReached,

    /// <summary>A complication of the window is not graded.</summary>
    Ungraded,
}
