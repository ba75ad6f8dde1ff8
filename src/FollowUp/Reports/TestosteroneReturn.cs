using System.Text.Json;
using FollowUp.Hormones.Rules;
using FollowUp.Patients.Rules;
using FollowUp.Reports.Statistics;
using NodaTime;

namespace FollowUp.Reports;

/// <summary>How testosterone came back after one retrieval, and whether it was low before and after.</summary>
/// <param name="Retrieval">The retrieval.</param>
/// <param name="BaselineNmolPerLitre">The baseline before it; null when there is none or it is censored.</param>
/// <param name="Windows">The windows after it.</param>
/// <param name="Time">The days and percentages of its occasions, and what ended its clock.</param>
/// <param name="Before">Hypogonadism before it.</param>
/// <param name="After">Hypogonadism after it.</param>
public sealed record TestosteroneCourse(
    Retrieval Retrieval, decimal? BaselineNmolPerLitre, IReadOnlyList<WindowRecovery> Windows, TimeOfReturn Time,
    HypogonadismStatus Before, HypogonadismStatus After);

/// <summary>From the day of surgery to the first eligible occasion at a share of the baseline (R75).</summary>
/// <param name="Occasions">The day after surgery and the recovery of each occasion.</param>
/// <param name="EndedOn">The day after surgery of the event that ended the clock; null while none has.</param>
/// <param name="HasBaseline">Whether there is a baseline to return to.</param>
public sealed record TimeOfReturn(IReadOnlyList<(int Day, Recovery? Recovery)> Occasions, int? EndedOn, bool HasBaseline)
{
    /// <summary>What ended a man's time to return.</summary>
    public enum End
    {
        /// <summary>An occasion at the share or above.</summary>
        Returned,

        /// <summary>Testosterone or stimulation, a new operation, the loss of a testis, or death (R36).</summary>
        Competing,
    }

    /// <summary>The times after one operation.</summary>
    public static TimeOfReturn After(OperationRecovery recovery) => new(
        [.. recovery.Occasions.Select(occasion => (Period.DaysBetween(recovery.PerformedOn, occasion.DrawnOn), occasion.OfIndex))],
        recovery.EndedBy is { } ended ? Period.DaysBetween(recovery.PerformedOn, ended.On) : null,
        recovery.PreIndex is not null);

    /// <summary>The day of the last occasion; 0 without one (R75).</summary>
    public int LastSeen => Occasions.Count == 0 ? 0 : Occasions[^1].Day;

