using FollowUp.Course;
using FollowUp.Recalls.Facts;
using FollowUp.Recalls.Rules.Items;
using FollowUp.Recalls.Rules.Messages;
using NodaTime;

namespace FollowUp.Recalls.Rules;

/// <summary>The steps taken to reach a man for one item, in order (domain 10).</summary>
public enum Rung
{
    /// <summary>A message, first or further.</summary>
    Message,

    /// <summary>A nurse's call, on another day than those before and at different times of day.</summary>
    NurseCall,

    /// <summary>A letter, once the calls failed.</summary>
    Letter,

    /// <summary>No further step: he is unreachable for this item until he is reached.</summary>
    Unreachable,
}

/// <summary>What is to be done next for an open item.</summary>
/// <param name="Rung">The step.</param>
/// <param name="From">The first day on which it is to be done, or on which it holds.</param>
/// <param name="Done">How many are done: messages decided, or days with failed calls since he was last reached.</param>
/// <param name="Of">How many the protocol asks for.</param>
public sealed record NextStep(Rung Rung, LocalDate From, int Done, int Of);

/// <summary>Decides the next step, from messages to calls to the letter, by the attempts so far and the protocol's settings. After a man was reached it starts again at the calls.</summary>
internal static class Ladder
{
    /// <summary>The next step for an item; null once it is closed or ended.</summary>
    public static NextStep? Next(PatientCourse course, DueItem item, RecallTerms terms)
    {
        if (!item.IsOpen)
        {
            return null;
        }

        var protocol = terms.Protocol;
        var arranged = Arrangement.Of(course, item, protocol.ArrangedTests);
        var planned = Reminders.Next(course, item, terms);
        if (planned is not null && planned.Channel != ChannelRules.Letter)
        {
            return new(Rung.Message, planned.From, Reminders.Spent(item), Reminders.Allowed(arranged, protocol));
        }

        if (!item.Tried.IsUnreachable(protocol.Unreachable))
        {
            var last = item.Messages.Where(message => message.Channel != ChannelRules.Letter && message.Outcome != ReminderOutcome.Cancelled)
                .Select(message => (LocalDate?)message.DecidedOn).Max();
            LocalDate?[] notBefore = [item.Due, last?.PlusDays(protocol.DaysBeforeCalls), item.Tried.LastOn?.PlusDays(1), arranged.HeldUntil];
            return new(Rung.NurseCall, terms.SendingHours.NextOpenDay(notBefore.Max()!.Value), item.Tried.Days, protocol.Unreachable.Days);
        }

        if (planned is not null)
        {
            return new(Rung.Letter, planned.From, 0, 1);
        }

        return LetterSince(item) switch
        {
            null => new(Rung.Unreachable, item.Tried.LastOn ?? item.Due, 0, 0),
            { Outcome: null } waiting => new(Rung.Letter, waiting.DecidedOn, 0, 1),
            { Outcome: ReminderOutcome.Failed } returned => new(Rung.Unreachable, returned.DecidedOn, 0, 0),
            var posted => new(Rung.Unreachable, posted.DecidedOn.PlusDays(protocol.DaysToAnswerLetter ?? 0), 0, 0),
        };
    }

    /// <summary>When the letter is to go out: once, after calls that failed; null without one, or when he does not want post.</summary>
    public static LocalDate? LetterFrom(PatientCourse course, DueItem item, RecallTerms terms)
    {
        if (terms.Protocol.DaysToAnswerLetter is null || !Reminders.Reminds(terms.Protocol, item) || LetterSince(item) is not null
            || !item.Tried.IsUnreachable(terms.Protocol.Unreachable) || Reminders.BlockingGates(course, item, ChannelRules.Letter, terms).Any())
        {
            return null;
        }

        LocalDate?[] notBefore = [item.Due, item.Tried.LastOn?.PlusDays(1), Arrangement.Of(course, item, terms.Protocol.ArrangedTests).HeldUntil];
        return terms.SendingHours.NextOpenDay(notBefore.Max()!.Value);
    }

    // A letter sent before he was last reached does not count any more.
    private static DecidedMessage? LetterSince(DueItem item) => item.Messages.LastOrDefault(message =>
        message.Channel == ChannelRules.Letter && message.Outcome != ReminderOutcome.Cancelled && !(message.DecidedOn < item.Tried.ReachedOn));
}
