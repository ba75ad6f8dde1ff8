using FollowUp.Course;
using FollowUp.Course.Explanations;
using NodaTime;

namespace FollowUp.Alerts.Rules;

/// <summary>Why there is an alert, and which facts could have raised one but did not.</summary>
internal static class AlertExplanations
{
    public static IReadOnlyList<Explanation> Of(PatientCourse course, Instant at)
    {
        var policy = AlertPolicy.Standard1;
        var basis = new Basis(policy.Id, "1", policy.Source);
        var raised = AlertList.Raised(course, policy).ToDictionary(alert => (alert.Trigger, alert.FactId));
        var alerts = AlertList.In(course, policy, at);
        return [Open(course, alerts) with { Basis = basis }, .. alerts.Select(alert => Of(alert, raised[(alert.Trigger, alert.FactId)], course.Zone) with { Basis = basis })];
    }

    private static Explanation Open(PatientCourse course, IReadOnlyList<Alert> alerts)
    {
        var open = alerts.Where(alert => alert.IsOpen).Select(alert => alert.FactId).ToHashSet();
        var raising = alerts.SelectMany(alert => alert.ExplainedBy).ToHashSet();
        return new()
        {
            Of = "alerts.open",
            Outcome = open.Count > 0 ? AlertsOpen.Some : AlertsOpen.None,
            Values = new Dictionary<string, object> { ["count"] = alerts.Count(alert => alert.IsOpen) },
            Rules = ["domain 5"],
            Used = [.. open.Select(id => new UsedFact(id, AlertRole.Raising))],
            LeftOut =
            [
                .. course.Standing
                    .Where(standing => AlertList.LookedAt.Contains(standing.Fact.GetType()) && !open.Contains(standing.Id))
                    .Select(standing => new LeftOutFact(standing.Id, raising.Contains(standing.Id) ? AlertReason.AcknowledgedOrEnded : AlertReason.NoTrigger)),
                .. LeftOutFact.RetractedIn<Fact>(course, fact => AlertList.LookedAt.Contains(fact.GetType())),
            ],
        };
    }

    private static Explanation Of(Alert alert, RaisedAlert raised, DateTimeZone zone)
    {
        var by = alert.AcknowledgeBy.InZone(zone).LocalDateTime;
        return new()
        {
            Of = "alerts.alert",
            About = alert.FactId,
            Item = alert.Trigger.ToString(),
            Outcome = alert.State,
            Values = new Dictionary<string, object>
            {
                ["urgency"] = Code.From(alert.Urgency),
                ["byDay"] = by.Date,
                ["byTime"] = by.TimeOfDay,
                ["escalations"] = alert.Escalations,
                ["owner"] = alert.Acknowledged?.Owner ?? (object)Code.From(alert.Owner ?? AlertOwner.HeadOfClinic),
                ["outcome"] = alert.Acknowledged is { } acknowledged ? Code.From(acknowledged.Outcome) : "",
            },
            Rules = ["domain 5"],
            Used =
            [
                new(alert.FactId, AlertRole.Raising),
                .. raised.With.Select(id => new UsedFact(id, AlertRole.Supporting)),
                .. alert.Acknowledged is { FactId: var id } ? (UsedFact[])[new(id, AlertRole.Acknowledgement)] : [],
            ],
            Compared = raised.Compared,
        };
    }
}

/// <summary>Whether a man has alerts that are not acknowledged.</summary>
public enum AlertsOpen
{
    /// <summary>He has none.</summary>
    None,

    /// <summary>He has.</summary>
    Some,
}

/// <summary>How an alert uses a fact.</summary>
public enum AlertRole
{
    /// <summary>It raised the alert.</summary>
    Raising,

    /// <summary>It was counted or compared with.</summary>
    Supporting,

    /// <summary>The clinician's acknowledgement.</summary>
    Acknowledgement,
}

/// <summary>Why a fact is no open alert.</summary>
public enum AlertReason
{
    /// <summary>It contains no escalation trigger.</summary>
    NoTrigger,

    /// <summary>A clinician acknowledged it, or he died.</summary>
    AcknowledgedOrEnded,
}
