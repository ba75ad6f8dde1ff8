using FollowUp.Complications.Facts;
using FollowUp.Complications.Rules;
using FollowUp.Course;
using FollowUp.Pain.Facts;
using FollowUp.Pain.Rules;
using FollowUp.Platform.Figures;
using FollowUp.Reports.Figures;
using FollowUp.Reports.Statistics;
using FollowUp.Reports.Tables;
using NodaTime;

namespace FollowUp.Reports;

/// <summary>One retrieval with its complications, pain and analgesics.</summary>
/// <param name="Retrieval">The retrieval.</param>
/// <param name="Days">Days from it to the date asked for.</param>
/// <param name="Windows">The windows in which complications are counted.</param>
/// <param name="Types">Type and grade of each complication.</param>
/// <param name="Pain">Numeric scores with the day after surgery.</param>
/// <param name="Doses">Analgesics with the day after surgery.</param>
/// <param name="Level">The highest alert level that its analgesic doses reached.</param>
/// <param name="Cautions">The cautions about them.</param>
/// <param name="Stated">What the paper reports in words only.</param>
public sealed record OperationOutcome(
    Retrieval Retrieval, int Days, IReadOnlyList<WindowOutcome> Windows, IReadOnlyList<(ComplicationType Type, ClavienDindo? Grade)> Types,
    IReadOnlyList<(int Day, int Nrs)> Pain, IReadOnlyList<(int Day, Analgesic Drug)> Doses, AlertLevel Level, IReadOnlyList<CautionKind> Cautions,
    StatedOutcome Stated);

/// <summary>One window of an operation.</summary>
/// <param name="Window">What is known of it.</param>
/// <param name="IsOver">Whether its last day has come on the date asked for.</param>
/// <param name="Grades">The grades of its complications; null for one that is not graded.</param>
public sealed record WindowOutcome(WindowComplications Window, bool IsOver, IReadOnlyList<ClavienDindo?> Grades)
{
    /// <summary>Whether there is any complication.</summary>
    public bool HasAny => Grades.Count > 0;

    /// <summary>Whether he said that there was a complication, but none of this operation is recorded.</summary>
    public bool IsUnrecorded { get; init; }

    /// <summary>Whether there was none: he was asked late enough, and did not mention one that is not recorded.</summary>
    public bool HasNone => !HasAny && Window.Covered && !IsUnrecorded;
}

/// <summary>Complications by window and grade, of those asked and of all; pain over time; analgesics.</summary>
public sealed class ComplicationsAndPain : Report<OperationOutcome>
{
    private const string NotKnown = "Not known";

    private static readonly Stratum[] Usual = [Stratum.All, Stratum.Number];

    private static readonly ComplicationWindow[] Every = Enum.GetValues<ComplicationWindow>();

    private static readonly ClavienDindo?[] Grades = [.. Enum.GetValues<ClavienDindo>().Select(grade => (ClavienDindo?)grade), null];

    /// <inheritdoc/>
    public override string Name => "complications";

    /// <inheritdoc/>
    public override string Title => "Complications and pain";

    /// <inheritdoc/>
    public override string Description => "Complications by window and grade, of the operations asked about and of all; pain over time; analgesics.";

