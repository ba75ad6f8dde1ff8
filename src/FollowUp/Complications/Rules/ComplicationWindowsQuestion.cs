using FollowUp.Complications.Facts;
using FollowUp.Contacts.Facts;
using FollowUp.Course;
using FollowUp.Course.Explanations;
using NodaTime;

namespace FollowUp.Complications.Rules;

/// <summary>
/// The complications of each operation within 30, 42 and 90 days and at any time, and whether he was asked about them: his line in the
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

    /// <summary>The typed answer: each operation done here, in clinical order. Every operation is in the denominator, covered or not.</summary>
    public static IReadOnlyList<OperationComplications> Answer(PatientCourse course)
    {
        var inputs = Inputs.Of(course);
        return [.. Operation.ClocksIn(course).Select(clock => new OperationComplications(
            clock.Index.Id,
            clock.Index.Number,
            clock.Index.On,
            ComprehensiveComplicationIndex.Id,
            [.. Enum.GetValues<ComplicationWindow>().Select(window => Of(window, clock.Index, clock.Next, inputs))]))];
    }

    /// <summary>The last day of a window (R53); null for the window without end.</summary>
    public static LocalDate? LastDay(ComplicationWindow window, LocalDate operatedOn) => DaysOf(window) is { } days ? operatedOn.PlusDays(days) : null;

    /// <summary>The first day on which a contact covers a window (R52). The window without end is covered from the day after surgery.</summary>
    public static LocalDate CoveredFrom(ComplicationWindow window, LocalDate operatedOn) => operatedOn.PlusDays(DaysOf(window) ?? 1);

    /// <summary>The day on which a complication counts: its earliest possible onset, but not before the operation; without an onset the day of detection (R53).</summary>
    public static LocalDate CountsOn(ComplicationStanding complication, Operation operation) =>
        LocalDate.Max(complication.OnsetOn?.Earliest ?? complication.DetectedOn, operation.On);

    /// <summary>Whether a day is within the follow-up of an operation: from the operation until the day before the next one (R52).</summary>
    public static bool IsOnClock(LocalDate day, Operation operation, Operation? next) => day >= operation.On && !(day >= next?.On);

    private static int? DaysOf(ComplicationWindow window) => window switch
    {
        ComplicationWindow.Days30 => 30,
        ComplicationWindow.Days42 => 42,
        ComplicationWindow.Days90 => 90,
        _ => null,
    };

    private static WindowComplications Of(ComplicationWindow window, Operation operation, Operation? next, Inputs inputs)
    {
        var last = LastDay(window, operation.On);
        ComplicationStanding[] within =
            [.. inputs.Complications[operation.Id].Where(complication => !(CountsOn(complication, operation) > last))];
        var from = CoveredFrom(window, operation.On);
        bool IsLateEnough(LocalDate day) => day >= from && IsOnClock(day, operation, next);
        Standing<ContactMade>[] contacts = [.. inputs.Contacts.Where(contact => IsLateEnough(contact.Occurred.Earliest))];
        Standing<ContactMade>[] covering =
            [.. contacts.Where(contact => contact.Fact.Complications is ComplicationAnswer.None or ComplicationAnswer.Some)];

        // The first reason that holds (R51a).
        var reason = within.Any(complication => complication.Grade is null) ? IndexMissing.Ungraded
            : within.Length > 0 || covering.Any(contact => contact.Fact.Complications == ComplicationAnswer.None) ? (IndexMissing?)null
            : covering.Length > 0 ? IndexMissing.NotCovered
            : contacts.Any(contact => contact.Fact.Complications != ComplicationAnswer.NotAsked) ? IndexMissing.NotCovered
            : contacts.Length > 0 ? IndexMissing.NotAsked
            : inputs.Attempts.Any(attempt => IsLateEnough(attempt.Occurred.Earliest)) ? IndexMissing.NotReached
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

    private sealed record Inputs(
        ILookup<Guid?, ComplicationStanding> Complications, IReadOnlyList<Standing<ContactMade>> Contacts, IReadOnlyList<Standing<ContactAttempted>> Attempts)
    {
        public static Inputs Of(PatientCourse course) => new(
            ComplicationsQuestion.Answer(course).ToLookup(complication => complication.OperationId),
            [.. course.Of<ContactMade>()],
            [.. course.Of<ContactAttempted>()]);
    }
}

/// <summary>The complications of one operation.</summary>
/// <param name="OperationId">The operation.</param>
/// <param name="Number">The number of the operation among all of his (R70).</param>
/// <param name="PerformedOn">The day of surgery.</param>
/// <param name="IndexVersion">The version of the index.</param>
/// <param name="Windows">The windows of 30, 42 and 90 days, and the one without end.</param>
public sealed record OperationComplications(
    Guid OperationId, int Number, LocalDate PerformedOn, string IndexVersion, IReadOnlyList<WindowComplications> Windows);

/// <summary>The complications of one operation in one window.</summary>
/// <param name="Window">The window.</param>
/// <param name="LastDay">Its last day, inclusive; null for the window without end.</param>
/// <param name="Covered">Whether a contact covers the window, so that the operation is in the denominator of covered operations (R52).</param>
/// <param name="CoveredBy">The contacts that cover it, in clinical order.</param>
/// <param name="FollowedDays">Days from surgery to the latest covering contact; null when there is none.</param>
/// <param name="Complications">The complications of the window, including ungraded ones (R53, R55).</param>
/// <param name="HighestGrade">Their highest grade; null when none is graded.</param>
/// <param name="ComprehensiveComplicationIndex">The index, 0 to 100, unrounded; 0 only when he explicitly said that there was none (R51).</param>
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

    /// <summary>To day 42: the clinic's six weeks.</summary>
    Days42,

    /// <summary>To day 90.</summary>
    Days90,

    /// <summary>Without end.</summary>
    Any,
}

/// <summary>Why a window has no index (R51, R51a, R55).</summary>
public enum IndexMissing
{
    /// <summary>No covering contact got an explicit none, and no complication is recorded.</summary>
    NotCovered,

    /// <summary>He was reached late enough, but never asked.</summary>
    NotAsked,

    /// <summary>There were attempts late enough, but he was never reached.</summary>
    NotReached,

    /// <summary>A complication of the window is not graded.</summary>
    Ungraded,
}
