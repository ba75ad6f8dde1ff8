using FollowUp.Alerts.Facts;
using FollowUp.Course;
using FollowUp.Course.Explanations;
using NodaTime;

namespace FollowUp.Alerts.Rules;

/// <summary>What needs a clinician, by when, and whether it was acknowledged.</summary>
public sealed class AlertsQuestion : IDatedQuestion
{
    /// <inheritdoc/>
    public string Name => "alerts";

    /// <inheritdoc/>
    /// <remarks>A chart is asked for a day, so an alert is shown as at the beginning of that day; its deadlines show what happens during the day.</remarks>
    public object Ask(PatientCourse course, Asked asked) => Answer(course, BeginningOf(asked.On, course.Zone));

    /// <summary>The typed answer at an instant.</summary>
    public static AlertsAnswer Answer(PatientCourse course, Instant at) =>
        new(AlertPolicy.Standard1.Id, at, AlertList.In(course, AlertPolicy.Standard1, at));

    /// <inheritdoc/>
    public IReadOnlyList<Explanation> Why(PatientCourse course, Asked asked) => AlertExplanations.Of(course, BeginningOf(asked.On, course.Zone));

    /// <inheritdoc/>
    public WorkDates Dates(PatientCourse course, string protocol)
    {
        // The time of day decides how often an alert has escalated, never whether it is open.
        var open = AlertList.In(course, AlertPolicy.Standard1, Instant.MinValue).Where(alert => alert.IsOpen).Min(alert => (LocalDate?)alert.RaisedOn);
        return new(open, null) { AlertFrom = open };
    }

    /// <summary>The first instant of a day in a zone; a day outside the supported range counts as the nearest one inside it.</summary>
    public static Instant BeginningOf(LocalDate day, DateTimeZone zone) =>
        zone.AtStartOfDay(LocalDate.Max(new(1900, 1, 1), LocalDate.Min(day, new(9998, 12, 31)))).ToInstant();
}

/// <summary>A man's alerts at an instant.</summary>
/// <param name="Policy">The version of the escalation rules.</param>
/// <param name="At">The instant asked for.</param>
/// <param name="Alerts">Open ones first, by deadline, then the others, the latest first.</param>
public sealed record AlertsAnswer(string Policy, Instant At, IReadOnlyList<Alert> Alerts);

/// <summary>The alerts that a recorded fact raised, shown at once to the person who recorded it.</summary>
public sealed class AlertsRaised : IConsequence
{
    /// <inheritdoc/>
    public string Name => "alertsRaised";

    /// <inheritdoc/>
    public object Of(PatientCourse before, PatientCourse after, Guid factId, Asked asked)
    {
        var at = AlertsQuestion.BeginningOf(asked.On, after.Zone);
        var were = AlertsQuestion.Answer(before, at).Alerts.Where(alert => alert.IsOpen).Select(alert => (alert.Trigger, alert.FactId)).ToHashSet();
        return AlertsQuestion.Answer(after, at).Alerts.Where(alert => alert.IsOpen && !were.Contains((alert.Trigger, alert.FactId))).ToList();
    }
}

/// <summary>An acknowledgement names an existing alert, and is not dated before the fact that raised it.</summary>
public sealed class AcknowledgementCheck : ICheck<AlertAcknowledged>
{
    /// <inheritdoc/>
    public IEnumerable<Finding> Check(AlertAcknowledged fact, PatientCourse course, DecisionContext context)
    {
        if (course.Standing.FirstOrDefault(standing => standing.Id == fact.FactId) is not { } raising)
        {
            // Another check reports the unknown entry.
            yield break;
        }

        var raised = AlertList.Raised(course, AlertPolicy.Standard1).Where(alert => alert.FactId == fact.FactId).ToList();
        if (raised.All(alert => alert.Trigger != fact.Trigger))
        {
            yield return Finding.Refusal("NoSuchAlert", "trigger", fact.Trigger, raised.Count == 0
                ? "That entry raises no alert. Take entry and trigger from the man's alerts."
                : $"That entry raises {string.Join(", ", raised.Select(alert => alert.Trigger))}. Name the one that was acknowledged.");
        }

        if (fact.AcknowledgedAt.Day(course.Zone) < raising.Occurred.Earliest)
        {
            yield return Finding.Refusal("BeforeAlert", "acknowledgedAt", fact.AcknowledgedAt, $"What raised it happened on {raising.Occurred.Earliest:uuuu-MM-dd}. Write a time from then on.");
        }
    }
}
