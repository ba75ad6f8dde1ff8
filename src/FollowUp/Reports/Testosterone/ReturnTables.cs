using FollowUp.Hormones.Rules.TestosteroneRecovery;
using FollowUp.Reports.Statistics;
using FollowUp.Reports.Tables;

namespace FollowUp.Reports.Testosterone;

/// <summary>The tables of each window: values and their baseline in pairs, the change, bands, and why values are missing.</summary>
internal static class ReturnTables
{
    /// <summary>The windows, with their names.</summary>
    public static readonly IReadOnlyList<(FollowUpWindow Window, string Key, string Name, int TargetDay)> Windows =
    [
        (FollowUpWindow.Months6To9, "months6To9", "6 to 9 months", 228), (FollowUpWindow.Months12, "months12", "12 months", 365),
        (FollowUpWindow.Months18, "months18", "18 months", 548), (FollowUpWindow.Months24, "months24", "24 months", 731),
    ];

    /// <summary>The baselines, with their names.</summary>
    public static readonly IReadOnlyList<(BaselineKind Kind, string Key, string Name)> Baselines =
        [(BaselineKind.PreIndex, "", "before that operation"), (BaselineKind.PreFirst, "OfFirst", "before the first operation")];

    // Each begins at this percentage of the baseline. Within the reference change limit a change cannot be told from normal variation (V27).
    private static readonly (decimal From, string Key, string Name)[] Bands =
    [
        (decimal.MinValue, "below68", "below 68 %"), (TestosteroneReturn.FallenBelowPercent, "from68", "68 to below 80 %"),
        (TestosteroneReturn.ReturnedFromPercent, "from80", "80 to below 100 %"), (100m, "from100", "100 to 132 %"), (RisenAbove, "above132", "above 132 %"),
    ];

    private const decimal RisenAbove = 100m + Recovery.ReferenceChangeLimitPercent;

    /// <summary>All the tables.</summary>
    public static IEnumerable<Table> Of(Subgroups subgroups) =>
    [
        .. Baselines.SelectMany(baseline => Windows.SelectMany(window => (Table[])
        [
            Returns(window, baseline, subgroups), Changes(window, baseline, subgroups),
            subgroups.Counts<NoRecovery>(
                $"{window.Key}{baseline.Key}Missing",
                $"Operations without an exact percentage of the baseline {baseline.Name} {window.Name} after, each with its first reason",
                $"{window.Key}{baseline.Key}",
                row => row.At(window.Window, baseline.Kind).Missing),
        ])),
        InBands(subgroups), Differences(subgroups.Rows), Reasons(subgroups.Rows),
    ];

    private static Table Returns(
        (FollowUpWindow Window, string Key, string Name, int) window, (BaselineKind Kind, string Key, string Name) baseline, Subgroups subgroups) => subgroups.Table(
        $"{window.Key}{baseline.Key}", $"Testosterone {window.Name} after the operation, against the baseline {baseline.Name}", $"{window.Key}{baseline.Key}",
        [
            new("paired", "Both values", Shape.Share), new("baseline", "Baseline, nmol/L", Shape.MeanSd), new("value", "Then, nmol/L", Shape.MeanSd),
            new("percentMean", "% of baseline", Shape.MeanSd), new("percentMedian", "median (quartiles)", Shape.Quartiles),
            new("ratioOfMeans", "of means, %", Shape.Number), new("returned", $"{TestosteroneReturn.ReturnedFromPercent:0} % or more", Shape.Share),
            new("fallen", $"below {TestosteroneReturn.FallenBelowPercent:0} %", Shape.Share),
        ],
        part =>
        {
            // Only the pairs are kept in memory: most operations have no value.
            PercentOfBaseline At(TestosteroneCourse row) => row.At(window.Window, baseline.Kind);
            var pairs = part.Where(row => At(row).Percent is not null).ToList();
            var before = Summary.Of(pairs.Select(row => row.NmolPerLitre(baseline.Kind)!.Value));
            var then = Summary.Of(pairs.Select(row => row.At(window.Window).NmolPerLitre!.Value));
            var percent = Summary.Of(pairs.Select(row => At(row).Percent!.Value));
            var returned = ShareOf(part.Select(row => IsAtLeast(At(row), TestosteroneReturn.ReturnedFromPercent)));
            var fallen = ShareOf(part.Select(row => !IsAtLeast(At(row), TestosteroneReturn.FallenBelowPercent)));
            var between = Math.Max(0, Math.Min(returned.Of, fallen.Of) - returned.Count - fallen.Count);
            return
            [
                Cell.Share(new(pairs.Count, part.Count)), Cell.MeanSd(before), Cell.MeanSd(then), Cell.MeanSd(percent), Cell.Quartiles(percent),
                Cell.Number(100 * then.Mean / before.Mean, pairs.Count),
                Cell.Share(returned).RestsOn(between), Cell.Share(fallen).RestsOn(between),
            ];
        },
        baseline.Kind == BaselineKind.PreIndex
            ? "Baseline: before that operation; after an earlier operation it may be lower already."
            : "Baseline: before the first operation, here or elsewhere, so this is the cumulative loss; often not known.",
        "Both values: men with both, measured exactly; means (SD), medians and the ratio of means are of these. The shares also count men",
        "whose censored value is certainly on one side.");

