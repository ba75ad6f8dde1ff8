using FollowUp.Course;
using FollowUp.Hormones.Rules;
using FollowUp.Hormones.Rules.HypogonadismFlags;
using FollowUp.Hormones.Rules.TestosteroneRecovery;
using FollowUp.Platform.Figures;
using FollowUp.Reports.Figures;
using FollowUp.Reports.Statistics;
using FollowUp.Reports.Tables;

namespace FollowUp.Reports.Testosterone;

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

    /// <inheritdoc/>
    public override string Name => "testosterone-return";

    /// <inheritdoc/>
    public override string Title => "Testosterone return after repeat surgery";

    /// <inheritdoc/>
    public override string Description =>
        "How far testosterone came back to the baselines before that operation and before the first one, 6 to 9, 12, 18 and 24 months after, why "
        + "values are missing, time to 80 % and to the baseline, and hypogonadism before and after, also under every other rule set.";

    /// <inheritdoc/>
    protected override IEnumerable<TestosteroneCourse> Rows(PatientCourse course, Asked asked) => TestosteroneCourse.AllIn(course).Select(row => row.On(asked.On));

    /// <inheritdoc/>
    protected override IEnumerable<Table> Tables(IReadOnlyList<TestosteroneCourse> rows, ReportRequest request)
    {
        var division = new Division(rows, request.By);
        return
        [
            .. ReturnTables.Of(division), TimeToReturn.Table(rows, request.By), .. HypogonadismTables.Of(division, request.Asked.RuleSet),
        ];
    }

    /// <summary>The statuses under the other rule sets: who asks for these sees them too.</summary>
    protected override IEnumerable<Table> Beside(IReadOnlyList<TestosteroneCourse> rows, ReportRequest request) =>
        PublishedRuleSets.All.Keys.Where(id => id != request.Asked.RuleSet).SelectMany(id => HypogonadismTables.Statuses(new(rows, []), id));

    /// <inheritdoc/>
    protected override IEnumerable<Figure> Figures(IReadOnlyList<TestosteroneCourse> rows, IReadOnlyList<Table> tables, ReportRequest request) =>
    [
        Courses(rows, request), Boxes(rows, request), .. TimeToReturn.Curves(rows, request),
        Hypogonadism(tables, [("hypogonadismBefore", "before"), ("hypogonadismAfter", "after")]),
    ];

    private static IndividualCourses Courses(IReadOnlyList<TestosteroneCourse> rows, ReportRequest request)
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
            courses.Length < request.LeastShown ? [] : courses,
            [
                (0, 100),
                .. from window in ReturnTables.Windows
                   let percents = repeats.Select(row => row.At(window.Window).OfIndex.Percent).OfType<decimal>().ToList()
                   where percents.Count >= request.LeastShown
                   select (window.TargetDay, Summary.Of(percents).Median!.Value),
            ],
            [(100, "baseline"), ((double)ReturnedFromPercent, $"{ReturnedFromPercent:0} %"), ((double)FallenBelowPercent, $"{FallenBelowPercent:0} %")],
            "% of the baseline before that operation",
            [
                "Values measured exactly, up to the first competing event. Below 68 % a fall is more than the normal variation of a single pair. 80 % is what a",
                "published group reached, no target for a man.",
            ]);
    }

    private static BoxPlots Boxes(IReadOnlyList<TestosteroneCourse> rows, ReportRequest request)
    {
        IReadOnlyList<(string Name, IReadOnlyList<TestosteroneCourse> Rows)> series = request.By.Count > 0
            ? [.. new Division(rows, request.By).Parts.Select(part => (part.Label, part.Rows))]
            : [.. rows.GroupBy(row => row.Retrieval.Number > 1).OrderBy(part => part.Key).Select(part => (part.Key ? "repeat" : "first", (IReadOnlyList<TestosteroneCourse>)[.. part]))];
        return new(
            "boxes", request.By.Count > 0 ? $"Testosterone by window, {Stratum.Combined(request.By).Name}" : "Testosterone by window, first and repeat operations",
            [.. series.Select(each => each.Name)],
            [
                .. from window in ReturnTables.Windows
                   from each in series.Index()
                   let percents = each.Item.Rows.Select(row => row.At(window.Window).OfIndex.Percent).OfType<decimal>().ToList()
                   where percents.Count >= request.LeastShown
                   select (window.Name, each.Index, (IReadOnlyList<decimal>)percents),
            ],
            "% of the baseline before that operation",
            ["Boxes: quartiles (R type 7) and median; whiskers to the farthest value within one and a half box lengths. How many stand behind a box is in the tables."]);
    }

    private static StackedBars Hypogonadism(IReadOnlyList<Table> tables, IReadOnlyList<(string Key, string Name)> both) => new(
        "hypogonadism", "Hypogonadism before and after",
        [
            .. both.SelectMany(when => StackedBars.BarsOf(
                tables.Single(table => table.Key == when.Key), row => row.Group == Stratum.Number.Name ? $"{row.Label}, {when.Name}" : null, _ => true)),
        ],
        "operations",
        ["By procedure number, under the rule set asked for. Without data is not normal."]) { Quiet = [Coded.Words(HypogonadismStatus.NoData)] };
}
