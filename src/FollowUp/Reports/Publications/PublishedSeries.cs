using FollowUp.Complications.Facts;
using FollowUp.Complications.Rules;
using FollowUp.Course;
using FollowUp.Hormones.Rules.TestosteroneRecovery;
using FollowUp.Reports.Statistics;
using FollowUp.Reports.Tables;
using FollowUp.Surgery.Facts;

namespace FollowUp.Reports.Publications;

/// <summary>A retrieval with what publications report about retrievals.</summary>
/// <param name="Retrieval">The retrieval.</param>
/// <param name="Percents">The percentage of the baseline before it at each window; null without an exact one.</param>
/// <param name="TestosteroneStarted">Whether testosterone ended its clock (R36).</param>
/// <param name="HasMajor">Whether it had a complication of grade III or more to day 42; null when nobody asked.</param>
/// <param name="Stated">What the paper reports in words only.</param>
public sealed record ComparedRetrieval(
    Retrieval Retrieval, IReadOnlyDictionary<FollowUpWindow, decimal?> Percents, bool TestosteroneStarted, bool? HasMajor, StatedOutcome Stated);

/// <summary>Our men beside published series, with counts and intervals, and notes where a printed figure does not follow from its own counts.</summary>
public sealed class PublishedSeries : Report<ComparedRetrieval>
{
    private const string FoundAtSalvage = "found-at-salvage";

    private const string MildPain = "mild-abdominal-pain-at-salvage";

    private const string Paracetamol = "paracetamol-alone-at-salvage";

    private static readonly Dictionary<string, (Func<ComparedRetrieval, bool> Among, Func<ComparedRetrieval, bool?> Has)> Measures =
        new(StringComparer.Ordinal)
        {
            ["found"] = (_ => true, Found),
            [FoundAtSalvage] = (row => row.Retrieval.IsSalvage, Found),
            ["major-complication-at-salvage"] = (row => row.Retrieval.IsSalvage, row => row.HasMajor),
            ["replacement-at-salvage"] = (
                row => row.Retrieval.IsSalvage && !row.Stated.HadTestosteroneBefore, row => row.Stated.FollowedDays is null ? null : row.Stated.BeganTestosterone),
            [MildPain] = (row => row.Retrieval.IsSalvage, row => row.Stated.MildAbdominalPain),
            [Paracetamol] = (
                row => row.Retrieval.IsSalvage && row.Stated.MildAbdominalPain == true, row => row.Stated.AnyDose ? row.Stated.ParacetamolAlone : null),
            ["testosterone-started"] = (_ => true, row => row.Stated.FollowedDays is null ? null : row.TestosteroneStarted),
        };

    /// <inheritdoc/>
    public override string Name => "published";

    /// <inheritdoc/>
    public override string Title => "Our men beside published ones";

    /// <inheritdoc/>
    public override string Description =>
        "What publications report about sperm retrieval and testosterone after it, recalculated from their counts, with our men beside it.";

    /// <inheritdoc/>
    public override IReadOnlyList<Stratum> Strata => [];

    /// <inheritdoc/>
    protected override IEnumerable<ComparedRetrieval> Rows(PatientCourse course, Asked asked)
    {
        var recoveries = OperationRecovery.AllIn(course, asked.On).ToDictionary(recovery => recovery.OperationId);
        var complications = ComplicationWindowsQuestion.Answer(course).ToDictionary(each => each.OperationId);
        var stated = StatedOutcome.AllIn(course, asked.On);
        return Retrieval.AllIn(course).Select(retrieval =>
        {
            var (recovery, early) = (recoveries[retrieval.OperationId], complications[retrieval.OperationId].Windows.First(each => each.Window == ComplicationWindow.Days42));
            return new ComparedRetrieval(
                retrieval,
                recovery.Windows.ToDictionary(window => window.Days.Window, window => window.OfIndex.Percent),
                recovery.EndedBy?.Kind == CompetingEventKind.TestosteroneStarted,
                early.HighestGrade >= ClavienDindo.IIIa ? true : early.Covered ? false : null,
                stated[retrieval.OperationId]);
        });
    }

    /// <inheritdoc/>
    protected override IEnumerable<Table> Tables(IReadOnlyList<ComparedRetrieval> rows, ReportParameters parameters) =>
        [.. Publication.All.SelectMany(publication => Of(publication, rows))];