    private static Table Changes(
        (FollowUpWindow Window, string Key, string Name, int) window, (BaselineKind Kind, string Key, string Name) baseline, Subgroups subgroups) => subgroups.Table(
        $"{window.Key}{baseline.Key}Change", $"Change of testosterone from the baseline {baseline.Name} to {window.Name} after, nmol/L", $"{window.Key}{baseline.Key}",
        [
            new("pairs", "Both values", Shape.Count) { Number = "paired" }, new("change", "Mean (SD)", Shape.MeanSd), new("limits", "95 % limits of the mean", Shape.Estimate),
            new("median", "median (quartiles)", Shape.Quartiles), new("p", "p", Shape.Probability), new("test", "p is of", Shape.Words),
        ],
        part =>
        {
            decimal[] changes = [.. part.Where(row => row.At(window.Window, baseline.Kind).Percent is not null)
                .Select(row => row.At(window.Window).NmolPerLitre!.Value - row.NmolPerLitre(baseline.Kind)!.Value)];
            var (summary, tested, mean) = (Summary.Of(changes), ChosenTest.Within(changes), MeanTests.Paired(changes));
            return
            [
                Cell.Count(changes.Length), Cell.MeanSd(summary), Cell.Estimate(mean.Difference, mean.Limits, changes.Length), Cell.Quartiles(summary),
                Cell.Number(tested.P, changes.Length), Cell.Of(tested.Words),
            ];
        },
        "Of men with both values, measured exactly. Limits of the mean by the paired t distribution. Paired t, or Wilcoxon where the differences",
        "are skewed (R74). No correction for the number of tests.");

    private static Table InBands(Subgroups subgroups) => new(
        "bands", "Operations by band of the percentage of the baseline",
        [
            .. Bands.Select(band => new Column(band.Key, band.Name, Shape.Count) { Sum = band.From >= TestosteroneReturn.ReturnedFromPercent ? "returned" : "not" }),
            new("undecided", "censored between bands", Shape.Count),
            new("missing", "no value", Shape.Count), new("within", $"within ±{Recovery.ReferenceChangeLimitPercent:0} %", Shape.Rate),
        ],
        [
            .. Baselines.SelectMany(baseline => Windows.SelectMany(window => subgroups.Short.Select(part =>
            {
                var recoveries = part.Rows.Select(row => row.At(window.Window, baseline.Kind)).ToList();
                var bands = recoveries.Where(IsKnown).Select(BandOf).ToList();
                var decided = bands.OfType<int>().ToList();
                int[] counts = [.. Bands.Select((_, at) => decided.Count(band => band == at))];
                var within = Cell.Rate(new(counts[1..^1].Sum(), decided.Count));
                return part.Mark(new($"{window.Name}, baseline {baseline.Name}", part.Label,
                [
                    .. counts.Select(Cell.Count), Cell.Count(bands.Count - decided.Count), Cell.Count(recoveries.Count - bands.Count),

                    // The sum of three bands would reveal a small one.
                    within.RestsOn(counts),
                ]), $"bands {window.Key}{baseline.Key}");
            }))),
        ],
        subgroups.Rows.Count == 0 ? [Subgroups.NoOperation]
        :
        [
            $"±{Recovery.ReferenceChangeLimitPercent:0} %: the reference change limit of a single pair; within it a change cannot be told from normal variation (Ahokoski 1998).",
            "Below 68 % testosterone fell, above 132 % it rose, by more than that. In brackets Wilson's 95 % interval.",
        ]);

