using FollowUp.Hormones.Rules.TestosteroneRecovery;
using FollowUp.Recalls.Rules.Items;
using FollowUp.Reports.Figures;

namespace FollowUp.Reports.Tables;

/// <summary>Who came as far as a percentage of the baseline at 6 to 9 months, and why the others did not (STROBE).</summary>
internal static class StrobeFlow
{
    /// <summary>The key of the table.</summary>
    public const string Key = "flow";

    private const string GoOn = "went on";

    /// <summary>The table: a group for each stage, a row for each reason to leave it, and one for those who went on.</summary>
    public static Table Table(IReadOnlyList<FollowedMan> men)
    {
        var operated = men.Where(man => man.FollowedDays is not null).ToList();
        var checks = operated.SelectMany(man => man.Checks).ToList();
        var without = operated.Count(man => man.Checks.Count == 0);
        var due = checks.Where(check => WhyNotDue(check.Item.State) is null).ToList();
        var closed = due.Where(check => check.Item.SatisfiedBy is not null).ToList();
        var paired = closed.Count(check => check.Recovery.Percent is not null);
        return new(
            Key, "From enrolment to a percentage of the baseline at 6 to 9 months", [new("count", "Men, then operations", Shape.Count)],
            men.Count == 0 ? [] :
            [
                .. Stage("Men enrolled", [], men.Count),
                .. Stage("Men operated on here", [("not operated on here", men.Count - operated.Count)], operated.Count),
                .. Stage("Operations with a check planned", [("men with no check in the protocol", without)], checks.Count),
                .. Stage("Checks due", Left(checks.Select(check => WhyNotDue(check.Item.State))), due.Count),
                .. Stage("Testosterone measured", Left(due.Select(check => WhyNotMeasured(check.Item))), closed.Count),
                .. Stage(
                    "With a percentage of the baseline",
                    Left(closed.Select(check => check.Recovery.Percent is null ? WhyNoPercentage(check.Recovery) : null)), paired),
            ],
            men.Count == 0 ? ["There is no man."] :
            [
                "A man counts once for each operation from the third stage on. A check is due when its first day has come, and neither death, withdrawal nor",
                "another operation ended it before it was done. Still open: due, overdue, or the man was not reached. Measured counts also what came late.",
            ]);
    }

    /// <summary>The figure of the table as its reader sees it.</summary>
    public static FlowDiagram Diagram(Table table) => new(Key, table.Title, FlowDiagram.StagesOf(table, GoOn), table.Notes);

    private static string? WhyNotDue(DueState state) => state switch
    {
        DueState.Upcoming => "not yet due",
        DueState.Cancelled => "died or withdrew before",
        DueState.Superseded => "operated on again before",
        _ => null,
    };

    private static string? WhyNotMeasured(DueItem check) =>
        check.SatisfiedBy is not null ? null : check.State == DueState.Lost ? "lost" : "still open";

    private static string WhyNoPercentage(Recovery recovery) =>
        recovery.Missing is not { } missing ? "not known" : missing.Kind == NoRecovery.NoSample ? "measured outside the window" : CodeNames.Words(missing.Code);

    private static IEnumerable<(string Reason, int Count)> Left(IEnumerable<string?> reasons) =>
        reasons.OfType<string>().CountBy(reason => reason).OrderByDescending(reason => reason.Value).ThenBy(reason => reason.Key, StringComparer.Ordinal)
            .Select(reason => (reason.Key, reason.Value));

    private static IEnumerable<Row> Stage(string name, IEnumerable<(string Reason, int Count)> left, int on) =>
        [.. left.Select(each => new Row(name, each.Reason, [Cell.Count(each.Count)])), new Row(name, GoOn, [Cell.Count(on)])];
}