    /// <summary>The report on sperm retrieval prints the same rates of salvage operations.</summary>
    protected override IEnumerable<Table> RelatedTables(IReadOnlyList<ComparedRetrieval> rows, ReportParameters parameters) =>
        [SpermRetrieval.Salvage(rows.Select(row => row.Retrieval))];

    private static IEnumerable<Table> Of(Publication publication, IReadOnlyList<ComparedRetrieval> rows)
    {
        IReadOnlyList<string> notes = [$"{publication.About}. {publication.Source}.", .. publication.Notes];
        return
        [
            .. publication.Rates.Count == 0 ? (Table[])[] : [Rates(publication, rows, notes)],
            .. publication.Means.Count == 0 ? (Table[])[] : [Means(publication, rows)],
            .. publication.Comparisons.Count == 0 ? (Table[])[] : [Comparisons(publication, rows)],
            .. publication.Percentages.Count == 0 ? (Table[])[] : [Percentages(publication, rows, notes)],
        ];
    }

    private static Table Rates(Publication publication, IReadOnlyList<ComparedRetrieval> rows, IReadOnlyList<string> notes) => new(
        $"{publication.Id}.rates", $"{publication.Name}: rates",
        [
            new("printed", "As printed", Shape.Words), new("published", "Published, from its counts", Shape.Rate), new("ours", "Ours", Shape.Rate) { Number = "found" },
            new("difference", "Ours less published", Shape.Difference) { Number = "found" }, new("note", "Note", Shape.Words),
        ],
        [
            .. publication.Rates.Select(rate =>
            {
                var (among, has) = Measures[rate.Measure];
                var known = Where(rows.Where(among), rate.Where).Select(has).OfType<bool>().ToList();
                var ours = new Proportion(known.Count(yes => yes), known.Count);
                var published = rate.Count is { } count ? new Proportion(count, rate.Of!.Value) : (Proportion?)null;
                return new Row("Rate", rate.Label,
                [
                    Cell.Of(rate.Printed), published is { } printed ? Published(Cell.Rate(printed)) : Nothing(Shape.Rate), Cell.Rate(ours),
                    Cell.Difference(published is { } other ? ours.Less(other) : null, ours.Count, ours.Others), Cell.Of(rate.Note),
                ]).Of(rate.Measure == FoundAtSalvage ? "salvage" : rate.Measure, [.. rate.Where.Select(part => $"{part.Key}={part.Value}")]) with
                {
                    // The men with paracetamol are some of those with pain, so this row also reveals how many those are.
                    Under = [], MadeOf = rate.Measure == Paracetamol ? [(SumOf.Id(MildPain, []), "found")] : [],
                };
            }),
        ],
        ["In brackets Wilson's 95 % interval, of the difference Newcombe's, in percentage points. These are other men in other places: a difference is not an effect.", .. notes]);

    private static Table Means(Publication publication, IReadOnlyList<ComparedRetrieval> rows) => new(
        $"{publication.Id}.means", $"{publication.Name}: before salvage, men in whom sperm was found and was not",
        [
            new("publishedFound", "Published, found: mean (SD)", Shape.MeanSd), new("publishedNotFound", "not found", Shape.MeanSd),
            new("printedP", "p as printed", Shape.Words), new("welch", "Welch p from its numbers", Shape.Probability),
            new("ours", "Ours, found: n", Shape.Count), new("oursFound", "mean (SD)", Shape.MeanSd), new("others", "not found: n", Shape.Count),
            new("oursNotFound", "mean (SD)", Shape.MeanSd), new("note", "Note", Shape.Words),
        ],
        [
            .. publication.Means.Select(means =>
            {
                var of = WorkUp.Quantities.Single(quantity => quantity.Name == means.Quantity).Of;
                Summary Ours(RetrievalOutcome outcome) => Summary.Of(rows
                    .Where(row => row.Retrieval.IsSalvage && row.Retrieval.Outcome == outcome).Select(row => of(row.Retrieval.WorkUp)).OfType<decimal>());
                var (found, notFound) = (Ours(RetrievalOutcome.SpermFound), Ours(RetrievalOutcome.NotFound));
                var welch = MeanTests.Welch(
                    (means.Found.N, means.Found.Mean, means.Found.Sd), (means.NotFound.N, means.NotFound.Mean, means.NotFound.Sd));
                return new Row("Mean", means.Label,
                [
                    new(null, [means.Found.Mean, means.Found.Sd], []), new(null, [means.NotFound.Mean, means.NotFound.Sd], []), Cell.Of(means.PrintedP),
                    Cell.Number(welch.P), Cell.Count(found.N), Cell.MeanSd(found), Cell.Count(notFound.N), Cell.MeanSd(notFound), Cell.Of(means.Note),
                ]) { Under = [] };
            }),
        ],
        ["Welch's t from the printed means, deviations and numbers, two-sided."]);

