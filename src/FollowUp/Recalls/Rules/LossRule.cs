using FollowUp.Course;
using FollowUp.Patients.Facts;
using FollowUp.Recalls.Facts;
using FollowUp.Recalls.Rules.Items;
using FollowUp.Recalls.Rules.Messages;
using NodaTime;

namespace FollowUp.Recalls.Rules;

/// <summary>The protocol's rule allows a man to be declared lost to follow-up.</summary>
/// <param name="Recall">The item that failed.</param>
/// <param name="ProcedureId">The operation it belongs to.</param>
/// <param name="LetterId">The entry that decided the closing letter.</param>
/// <param name="From">The first day on which it holds.</param>
public sealed record LossDue(string Recall, Guid ProcedureId, Guid LetterId, LocalDate From);

/// <summary>
/// When a man is lost to follow-up (domain 10): the item that the protocol names is over its latest day, every call for it failed, and its
/// letter, the closing one, was not answered, and he has not come since. A clinician declares it. When he is reached, it no longer holds.
/// </summary>
public static class LossRule
{
    /// <summary>Whether the rule holds on a day; null when it does not, or when follow-up has ended.</summary>
    public static LossDue? In(PatientCourse course, RecallTerms terms, LocalDate on) =>
        FollowUpEnd.Standing(course) is not null ? null : Of(DueItems.In(course, terms, on), terms, on);

    /// <summary>The rule for a man under follow-up; the item of his latest operation decides.</summary>
    public static LossDue? Of(IReadOnlyList<DueItem> items, RecallTerms terms, LocalDate on) =>
        items.LastOrDefault(item => item.Recall == terms.Protocol.LostAfter) is { State: DueState.Unreachable } item && on > item.Latest
            && item.Messages.LastOrDefault(message => message.Channel == ChannelRules.Letter && message.Outcome != ReminderOutcome.Cancelled) is { } letter
            && !items.Any(other => other.SatisfiedBy?.On >= letter.DecidedOn)
            ? new(item.Recall, item.ProcedureId, letter.FactId, LocalDate.Max(item.Next!.From, item.Latest.PlusDays(1)))
            : null;
}

/// <summary>A man is not declared lost before the protocol's rule allows it.</summary>
public sealed class LossByRule : ICheck<PatientLostToFollowUp>
{
    /// <inheritdoc/>
    public IEnumerable<Finding> Check(PatientLostToFollowUp fact, PatientCourse course, DecisionContext context)
    {
        if (fact.Reason is not (LossReason.Unreachable or LossReason.NumberChanged) || context.Asked is null
            || RecallTerms.Of(context.Asked with { On = fact.DeclaredOn }) is not { Protocol.LostAfter: { } recall } terms
            || LossRule.In(course, terms, fact.DeclaredOn) is not null)
        {
            yield break;
        }

        yield return Finding.Refusal(
            "LossBeforeRule", "declaredOn", fact.DeclaredOn,
            $"By {terms.Protocol.Id} he is lost once {recall} is over its latest day, every call for it failed and its letter was not answered. GET due-items shows the next step.");
    }
}