    /// <summary>The time in days and what ended it; null for a man last seen without either, on day 0 if never (R75).</summary>
    /// <param name="percent">The share of the baseline.</param>
    public (int Days, End? Event) To(decimal percent)
    {
        var returned = Occasions.Where(occasion => (occasion.Recovery?.Percent ?? occasion.Recovery?.PercentAtLeast) >= percent)
            .Select(occasion => (int?)occasion.Day).FirstOrDefault();
        return returned is { } day ? (day, End.Returned)
            : EndedOn is { } ended ? (ended, End.Competing)
            : (LastSeen, null);
    }
}

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

    private static readonly decimal[] ReturnedTo = [ReturnedFromPercent, 100m];

    private static readonly (int Days, string Name)[] ReturnedBy = [(274, "9 months"), (365, "12 months"), (548, "18 months"), (731, "24 months")];

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
            TimeOfReturn.After(recoveries[retrieval.OperationId]),
            flags[retrieval.OperationId].Before.Status,
            flags[retrieval.OperationId].After.Status));
    }

    /// <inheritdoc/>
    protected override IReadOnlyList<Table> Tables(IReadOnlyList<TestosteroneCourse> rows) =>
    [
        .. Windows.SelectMany(window => (Table[])
        [
            Returns(window, rows), Changes(window, rows),
            Counts<NoRecovery>(
                $"{window.Key}Missing", $"Operations without an exact percentage {window.Name} after, each with its first reason", rows,
                row => At(row, window.Window).OfIndex.Missing?.Kind),
        ]),
        Differences(rows),
        Reasons(rows),
        Times(rows),
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

    private static Table Changes((FollowUpWindow Window, string Key, string Name) window, IReadOnlyList<TestosteroneCourse> rows) => new(
        $"{window.Key}Change", $"Change of testosterone from the baseline to {window.Name} after, nmol/L",
        [
            new("pairs", "Both values", Shape.Count), new("change", "Mean (SD)", Shape.MeanSd), new("limits", "95 % limits of the mean", Shape.Estimate),
            new("median", "median (quartiles)", Shape.Quartiles), new("p", "p", Shape.Probability), new("test", "p is of", Shape.Words),
        ],
        Divide(rows, part =>
        {
            decimal[] changes = [.. part.Where(row => At(row, window.Window).OfIndex.Percent is not null)
                .Select(row => At(row, window.Window).NmolPerLitre!.Value - row.BaselineNmolPerLitre!.Value)];
            var (summary, tested, mean) = (Summary.Of(changes), ChosenTest.Within(changes), MeanTests.Paired(changes));
            return
            [
                Cell.Count(changes.Length), Cell.MeanSd(summary), Cell.Estimate(mean.Difference, mean.Limits, changes.Length), Cell.Quartiles(summary),
                Cell.Number(tested.P, changes.Length), Cell.Of(tested.Words),
            ];
        }),
        rows.Count == 0 ? [NoOperation]
        :
        [
            "Of men with both values, measured exactly. Limits of the mean by the paired t distribution. Paired t, or Wilcoxon where the differences",
            "are skewed (R74). No correction for the number of tests.",
        ]);

    private static Table Differences(IReadOnlyList<TestosteroneCourse> rows) => new(
        "differences", "Do first and later operations differ in the percentage of the baseline?",
        [
            new("first", "First: median (quartiles)", Shape.Quartiles), new("later", "Later: median (quartiles)", Shape.Quartiles),
            new("p", "p", Shape.Probability), new("test", "p is of", Shape.Words),
        ],
        rows.Count == 0 ? [] : [.. Windows.Select(window =>
        {
            decimal[] Of(bool first) => [.. rows.Where(row => row.Retrieval.Number == 1 == first)
                .Select(row => At(row, window.Window).OfIndex.Percent).OfType<decimal>()];
            var (ofFirst, ofLater) = (Of(true), Of(false));
            var tested = ChosenTest.Between(ofFirst, ofLater);
            return new Row("Window", window.Name,
            [
                Cell.Quartiles(Summary.Of(ofFirst)), Cell.Quartiles(Summary.Of(ofLater)), Cell.Number(tested.P, ofFirst.Length, ofLater.Length),
                Cell.Of(tested.Words),
            ]);
        })],
        rows.Count == 0 ? [NoOperation] : ["Welch, or Mann-Whitney where a group is skewed: |skewness| above 1, or SD above half the mean (R74)."]);

    private static Table Times(IReadOnlyList<TestosteroneCourse> rows) => new(
        "timeToReturn", "Days from surgery to the first sample at a share of the baseline",
        [
            new("followed", "With a baseline", Shape.Count), new("neverSeen", "no sample after", Shape.Count), new("returned", "Returned", Shape.Share),
            new("competing", "Competing event", Shape.Count), new("median", "Median (95 % limits)", Shape.Estimate),
            .. ReturnedBy.Select(by => new Column($"by{by.Days}", $"% by {by.Name} (95 % limits)", Shape.Estimate)),
        ],
        [.. ReturnedTo.SelectMany(percent => Stratum.Number
            .Divide(rows.Where(row => row.Time.HasBaseline), row => row.Retrieval)
            .Select(part =>
            {
                var times = part.Rows.Select(row => row.Time.To(percent)).ToList();
                var curve = KaplanMeier.Of(part.Rows.Zip(times, (row, time) =>
                    time.Event == TimeOfReturn.End.Returned ? (time.Days, true) : (row.Time.LastSeen, false)));
                var incidence = CumulativeIncidence.Of(times, TimeOfReturn.End.Returned);
                return new Row($"To {percent:0} %", part.Label,
                [
                    Cell.Count(curve.N), Cell.Count(part.Rows.Count(row => row.Time.Occasions.Count == 0)), Cell.Share(new(curve.Events, curve.N)),
                    Cell.Count(times.Count(time => time.Event == TimeOfReturn.End.Competing)),
                    Cell.Median(curve),
                    .. ReturnedBy.Select(by => AtDay(incidence, by.Days, curve.Events)),
                ]);
            }))],
        rows.Count == 0 ? [NoOperation]
        :
        [
            "Testosterone is seen only when it is drawn: the return lies between the sample before and the one counted, often months apart. Median:",
            $"{KaplanMeier.Method}, last seen at the last sample, never seen at day 0 (R75).",
            $"Shares: {CumulativeIncidence.Method}; testosterone or stimulation, a new operation, orchiectomy and death compete (R36).",
        ]);

    private static Cell AtDay(CumulativeIncidence incidence, int day, int basis) => incidence.WhyNone is not null
        ? Cell.Estimate(null, null, basis)
        : Cell.Estimate(
            100 * (incidence.On(day)?.Share ?? 0),
            incidence.On(day)?.Limits is { } limits ? limits with { Lower = 100 * limits.Lower, Upper = 100 * limits.Upper } : null, basis);

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
