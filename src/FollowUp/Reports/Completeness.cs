using System.Globalization;
using FollowUp.Contacts.Facts;
using FollowUp.Course;
using FollowUp.Hormones.Rules.TestosteroneRecovery;
using FollowUp.Patients.Facts;
using FollowUp.Platform.Figures;
using FollowUp.Recalls.Facts;
using FollowUp.Recalls.Rules;
using FollowUp.Recalls.Rules.Items;
using FollowUp.Reports.Figures;
using FollowUp.Reports.Statistics;
using FollowUp.Reports.Tables;
using NodaTime;

namespace FollowUp.Reports;

/// <summary>How one man's follow-up went.</summary>
/// <param name="Items">The items of his operations done here.</param>
/// <param name="Attempts">The attempts that did not reach him.</param>
/// <param name="End">Why his follow-up ended, as a table names it; null while it goes on, or when he was never operated on here.</param>
/// <param name="Died">Whether he died.</param>
/// <param name="FollowedDays">Days from his latest operation here to the last contact or eligible sample after it; null without an operation.</param>
/// <param name="Checks">The hormone check at 6 to 9 months of each operation done here, and the recovery it found.</param>
/// <param name="WorkUp">What was known before his latest operation here; null without one.</param>
public sealed record FollowedMan(
    IReadOnlyList<FollowedItem> Items, IReadOnlyList<(Channel Channel, AttemptOutcome Outcome)> Attempts, string? End, bool Died, int? FollowedDays,
    IReadOnlyList<(DueItem Item, Recovery Recovery)> Checks, WorkUp? WorkUp)
{
    /// <summary>Whether he is lost or withdrew: alive, but no longer followed.</summary>
    public bool IsGone => End is not null && !Died;
}

/// <summary>One item of the schedule.</summary>
/// <param name="Item">The item with its state.</param>
/// <param name="ClosedBy">How the contact that closed it was made; null for a sample, and for an item that is not closed.</param>
/// <param name="Days">Days from its first day to when it was closed or ended, or to the date asked for; null before its first day.</param>
public sealed record FollowedItem(DueItem Item, ContactKind? ClosedBy, int? Days);

/// <summary>Which steps of the schedule were done, in time or late, which are open, and why men were lost.</summary>
public sealed class Completeness : Report<FollowedMan>
{
    private const string Total = "funnel";

    private static readonly DueState[] States =
    [
        DueState.Satisfied, DueState.SatisfiedLate, DueState.Due, DueState.Overdue, DueState.Unreachable, DueState.Lost, DueState.Cancelled,
        DueState.Superseded, DueState.Upcoming,
    ];

    /// <inheritdoc/>
    public override string Name => "completeness";

    /// <inheritdoc/>
    public override string Title => "Follow-up completeness";

    /// <inheritdoc/>
    public override string Description => "Which steps of the follow-up were done, in time or late, which are open, and why men were lost.";

    /// <summary>None: steps of the protocol are the same for every operation.</summary>
    public override IReadOnlyList<Stratum> Strata => [];

    /// <inheritdoc/>
    protected override IEnumerable<FollowedMan> Rows(PatientCourse course, Asked asked)
    {
        var terms = RecallTerms.Of(asked);
        var contacts = course.Of<ContactMade>().ToDictionary(contact => contact.Id, contact => (contact.Fact.Kind, On: contact.Occurred.Earliest));
        var samples = terms.Samples.In(course);
        var items = DueItems.In(course, terms, asked.On);
        var recoveries = OperationRecovery.AllIn(course, asked.On).ToDictionary(recovery => recovery.OperationId);
        var last = Operation.ClocksIn(course).Select(clock => (LocalDate?)clock.Index.On).Max();
        var end = FollowUpEnd.Standing(course);
        yield return new(
            [.. items.Select(item => new FollowedItem(
                item,
                item.SatisfiedBy is { } closing && contacts.TryGetValue(closing.FactId, out var contact) ? contact.Kind : null,
                DaysOf(item, asked.On)))],
            [.. course.Of<ContactAttempted>().Select(attempt => (attempt.Fact.Channel, attempt.Fact.Outcome))],
            last is null || end is null ? null : Words(end, course),
            end?.Kind == FollowUpEndKind.Died,
            last is not { } operated ? null
                : contacts.Values.Select(contact => contact.On).Concat(samples.Select(sample => sample.CollectedOn)).Where(on => on >= operated)
                    .Select(on => Period.DaysBetween(operated, on)).DefaultIfEmpty(0).Max(),
            [.. from item in items
                where item.Kind == RecallKind.Hormone && recoveries.ContainsKey(item.ProcedureId)
                let window = recoveries[item.ProcedureId].Windows.First(each => each.Days.Window == FollowUpWindow.Months6To9)
                where window.Days.Has(item.Due)
                select (item, window.OfIndex)],
            Retrieval.AllIn(course).LastOrDefault()?.WorkUp);
    }

