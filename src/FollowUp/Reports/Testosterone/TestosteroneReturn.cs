using FollowUp.Course;
using FollowUp.Hormones.Rules;
using FollowUp.Hormones.Rules.HypogonadismFlags;
using FollowUp.Hormones.Rules.TestosteroneRecovery;
using FollowUp.Platform.Figures;
using FollowUp.Reports.Figures;
using FollowUp.Reports.Statistics;
using FollowUp.Reports.Tables;

namespace FollowUp.Reports.Testosterone;

/// <summary>How far testosterone recovered after first and repeat operations, and whether it was low before and after.</summary>
public sealed class TestosteroneReturn : Report<TestosteroneCourse>
{
    /// <summary>
    /// The share of the baseline that a published group reached in 3 to 6 months, in percent (Ramasamy 2005, V15). Men are counted by it; it is not
    /// a target for one man.
    /// </summary>
    public const decimal ReturnedFromPercent = 80m;

    /// <summary>Below this share of the baseline a fall is more than the variation of a single pair, in percent (V27, R38).</summary>
    public const decimal FallenBelowPercent = 100m - Recovery.ReferenceChangeLimitPercent;

    /// <inheritdoc/>
    public override string Name => "testosterone-return";

    /// <inheritdoc/>
    public override string Title => "Testosterone return after repeat surgery";

    /// <inheritdoc/>
    public override string Description => "How far testosterone recovered after an operation, as a percentage of the baseline, and hypogonadism before and after it.";

    /// <inheritdoc/>
    protected override IEnumerable<TestosteroneCourse> Rows(PatientCourse course, Asked asked) => TestosteroneCourse.AllIn(course).Select(row => row.On(asked.On));

    /// <inheritdoc/>
    protected override IEnumerable<Table> Tables(IReadOnlyList<TestosteroneCourse> rows, ReportParameters parameters)
    {
        var subgroups = new Subgroups(rows, parameters.By);
        return
        [
            .. ReturnTables.Of(subgroups), TimeToReturn.Table(rows, parameters.By), .. HypogonadismTables.Of(subgroups, parameters.Asked.RuleSet),
        ];
    }

    /// <summary>The statuses under the other rule sets, which the same reader may ask for.</summary>
    protected override IEnumerable<Table> RelatedTables(IReadOnlyList<TestosteroneCourse> rows, ReportParameters parameters) =>
        PublishedRuleSets.All.Keys.Where(id => id != parameters.Asked.RuleSet).SelectMany(id => HypogonadismTables.Statuses(new(rows, []), id));

    /// <inheritdoc/>
    protected override IEnumerable<Figure> Figures(IReadOnlyList<TestosteroneCourse> rows, IReadOnlyList<Table> tables, ReportParameters parameters) =>
    [
        Courses(rows, parameters), Boxes(rows, parameters), .. TimeToReturn.Curves(rows, parameters),
        Hypogonadism(tables, [("hypogonadismBefore", "before"), ("hypogonadismAfter", "after")]),
    ];

    private static IndividualCourses Courses(IReadOnlyList<TestosteroneCourse> rows, ReportParameters parameters)
    {
        var repeats = rows.Where(row => row.Retrieval.Number > 1).ToList();
        IReadOnlyList<(int Day, double Value)>[] courses =
        [
            .. repeats.Select(row => row.Time.Occasions.Where(occasion => occasion.Reached?.Percent is not null)
                    .Select(occasion => (occasion.Day, (double)occasion.Reached!.Percent!.Value)).ToList())
                .Where(course => course.Count > 0)
                .Select(course => (IReadOnlyList<(int, double)>)[(0, 100), .. course]),
        ];
        return new(
            "courses", "Testosterone after repeat surgery, each operation a line",
            courses.Length < parameters.LeastShown ? [] : courses,
            [
                (0, 100),
                .. from window in ReturnTables.Windows
                   let percents = repeats.Select(row => row.At(window.Window).OfIndex.Percent).OfType<decimal>().ToList()
                   where percents.Count >= parameters.LeastShown
                   select (window.TargetDay, Summary.Of(percents).Median!.Value),
            ],
            [(100, "baseline"), ((double)ReturnedFromPercent, $"{ReturnedFromPercent:0} %"), ((double)FallenBelowPercent, $"{FallenBelowPercent:0} %")],
            "% of the baseline before that operation",
            [
                "Values measured exactly, up to the first competing event. Below 68 % a fall is more than the normal variation of a single pair. 80 % is what a",
                "published group reached, not a target for one man.",
            ]);
    }

    private static BoxPlots Boxes(IReadOnlyList<TestosteroneCourse> rows, ReportParameters parameters)
    {
        IReadOnlyList<(string Name, IReadOnlyList<TestosteroneCourse> Rows)> series = parameters.By.Count > 0
            ? [.. new Subgroups(rows, parameters.By).Parts.Select(part => (part.Label, part.Rows))]
            : [.. rows.GroupBy(row => row.Retrieval.Number > 1).OrderBy(part => part.Key).Select(part => (part.Key ? "repeat" : "first", (IReadOnlyList<TestosteroneCourse>)[.. part]))];
        return new(
            "boxes", parameters.By.Count > 0 ? $"Testosterone by window, {Stratum.Combined(parameters.By).Name}" : "Testosterone by window, first and repeat operations",
            [.. series.Select(each => each.Name)],
            [
                .. from window in ReturnTables.Windows
                   from each in series.Index()
                   let percents = each.Item.Rows.Select(row => row.At(window.Window).OfIndex.Percent).OfType<decimal>().ToList()
                   where percents.Count >= parameters.LeastShown
                   select (window.Name, each.Index, (IReadOnlyList<decimal>)percents),
            ],
            "% of the baseline before that operation",
            ["Boxes: quartiles (R type 7) and median; whiskers to the farthest value within one and a half box lengths. The tables say how many values a box has."]);
    }

    private static StackedBars Hypogonadism(IReadOnlyList<Table> tables, IReadOnlyList<(string Key, string Name)> both) => new(
        "hypogonadism", "Hypogonadism before and after",
        [
            .. both.SelectMany(when => StackedBars.BarsOf(
                tables.Single(table => table.Key == when.Key), row => row.Group == Stratum.Number.Name ? $"{row.Label}, {when.Name}" : null, _ => true)),
        ],
        "operations",
        ["By procedure number, under the rule set asked for. Without data is not normal."]) { Quiet = [CodeNames.Words(HypogonadismStatus.NoData)] };
}
