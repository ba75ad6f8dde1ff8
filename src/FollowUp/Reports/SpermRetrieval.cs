using FollowUp.Course;
using FollowUp.Patients.Facts;
using FollowUp.Platform.Figures;
using FollowUp.Reports.Figures;
using FollowUp.Reports.Statistics;
using FollowUp.Reports.Tables;
using FollowUp.Surgery.Facts;

namespace FollowUp.Reports;

/// <summary>How often sperm was found, at salvage operations and at all of them, and whether groups of men differ in it.</summary>
public sealed class SpermRetrieval : Report<Retrieval>
{
    private static readonly Stratum[] Usual =
    [
        Stratum.All, Stratum.Number, Stratum.PreviousTechnique, Stratum.PreviousHistology, Stratum.Karyotype, Stratum.YMicrodeletion,
        Stratum.HormoneTherapy,
    ];

    /// <inheritdoc/>
    public override string Name => "sperm-retrieval";

    /// <inheritdoc/>
    public override string Title => "Sperm retrieval";

    /// <inheritdoc/>
    public override string Description => "How often sperm was found, at salvage micro-TESE and at all retrievals, and the tests between groups.";

    /// <inheritdoc/>
    protected override IEnumerable<Retrieval> Rows(PatientCourse course, Asked asked) => Retrieval.AllIn(course);

    /// <inheritdoc/>
    protected override IEnumerable<Table> Tables(IReadOnlyList<Retrieval> rows, ReportParameters parameters)
    {
        Retrieval[] salvage = [.. rows.Where(retrieval => retrieval.IsSalvage)];
        IReadOnlyList<WorkUp> With(RetrievalOutcome outcome) =>
            [.. salvage.Where(retrieval => retrieval.Outcome == outcome).Select(retrieval => retrieval.WorkUp)];
        var strata = parameters.By.Count == 0 ? Usual : [Stratum.All, Stratum.Combined(parameters.By)];
        return
        [
            Salvage(salvage, strata),
            Comparisons(salvage),
            GroupComparison.Of(
                "preoperative", "Salvage micro-TESE: men in whom sperm was found and was not (table 1 of the paper)",
                ("Found", With(RetrievalOutcome.SpermFound)), ("Not found", With(RetrievalOutcome.NotFound))),
            Patterns(salvage),
            Rates("all", "All retrievals done here: sperm found", rows, strata, "A man counts once for each operation done here."),
        ];
    }

    /// <summary>The table of salvage operations in its usual division.</summary>
    internal static Table Salvage(IEnumerable<Retrieval> rows) => Salvage([.. rows.Where(retrieval => retrieval.IsSalvage)], Usual);

    private static Table Salvage(IReadOnlyList<Retrieval> salvage, IReadOnlyList<Stratum> strata) => Rates(
        "salvage", "Salvage micro-TESE: sperm found", salvage, strata, "Salvage: a micro-TESE after a retrieval, here or elsewhere, that found no sperm.");

    /// <inheritdoc/>
    protected override IEnumerable<Figure> Figures(IReadOnlyList<Retrieval> rows, IReadOnlyList<Table> tables, ReportParameters parameters) =>
        from table in tables
        where table.Key is "salvage" or "all"
        select new RateIntervals($"{table.Key}Rates", table.Title, RateIntervals.RatesOf(table, "found"), "% with sperm found, with Wilson's 95 % interval", []);

    // Table 2 of the paper: the share of each pattern, and of each pattern how many succeeded.
    private static Table Patterns(Retrieval[] salvage) => new(
        "histology", "Salvage micro-TESE: histology of the operation before (table 2 of the paper)",
        [new("men", "Of all with a report", Shape.Share), new("found", "Sperm found", Shape.Share), new("notFound", "not found", Shape.Share) { Number = "found" }],
        [
            .. Stratum.PreviousHistology.Divide(salvage.Where(IsReported), retrieval => retrieval).Select(part =>
            {
                var found = Found(part.Rows);
                return new Row(Stratum.PreviousHistology.Name, part.Label,
                [
                    Cell.Share(new(part.Rows.Count, salvage.Count(IsReported))), Cell.Share(found), Cell.Share(new(found.Others, found.Of)),
                ]).Of("salvage", part.Keys);
            }),
        ],
        salvage.Length == 0 ? ["There is no such operation."] : ["Found and not found are of those whose outcome is known."]);

    private static bool IsReported(Retrieval retrieval) => retrieval.PreviousHistology.Count > 0;

    private static Table Rates(string key, string title, IReadOnlyList<Retrieval> retrievals, IReadOnlyList<Stratum> strata, string note) => new(
        key, title,
        [new("found", "Sperm found", Shape.Rate), new("outcomeNotKnown", "Outcome not known", Shape.Count)],
        [.. strata.SelectMany(stratum => stratum.Divide(retrievals, retrieval => retrieval).Select(part =>
        {
            // Salvage operations have a table of their own, so the others can be calculated by subtraction.
            var others = Found(part.Rows.Where(retrieval => !retrieval.IsSalvage));
            return new Row(stratum.Name, part.Label,
            [
                Cell.Rate(Found(part.Rows)).RestsOn(others.Count, others.Others),
                Cell.Count(part.Rows.Count(retrieval => retrieval.Outcome == RetrievalOutcome.Unknown)),
            ]).Of(key, part.Keys);
        }))],
        retrievals.Count == 0 ? ["There is no such operation."] : [note, "Rates are of operations whose outcome is known; in brackets Wilson's 95 % interval."]);

