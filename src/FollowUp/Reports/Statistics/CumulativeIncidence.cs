namespace FollowUp.Reports.Statistics;

/// <summary>
/// The share with an event over time when competing events can prevent it, by Aalen and Johansen, with the variance by the delta method and log-log
/// limits (R75).
/// </summary>
/// <param name="N">How many were followed.</param>
/// <param name="Steps">The curve, a step for each day with an event of any kind.</param>
/// <param name="WhyNone">Why there is no curve; null when there is one.</param>
public sealed record CumulativeIncidence(int N, IReadOnlyList<IncidenceStep> Steps, string? WhyNone)
{
    /// <summary>The method, as a table names it.</summary>
    public const string Method = "Aalen-Johansen, delta method, log-log limits, 95 %";

    /// <summary>The curve of one kind of event.</summary>
    /// <typeparam name="TEvent">The kinds of event.</typeparam>
    /// <param name="followed">For each man the time in days and the event that ended it; null when he was last seen then, without an event.</param>
    /// <param name="kind">The kind of event whose incidence is calculated.</param>
    public static CumulativeIncidence Of<TEvent>(IEnumerable<(int Days, TEvent? Event)> followed, TEvent kind)
        where TEvent : struct, Enum
    {
        var all = followed.OrderBy(each => each.Days).ToList();
        List<IncidenceStep> steps = [];
        var (atRisk, free, incidence) = (all.Count, 1.0, 0.0);

        // The variances and covariance of the share free of any event and of the incidence, carried from day to day.
        var (ofFree, ofIncidence, ofBoth) = (0.0, 0.0, 0.0);
        foreach (var day in all.GroupBy(each => each.Days))
        {
            var any = day.Count(each => each.Event is not null);
            var these = day.Count(each => kind.Equals(each.Event));
            if (any > 0)
            {
                double n = atRisk;
                var (hazard, hazardOfThese) = (any / n, these / n);
                var (varAny, varThese, covariance) =
                    (hazard * (1 - hazard) / n, hazardOfThese * (1 - hazardOfThese) / n, hazardOfThese * (1 - hazard) / n);
                ofIncidence += (hazardOfThese * hazardOfThese * ofFree) + (2 * hazardOfThese * ofBoth) + (free * free * varThese);
                ofBoth = ((1 - hazard) * (ofBoth + (hazardOfThese * ofFree))) - (free * free * covariance);
                ofFree = ((1 - hazard) * (1 - hazard) * ofFree) + (free * free * varAny);
                incidence += free * hazardOfThese;
                free *= 1 - hazard;
                var error = Math.Sqrt(Math.Max(0, ofIncidence));
                steps.Add(new(day.Key, atRisk, these, any - these, incidence, error, Interval.LogLog(incidence, error)));
            }

            atRisk -= day.Count();
        }

        return new(all.Count, steps, all.Count == 0 ? "nobody was followed" : steps.Count == 0 ? "nobody had an event" : null);
    }

    /// <summary>The step that holds on a day; null before the first one, where the share is 0.</summary>
    public IncidenceStep? On(int day) => Steps.LastOrDefault(step => step.Day <= day);
}

/// <summary>A day on which somebody had an event of any kind.</summary>
/// <param name="Day">The day.</param>
/// <param name="AtRisk">How many were still followed without any.</param>
/// <param name="Events">How many had the event of that kind on the day.</param>
/// <param name="Competing">How many had another event on the day.</param>
/// <param name="Share">The share that had an event of that kind by then, 0 to 1.</param>
/// <param name="StandardError">Its standard error.</param>
/// <param name="Limits">The log-log limits (95 %); null when the share is 0 or 1.</param>
public sealed record IncidenceStep(int Day, int AtRisk, int Events, int Competing, double Share, double StandardError, Interval? Limits);
