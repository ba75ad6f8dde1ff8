using FollowUp.Platform.Figures;
using FollowUp.Reports.Figures;
using FollowUp.Reports.Statistics;
using FollowUp.Reports.Tables;

namespace FollowUp.Reports.Testosterone;

/// <summary>The time from an operation to the first sample at a share of the baseline, with the competing events (R75).</summary>
internal static class TimeToReturn
{
    private static readonly decimal[] ReturnedTo = [TestosteroneReturn.ReturnedFromPercent, 100m];

    private static readonly (int Days, string Name)[] ReturnedBy = [(274, "9 months"), (365, "12 months"), (548, "18 months"), (731, "24 months")];

    private const int DaysBetweenNumbers = 100;

    /// <summary>The table.</summary>
    public static Table Table(IReadOnlyList<TestosteroneCourse> rows, IReadOnlyList<Stratum> by) => new(
        "timeToReturn", "Days from surgery to the first sample at a share of the baseline before that operation",
        [
            new("followed", "With a baseline", Shape.Count), new("neverSeen", "no sample after", Shape.Count), new("returned", "Returned", Shape.Share),
            new("competing", "Competing event", Shape.Count), new("median", "Median (95 % limits)", Shape.Estimate),
            new("interval", "Days since the sample before: median (quartiles)", Shape.Quartiles),
            .. ReturnedBy.Select(by => new Column($"by{by.Days}", $"% by {by.Name} (95 % limits)", Shape.Estimate)),
        ],
        [.. ReturnedTo.SelectMany(percent => (by.Count == 0 ? Stratum.Number : Stratum.Combined(by))
            .Divide(rows.Where(row => row.Time.HasBaseline), row => row.Retrieval)
            .Select(part =>
            {
                var (times, curve, incidence) = Of(part.Rows, percent);
                return new Row($"To {percent:0} %", part.Label,
                [
                    Cell.Count(curve.N), Cell.Count(part.Rows.Count(row => row.Time.Occasions.Count == 0)), Cell.Share(new(curve.Events, curve.N)),
                    Cell.Count(times.Count(time => time.Event == TimeOfReturn.End.Competing)),
                    Cell.Median(curve),
                    Cell.Quartiles(Summary.Of(part.Rows.Select(row => row.Time.IntervalTo(percent)).OfType<int>().Select(days => (decimal)days))),
                    .. ReturnedBy.Select(by => AtDay(incidence, by.Days, times, curve.Events)),
                ]).Of($"time to {percent:0}", part.Keys);
            }))],
        rows.Count == 0 ? [Subgroups.NoOperation]
        :
        [
            "Testosterone is known only on days with a sample: the return lies between the sample before, or the operation, and this one. Median:",
            $"{KaplanMeier.Method}, followed to the last sample, without a sample to day 0 (R75).",
            $"Shares: {CumulativeIncidence.Method}; testosterone or stimulation, a new operation, orchiectomy and death compete (R36);",
            "none after the day of the last sample of all.",
        ]);

    /// <summary>The curves of repeat operations.</summary>
    public static IEnumerable<Figure> Curves(IReadOnlyList<TestosteroneCourse> rows, ReportParameters parameters)
    {
        var repeats = rows.Where(row => row.Time.HasBaseline && row.Retrieval.Number > 1).ToList();
        return repeats.Count < parameters.LeastShown ? [] : ReturnedTo.Select(percent =>
        {
            var (times, curve, returned) = Of(repeats, percent);
            var competing = CumulativeIncidence.Of(times, TimeOfReturn.End.Competing);
            var until = repeats.Max(row => row.Time.LastSeen);

            // A curve with few events would reveal their number, which the table withholds.
            bool IsShown(int events) => !(parameters.ForResearch && SmallCells.IsSmall(events));
            var shown = IsShown(curve.Events);
            return new StepCurves(
                $"timeTo{percent:0}", $"Time to {percent:0} % of the baseline after repeat surgery",
                [
                    new("returned, without competing events (Kaplan-Meier)", !shown ? [] : [.. curve.Steps.Select(step =>
                        new CurveStep(step.Day, 100 * (1 - step.Share), 100 * (1 - step.Limits?.Upper), 100 * (1 - step.Limits?.Lower)))], until),
                    new("returned (cumulative incidence)", shown ? Steps(returned) : [], until),
                    new("competing event (cumulative incidence)", IsShown(times.Count(time => time.Event == TimeOfReturn.End.Competing)) ? Steps(competing) : [], until),
                ],
                "% of operations",
                [
                    "Of operations with a baseline. Bands: log-log limits (95 %) of Kaplan-Meier. A return is seen only at a sample; it lies between the sample",
                    "before and this one. Competing: testosterone or stimulation, a new operation, orchiectomy, death (R36); Aalen-Johansen.",
                ])
            {
                AtRisk = AtRisk([.. repeats.Zip(times, (row, time) => time.Event == TimeOfReturn.End.Returned ? time.Days : row.Time.LastSeen)], parameters.ForResearch),
            };
        });
    }

    // If few left between two days, the numbers of both days would reveal how many.
    private static (int Day, int? Count)[] AtRisk(IReadOnlyList<int> lastDays, bool forResearch)
    {
        (int Day, int Count)[] all = [.. Enumerable.Range(0, (lastDays.Max() / DaysBetweenNumbers) + 1).Select(at => at * DaysBetweenNumbers)
            .Select(day => (day, lastDays.Count(last => last >= day)))];
        var left = SmallCells.AddedToShown(all.Select(at => at.Count));
        return [.. all.Zip(left, (at, few) => (at.Day, forResearch && (SmallCells.IsSmall(at.Count) || SmallCells.IsSmall(few)) ? (int?)null : at.Count))];
    }

    // Only the days of its own events: those of the others do not change the curve and would only show that they happened.
    private static CurveStep[] Steps(CumulativeIncidence incidence) =>
    [
        .. incidence.Steps.Where(step => step.Events > 0).Select(step => new CurveStep(step.Day, 100 * step.Share, null, null)),
    ];

    private static (IReadOnlyList<(int Days, TimeOfReturn.End? Event)> Times, KaplanMeier Curve, CumulativeIncidence Returned) Of(
        IReadOnlyList<TestosteroneCourse> rows, decimal percent)
    {
        var times = rows.Select(row => row.Time.To(percent)).ToList();
        var curve = KaplanMeier.Of(rows.Zip(times, (row, time) =>
            time.Event == TimeOfReturn.End.Returned ? (time.Days, true) : (row.Time.LastSeen, false)));
        return (times, curve, CumulativeIncidence.Of(times, TimeOfReturn.End.Returned));
    }

    // Nothing is known of the share after the last sample of all.
    private static Cell AtDay(CumulativeIncidence incidence, int day, IReadOnlyList<(int Days, TimeOfReturn.End? Event)> times, int basis) =>
        incidence.WhyNone is not null || day > times.Max(time => time.Days)
        ? Cell.Estimate(null, null, basis)
        : Cell.Estimate(
            100 * (incidence.On(day)?.Share ?? 0),
            incidence.On(day)?.Limits is { } limits ? limits with { Lower = 100 * limits.Lower, Upper = 100 * limits.Upper } : null, basis);
}
