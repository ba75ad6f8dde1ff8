using FollowUp.Course;
using FollowUp.Patients.Facts;
using FollowUp.Recalls.Facts;
using FollowUp.Recalls.Rules.Items;
using NodaTime;

namespace FollowUp.Recalls.Rules.Messages;

/// <summary>Which messages remind of an item and when, and the gates that a message passes when it is decided and again when it is sent.</summary>
public static class Reminders
{
    /// <summary>The next message for an item that is not yet decided; null when none is to go out any more, or a gate is closed.</summary>
    /// <remarks>
    /// The first on the due day, the next so many days after the decision on the one before or the day after a test was missed, never
    /// before the store knew of the operation and the consent nor while a test is arranged, and moved forward to an open day (R60, R61).
    /// Once the messages and the nurse's calls are spent, the letter (<see cref="Rung"/>). It does not depend on the day it is asked for.
    /// </remarks>
    public static PlannedReminder? Next(PatientCourse course, DueItem item, RecallTerms terms)
    {
        if (Message(course, item, terms) is { } message)
        {
            return message;
        }

        return Ladder.LetterFrom(course, item, terms) is { } from ? new(item.Recall, item.ProcedureId, item.Messages.Count + 1, ChannelRules.Letter, from) : null;
    }

    private static PlannedReminder? Message(PatientCourse course, DueItem item, RecallTerms terms)
    {
        var arranged = Arrangement.Of(course, item, terms.Protocol.ArrangedTests);
        if (!Reminds(terms.Protocol, item) || Spent(item) >= Allowed(arranged, terms.Protocol) || ChannelFor(course) is not { } channel)
        {
            return null;
        }

        if (Closing(course, item, channel, terms).Any())
        {
            return null;
        }

        LocalDate?[] notBefore = [FirstOrNext(item, arranged, terms.Protocol), KnownOn(course, item.ProcedureId), arranged.HeldUntil];
        var from = terms.SendingHours.NextOpenDay(LocalDate.Max(item.Due, notBefore.Max()!.Value));
        return from > LastUsefulDay(item, terms.Protocol) ? null : new(item.Recall, item.ProcedureId, item.Messages.Count + 1, channel, from);
    }

    /// <summary>The gates of a message, all that are closed; it goes out when none is.</summary>
    /// <param name="course">The course as it is now, not as it was when the message was planned.</param>
    /// <param name="items">The items of that course.</param>
    /// <param name="reminder">The message.</param>
    /// <param name="terms">What the clinic recalls by.</param>
    /// <param name="now">The instant it would go out.</param>
    /// <param name="claim">The entry of the decision, when it is taken already and the message is about to be handed over.</param>
    public static IReadOnlyList<ClosedGate> ClosedGates(
        PatientCourse course, IEnumerable<DueItem> items, PlannedReminder reminder, RecallTerms terms, Instant now, Guid? claim = null)
    {
        if (items.FirstOrDefault(item => item.ProcedureId == reminder.ProcedureId && item.Recall == reminder.Recall) is not { } item)
        {
            return [new(Gate.NothingDue, reminder.ProcedureId)];
        }

        var closed = Closing(course, item, reminder.Channel, terms).ToList();
        closed.AddRange(item.Messages
            .Where(message => message.Occurrence == reminder.Occurrence && message.Channel == reminder.Channel && message.FactId != claim)
            .Select(message => new ClosedGate(Gate.AlreadyDecided, message.FactId)));
        closed.AddRange(item.Messages
            .Where(message => message.FactId == claim && message.Outcome is not (null or ReminderOutcome.SendAgain))
            .Select(message => new ClosedGate(Gate.AlreadyReported, message.FactId)));

        var today = now.InZone(course.Zone).Date;
        if (today < item.Due)
        {
            closed.Add(new(Gate.NotYetDue, item.ProcedureId));
        }

        // A letter is sent because everything before it came to nothing: as long as the item is open it is of use.
        if (reminder.Channel != ChannelRules.Letter && today > LastUsefulDay(item, terms.Protocol))
        {
            closed.Add(new(Gate.TooLate, item.ProcedureId));
        }

        if (Arrangement.Of(course, item, terms.Protocol.ArrangedTests) is var arranged && today < arranged.HeldUntil)
        {
            closed.Add(new(Gate.TestArranged, arranged.HeldBy));
        }

        if (!terms.Protocol.Cap.Allows(course, today, claim))
        {
            closed.Add(new(Gate.Capped, null));
        }

        if (HoursFor(course, terms) is { Any: true } hours && !hours.Allow(now, course.Zone))
        {
            closed.Add(new(Gate.QuietHour, Consents.Preferences(course)?.Id));
        }

        return closed;
    }

