namespace FollowUp.Reports.Statistics;

/// <summary>The share without an event over time, by Kaplan and Meier, with Greenwood's variance and log-log limits (R75).</summary>
/// <param name="N">How many were followed.</param>
/// <param name="Events">How many had the event.</param>
/// <param name="Steps">The curve, a step for each day with an event.</param>
/// <param name="Median">The day by which half had the event; null when fewer did.</param>
/// <param name="MedianLower">The lower limit (95 %) of that day: where the lower limit of the curve passes a half.</param>
/// <param name="MedianUpper">The upper limit of that day; null when the upper limit of the curve stays above a half.</param>
/// <param name="WhyNone">Why there is no curve; null when there is one.</param>
public sealed record KaplanMeier(
    int N, int Events, IReadOnlyList<SurvivalStep> Steps, double? Median, double? MedianLower, double? MedianUpper, string? WhyNone)
{
    /// <summary>The method, as a table names it.</summary>
    public const string Method = "Kaplan-Meier, log-log limits, 95 %";

    // Floating-point arithmetic meets a share of exactly a half only within this.
    private const double Rounding = 1e-9;

    /// <summary>The curve of times in days and whether each ended in the event; otherwise follow-up ended then, without it.</summary>
    public static KaplanMeier Of(IEnumerable<(int Days, bool Event)> followed)
    {
        var all = followed.OrderBy(each => each.Days).ToList();
        List<SurvivalStep> steps = [];
        var (atRisk, share, greenwood) = (all.Count, 1.0, 0.0);
        foreach (var day in all.GroupBy(each => each.Days))
        {
            var events = day.Count(each => each.Event);
            if (events > 0)
            {
                share *= (double)(atRisk - events) / atRisk;
                greenwood += events / ((double)atRisk * (atRisk - events));
                double? error = share > 0 ? share * Math.Sqrt(greenwood) : null;
                steps.Add(new(day.Key, atRisk, events, share, error, error is { } known ? Interval.LogLog(share, known) : null));
            }

            atRisk -= day.Count();
        }

        double? Crossing(Func<SurvivalStep, double?> curve) => CrossingOf(steps, all.Count == 0 ? 0 : all[^1].Days, curve);
        return new(
            all.Count, all.Count(each => each.Event), steps, Crossing(step => step.Share), Crossing(step => step.Limits?.Lower),
            Crossing(step => step.Limits?.Upper),
            all.Count == 0 ? "nobody was followed" : steps.Count == 0 ? "nobody had the event" : null);
    }

    /// <summary>The step that holds on a day; null before the first one, where the share is 1.</summary>
    public SurvivalStep? On(int day) => Steps.LastOrDefault(step => step.Day <= day);

    // The first day at or below a half. Where the curve stays at a half, the middle of these days, as R has it.
    private static double? CrossingOf(List<SurvivalStep> steps, int last, Func<SurvivalStep, double?> curve)
    {
        var at = steps.FindIndex(step => curve(step) <= 0.5 + Rounding);
        return at < 0 ? null
            : curve(steps[at]) < 0.5 - Rounding ? steps[at].Day
            : (steps[at].Day + (at + 1 < steps.Count ? steps[at + 1].Day : last)) / 2.0;
    }
}

/// <summary>A day on which somebody had the event.</summary>
/// <param name="Day">The day.</param>
/// <param name="AtRisk">How many were still followed without it.</param>
/// <param name="Events">How many had it that day.</param>
/// <param name="Share">The share without it from that day on, 0 to 1.</param>
/// <param name="StandardError">Greenwood's standard error of the share; null when the share is 0.</param>
/// <param name="Limits">The log-log limits (95 %); null when the share is 0 or 1.</param>
public sealed record SurvivalStep(int Day, int AtRisk, int Events, double Share, double? StandardError, Interval? Limits);