    private static Table Comparisons(IReadOnlyList<Retrieval> salvage)
    {
        Proportion Of(Func<Retrieval, bool> belongs) => Found(salvage.Where(belongs));
        bool IsScos(Retrieval retrieval) => retrieval.PreviousHistology is [Histology.SCOS];
        bool Tested(Retrieval retrieval) => retrieval.Karyotype is not (Karyotype.Unknown or Karyotype.NotTested);

        // The parts that are compared; their rates are in the table above.
        string[] Parts(Stratum stratum) => [.. stratum.Divide(salvage, retrieval => retrieval).SelectMany(part => part.Keys)];

        Row?[] rows =
        [
            Compare(Stratum.PreviousTechnique, "micro-TESE, conventional TESE", Parts(Stratum.PreviousTechnique),
                Of(retrieval => retrieval.PreviousType == ProcedureType.MTESE), Of(retrieval => retrieval.PreviousType == ProcedureType.CTESE)),
            Compare(Stratum.PreviousHistology, "Sertoli cell-only, any other", Parts(Stratum.PreviousHistology),
                Of(IsScos), Of(retrieval => IsReported(retrieval) && !IsScos(retrieval))),
            Compare(Stratum.PreviousHistology, "every pattern reported", Parts(Stratum.PreviousHistology),
                [.. Stratum.PreviousHistology.Divide(salvage.Where(IsReported), retrieval => retrieval).Select(part => Found(part.Rows))]),
            Compare(Stratum.Karyotype, "Klinefelter, any other", Parts(Stratum.Karyotype),
                Of(Stratum.IsKlinefelter), Of(retrieval => Tested(retrieval) && !Stratum.IsKlinefelter(retrieval))),
            Compare(Stratum.YMicrodeletion, "AZFc, none found", Parts(Stratum.YMicrodeletion),
                Of(retrieval => retrieval.YMicrodeletion == YMicrodeletion.AZFc), Of(retrieval => retrieval.YMicrodeletion == YMicrodeletion.None)),
            Compare(Stratum.HormoneTherapy, "yes, none recorded", Parts(Stratum.HormoneTherapy),
                Of(retrieval => retrieval.HormoneTherapy), Of(retrieval => !retrieval.HormoneTherapy)),
        ];
        return new(
            "comparisons", "Salvage micro-TESE: do the groups differ?",
            [
                new("p", "p", Shape.Probability), new("chiSquare", "chi-square", Shape.Statistic), new("pearson", "Pearson p", Shape.Probability),
                new("exact", "Exact p", Shape.Probability), new("smallestExpected", "Least expected", Shape.Number),
                new("difference", "Second less first", Shape.Difference), new("test", "p is of", Shape.Words),
            ],
            [.. rows.OfType<Row>()],
            rows.All(row => row is null) ? ["There are no two groups to compare."]
            :
            [
                "All tests are two-sided. Pearson: chi-square without Yates. Exact: Fisher, of more than two groups Freeman-Halton; the sum over",
                "all tables that are no more probable than this one. The choice between them is by rule (R73, R74). Second less first: percentage points, in",
                "brackets Newcombe's 95 % interval. No correction for the number of tests.",
            ]);
    }

    /// <summary>The rates of salvage operations in parts of a stratum, for <see cref="Row.MadeOf"/>.</summary>
    internal static IReadOnlyList<(string Row, string Number)> RatesOf(IEnumerable<string> keys) => [.. keys.Select(key => (SumOf.Id("salvage", [key]), "found"))];

    private static Row? Compare(Stratum stratum, string groups, IEnumerable<string> parts, params IReadOnlyList<Proportion> rates)
    {
        var tested = CountComparison.OfRates(rates);
        if (tested.SmallestExpected is null)
        {
            return null;
        }

        var basis = tested.SmallestCount;
        return new(stratum.Name, groups,
        [
            Cell.Number(tested.Counts.P, basis), Cell.Number(tested.Pearson.Statistic, basis), Cell.Number(tested.Pearson.P, basis),
            Cell.Number(tested.Exact.P, basis), Cell.Number(tested.SmallestExpected, basis),
            Cell.Difference(rates is [var first, var second] ? second.Less(first) : null, basis), Cell.Of(tested.Counts.Words),
        ]) { Under = [], MadeOf = RatesOf(parts) };
    }

    private static Proportion Found(IEnumerable<Retrieval> retrievals)
    {
        var known = retrievals.Where(retrieval => retrieval.Outcome != RetrievalOutcome.Unknown).ToList();
        return new(known.Count(retrieval => retrieval.Outcome == RetrievalOutcome.SpermFound), known.Count);
    }
}
