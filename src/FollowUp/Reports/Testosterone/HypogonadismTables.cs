using FollowUp.Hormones.Rules;
using FollowUp.Hormones.Rules.HypogonadismFlags;
using FollowUp.Reports.Statistics;
using FollowUp.Reports.Tables;

namespace FollowUp.Reports.Testosterone;

/// <summary>Hypogonadism before and after operations: by status, by LH class, and under every other rule set.</summary>
internal static class HypogonadismTables
{
    private const string Before = "hypogonadismBefore";

    private const string After = "hypogonadismAfter";

    /// <summary>All the tables.</summary>
    /// <param name="subgroups">The operations.</param>
    /// <param name="ruleSet">The rule set asked for.</param>
    public static IEnumerable<Table> Of(Subgroups subgroups, string ruleSet) =>
    [
        .. Statuses(subgroups, ruleSet),
        subgroups.Counts<LHClass>("lhBefore", "LH class before (EMAS)", NumbersOf(ruleSet), row => row.Flags[ruleSet].Before.LH),
        subgroups.Counts<LHClass>("lhAfter", "LH class after (EMAS)", NumbersOf(ruleSet), row => row.Flags[ruleSet].After.LH),
        subgroups.Table(
            "findings", "What else the flag after the operation says", NumbersOf(ruleSet),
            [
                new("preExistingLow", "Low before already", Shape.Share), new("significantDecline", "Fell below 68 % of the baseline", Shape.Share),
                new("clinicalCriteriaMet", "Low confirmed, with a symptom", Shape.Share),
            ],
            part =>
            {
                var judged = part.Select(row => row.Flags[ruleSet].After).Where(flag => flag.IsJudged).ToList();
                Cell Share(Func<FlagSummary, bool?> of) => Cell.Share(new(judged.Count(flag => of(flag) == true), judged.Count(flag => of(flag) is not null)));
                return [Share(flag => flag.PreExistingLow), Share(flag => flag.SignificantDecline), Share(flag => flag.ClinicalCriteriaMet)];
            },
            "Of operations after which samples are conclusive: low before, of those with a conclusive baseline (R39); fallen, of those with a conclusive value (R38).",
            "Symptoms count as recorded: a man who was not asked counts as having none."),
        Sensitivity(subgroups, ruleSet),
    ];

    /// <summary>The two tables of statuses under a rule set.</summary>
    public static IEnumerable<Table> Statuses(Subgroups subgroups, string ruleSet) =>
    [
        subgroups.Counts<HypogonadismStatus>(
            Before, "Hypogonadism before: samples of the 365 days before the operation and after the one before it", NumbersOf(ruleSet),
            row => row.Flags[ruleSet].Before.Status),
        subgroups.Counts<HypogonadismStatus>(
            After, "Hypogonadism after: samples after the operation and before the next", NumbersOf(ruleSet), row => row.Flags[ruleSet].After.Status),
    ];

    private static string NumbersOf(string ruleSet) => $"flags {ruleSet}";

    private static Column LowConfirmed(string key, string heading, string when) =>
        new(key, heading, Shape.Rate) { Number = $"{when}.{CodeNames.Key(HypogonadismStatus.LowConfirmed)}" };

    private static Table Sensitivity(Subgroups subgroups, string asked) => new(
        "sensitivity", "The same men under every rule set",
        [
            LowConfirmed("lowBefore", "Low confirmed before", Before), LowConfirmed("lowAfter", "Low confirmed after", After),
            new("anyLowAfter", "Low after, confirmed or once", Shape.Rate), new("newLow", "Newly low: normal before, low confirmed after", Shape.Rate),
            new("asked", "Rule set asked for", Shape.Words),
        ],
        [
            .. subgroups.Short.SelectMany(part => PublishedRuleSets.All.Keys.Select(id =>
            {
                var flags = part.Rows.Select(row => row.Flags[id]).ToList();
                Proportion Of(Func<(FlagSummary Before, FlagSummary After), bool> among, Func<(FlagSummary Before, FlagSummary After), bool> has) =>
                    new(flags.Count(flag => among(flag) && has(flag)), flags.Count(among));
                return part.Mark(new($"{part.Group}: {part.Label}", id,
                [
                    Cell.Rate(Of(flag => flag.Before.IsJudged, flag => flag.Before.Status == HypogonadismStatus.LowConfirmed)),
                    Cell.Rate(Of(flag => flag.After.IsJudged, flag => flag.After.Status == HypogonadismStatus.LowConfirmed)),
                    Cell.Rate(Of(flag => flag.After.IsJudged, flag => flag.After.Status is HypogonadismStatus.LowConfirmed or HypogonadismStatus.LowUnconfirmed))
                        .RestsOn(flags.Count(flag => flag.After.Status == HypogonadismStatus.LowUnconfirmed)),
                    Cell.Rate(Of(
                        flag => flag.Before.Status == HypogonadismStatus.Normal && flag.After.IsJudged, flag => flag.After.Status == HypogonadismStatus.LowConfirmed)),
                    Cell.Of(id == asked ? "yes" : ""),
                ]), NumbersOf(id));
            })),
        ],
        subgroups.Rows.Count == 0 ? [Subgroups.NoOperation]
            : ["Of operations with conclusive samples under that rule set; those without data and indeterminate ones are left out. In brackets Wilson's 95 % interval."]);
}
