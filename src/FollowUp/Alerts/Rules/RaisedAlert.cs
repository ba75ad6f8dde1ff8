using FollowUp.Alerts.Facts;
using FollowUp.Course;
using FollowUp.Course.Dates;
using FollowUp.Course.Explanations;

namespace FollowUp.Alerts.Rules;

/// <summary>The alerts that one activity reads from a course. Found by scanning; pure.</summary>
/// <remarks>
/// Activities never call each other. What needs a clinician comes from several of them and is shown in one list, so they share this
/// interface.
/// </remarks>
public interface IAlertSource
{
    /// <summary>The kinds of fact it reads. A fact of these kinds either raises an alert or is listed as left out.</summary>
    IReadOnlyList<Type> LooksAt { get; }

    /// <summary>The alerts that the facts raise, acknowledged or not; at most one for each trigger and fact.</summary>
    IEnumerable<RaisedAlert> In(PatientCourse course, AlertPolicy policy);
}

/// <summary>An alert as a fact raises it.</summary>
/// <param name="Trigger">What it is about.</param>
/// <param name="FactId">The entry that raises it; with the trigger, its identity.</param>
/// <param name="At">When that happened, the clinic's day and time.</param>
public sealed record RaisedAlert(AlertTrigger Trigger, Guid FactId, Occurrence At)
{
    /// <summary>The other entries it is based on.</summary>
    public IReadOnlyList<Guid> With { get; init; } = [];

    /// <summary>What was compared with which limit; empty where the man's answer alone raises it.</summary>
    public IReadOnlyList<Compared> Compared { get; init; } = [];
}
