using System.Text.Json;
using FollowUp.Complications.Rules;
using FollowUp.Pain.Rules;
using FollowUp.Patients.Rules;
using FollowUp.Patients.Rules.Facts;
using FollowUp.Reports.Statistics;
using NodaTime;

namespace FollowUp.Reports;

/// <summary>What went wrong after one retrieval, how much it hurt, and what was taken for it.</summary>
/// <param name="Retrieval">The retrieval.</param>
/// <param name="Days">Days from it to the date asked for.</param>
/// <param name="Windows">Its windows.</param>
/// <param name="Types">What its complications are, one for each.</param>
/// <param name="Pain">Numeric scores with the day after surgery.</param>
/// <param name="Doses">Analgesics with the day after surgery.</param>
/// <param name="Level">The highest level of its sums of analgesics.</param>
/// <param name="Cautions">What else about them asks for a look.</param>
public sealed record OperationRegister(
    Retrieval Retrieval, int Days, IReadOnlyList<WindowOutcome> Windows, IReadOnlyList<(ComplicationType Type, ClavienDindo? Grade)> Types,
    IReadOnlyList<(int Day, int Nrs)> Pain, IReadOnlyList<(int Day, Analgesic Drug)> Doses, AlertLevel Level, IReadOnlyList<CautionKind> Cautions);

/// <summary>One window of an operation.</summary>
/// <param name="Window">What is known of it.</param>
/// <param name="IsOver">Whether its last day has come on the date asked for.</param>
/// <param name="Grades">The grades of its complications; null for one that is not graded.</param>
public sealed record WindowOutcome(WindowComplications Window, bool IsOver, IReadOnlyList<ClavienDindo?> Grades)
{
    /// <summary>Whether there is any complication.</summary>
    public bool HasAny => Grades.Count > 0;
}

/// <summary>Complications by window and grade, of those asked and of all; pain over time; analgesics.</summary>
public sealed class ComplicationsAndPain : Report<OperationRegister>
{
    /// <summary>From this numeric score on pain is treated, in points of 0 to 10 (V65).</summary>
    public const int TreatedFromNrs = 4;

    // The days of the protocol's contacts (domain 1.6), and for analgesics those of the caution about long use (domain 5).
    private static readonly (string Name, int From, int To)[] PainDays =
        [("days 1 to 3", 1, 3), ("days 5 to 10", 5, 10), ("days 42 to 56", 42, 56), ("days 83 to 104", 83, 104)];

    private static readonly (string Name, int From, int To)[] DoseDays = [("days 0 to 3", 0, 3), ("days 4 to 14", 4, 14), ("after day 14", 15, int.MaxValue)];

    private static readonly Stratum[] Strata = [Stratum.All, Stratum.Number];

    private static readonly ComplicationWindow[] Every = Enum.GetValues<ComplicationWindow>();

    private static readonly ClavienDindo?[] Grades = [.. Enum.GetValues<ClavienDindo>().Select(grade => (ClavienDindo?)grade), null];

    /// <inheritdoc/>
    public override string Name => "complications";

    /// <inheritdoc/>
    public override string Title => "Complications and pain";

    /// <inheritdoc/>
    public override string Description =>
        "Complications to day 30, 42 and 90 and at any time, by Clavien-Dindo grade and with the Comprehensive Complication Index, of the operations "
        + "asked about and of all, with the best and worst case for those not asked; pain over time and analgesics.";

    /// <inheritdoc/>
    protected override IEnumerable<OperationRegister> Rows(PatientCourse course, Asked asked)
    {
        var windows = ComplicationWindowsQuestion.Answer(course).ToDictionary(each => each.OperationId);
        var complications = ComplicationsQuestion.Answer(course).ToDictionary(each => each.Id);
        var clocks = Operation.ClocksIn(course).ToDictionary(clock => clock.Index.Id);
        var pain = PainQuestion.Answer(course);
        var analgesics = AnalgesicsQuestion.Answer(course);
        return Retrieval.AllIn(course).Select(retrieval =>
        {
            var (index, next) = clocks[retrieval.OperationId];
            bool IsHere(LocalDate day) => ComplicationWindowsQuestion.IsOnClock(day, index, next);
            int Day(LocalDate day) => Period.DaysBetween(index.On, day);
            var found = windows[retrieval.OperationId].Windows;
            return new OperationRegister(
                retrieval,
                Day(asked.On),
                [.. found.Select(window => new WindowOutcome(
                    window, !(window.LastDay > asked.On), [.. window.Complications.Select(id => complications[id].Grade)]))],
                [.. found.Single(window => window.Window == ComplicationWindow.Any).Complications.Select(id => (complications[id].Type, complications[id].Grade))],
                [.. pain.Episodes.Where(score => score.Nrs is not null && IsHere(score.On)).Select(score => (Day(score.On), score.Nrs!.Value))],
                [.. course.Of<AnalgesicTaken>().Where(dose => IsHere(dose.Occurred.Earliest)).Select(dose => (Day(dose.Occurred.Earliest), dose.Fact.Drug))],
                analgesics.Sums.Where(sum => IsHere(sum.At.InZone(course.Zone).Date)).Select(sum => sum.Level)
                    .Concat(analgesics.TimeUnknown.Where(day => IsHere(day.Day)).Select(day => day.Level))
                    .DefaultIfEmpty(AlertLevel.None).Max(),
                [.. analgesics.Cautions.Where(caution => IsHere(caution.On)).Select(caution => caution.Kind).Distinct()]);
        });
    }

