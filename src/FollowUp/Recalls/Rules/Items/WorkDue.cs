using FollowUp.Alerts.Rules;
using FollowUp.Course;
using FollowUp.Recalls.Facts;
using NodaTime;

namespace FollowUp.Recalls.Rules.Items;

/// <summary>Why a man is on the worklist.</summary>
public enum WorkState
{
    /// <summary>An open alert.</summary>
    Alert,

    /// <summary>It is uncertain whether a message was sent: a person decides.</summary>
    Uncertain,

    /// <summary>The last message for an open item failed.</summary>
    Failed,

    /// <summary>An open item after its latest day.</summary>
    Overdue,

    /// <summary>An open item for which nothing reached him.</summary>
    Unreachable,

    /// <summary>An open item from its earliest to its latest day.</summary>
    Due,

    /// <summary>The protocol's rule allows him to be declared lost to follow-up.</summary>
    Lost,
}

/// <summary>What has to be done for one man on a day.</summary>
/// <param name="PatientId">The man.</param>
/// <param name="Alerts">His open alerts, by deadline.</param>
/// <param name="Items">His items that are due, overdue or unreachable, and any with an uncertain message.</param>
/// <param name="Loss">Present when he may be declared lost to follow-up; otherwise null.</param>
public sealed record WorkDue(Guid PatientId, IReadOnlyList<Alert> Alerts, IReadOnlyList<DueItem> Items, LossDue? Loss)
{
    /// <summary>Whether anything has to be done.</summary>
    public bool IsAny => Alerts.Count + Items.Count > 0;

    /// <summary>Why he is on the worklist, the most urgent first.</summary>
    public IReadOnlyList<WorkState> States =>
    [
        .. Items.SelectMany(Of)
            .Concat(Alerts.Count > 0 ? [WorkState.Alert] : Array.Empty<WorkState>())
            .Concat(Loss is not null ? [WorkState.Lost] : Array.Empty<WorkState>())
            .Distinct().Order(),
    ];

    /// <summary>What is due in a course.</summary>
    /// <param name="course">The course.</param>
    /// <param name="terms">The clinic's protocol, rule set and hours.</param>
    /// <param name="on">The day.</param>
    /// <param name="at">The instant of that day by which alerts escalate.</param>
    public static WorkDue Of(PatientCourse course, RecallTerms terms, LocalDate on, Instant at)
    {
        var items = DueItems.In(course, terms, on);
        return new(
            course.PatientId,
            [.. AlertList.In(course, AlertPolicy.Standard1, at).Where(alert => alert.IsOpen && alert.RaisedOn <= on)],
            [.. items.Where(item => Of(item).Any())],
            FollowUpEnd.Standing(course) is null ? LossRule.Of(items, terms, on) : null);
    }

    /// <summary>Filters by state and step; null does not filter.</summary>
    /// <param name="state">In this state.</param>
    /// <param name="recall">Of this step of the protocol; alerts belong to none.</param>
    public WorkDue Only(WorkState? state, string? recall)
    {
        var items = Items.Where(item =>
            (recall is null || item.Recall == recall)
            && (state is null || Of(item).Contains(state.Value) || (state == WorkState.Lost && Loss is { } loss && loss.Recall == item.Recall && loss.ProcedureId == item.ProcedureId)));
        return this with { Alerts = recall is null && state is null or WorkState.Alert ? Alerts : [], Items = [.. items] };
    }

    private static IEnumerable<WorkState> Of(DueItem item)
    {
        if (item.Messages.Any(message => message.Outcome == ReminderOutcome.Uncertain))
        {
            yield return WorkState.Uncertain;
        }

        if (item.State is not (DueState.Due or DueState.Overdue or DueState.Unreachable))
        {
            yield break;
        }

        if (item.Messages is [.., { Outcome: ReminderOutcome.Failed }])
        {
            yield return WorkState.Failed;
        }

        yield return item.State switch
        {
            DueState.Due => WorkState.Due,
            DueState.Overdue => WorkState.Overdue,
            _ => WorkState.Unreachable,
        };
    }
}
