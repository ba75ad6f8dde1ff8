using FollowUp.Pain.Facts;
using FollowUp.Pain.Rules;
using FollowUp.Reports.Statistics;

namespace FollowUp.Reports.Tables;

/// <summary>The tables of pain over time and of the analgesics taken for it.</summary>
internal static class PainTables
{
    /// <summary>From this numeric score on pain is treated, in points of 0 to 10 (V65).</summary>
    public const int TreatedFromNrs = 4;

    // The days around the protocol's contacts; for analgesics, day 14 is the limit of the caution about long use.
    private static readonly (string Name, int From, int To)[] PainDays =
        [("days 1 to 3", 1, 3), ("days 5 to 10", 5, 10), ("days 42 to 56", 42, 56), ("days 83 to 104", 83, 104)];

    private static readonly (string Name, int From, int To)[] DoseDays = [("days 0 to 3", 0, 3), ("days 4 to 14", 4, 14), ("after day 14", 15, int.MaxValue)];

    /// <summary>All the tables.</summary>
    public static IEnumerable<Table> Of(IReadOnlyList<OperationOutcome> rows, IReadOnlyList<Stratum> strata) =>
        [Pain(rows, strata), PainChange(rows), Analgesics(rows), Safety(rows)];

    /// <summary>Whether a row of the table of pain is of all operations.</summary>
    public static bool IsOfAll(Row row) => PainDays.Any(days => days.Name == row.Group);

    private static Table Pain(IReadOnlyList<OperationOutcome> rows, IReadOnlyList<Stratum> strata) => new(
        "pain", "The highest numeric pain score (0 to 10) of the days after surgery",
        [
            new("scored", "With a score", Shape.Share), new("median", "median (quartiles)", Shape.Quartiles),
            .. Enum.GetValues<PainBand>().Select(band => new Column(CodeNames.Key(band), CodeNames.Words(band), Shape.Count)),
            new("treated", $"{TreatedFromNrs} or more", Shape.Rate),
        ],
        [.. PainDays.SelectMany(days => strata.SelectMany(stratum => stratum.Divide(rows, row => row.Retrieval).Select(part =>
        {
            var over = part.Rows.Where(row => row.Days >= days.To).ToList();
            var scores = over.Select(row => Highest(row, days)).OfType<int>().ToList();
            return new Row($"{days.Name}{(stratum == Stratum.All ? "" : $", {stratum.Name}")}", part.Label,
            [
                Cell.Share(new(scores.Count, over.Count)), Cell.Quartiles(Summary.Of(scores.Select(score => (decimal)score))),
                .. Enum.GetValues<PainBand>().Select(band => Cell.Count(scores.Count(score => PainQuestion.Band(score) == band))),
                Cell.Rate(new(scores.Count(score => score >= TreatedFromNrs), scores.Count)),
            ]).Of($"pain {days.Name}", part.Keys);
        })))],
        ComplicationsAndPain.Notes(rows,
            "Of every site, at rest and moving. Operations for which the days are over; those without a score are missing, not free of pain. Visual",
            "analogue scores are left out. Bands: 1 to 3 mild, 4 to 6 moderate, 7 and more severe (V64)."));

    private static Table PainChange(IReadOnlyList<OperationOutcome> rows) => new(
        "painChange", $"Change of pain since {PainDays[0].Name}, in points",
        [
            new("pairs", "Both scores", Shape.Count), new("median", "median (quartiles)", Shape.Quartiles),
            new("fell", $"fell by {PainQuestion.MeaningfulChange} or more", Shape.Rate), new("rose", $"rose by {PainQuestion.MeaningfulChange} or more", Shape.Rate),
            new("p", "p", Shape.Probability), new("test", "p is of", Shape.Words),
        ],
        [.. PainDays.Skip(1).Select(days =>
        {
            decimal[] changes = [.. rows.Select(row => Highest(row, days) - Highest(row, PainDays[0])).OfType<int>()];
            var tested = RankTests.Wilcoxon(changes) with { Choice = "scores are ranks" };
            return new Row("Change", days.Name,
            [
                Cell.Count(changes.Length), Cell.Quartiles(Summary.Of(changes)),
                Cell.Rate(new(changes.Count(change => change <= -PainQuestion.MeaningfulChange), changes.Length)),
                Cell.Rate(new(changes.Count(change => change >= PainQuestion.MeaningfulChange), changes.Length)),
                Cell.Number(tested.P, changes.Length), Cell.Of(tested.Words),
            ]);
        })],
        ComplicationsAndPain.Notes(rows, "Of men with both scores. No correction for the number of tests."));

    private static Table Analgesics(IReadOnlyList<OperationOutcome> rows) => new(
        "analgesics", "Analgesics given or taken", [new("operations", "Operations", Shape.Share), new("doses", "Doses", Shape.Count)],
        [.. DoseDays.SelectMany(days =>
        {
            var begun = rows.Where(row => row.Days >= days.From)
                .Select(row => row.Doses.Where(dose => dose.Day >= days.From && dose.Day <= days.To).ToList())
                .ToList();
            Row Of(string label, Func<Analgesic, bool> drug) => new(days.Name, label,
            [
                Cell.Share(new(begun.Count(doses => doses.Exists(dose => drug(dose.Drug))), begun.Count)),
                Cell.Count(begun.Sum(doses => doses.Count(dose => drug(dose.Drug)))),
            ]);
            return begun.Count == 0 ? (Row[])[]
                :
                [
                    Of("any", _ => true),
                    .. begun.SelectMany(doses => doses).Select(dose => dose.Drug).Distinct().Order().Select(drug => Of(CodeNames.Words(drug), each => each == drug)),
                ];
        })],
        ComplicationsAndPain.Notes(rows, "As recorded: no dose means that none was recorded. A man may take several drugs."));

    private static Table Safety(IReadOnlyList<OperationOutcome> rows)
    {
        var taking = rows.Where(row => row.Doses.Count > 0).ToList();
        Row Of(string group, string label, Func<OperationOutcome, bool> has) => new(group, label, [Cell.Share(new(taking.Count(has), taking.Count))]);
        return new(
            "analgesicSafety", "Analgesics against their limits", [new("operations", "Operations", Shape.Share)],
            [
                .. Enum.GetValues<AlertLevel>().Select(level => Of("Highest level", CodeNames.Words(level), row => row.Level == level)),
                .. Enum.GetValues<CautionKind>().Select(kind => Of("Caution", CodeNames.Words(kind), row => row.Cautions.Contains(kind))),
            ],
            ComplicationsAndPain.Notes(rows, $"Of operations with a recorded dose; limits {AnalgesicLimits.Version2018.Id} (R56 to R58). Caution: of each kind, at least once."));
    }

    private static int? Highest(OperationOutcome row, (string Name, int From, int To) days) =>
        row.Pain.Where(score => score.Day >= days.From && score.Day <= days.To).Max(score => (int?)score.Nrs);
}