    /// <inheritdoc/>
    protected override IEnumerable<OperationOutcome> Rows(PatientCourse course, Asked asked)
    {
        var windows = ComplicationWindowsQuestion.Answer(course).ToDictionary(each => each.OperationId);
        var complications = ComplicationsQuestion.Answer(course).ToDictionary(each => each.Id);
        var clocks = Operation.ClocksIn(course).ToDictionary(clock => clock.Index.Id);
        var pain = PainQuestion.Answer(course);
        var analgesics = AnalgesicsQuestion.Answer(course);
        var stated = StatedOutcome.AllIn(course, asked.On);
        return Retrieval.AllIn(course).Select(retrieval =>
        {
            var (index, next) = clocks[retrieval.OperationId];
            bool IsHere(LocalDate day) => ComplicationWindowsQuestion.IsOnClock(day, index, next);
            int Day(LocalDate day) => Period.DaysBetween(index.On, day);
            var found = windows[retrieval.OperationId].Windows;
            var recorded = found.Single(window => window.Window == ComplicationWindow.Any).Complications;
            return new OperationOutcome(
                retrieval,
                Day(asked.On),
                [.. found.Select(window => new WindowOutcome(
                    window, !(window.LastDay > asked.On), [.. window.Complications.Select(id => complications[id].Grade)])
                    { IsUnrecorded = recorded.Count == 0 && window is { Covered: true, Missing: IndexMissing.NotCovered } })],
                [.. recorded.Select(id => (complications[id].Type, complications[id].Grade))],
                [.. pain.Episodes.Where(score => score.Nrs is not null && IsHere(score.On)).Select(score => (Day(score.On), score.Nrs!.Value))],
                [.. course.Of<AnalgesicTaken>().Where(dose => IsHere(dose.Occurred.Earliest)).Select(dose => (Day(dose.Occurred.Earliest), dose.Fact.Drug))],
                analgesics.Sums.Where(sum => IsHere(sum.At.InZone(course.Zone).Date)).Select(sum => sum.Level)
                    .Concat(analgesics.TimeUnknown.Where(day => IsHere(day.Day)).Select(day => day.Level))
                    .DefaultIfEmpty(AlertLevel.None).Max(),
                [.. analgesics.Cautions.Where(caution => IsHere(caution.On)).Select(caution => caution.Kind).Distinct()],
                stated[retrieval.OperationId]);
        });
    }

    /// <inheritdoc/>
    protected override IEnumerable<Table> Tables(IReadOnlyList<OperationOutcome> rows, ReportParameters parameters)
    {
        var strata = parameters.By.Count == 0 ? Usual : [Stratum.All, Stratum.Combined(parameters.By)];
        return
        [
            StatedOutcomeTable.Of(rows, strata), Windows(rows, strata), Comparisons(rows), Grade(rows), Events(rows), Types(rows), Index(rows),
            .. PainTables.Of(rows, strata),
        ];
    }

    /// <inheritdoc/>
    protected override IEnumerable<Figure> Figures(IReadOnlyList<OperationOutcome> rows, IReadOnlyList<Table> tables, ReportParameters parameters) =>
    [
        new StackedBars(
            "grades", "Operations by the highest Clavien-Dindo grade of the window",
            StackedBars.BarsOf(tables.Single(table => table.Key == "highestGrade"), row => row.Group, _ => true),
            "operations whose window is over",
            ["None: asked, and there was none. Not known: none is recorded, but he was not asked late enough, or said that there was one."])
            { Quiet = [NotKnown] },
        new StackedBars(
            "painBands", "The highest pain score of the days after surgery",
            StackedBars.BarsOf(tables.Single(table => table.Key == "pain"), row => PainTables.IsOfAll(row) ? row.Group : null, _ => true),
            "operations with a score", ["Numeric scores of 0 to 10; bands: 1 to 3 mild, 4 to 6 moderate, 7 and more severe (V64)."]),
    ];