    /// <inheritdoc/>
    protected override IEnumerable<Table> Tables(IReadOnlyList<FollowedMan> rows, ReportParameters parameters)
    {
        List<FollowedItem> items = [.. rows.SelectMany(row => row.Items)];
        var operated = rows.Where(row => row.WorkUp is not null).ToList();
        return
        [
            StrobeFlow.Table(rows), Funnel(items), ByMonth(items), ByChannel(items), Attempts(rows), Messages(items), TimeToClosing(items), Loss(rows),
            GroupComparison.Of(
                "lostAndKept", "Men lost or withdrawn beside the others, before their latest operation",
                ("Lost or withdrew", [.. operated.Where(row => row.IsGone).Select(row => row.WorkUp!)]),
                ("The others", [.. operated.Where(row => !row.IsGone).Select(row => row.WorkUp!)])),
            FollowUpTime(rows),
        ];
    }

    /// <inheritdoc/>
    protected override IEnumerable<Figure> Figures(IReadOnlyList<FollowedMan> rows, IReadOnlyList<Table> tables, ReportParameters parameters) =>
    [
        StrobeFlow.Diagram(tables.Single(table => table.Key == StrobeFlow.Key)),
        new StackedBars(
            "steps", "Each step of the protocol: operations by how it stands",
            StackedBars.BarsOf(tables.Single(table => table.Key == Total), row => row.Group, _ => true), "operations", [])
            { Quiet = [CodeNames.Words(DueState.Upcoming)] },
    ];

    // The sums of states that the flow and the time to contact print.
    private static string? SumOf(DueState state) => state switch
    {
        DueState.Satisfied or DueState.SatisfiedLate => "closed",
        DueState.Due or DueState.Overdue or DueState.Unreachable => "open",
        DueState.Cancelled or DueState.Superseded => "ended",
        _ => null,
    };

    private static string IdOf(string recall) => $"{Total}|{CodeNames.Step(recall)}|all";

    private static Table Funnel(IReadOnlyList<FollowedItem> items) => Steps(
        Total, "Each step of the protocol: operations by how it stands", items, _ => "all",
        "Due: its first day has come, and no death, withdrawal or other operation ended it before it was done. Satisfied: in the window,",
        "grace included (R61); the hormone step only by an eligible testosterone (R63). Due, Overdue and Unreachable are open. The columns from",
        "Satisfied on divide the operations.");

    private static Table ByMonth(IReadOnlyList<FollowedItem> items) => Steps(
        "byMonth", "By the month in which the step fell due", items,
        item => string.Create(CultureInfo.InvariantCulture, $"{item.Item.Due.Year:0000}-{item.Item.Due.Month:00}"));

    private static Table Steps(
        string key, string title, IReadOnlyList<FollowedItem> items, Func<FollowedItem, string> part, params IReadOnlyList<string> notes) => new(
        key, title,
        [
            // No column for how many were done at all: as the sum of two others it would reveal a withheld one.
            new("inWindow", "In the window, of those due", Shape.Rate) { Number = CodeNames.Key(DueState.Satisfied) },
            .. States.Select(state => new Column(CodeNames.Key(state), CodeNames.Words(state), Shape.Count) { Sum = SumOf(state) }),
        ],
        [.. BySteps(items).SelectMany(step => step.GroupBy(part).OrderBy(each => each.Key, StringComparer.Ordinal).Select(each =>
        {
            var states = each.CountBy(item => item.Item.State).ToDictionary();
            int Of(params IEnumerable<DueState> some) => some.Sum(state => states.GetValueOrDefault(state));
            var due = each.Count() - Of(DueState.Cancelled, DueState.Superseded, DueState.Upcoming);
            return new Row(CodeNames.Step(step.Key), each.Key,
            [
                Cell.Rate(new(Of(DueState.Satisfied), due)),
                .. States.Select(state => Cell.Count(Of(state))),
            ]) { Under = key == Total ? [] : [new(IdOf(step.Key), key)] };
        }))],
        Notes(items, notes));

    private static Table ByChannel(IReadOnlyList<FollowedItem> items) => new(
        "byChannel", "Contacts that closed a step, by how they were made",
        [
            new("inWindow", "In the window", Shape.Count) { Number = CodeNames.Key(DueState.Satisfied) },
            new("late", "Late", Shape.Count) { Number = CodeNames.Key(DueState.SatisfiedLate) },
        ],
        [.. BySteps(items.Where(item => item.ClosedBy is not null)).SelectMany(step => step.GroupBy(item => item.ClosedBy).OrderBy(kind => kind.Key)
            .Select(kind => new Row(CodeNames.Step(step.Key), kind.Key is { } made ? CodeNames.Words(made) : "",
            [
                Cell.Count(kind.Count(item => item.Item.State == DueState.Satisfied)), Cell.Count(kind.Count(item => item.Item.State == DueState.SatisfiedLate)),
            ]) { Under = [new(IdOf(step.Key), "channel")] }))],
        Notes(items));

    private static Table Attempts(IReadOnlyList<FollowedMan> rows) => new(
        "attempts", "Attempts that reached nobody, by channel",
        [.. Enum.GetValues<AttemptOutcome>().Select(outcome => new Column(CodeNames.Key(outcome), CodeNames.Words(outcome), Shape.Count))],
        [.. rows.SelectMany(row => row.Attempts).GroupBy(attempt => attempt.Channel).OrderBy(channel => channel.Key).Select(channel => new Row(
            "Channel", CodeNames.Words(channel.Key),
            [.. Enum.GetValues<AttemptOutcome>().Select(outcome => Cell.Count(channel.Count(attempt => attempt.Outcome == outcome)))]))],
        []);

