using FollowUp.Course;
using FollowUp.Course.Explanations;
using FollowUp.Recalls.Rules.Messages;
using NodaTime;

namespace FollowUp.Recalls.Rules.Items;

/// <summary>A gate of a message, open or closed.</summary>
/// <param name="Gate">The gate.</param>
/// <param name="Open">Whether it is open.</param>
/// <param name="FactId">The entry that opens or closes it; null when a missing entry, the clock or the protocol does.</param>
public sealed record AskedGate(Gate Gate, bool Open, Guid? FactId);

/// <summary>Everything that decides whether a man is reminded of an item, at one instant.</summary>
/// <param name="Item">The item: its operation and day, the dates counted from it, its state, attempts, messages and next step.</param>
/// <param name="Plan">Whether and why its next message is planned.</param>
/// <param name="Planned">That message; null when there is none.</param>
/// <param name="Gates">Every gate, for that message or, without one, for a message sent now.</param>
/// <param name="Why">The explanations of its state, its message and its next step.</param>
public sealed record ItemReview(
    DueItem Item, ReminderPlan Plan, PlannedReminder? Planned, IReadOnlyList<AskedGate> Gates, IReadOnlyList<Explanation> Why)
{
    // A message about to be decided has no report yet.
    private static readonly Gate[] Asked = [.. Enum.GetValues<Gate>().Where(gate => gate != Gate.AlreadyReported)];

    /// <summary>The review of every item of a course.</summary>
    /// <param name="course">The course.</param>
    /// <param name="terms">The clinic's protocol, rule set and hours.</param>
    /// <param name="now">The instant whose day and hour are asked for.</param>
    /// <param name="paused">Whether sending is paused.</param>
    public static IReadOnlyList<ItemReview> Of(PatientCourse course, RecallTerms terms, Instant now, bool paused)
    {
        var on = now.InZone(course.Zone).Date;
        var items = DueItems.In(course, terms, on);
        var why = DueItemExplanations.Of(course, terms, on).ToLookup(each => (each.About, each.Item));
        return [.. items.Select(item =>
        {
            var planned = Reminders.Next(course, item, terms);
            var asked = planned ?? new PlannedReminder(item.Recall, item.ProcedureId, item.Messages.Count + 1, Reminders.ChannelFor(course) ?? ChannelRules.Default, item.Due);
            ClosedGate[] pause = paused ? [new(Gate.Paused, null)] : [];
            var closed = Reminders.ClosedGates(course, items, asked, terms, now).Concat(pause).ToLookup(gate => gate.Gate, gate => gate.FactId);
            return new ItemReview(
                item, DueItemExplanations.Plan(item, terms, course), planned,
                [.. Asked.Select(gate => new AskedGate(gate, !closed.Contains(gate), closed.Contains(gate) ? closed[gate].First() : OpenedBy(gate, course)))],
                [.. why[(item.ProcedureId, item.Recall)]]);
        })];
    }

    /// <summary>Why this man does not get each of the recalls that not every man gets.</summary>
    public static IReadOnlyList<Explanation> NotAsked(PatientCourse course, RecallTerms terms, LocalDate on) =>
        [.. DueItemExplanations.Of(course, terms, on).Where(each => each.Of == DueItemExplanations.AskedName && each.Outcome == RecallAsked.NotAsked)];

    private static Guid? OpenedBy(Gate gate, PatientCourse course) => gate switch
    {
        Gate.NoConsent => Consents.Reminders(course)?.Id,
        Gate.ChannelNotAccepted or Gate.NoSendingHour or Gate.QuietHour => Consents.Preferences(course)?.Id,
        _ => null,
    };
}