    /// <inheritdoc/>
    protected override IReadOnlyList<Table> Tables(IReadOnlyList<OperationRegister> rows) =>
    [
        Windows(rows), Comparisons(rows), Grade(rows), Events(rows), Types(rows), Index(rows), Pain(rows), PainChange(rows), Analgesics(rows), Safety(rows),
    ];

    private static Table Windows(IReadOnlyList<OperationRegister> rows) => new(
        "windows", "Operations with any complication, by window",
        [
            new("covered", "Asked about", Shape.Share), new("ofCovered", "with any, of those asked", Shape.Rate),
            new("majorOfCovered", "grade III or more", Shape.Rate), new("best", "of all, the others had none", Shape.Rate),
            new("worst", "of all, the others had one", Shape.Rate), new("notOver", "Window not over", Shape.Count),
        ],
        [.. Strata.SelectMany(stratum => stratum.Divide(rows, row => row.Retrieval).SelectMany(part => Nested(window =>
        {
            var over = At(part.Rows, window);
            var covered = over.Where(each => each.Window.Covered).ToList();
            var (any, anyCovered) = (over.Count(each => each.HasAny), covered.Count(each => each.HasAny));
            var missing = over.Count(each => !each.Window.Covered && !each.HasAny);
            return new Row($"{Words(window)}{(stratum == Stratum.All ? "" : $", {stratum.Name}")}", part.Label,
            [
                Cell.Share(new(covered.Count, over.Count)), Cell.Rate(new(anyCovered, covered.Count)),
                Cell.Rate(new(covered.Count(each => each.Grades.Any(grade => grade >= ClavienDindo.IIIa)), covered.Count)),
                RestsOn(Cell.Rate(new(any, over.Count)), any - anyCovered), RestsOn(Cell.Rate(new(any + missing, over.Count)), missing),
                Cell.Count(part.Rows.Count - over.Count),
            ]);
        })))],
        Notes(rows,
            "Asked about: a contact on the window's last day or later, before the next operation, got an answer (R52). A complication counts by its",
            "onset (R53). The windows contain one another. In brackets Wilson's 95 % interval. Best and worst case: none, or all, of those not asked",
            "and without a recorded complication had one. Operations whose window is not over are in none of the rates."));