    private static Table Windows(IReadOnlyList<OperationOutcome> rows, IReadOnlyList<Stratum> strata) => new(
        "windows", "Operations with any complication, by window",
        [
            new("covered", "Asked about", Shape.Share), new("ofCovered", "with any, of those asked", Shape.Rate),
            new("majorOfCovered", "grade III or more", Shape.Rate), new("best", "of all, the others had none", Shape.Rate),
            new("worst", "of all, the others had one", Shape.Rate), new("notOver", "Window not over", Shape.Count),
        ],
        [.. strata.SelectMany(stratum => stratum.Divide(rows, row => row.Retrieval).SelectMany(part => Nested(window =>
        {
            var over = At(part.Rows, window);
            var covered = over.Where(each => each.Window.Covered).ToList();
            var (any, anyCovered) = (over.Count(each => each.HasAny), covered.Count(each => each.HasAny));
            var missing = over.Count(each => !each.HasAny && !each.HasNone);
            var unrecorded = over.Count(each => each.IsUnrecorded);
            return new Row($"{Words(window)}{(stratum == Stratum.All ? "" : $", {stratum.Name}")}", part.Label,
            [
                Cell.Share(new(covered.Count, over.Count)), Cell.Rate(new(anyCovered, covered.Count)),
                Cell.Rate(new(covered.Count(each => each.Grades.Any(grade => grade >= ClavienDindo.IIIa)), covered.Count)),
                Cell.Rate(new(any, over.Count)).RestsOn(any - anyCovered), Cell.Rate(new(any + missing, over.Count)).RestsOn(missing, unrecorded),
                Cell.Count(part.Rows.Count - over.Count),
            ]).Of($"windows {window}", part.Keys);
        })))],
        Notes(rows,
            "Asked about: a contact on the window's last day or later, before the next operation, got an answer (R52). A complication counts by its",
            "onset (R53). The windows contain one another. In brackets Wilson's 95 % interval. Best and worst case: men not asked",
            "who have no recorded complication, and men who mentioned one that is not recorded, had none, or all had one. Operations whose window is",
            "not over are in none of the rates."));

    private static Table Comparisons(IReadOnlyList<OperationOutcome> rows) => new(
        "comparisons", "Do first and later operations differ in having any complication?",
        [
            new("p", "p", Shape.Probability), new("pearson", "Pearson p", Shape.Probability), new("exact", "Exact p", Shape.Probability),
            new("difference", "Later less first", Shape.Difference), new("test", "p is of", Shape.Words),
        ],
        [.. Every.Select(window =>
        {
            Proportion Of(bool first)
            {
                var covered = At(rows.Where(row => row.Retrieval.Number == 1 == first), window).Where(each => each.Window.Covered).ToList();
                return new(covered.Count(each => each.HasAny), covered.Count);
            }

            var tested = CountComparison.OfRates([Of(true), Of(false)]);
            var basis = tested.SmallestCount;
            return new Row(Words(window), "first, later",
            [
                Cell.Number(tested.Counts.P, basis), Cell.Number(tested.Pearson.P, basis), Cell.Number(tested.Exact.P, basis),
                Cell.Difference(Of(false).Less(Of(true)), basis), Cell.Of(tested.Counts.Words),
            ])
            {
                Under = [],
                MadeOf = [.. Stratum.Number.Divide(rows, row => row.Retrieval).Select(part => (SumOf.Id($"windows {window}", part.Keys), "ofCovered"))],
            };
        })],
        Notes(rows, "Of the operations asked about. The choice of the test is by rule (R73); Newcombe's 95 % interval, in percentage points."));

    private static Table Grade(IReadOnlyList<OperationOutcome> rows) => new(
        "highestGrade", "Operations by the highest Clavien-Dindo grade of the window",
        [
            .. Grades.Select(GradeColumn), new("none", "None", Shape.Count), new("notKnown", NotKnown, Shape.Count),
        ],
        [.. Nested(window =>
        {
            var over = At(rows, window);
            var unrecorded = over.Count(each => each.IsUnrecorded);
            return new Row(Words(window), "all",
            [
                .. Grades.Select(grade => Cell.Count(over.Count(each => each.HasAny && each.Window.HighestGrade == grade))),

                // How many of them said that there was one can be calculated by subtraction.
                Cell.Count(over.Count(each => each.HasNone)).RestsOn(unrecorded), Cell.Count(over.Count(each => !each.HasAny && !each.HasNone)).RestsOn(unrecorded),
            ]);
        })],
        Notes(rows,
            "The highest grade that any valid grading gave (R54). Not known: no complication is recorded, but he was not asked late enough, or said",
            "that there was one."));

