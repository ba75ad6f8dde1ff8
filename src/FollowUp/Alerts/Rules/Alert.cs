using FollowUp.Alerts.Facts;
using FollowUp.Course;
using FollowUp.Patients.Facts;
using NodaTime;

namespace FollowUp.Alerts.Rules;

/// <summary>Something that a clinician has to look at, and whether it was acknowledged.</summary>
/// <param name="Trigger">What it is about.</param>
/// <param name="Urgency">How urgent it is.</param>
/// <param name="FactId">The entry that raised it; an acknowledgement names it with the trigger.</param>
/// <param name="RaisedOn">The clinic's day it happened.</param>
/// <param name="RaisedAt">When it happened; the beginning of the day where no clock time is known.</param>
/// <param name="State">Its state at the instant asked for.</param>
/// <param name="AcknowledgeBy">The deadline for acknowledging it.</param>
/// <param name="Escalations">How often it has escalated by the instant asked for.</param>
/// <param name="NextEscalationAt">When it escalates next; null once it is acknowledged or ended.</param>
/// <param name="Owner">The role that is responsible for it; null once it is acknowledged or ended.</param>
/// <param name="Acknowledged">Who acknowledged it, and what was done; null while nobody has.</param>
/// <param name="ExplainedBy">The entries it is based on.</param>
public sealed record Alert(
    AlertTrigger Trigger,
    AlertUrgency Urgency,
    Guid FactId,
    LocalDate RaisedOn,
    Instant RaisedAt,
    AlertState State,
    Instant AcknowledgeBy,
    int Escalations,
    Instant? NextEscalationAt,
    AlertOwner? Owner,
    Acknowledgement? Acknowledged,
    IReadOnlyList<Guid> ExplainedBy)
{
    /// <summary>Whether it still has to be acknowledged.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsOpen => State is AlertState.Open or AlertState.Escalated;
}

/// <summary>A clinician's acknowledgement of an alert.</summary>
/// <param name="FactId">The entry.</param>
/// <param name="On">The clinic's day.</param>
/// <param name="At">The clinic's clock time, if known.</param>
/// <param name="Owner">Who is responsible for it, by the clinic's staff code.</param>
/// <param name="Outcome">What was done.</param>
public sealed record Acknowledgement(Guid FactId, LocalDate On, LocalTime? At, string Owner, AlertOutcome Outcome);

/// <summary>The state of an alert.</summary>
public enum AlertState
{
    /// <summary>Not acknowledged, and its deadline is not over.</summary>
    Open,

    /// <summary>Not acknowledged by its deadline.</summary>
    Escalated,

    /// <summary>A clinician acknowledged it.</summary>
    Acknowledged,

    /// <summary>He died before it was acknowledged.</summary>
    Ended,
}

/// <summary>The alerts of a man, derived from his course and never stored (domain 5).</summary>
public static class AlertList
{
    private static readonly IReadOnlyList<IAlertSource> Sources = Scan.For<IAlertSource>();

    /// <summary>The kinds of fact that can raise an alert.</summary>
    public static IReadOnlySet<Type> LookedAt { get; } = Sources.SelectMany(source => source.LooksAt).ToHashSet();

    /// <summary>What the facts raise, in clinical order, whether acknowledged or not.</summary>
    public static IReadOnlyList<RaisedAlert> Raised(PatientCourse course, AlertPolicy policy) =>
        course.Cached(policy.Id, (known, _) => new Found([.. Sources
            .SelectMany(source => By(source, known, policy))
            .OrderBy(raised => raised.At)
            .ThenBy(raised => raised.FactId)
            .ThenBy(raised => raised.Trigger)])).Alerts;

    private static IReadOnlyList<RaisedAlert> By(IAlertSource source, PatientCourse course, AlertPolicy policy) =>
        course.Cached(policy.Id, (known, _) => new Found([.. source.In(known, policy)]), source.GetType().Name).Alerts;

    /// <summary>The alerts: open ones first, by deadline, then the others, the latest first.</summary>
    /// <param name="course">The facts that stand.</param>
    /// <param name="policy">The limits and times.</param>
    /// <param name="at">The instant asked for; only escalation depends on it.</param>
    public static IReadOnlyList<Alert> In(PatientCourse course, AlertPolicy policy, Instant at)
    {
        var acknowledgements = course.Of<AlertAcknowledged>().ToLookup(standing => (standing.Fact.Trigger, standing.Fact.FactId));
        var died = course.Of<PatientDied>().Any();
        return [.. Raised(course, policy)
            .Select(raised => Of(raised, acknowledgements[(raised.Trigger, raised.FactId)].FirstOrDefault(), died, policy, course.Zone, at))
            .OrderBy(alert => alert.IsOpen ? alert.AcknowledgeBy : Instant.MaxValue)
            .ThenByDescending(alert => alert.RaisedAt)];
    }

    private static Alert Of(
        RaisedAlert raised, Standing<AlertAcknowledged>? acknowledged, bool died, AlertPolicy policy, DateTimeZone zone, Instant at)
    {
        var day = raised.At.Earliest;
        var urgency = AlertPolicy.UrgencyOf(raised.Trigger);
        var raisedAt = raised.At.Time is { } time ? zone.AtLeniently(day + time).ToInstant() : zone.AtStartOfDay(day).ToInstant();
        var by = policy.AcknowledgeBy(urgency, day, raisedAt, zone);
        var again = policy.AgainAfter(urgency);
        var waits = acknowledged is null && !died;
        var escalations = waits && at >= by ? 1 + (int)Math.Floor((at - by) / again) : 0;
        return new(
            raised.Trigger,
            urgency,
            raised.FactId,
            day,
            raisedAt,
            acknowledged is not null ? AlertState.Acknowledged : died ? AlertState.Ended : escalations > 0 ? AlertState.Escalated : AlertState.Open,
            by,
            escalations,
            waits ? by + (again * escalations) : null,
            waits ? AlertPolicy.OwnerOf(urgency, escalations) : null,
            acknowledged is null ? null : new(
                acknowledged.Id, acknowledged.Occurred.Earliest, acknowledged.Occurred.Time, acknowledged.Fact.Owner, acknowledged.Fact.Outcome),
            [raised.FactId, .. raised.With, .. acknowledged is null ? (Guid[])[] : [acknowledged.Id]]);
    }

    private sealed record Found(IReadOnlyList<RaisedAlert> Alerts);
}
