using System.Text.Json;
using FollowUp.Hormones.Rules;
using FollowUp.Patients.Rules;
using FollowUp.Reports.Statistics;

namespace FollowUp.Reports;

/// <summary>How testosterone came back after one retrieval, and whether it was low before and after.</summary>
/// <param name="Retrieval">The retrieval.</param>
/// <param name="BaselineNmolPerLitre">The baseline before it; null when there is none or it is censored.</param>
/// <param name="Windows">The windows after it.</param>
/// <param name="Before">Hypogonadism before it.</param>
/// <param name="After">Hypogonadism after it.</param>
public sealed record TestosteroneCourse(
    Retrieval Retrieval, decimal? BaselineNmolPerLitre, IReadOnlyList<WindowRecovery> Windows, HypogonadismStatus Before, HypogonadismStatus After);

/// <summary>How far testosterone has come back after repeat surgery, beside first operations, and whether it was low before and after.</summary>
public sealed class TestosteroneReturn : Report<TestosteroneCourse>
{
    /// <summary>
    /// The share of the baseline that a group reaches in 3 to 6 months, in percent (Ramasamy 2005, V15); a mark to count by, no target
    /// for a man.
    /// </summary>
    public const decimal ReturnedFromPercent = 80m;

    /// <summary>Below this share of the baseline a fall is more than the variation of a single pair, in percent (V27, R38).</summary>
    public const decimal FallenBelowPercent = 100m - Recovery.ReferenceChangeLimitPercent;

    private const string NoOperation = "There is no operation.";

    private static readonly (FollowUpWindow Window, string Key, string Name)[] Windows =
        [(FollowUpWindow.Months6To9, "months6To9", "6 to 9 months"), (FollowUpWindow.Months12, "months12", "12 months")];

    private static readonly Stratum[] OfRepeats = [Stratum.All, Stratum.PreviousTechnique, Stratum.PreviousHistology, Stratum.Karyotype];

    /// <inheritdoc/>
    public override string Name => "testosterone-return";

    /// <inheritdoc/>
    public override string Title => "Testosterone return after repeat surgery";

    /// <inheritdoc/>
    public override string Description =>
        "How far testosterone came back to its baseline 6 to 9 and 12 months after an operation, why values are missing, and hypogonadism "
        + "before and after, by procedure number, previous technique, histology and karyotype.";

    /// <inheritdoc/>
    protected override IEnumerable<TestosteroneCourse> Rows(PatientCourse course, Asked asked)
    {
        var recoveries = OperationRecovery.AllIn(course, asked.On).ToDictionary(recovery => recovery.OperationId);
        var flags = HypogonadismAnswer.Of(course, PublishedRuleSets.Of(asked.RuleSet)).Operations.ToDictionary(flag => flag.OperationId);
        return Retrieval.AllIn(course).Select(retrieval => new TestosteroneCourse(
            retrieval,
            recoveries[retrieval.OperationId].PreIndex?.NmolPerLitre,
            recoveries[retrieval.OperationId].Windows,
            flags[retrieval.OperationId].Before.Status,
            flags[retrieval.OperationId].After.Status));
    }

    /// <inheritdoc/>
    protected override IReadOnlyList<Table> Tables(IReadOnlyList<TestosteroneCourse> rows) =>
    [
        .. Windows.SelectMany(window => (Table[])
        [
            Returns(window, rows),
            Counts<NoRecovery>(
                $"{window.Key}Missing", $"Operations without an exact percentage {window.Name} after, each with its first reason", rows,
                row => At(row, window.Window).OfIndex.Missing?.Kind),
        ]),
        Reasons(rows),
        Counts<HypogonadismStatus>(
            "hypogonadismBefore", "Hypogonadism before: samples of the 365 days before the operation and after the one before it", rows, row => row.Before),
        Counts<HypogonadismStatus>(
            "hypogonadismAfter", "Hypogonadism after: samples after the operation and before the next", rows, row => row.After),
    ];