    private static Table Comparisons(Publication publication, IReadOnlyList<ComparedRetrieval> rows) => new(
        $"{publication.Id}.comparisons", $"{publication.Name}: groups compared in the rate of sperm found at salvage",
        [
            new("printedP", "p as printed", Shape.Words), new("pearson", "Pearson p from its counts", Shape.Probability),
            new("exact", "Exact p from its counts", Shape.Probability), new("ours", "Our p", Shape.Probability), new("test", "Our p is of", Shape.Words),
            new("note", "Note", Shape.Words),
        ],
        [
            .. publication.Comparisons.Select(comparison =>
            {
                var published = CountComparison.OfRates(comparison.Groups.Select(group => new Proportion(group.Count, group.Of)));
                var ours = CountComparison.OfRates(comparison.Groups.Select(group =>
                {
                    var known = group.Part.Split(" + ")
                        .SelectMany(part => Where(rows.Where(row => row.Retrieval.IsSalvage), new Dictionary<string, string> { [comparison.By] = part }))
                        .Select(Found).OfType<bool>().ToList();
                    return new Proportion(known.Count(yes => yes), known.Count);
                }));
                return new Row("Groups", comparison.Label,
                [
                    Cell.Of(comparison.PrintedP), Cell.Number(published.Pearson.P), Cell.Number(published.Exact.P), Cell.Number(ours.Counts.P, ours.SmallestCount),
                    Cell.Of(ours.Counts.Words), Cell.Of(comparison.Note),
                ])
                {
                    Under = [],
                    MadeOf = SpermRetrieval.RatesOf(comparison.Groups.SelectMany(group => group.Part.Split(" + ")).Select(part => $"{comparison.By}={part}")),
                };
            }),
        ],
        ["Two-sided. Pearson without Yates; exact: Fisher, of three groups Freeman-Halton. Which of them counts among ours is chosen by rule (R73, R74)."]);

    private static Table Percentages(Publication publication, IReadOnlyList<ComparedRetrieval> rows, IReadOnlyList<string> notes) => new(
        $"{publication.Id}.percentages", $"{publication.Name}: testosterone, % of the baseline",
        [
            new("printed", "As printed", Shape.Words), new("ours", "Ours: both values", Shape.Count), new("mean", "mean (SD)", Shape.MeanSd),
            new("limits", "95 % limits of the mean", Shape.Estimate), new("median", "median (quartiles)", Shape.Quartiles), new("note", "Note", Shape.Words),
        ],
        [
            .. publication.Percentages.Select(printed =>
            {
                decimal[] percents = [.. Where(rows, printed.Where).Select(row => row.Percents[printed.Window]).OfType<decimal>()];
                var (summary, mean) = (Summary.Of(percents), MeanTests.Paired(percents));
                return new Row("Percentage", printed.Label,
                [
                    Cell.Of(printed.Printed), Cell.Count(percents.Length), Cell.MeanSd(summary), Cell.Estimate(mean.Difference, mean.Limits, percents.Length),
                    Cell.Quartiles(summary), Cell.Of(printed.Note),
                ]) { Under = [] };
            }),
        ],
        ["Ours: of men with both values, measured exactly, against the baseline before that operation; limits by the t distribution.", .. notes]);

    private static IEnumerable<ComparedRetrieval> Where(IEnumerable<ComparedRetrieval> rows, IReadOnlyDictionary<string, string> where) => rows.Where(row =>
        where.All(part => Stratum.Known.Single(stratum => stratum.Key == part.Key).PartOf(row.Retrieval).Label == part.Value));

    private static bool? Found(ComparedRetrieval row) => row.Retrieval.Outcome == RetrievalOutcome.Unknown ? null : row.Retrieval.Outcome == RetrievalOutcome.SpermFound;

    // A published figure identifies nobody.
    private static Cell Published(Cell cell) => cell with { Basis = [] };

    private static Cell Nothing(Shape shape) => new(null, [.. shape.Fields.Select(_ => (double?)null)], []);
}
