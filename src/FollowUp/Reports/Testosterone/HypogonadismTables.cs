using FollowUp.Hormones.Rules;
using FollowUp.Hormones.Rules.HypogonadismFlags;
using FollowUp.Reports.Statistics;
using FollowUp.Reports.Tables;

namespace FollowUp.Reports.Testosterone;

/// <summary>Hypogonadism before and after operations: by status, by LH class, and under every rule set beside the one asked for.</summary>
internal static class HypogonadismTables
{
    private const string Before = "hypogonadismBefore";

    private const string After = "hypogonadismAfter";

    /// <summary>All of them.</summary>
    /// <param name="division">The operations.</param>
    /// <param name="ruleSet">The rule set asked for.</param>
    public static IEnumerable<Table> Of(Division division, string ruleSet) =>
    [
        .. Statuses(division, ruleSet),
        division.Counts<LHClass>("lhBefore", "LH class before (EMAS)", NumbersOf(ruleSet), row => row.Flags[ruleSet].Before.LH),
        division.Counts<LHClass>("lhAfter", "LH class after (EMAS)", NumbersOf(ruleSet), row => row.Flags[ruleSet].After.LH),
        division.Table(
            "findings", "What else the flag after the operation says", NumbersOf(ruleSet),
            [
                new("preExistingLow", "Low before already", Shape.Share), new("significantDecline", "Fell below 68 % of the baseline", Shape.Share),
                new("clinicalCriteriaMet", "Low confirmed, with a symptom", Shape.Share),
            ],
            part =>
            {
                var judged = part.Select(row => row.Flags[ruleSet].After).Where(flag => flag.IsJudged).ToList();
                Cell Share(Func<Flagged, bool?> of) => Cell.Share(new(judged.Count(flag => of(flag) == true), judged.Count(flag => of(flag) is not null)));
                return [Share(flag => flag.PreExistingLow), Share(flag => flag.SignificantDecline), Share(flag => flag.ClinicalCriteriaMet)];
            },
            "Of operations after which samples decide: low before, of those with a baseline that decides it (R39); fallen, of those with a value that does (R38).",
            "A symptom counts as recorded: a man who was not asked counts as without."),
        Sensitivity(division, ruleSet),
    ];

    /// <summary>The two tables of statuses under a rule set.</summary>
    public static IEnumerable<Table> Statuses(Division division, string ruleSet) =>
    [
        division.Counts<HypogonadismStatus>(
            Before, "Hypogonadism before: samples of the 365 days before the operation and after the one before it", NumbersOf(ruleSet),
            row => row.Flags[ruleSet].Before.Status),
        division.Counts<HypogonadismStatus>(
            After, "Hypogonadism after: samples after the operation and before the next", NumbersOf(ruleSet), row => row.Flags[ruleSet].After.Status),
    ];

    private static string NumbersOf(string ruleSet) => $"flags {ruleSet}";

    private static Column LowConfirmed(string key, string heading, string when) =>
        new(key, heading, Shape.Rate) { Number = $"{when}.{Coded.Key(HypogonadismStatus.LowConfirmed)}" };

    private static Table Sensitivity(Division division, string asked) => new(
        "sensitivity", "The same men under every rule set",
        [
            LowConfirmed("lowBefore", "Low confirmed before", Before), LowConfirmed("lowAfter", "Low confirmed after", After),
            new("anyLowAfter", "Low after, confirmed or once", Shape.Rate), new("newLow", "Newly low: normal before, low confirmed after", Shape.Rate),
            new("asked", "Rule set asked for", Shape.Words),
        ],
        [
            .. division.Short.SelectMany(part => PublishedRuleSets.All.Keys.Select(id =>
            {
                var flags = part.Rows.Select(row => row.Flags[id]).ToList();
                Proportion Of(Func<(Flagged Before, Flagged After), bool> among, Func<(Flagged Before, Flagged After), bool> has) =>
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
        division.Rows.Count == 0 ? [Division.NoOperation]
            : ["Of operations for which samples decide under that rule set; without data and indeterminate are left out. In brackets Wilson's 95 % interval."]);
}