    /// <summary>When messages may reach the man: the clinic's hours within his own.</summary>
    public static SendingHours HoursFor(PatientCourse course, RecallTerms terms)
    {
        var wishes = Consents.Preferences(course)?.Fact;
        return terms.SendingHours.Within(wishes?.From, wishes?.Until);
    }

    /// <summary>The language he is written to in; Turkish unless he said otherwise.</summary>
    public static Language LanguageFor(PatientCourse course) => Consents.Preferences(course)?.Fact.Language ?? Language.Tr;

    /// <summary>Whether a gate opens by itself with time, so that a message waits for it and is not given up.</summary>
    public static bool Waits(Gate gate) => gate is Gate.QuietHour or Gate.Capped or Gate.Paused;

    /// <summary>Whether a gate means that the plan has moved on and another message, or none, takes this one's place.</summary>
    public static bool Supersedes(Gate gate) => gate is Gate.Superseded or Gate.NotYetDue or Gate.NothingDue or Gate.TestArranged;

    internal static bool Reminds(Protocol protocol, DueItem item) =>
        protocol.Recalls.Any(recall => recall.Reminds && recall.Key == item.Recall);

    internal static LocalDate LastUsefulDay(DueItem item, Protocol protocol) => item.Latest.PlusDays(protocol.LateReminderDays);

    /// <summary>The messages decided for an item, letters apart; one that was cancelled never went out.</summary>
    internal static int Spent(DueItem item) => item.Messages.Count(message => message.Outcome != ReminderOutcome.Cancelled && message.Channel != ChannelRules.Letter);

    /// <summary>How many messages an item may have: the protocol's, and those that missed tests give.</summary>
    internal static int Allowed(Arrangement arranged, Protocol protocol) =>
        protocol.Reminders + Math.Min(arranged.Missed.Count, protocol.ArrangedTests.MessagesForMissed);

    private static LocalDate FirstOrNext(DueItem item, Arrangement arranged, Protocol protocol)
    {
        var last = item.Messages.LastOrDefault(message => message.Channel != ChannelRules.Letter)?.DecidedOn;
        var missed = arranged.Missed.Select(test => (LocalDate?)test.Fact.MissedOn).LastOrDefault();
        return missed is { } day && !(day < last) ? day.PlusDays(1) : last?.PlusDays(protocol.DaysBetweenReminders) ?? item.Due;
    }

    /// <summary>The channel for his messages: the first that he named and the program can send through, or the default one when he named none. Null when it can use none of his.</summary>
    internal static Channel? ChannelFor(PatientCourse course) => Consents.Preferences(course) is not { } wishes
        ? ChannelRules.Default
        : wishes.Fact.Channels.Where(ChannelRules.Automatic.Contains).Select(channel => (Channel?)channel).FirstOrDefault();

    /// <summary>The gates that are closed whatever the hour and whatever was decided before.</summary>
    internal static IEnumerable<ClosedGate> Closing(PatientCourse course, DueItem item, Channel channel, RecallTerms terms) =>
        Standing(course, item).Concat(Wishes(course, channel, terms));