    private static Table Messages(IReadOnlyList<FollowedItem> items) => new(
        "messages", "Reminders, by channel and outcome",
        [
            new("pending", "On its way", Shape.Count),
            .. Enum.GetValues<ReminderOutcome>().Select(outcome => new Column(CodeNames.Key(outcome), CodeNames.Words(outcome), Shape.Count)),
        ],
        [.. BySteps(items).SelectMany(step => step.SelectMany(item => item.Item.Messages).GroupBy(message => message.Channel).OrderBy(channel => channel.Key)
            .Select(channel => new Row(CodeNames.Step(step.Key), CodeNames.Words(channel.Key),
            [
                Cell.Count(channel.Count(message => message.Outcome is null)),
                .. Enum.GetValues<ReminderOutcome>().Select(outcome => Cell.Count(channel.Count(message => message.Outcome == outcome))),
            ])))],
        Notes(items));

    private static Table TimeToClosing(IReadOnlyList<FollowedItem> items) => new(
        "timeToContact", "Days from the step's first day to the contact or sample that closed it",
        [
            new("closed", "Closed", Shape.Share), new("days", "Median (95 % limits)", Shape.Estimate),
            new("closedQuartiles", "of those closed: median (quartiles)", Shape.Quartiles),
        ],
        [.. BySteps(items.Where(item => item.Days is not null)).Select(step =>
        {
            var curve = KaplanMeier.Of(step.Select(item => (item.Days!.Value, item.Item.SatisfiedBy is not null)));
            var closed = Summary.Of(step.Where(item => item.Item.SatisfiedBy is not null).Select(item => (decimal)item.Days!.Value));
            return new Row(CodeNames.Step(step.Key), "all",
            [
                Cell.Share(new(curve.Events, curve.N)), Cell.Median(curve), Cell.Quartiles(closed),
            ]);
        })],
        Notes(items,
            $"Median: {KaplanMeier.Method}; open steps are followed until they ended or to the date asked for. No median where fewer than half are closed."));

    private static Table Loss(IReadOnlyList<FollowedMan> rows) => new(
        "loss", "Men operated on here, and why their follow-up ended", [new("men", "Men", Shape.Count)],
        [.. rows.Where(row => row.FollowedDays is not null).GroupBy(row => row.End ?? "followed").OrderBy(end => end.Key, StringComparer.Ordinal)
            .Select(end => new Row("Men", end.Key, [Cell.Count(end.Count())]))],
        rows.Any(row => row.FollowedDays is not null) ? ["Lost: declared lost and not reached since."] : ["There is no operation."]);

    private static Table FollowUpTime(IReadOnlyList<FollowedMan> rows)
    {
        var followed = rows.Where(row => row.FollowedDays is not null).ToList();
        var curve = KaplanMeier.Of(followed.Select(row => (row.FollowedDays!.Value, !row.Died)));
        return new(
            "followUpTime", "Days from the latest operation to the last contact or eligible sample",
            [new("men", "Men", Shape.Count), new("median", "Median (95 % limits)", Shape.Estimate)],
            followed.Count == 0 ? []
                : [new Row("Men", "all", [Cell.Count(curve.N), Cell.Median(curve)])],
            followed.Count == 0 ? ["There is no operation."]
                : [$"Reverse {KaplanMeier.Method}: the end of follow-up is the event, and a death cuts it short. A man never reached has 0 days."]);
    }

    private static IEnumerable<IGrouping<string, FollowedItem>> BySteps(IEnumerable<FollowedItem> items) => items
        .GroupBy(item => item.Item.Recall)
        .OrderBy(step => step.Min(item => Period.DaysBetween(item.Item.PerformedOn, item.Item.Due)));

    private static int? DaysOf(DueItem item, LocalDate on)
    {
        var until = item.SatisfiedBy?.On ?? LocalDate.Min(on, LocalDate.Min(item.Until, item.EndedBy?.On ?? on));
        return until < item.Earliest ? null : Period.DaysBetween(item.Earliest, until);
    }

    private static string Words(FollowUpEnd end, PatientCourse course) => end.Kind switch
    {
        FollowUpEndKind.Withdrew => $"withdrew: {Reason(course.Of<PatientWithdrew>().First(fact => fact.Id == end.FactId).Fact.Reason)}",
        FollowUpEndKind.Lost => $"lost: {Reason(course.Of<PatientLostToFollowUp>().First(fact => fact.Id == end.FactId).Fact.Reason)}",
        _ => "died",
    };

    private static string Reason<TValue>(TValue reason)
        where TValue : struct, Enum => CodeNames.Words(reason).ToLowerInvariant();

    private static IReadOnlyList<string> Notes(IReadOnlyList<FollowedItem> items, params IReadOnlyList<string> notes) =>
        items.Count == 0 ? ["There is no operation."] : notes;
}
