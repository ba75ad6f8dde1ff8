using FollowUp.Alerts.Facts;
using FollowUp.Course;
using FollowUp.Patients.Facts;
using NodaTime;

namespace FollowUp.Alerts.Rules;

/// <summary>Something that a clinician has to look at, and whether one has.</summary>
/// <param name="Trigger">What it is about.</param>
/// <param name="Urgency">How urgent it is.</param>
/// <param name="FactId">The entry that raised it; an acknowledgement names it with the trigger.</param>
/// <param name="RaisedOn">The clinic's day it happened.</param>
/// <param name="RaisedAt">When it happened; the beginning of the day where no clock time is known.</param>
/// <param name="State">How it stands at the instant asked for.</param>
/// <param name="AcknowledgeBy">When it was first to be acknowledged at the latest.</param>
/// <param name="Escalations">How often it has escalated by the instant asked for.</param>
/// <param name="NextEscalationAt">When it escalates next; null once it is acknowledged or ended.</param>
/// <param name="Owner">The role it is with; null once it is acknowledged or ended.</param>
/// <param name="Acknowledged">Who took it on, and what came of it; null while nobody has.</param>
/// <param name="ExplainedBy">The entries it rests on.</param>
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
    /// <summary>Whether somebody still has to take it on.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsOpen => State is AlertState.Open or AlertState.Escalated;
}

/// <summary>That a clinician took an alert on.</summary>
/// <param name="FactId">The entry.</param>
/// <param name="On">The clinic's day.</param>
/// <param name="At">The clinic's clock time, if known.</param>
/// <param name="Owner">Who answers for it, by the clinic's staff code.</param>
/// <param name="Outcome">What came of it.</param>
public sealed record Acknowledgement(Guid FactId, LocalDate On, LocalTime? At, string Owner, AlertOutcome Outcome);

/// <summary>How an alert stands.</summary>
public enum AlertState
{
    /// <summary>Nobody has taken it on, and there is still time.</summary>
    Open,

    /// <summary>Nobody took it on in time.</summary>
    Escalated,

    /// <summary>A clinician took it on.</summary>
    Acknowledged,

    /// <summary>He died, and nobody had taken it on.</summary>
    Ended,
}

/// <summary>The alerts of a man, derived from his course and never stored (domain 5).</summary>
public static class AlertList
{
    private static readonly IReadOnlyList<IAlertSource> Sources = Scan.For<IAlertSource>();

    /// <summary>The kinds of fact that any activity reads alerts from.</summary>
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

    /// <summary>The alerts, those that wait longest for a clinician first, then the others, the latest first.</summary>
    /// <param name="course">The facts that stand.</param>
    /// <param name="policy">The limits and times.</param>
    /// <param name="at">The instant asked for; it moves only what depends on the hour.</param>
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