    private static Table Events(IReadOnlyList<OperationOutcome> rows) => new(
        "events", "Complications by Clavien-Dindo grade", [.. Grades.Select(GradeColumn)],
        [.. Nested(window =>
        {
            var grades = At(rows, window).SelectMany(each => each.Grades).ToList();
            return new Row(Words(window), "all", [.. Grades.Select(grade => Cell.Count(grades.Count(each => each == grade)))]);
        })],
        Notes(rows, "An operation may have several."));

    private static Table Types(IReadOnlyList<OperationOutcome> rows) => new(
        "types", "Complications at any time, by what they are", [.. Grades.Select(GradeColumn)],
        [.. rows.SelectMany(row => row.Types).GroupBy(each => each.Type).OrderBy(type => type.Key).Select(type => new Row("Complication", CodeNames.Words(type.Key),
            [.. Grades.Select(grade => Cell.Count(type.Count(each => each.Grade == grade)))]) { Under = [new($"events|{Words(ComplicationWindow.Any)}|all", "type")] })],
        Notes(rows));

    private static Table Index(IReadOnlyList<OperationOutcome> rows) => new(
        "index", "Comprehensive Complication Index, 0 to 100",
        [
            new("known", "Known", Shape.Share), new("mean", "Mean (SD)", Shape.MeanSd), new("median", "median (quartiles)", Shape.Quartiles),
            .. Enum.GetValues<IndexMissing>().Select(reason => new Column(CodeNames.Key(reason), CodeNames.Words(reason), Shape.Count)),
        ],
        [.. Nested(window =>
        {
            var over = At(rows, window);
            var index = Summary.Of(over.Select(each => each.Window.ComprehensiveComplicationIndex).OfType<decimal>());
            return new Row(Words(window), "all",
            [
                Cell.Share(new(index.N, over.Count)), Cell.MeanSd(index), Cell.Quartiles(index),
                .. Enum.GetValues<IndexMissing>().Select(reason => Cell.Count(over.Count(each => each.Window.Missing == reason))),
            ]);
        })],
        Notes(rows, $"{ComprehensiveComplicationIndex.Source}. 0 only after an explicit none (R51); otherwise it is missing, for the reason counted."));

    // Windows contain one another, so what a later one adds to the last one shown can be calculated by subtraction.
    private static Row[] Nested(Func<ComplicationWindow, Row> of)
    {
        Row[] rows = [.. Every.Select(of)];
        for (var column = 0; column < rows[0].Cells.Count; column++)
        {
            var added = SmallCells.AddedToShown(rows.Select(row => row.Cells[column].Basis[0]));
            for (var row = 0; row < rows.Length; row++)
            {
                rows[row] = rows[row] with { Cells = [.. rows[row].Cells.Select((cell, at) => at == column ? cell.RestsOn(added[row]) : cell)] };
            }
        }

        return rows;
    }

    private static List<WindowOutcome> At(IEnumerable<OperationOutcome> rows, ComplicationWindow window) =>
        [.. rows.SelectMany(row => row.Windows.Where(each => each.Window.Window == window && each.IsOver))];

    private static Column GradeColumn(ClavienDindo? grade) =>
        grade is { } known ? new($"grade{known}", $"{known}", Shape.Count) : new("ungraded", "Ungraded", Shape.Count);

    private static string Words(ComplicationWindow window) => window switch
    {
        ComplicationWindow.Days30 => "to day 30",
        ComplicationWindow.Days42 => "to day 42",
        ComplicationWindow.Days90 => "to day 90",
        _ => "at any time",
    };

    /// <summary>Notes; where there is no operation, only that.</summary>
    internal static IReadOnlyList<string> Notes(IReadOnlyList<OperationOutcome> rows, params IReadOnlyList<string> notes) =>
        rows.Count == 0 ? ["There is no operation."] : notes;
}