    private static IEnumerable<ClosedGate> Standing(PatientCourse course, DueItem item)
    {
        if (item.EndedBy is { } end)
        {
            yield return new(end.Kind switch
            {
                FollowUpEndKind.Died => Gate.Died,
                FollowUpEndKind.Withdrew => Gate.Withdrew,
                FollowUpEndKind.Lost => Gate.LostToFollowUp,
                _ => Gate.Superseded,
            }, end.FactId);
        }

        if (item.SatisfiedBy is { } closing)
        {
            yield return new(Gate.AlreadySatisfied, closing.FactId);
        }

        // An operation's end of follow-up hides behind what closed the item or took it over; a dead man gets no message all the same.
        if (FollowUpEnd.Of(course) is { } gone && gone != item.EndedBy)
        {
            yield return new(gone.Kind == FollowUpEndKind.Died ? Gate.Died : Gate.Withdrew, gone.FactId);
        }
    }

    private static IEnumerable<ClosedGate> Wishes(PatientCourse course, Channel channel, RecallTerms terms)
    {
        if (Consents.Reminders(course) is not { Fact.Consents: true })
        {
            yield return new(Gate.NoConsent, Consents.Reminders(course)?.Id);
        }

        if (Consents.Preferences(course) is { } wishes && !wishes.Fact.Channels.Contains(channel))
        {
            yield return new(Gate.ChannelNotAccepted, wishes.Id);
        }

        if (!HoursFor(course, terms).Any)
        {
            yield return new(Gate.NoSendingHour, Consents.Preferences(course)?.Id);
        }
    }

    private static LocalDate? KnownOn(PatientCourse course, Guid procedureId) => new[] { course.Find(procedureId), Consents.Reminders(course)?.Entry }
        .OfType<Entry>()
        .Select(entry => (LocalDate?)entry.RecordedAt.InZone(course.Zone).Date)
        .Max();
}

/// <summary>A message that is to go out.</summary>
/// <param name="Recall">The item's key in the protocol.</param>
/// <param name="ProcedureId">The operation whose clock the item belongs to.</param>
/// <param name="Occurrence">Which message for this item, from 1.</param>
/// <param name="Channel">The channel.</param>
/// <param name="From">The first day it may go out.</param>
public sealed record PlannedReminder(string Recall, Guid ProcedureId, int Occurrence, Channel Channel, LocalDate From);

/// <summary>Why a message does not go out.</summary>
/// <param name="Gate">The gate that is closed.</param>
/// <param name="FactId">The entry that closes it; null when it is the want of one.</param>
public sealed record ClosedGate(Gate Gate, Guid? FactId);

/// <summary>The gates of a message.</summary>
public enum Gate
{
    /// <summary>He has not agreed to be reminded, or no longer does. No statement is no consent.</summary>
    NoConsent,

    /// <summary>He died.</summary>
    Died,

    /// <summary>He withdrew.</summary>
    Withdrew,

    /// <summary>He was declared lost to follow-up.</summary>
    LostToFollowUp,

    /// <summary>A contact or result has closed the item.</summary>
    AlreadySatisfied,

    /// <summary>A new operation took over.</summary>
    Superseded,

    /// <summary>The same message was decided before.</summary>
    AlreadyDecided,

    /// <summary>What came of this very message is recorded already.</summary>
    AlreadyReported,

    /// <summary>The item is not due yet, for instance after a correction of the surgery date.</summary>
    NotYetDue,

    /// <summary>It would come too late to be of use; a nurse sees to the item.</summary>
    TooLate,

    /// <summary>A test is ordered or booked, and its result is waited for.</summary>
    TestArranged,

    /// <summary>He does not accept the channel.</summary>
    ChannelNotAccepted,

    /// <summary>His hours and the clinic's have none in common.</summary>
    NoSendingHour,

    /// <summary>Not at this hour: it waits for the next allowed one (R60).</summary>
    QuietHour,

    /// <summary>The item is no longer there, for instance because the operation was retracted.</summary>
    NothingDue,

    /// <summary>He got as many messages in these days as one man may: it waits.</summary>
    Capped,

    /// <summary>A person has paused all sending, here or everywhere: it waits.</summary>
    Paused,
}