    private static Table Differences(IReadOnlyList<TestosteroneCourse> rows) => new(
        "differences", "Do first and later operations differ in the percentage of the baseline before that operation?",
        [
            new("first", "First: median (quartiles)", Shape.Quartiles), new("later", "Later: median (quartiles)", Shape.Quartiles),
            new("p", "p", Shape.Probability), new("test", "p is of", Shape.Words),
        ],
        rows.Count == 0 ? [] : [.. Windows.Select(window =>
        {
            decimal[] Of(bool first) => [.. rows.Where(row => row.Retrieval.Number == 1 == first)
                .Select(row => row.At(window.Window).OfIndex.Percent).OfType<decimal>()];
            var (ofFirst, ofLater) = (Of(true), Of(false));
            var tested = ChosenTest.Between(ofFirst, ofLater);
            return new Row("Window", window.Name,
            [
                Cell.Quartiles(Summary.Of(ofFirst)), Cell.Quartiles(Summary.Of(ofLater)), Cell.Number(tested.P, ofFirst.Length, ofLater.Length),
                Cell.Of(tested.Words),
            ]);
        })],
        rows.Count == 0 ? [Subgroups.NoOperation] : ["Welch, or Mann-Whitney where a group is skewed: |skewness| above 1, or SD above half the mean (R74)."]);

    private static Table Reasons(IReadOnlyList<TestosteroneCourse> rows) => new(
        "reasons", "Reasons in detail, all operations",
        [new("operations", "Operations", Shape.Count)],
        [.. Baselines.SelectMany(baseline => Windows.SelectMany(window => rows
            .Select(row => row.At(window.Window, baseline.Kind).Code)
            .OfType<string>()
            .GroupBy(code => code)
            .OrderBy(reason => reason.Key, StringComparer.Ordinal)
            .Select(reason => new Row($"{window.Name}, baseline {baseline.Name}", CodeNames.Words(reason.Key), [Cell.Count(reason.Count())])
            {
                Under = [new($"reasons {window.Key}{baseline.Key}", ""), new($"reasons {window.Key}{baseline.Key} {reason.Key.Split(':')[0]}", "")],
            })))],
        rows.Count == 0 ? [Subgroups.NoOperation] : []);

    private static bool IsKnown(PercentOfBaseline recovery) => (recovery.Percent ?? recovery.PercentAtLeast ?? recovery.PercentAtMost) is not null;

    // A censored value is in a band when both its bounds are; an open bound counts as the end of the scale (R76).
    private static int? BandOf(PercentOfBaseline recovery)
    {
        static int Of(decimal percent) => Array.FindLastIndex(Bands, band => percent >= band.From && (band.From != RisenAbove || percent > RisenAbove));
        var least = Of(recovery.Percent ?? recovery.PercentAtLeast ?? decimal.MinValue);
        var most = Of(recovery.Percent ?? recovery.PercentAtMost ?? decimal.MaxValue);
        return least == most ? least : null;
    }

    // A censored value counts where its bounds leave no doubt (R76).
    private static bool? IsAtLeast(PercentOfBaseline recovery, decimal percent) =>
        (recovery.Percent ?? recovery.PercentAtLeast) >= percent ? true
        : (recovery.Percent ?? recovery.PercentAtMost) < percent ? false
        : null;

    private static Proportion ShareOf(IEnumerable<bool?> answers)
    {
        var (count, of) = (0, 0);
        foreach (var answer in answers)
        {
            count += answer == true ? 1 : 0;
            of += answer is null ? 0 : 1;
        }

        return new(count, of);
    }
}