    private static Table Returns((FollowUpWindow Window, string Key, string Name) window, IReadOnlyList<TestosteroneCourse> rows) => new(
        window.Key, $"Testosterone {window.Name} after the operation",
        [
            new("paired", "Both values", Shape.Share), new("baseline", "Baseline, nmol/L", Shape.MeanSd), new("value", "Then, nmol/L", Shape.MeanSd),
            new("percentMean", "% of baseline", Shape.MeanSd), new("percentMedian", "median (quartiles)", Shape.Quartiles),
            new("ratioOfMeans", "of means, %", Shape.Number), new("returned", $"{ReturnedFromPercent:0} % or more", Shape.Share),
            new("fallen", $"below {FallenBelowPercent:0} %", Shape.Share),
        ],
        Divide(rows, part =>
        {
            var recoveries = part.Select(row => (Baseline: row.BaselineNmolPerLitre, At: At(row, window.Window))).ToList();
            var pairs = recoveries.Where(row => row.At.OfIndex.Percent is not null).ToList();
            var (baseline, value) = (Summary.Of(pairs.Select(pair => pair.Baseline!.Value)), Summary.Of(pairs.Select(pair => pair.At.NmolPerLitre!.Value)));
            var percent = Summary.Of(pairs.Select(pair => pair.At.OfIndex.Percent!.Value));
            return
            [
                Cell.Share(new(pairs.Count, part.Count)), Cell.MeanSd(baseline), Cell.MeanSd(value), Cell.MeanSd(percent), Cell.Quartiles(percent),
                Cell.Number(100 * value.Mean / baseline.Mean, pairs.Count),
                Cell.Share(ShareOf(recoveries.Select(row => IsAtLeast(row.At.OfIndex, ReturnedFromPercent)))),
                Cell.Share(ShareOf(recoveries.Select(row => !IsAtLeast(row.At.OfIndex, FallenBelowPercent)))),
            ];
        }),
        rows.Count == 0 ? [NoOperation]
        :
        [
            "Baseline: before that operation, so after an earlier one it may be the already fallen value. Both values: of men with both, measured",
            "exactly; means (SD), medians and the ratio of means are of these. The shares count also men whose censored value must lie on one side.",
        ]);

    private static Table Reasons(IReadOnlyList<TestosteroneCourse> rows) => new(
        "reasons", "Reasons in detail, all operations",
        [new("operations", "Operations", Shape.Count)],
        [.. Windows.SelectMany(window => rows
            .Select(row => At(row, window.Window).OfIndex.Missing)
            .OfType<MissingRecovery>()
            .GroupBy(missing => missing.Code)
            .OrderBy(reason => reason.Key, StringComparer.Ordinal)
            .Select(reason => new Row(window.Name, reason.Key, [Cell.Count(reason.Count())])))],
        rows.Count == 0 ? [NoOperation] : []);

    // A column for each value there is.
    private static Table Counts<TValue>(string key, string title, IReadOnlyList<TestosteroneCourse> rows, Func<TestosteroneCourse, TValue?> of)
        where TValue : struct, Enum => new(
            key, title,
            [.. Enum.GetValues<TValue>().Select(value => new Column(JsonNamingPolicy.CamelCase.ConvertName($"{value}"), $"{value}", Shape.Count))],
            Divide(rows, part => [.. Enum.GetValues<TValue>().Select(value => Cell.Count(part.Count(row => value.Equals(of(row)))))]),
            rows.Count == 0 ? [NoOperation] : []);

    private static IReadOnlyList<Row> Divide(IReadOnlyList<TestosteroneCourse> rows, Func<IReadOnlyList<TestosteroneCourse>, IReadOnlyList<Cell>> cells)
    {
        IEnumerable<Row> By(Stratum stratum, string group, IEnumerable<TestosteroneCourse> operations) =>
            stratum.Divide(operations, row => row.Retrieval).Select(part => new Row(group, part.Label, cells(part.Rows)));

        var repeats = rows.Where(row => row.Retrieval.Number > 1).ToList();
        return [.. By(Stratum.Number, Stratum.Number.Name, rows), .. OfRepeats.SelectMany(stratum => By(stratum, $"{stratum.Name}, repeat", repeats))];
    }

    private static WindowRecovery At(TestosteroneCourse row, FollowUpWindow window) => row.Windows.First(each => each.Days.Window == window);

    // A censored value decides where its bounds do (R76).
    private static bool? IsAtLeast(Recovery recovery, decimal percent) =>
        (recovery.Percent ?? recovery.PercentAtLeast) >= percent ? true
        : (recovery.Percent ?? recovery.PercentAtMost) < percent ? false
        : null;

    private static Proportion ShareOf(IEnumerable<bool?> answers)
    {
        var known = answers.OfType<bool>().ToList();
        return new(known.Count(yes => yes), known.Count);
    }
}