    private static Table Comparisons(IReadOnlyList<OperationRegister> rows) => new(
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
            ]);
        })],
        Notes(rows, "Of the operations asked about. The choice of the test is by rule (R73); Newcombe's 95 % interval, in percentage points."));

    private static Table Grade(IReadOnlyList<OperationRegister> rows) => new(
        "highestGrade", "Operations by the highest Clavien-Dindo grade of the window",
        [
            .. Grades.Select(GradeColumn), new("none", "None", Shape.Count), new("notKnown", "Not known", Shape.Count),
        ],
        [.. Nested(window =>
        {
            var over = At(rows, window);
            return new Row(Words(window), "all",
            [
                .. Grades.Select(grade => Cell.Count(over.Count(each => each.HasAny && each.Window.HighestGrade == grade))),
                Cell.Count(over.Count(each => !each.HasAny && each.Window.Covered)), Cell.Count(over.Count(each => !each.HasAny && !each.Window.Covered)),
            ]);
        })],
        Notes(rows, "The highest grade that any standing revision gave (R54). Not known: no complication is recorded, and nobody asked late enough."));

    private static Table Events(IReadOnlyList<OperationRegister> rows) => new(
        "events", "Complications by Clavien-Dindo grade", [.. Grades.Select(GradeColumn)],
        [.. Nested(window =>
        {
            var grades = At(rows, window).SelectMany(each => each.Grades).ToList();
            return new Row(Words(window), "all", [.. Grades.Select(grade => Cell.Count(grades.Count(each => each == grade)))]);
        })],
        Notes(rows, "An operation may have several."));

    private static Table Types(IReadOnlyList<OperationRegister> rows) => new(
        "types", "Complications at any time, by what they are", [.. Grades.Select(GradeColumn)],
        [.. rows.SelectMany(row => row.Types).GroupBy(each => each.Type).OrderBy(type => type.Key).Select(type => new Row("Complication", $"{type.Key}",
            [.. Grades.Select(grade => Cell.Count(type.Count(each => each.Grade == grade)))]))],
        Notes(rows));

    private static Table Index(IReadOnlyList<OperationRegister> rows) => new(
        "index", "Comprehensive Complication Index, 0 to 100",
        [
            new("known", "Known", Shape.Share), new("mean", "Mean (SD)", Shape.MeanSd), new("median", "median (quartiles)", Shape.Quartiles),
            .. Enum.GetValues<IndexMissing>().Select(reason => new Column(Key(reason), $"{reason}", Shape.Count)),
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

    private static Table Pain(IReadOnlyList<OperationRegister> rows) => new(
        "pain", "The highest numeric pain score (0 to 10) of the days after surgery",
        [
            new("scored", "With a score", Shape.Share), new("median", "median (quartiles)", Shape.Quartiles),
            .. Enum.GetValues<PainBand>().Select(band => new Column(Key(band), $"{band}", Shape.Count)),
            new("treated", $"{TreatedFromNrs} or more", Shape.Rate),
        ],
        [.. PainDays.SelectMany(days => Strata.SelectMany(stratum => stratum.Divide(rows, row => row.Retrieval).Select(part =>
        {
            var over = part.Rows.Where(row => row.Days >= days.To).ToList();
            var scores = over.Select(row => Highest(row, days)).OfType<int>().ToList();
            return new Row($"{days.Name}{(stratum == Stratum.All ? "" : $", {stratum.Name}")}", part.Label,
            [
                Cell.Share(new(scores.Count, over.Count)), Cell.Quartiles(Summary.Of(scores.Select(score => (decimal)score))),
                .. Enum.GetValues<PainBand>().Select(band => Cell.Count(scores.Count(score => PainQuestion.Band(score) == band))),
                Cell.Rate(new(scores.Count(score => score >= TreatedFromNrs), scores.Count)),
            ]);
        })))],
        Notes(rows,
            "Of every site, at rest and moving. Operations for which the days are over; those without a score are missing, not free of pain. A visual",
            "scale is another scale and is left out. Bands: 1 to 3 mild, 4 to 6 moderate, 7 and more severe (V64)."));

    private static Table PainChange(IReadOnlyList<OperationRegister> rows) => new(
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
        Notes(rows, "Of men with both scores. No correction for the number of tests."));

    private static Table Analgesics(IReadOnlyList<OperationRegister> rows) => new(
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
                    .. begun.SelectMany(doses => doses).Select(dose => dose.Drug).Distinct().Order().Select(drug => Of($"{drug}", each => each == drug)),
                ];
        })],
        Notes(rows, "As recorded: an operation without a dose is one nobody recorded one for. A man may take several drugs."));

    private static Table Safety(IReadOnlyList<OperationRegister> rows)
    {
        var taking = rows.Where(row => row.Doses.Count > 0).ToList();
        Row Of(string group, string label, Func<OperationRegister, bool> has) => new(group, label, [Cell.Share(new(taking.Count(has), taking.Count))]);
        return new(
            "analgesicSafety", "Analgesics against their limits", [new("operations", "Operations", Shape.Share)],
            [
                .. Enum.GetValues<AlertLevel>().Select(level => Of("Highest level", $"{level}", row => row.Level == level)),
                .. Enum.GetValues<CautionKind>().Select(kind => Of("Caution", $"{kind}", row => row.Cautions.Contains(kind))),
            ],
            Notes(rows, $"Of operations with a recorded dose; limits {AnalgesicLimits.Version2018.Id} (R56 to R58). Caution: of each kind, at least once."));
    }

    // Windows contain one another, so what a later one adds to the last one shown can be had by subtraction.
    private static Row[] Nested(Func<ComplicationWindow, Row> of)
    {
        Row[] rows = [.. Every.Select(of)];
        for (var column = 0; column < rows[0].Cells.Count; column++)
        {
            var added = SmallCells.Added(rows.Select(row => row.Cells[column].Basis[0]));
            for (var row = 0; row < rows.Length; row++)
            {
                rows[row] = rows[row] with { Cells = [.. rows[row].Cells.Select((cell, at) => at == column ? RestsOn(cell, added[row]) : cell)] };
            }
        }

        return rows;
    }

    private static Cell RestsOn(Cell cell, int count) => cell with { Basis = [.. cell.Basis, count] };

    private static List<WindowOutcome> At(IEnumerable<OperationRegister> rows, ComplicationWindow window) =>
        [.. rows.SelectMany(row => row.Windows.Where(each => each.Window.Window == window && each.IsOver))];

    private static int? Highest(OperationRegister row, (string Name, int From, int To) days) =>
        row.Pain.Where(score => score.Day >= days.From && score.Day <= days.To).Max(score => (int?)score.Nrs);

    private static Column GradeColumn(ClavienDindo? grade) =>
        grade is { } known ? new($"grade{known}", $"{known}", Shape.Count) : new("ungraded", "Ungraded", Shape.Count);

    private static string Words(ComplicationWindow window) => window switch
    {
        ComplicationWindow.Days30 => "to day 30",
        ComplicationWindow.Days42 => "to day 42",
        ComplicationWindow.Days90 => "to day 90",
        _ => "at any time",
    };

    private static string Key<TValue>(TValue value)
        where TValue : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName($"{value}");

    private static IReadOnlyList<string> Notes(IReadOnlyList<OperationRegister> rows, params IReadOnlyList<string> notes) =>
        rows.Count == 0 ? ["There is no operation."] : notes;
}
