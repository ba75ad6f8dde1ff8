using FollowUp.Course;
using FollowUp.Patients.Facts;
using FollowUp.Recalls.Facts;
using FollowUp.Recalls.Rules.Items;
using NodaTime;

namespace FollowUp.Recalls.Rules.Messages;

/// <summary>When messages remind of an item, and the gates that a message passes when it is decided and again when it is sent.</summary>
public static class Reminders
{
    /// <summary>The next message for an item that is not yet decided; null when there is none any more, or a gate is closed.</summary>
    /// <remarks>
    /// The first message is on the due day. The next is some days after the decision on the one before, or on the day after a missed test. No
    /// message is sent before the operation and the consent were recorded, or while a test is arranged, and each is moved forward to an open
    /// day (R60, R61). After the messages and the nurse's calls comes the letter (<see cref="Rung"/>). The answer does not depend on today.
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

        if (BlockingGates(course, item, channel, terms).Any())
        {
            return null;
        }

        LocalDate?[] notBefore = [FirstOrNext(item, arranged, terms.Protocol), KnownOn(course, item.ProcedureId), arranged.HeldUntil];
        var from = terms.SendingHours.NextOpenDay(LocalDate.Max(item.Due, notBefore.Max()!.Value));
        return from > LastUsefulDay(item, terms.Protocol) ? null : new(item.Recall, item.ProcedureId, item.Messages.Count + 1, channel, from);
    }

    /// <summary>The closed gates of a message. It is sent when there are none.</summary>
    /// <param name="course">The course as it is now, not as it was when the message was planned.</param>
    /// <param name="items">The items of that course.</param>
    /// <param name="reminder">The message.</param>
    /// <param name="terms">The clinic's protocol, rule set and hours.</param>
    /// <param name="now">The instant of sending.</param>
    /// <param name="claim">The entry of the decision, if the message is decided and about to be sent.</param>
    public static IReadOnlyList<ClosedGate> ClosedGates(
        PatientCourse course, IEnumerable<DueItem> items, PlannedReminder reminder, RecallTerms terms, Instant now, Guid? claim = null)
    {
        if (items.FirstOrDefault(item => item.ProcedureId == reminder.ProcedureId && item.Recall == reminder.Recall) is not { } item)
        {
            return [new(Gate.NothingDue, reminder.ProcedureId)];
        }

        var closed = BlockingGates(course, item, reminder.Channel, terms).ToList();
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

        // A letter is the last step, so it is useful as long as the item is open.
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
        var preferences = Consents.Preferences(course)?.Fact;
        return terms.SendingHours.Within(preferences?.From, preferences?.Until);
    }

    /// <summary>The language of his messages; Turkish by default.</summary>
    public static Language LanguageFor(PatientCourse course) => Consents.Preferences(course)?.Fact.Language ?? Language.Tr;

    /// <summary>Whether a gate opens again by itself, so that a message waits and is not cancelled.</summary>
    public static bool Waits(Gate gate) => gate is Gate.QuietHour or Gate.Capped or Gate.Paused;

    /// <summary>Whether a gate means that the plan has changed, so that another message, or none, replaces this one.</summary>
    public static bool Supersedes(Gate gate) => gate is Gate.Superseded or Gate.NotYetDue or Gate.NothingDue or Gate.TestArranged;

    internal static bool Reminds(Protocol protocol, DueItem item) =>
        protocol.Recalls.Any(recall => recall.Reminds && recall.Key == item.Recall);

    internal static LocalDate LastUsefulDay(DueItem item, Protocol protocol) => item.Latest.PlusDays(protocol.LateReminderDays);

    /// <summary>The number of messages decided for an item, without letters and without cancelled messages.</summary>
    internal static int Spent(DueItem item) => item.Messages.Count(message => message.Outcome != ReminderOutcome.Cancelled && message.Channel != ChannelRules.Letter);

    /// <summary>The number of messages that an item may have: the protocol's, and those for missed tests.</summary>
    internal static int Allowed(Arrangement arranged, Protocol protocol) =>
        protocol.Reminders + Math.Min(arranged.Missed.Count, protocol.ArrangedTests.MessagesForMissed);

    private static LocalDate FirstOrNext(DueItem item, Arrangement arranged, Protocol protocol)
    {
        var last = item.Messages.LastOrDefault(message => message.Channel != ChannelRules.Letter)?.DecidedOn;
        var missed = arranged.Missed.Select(test => (LocalDate?)test.Fact.MissedOn).LastOrDefault();
        return missed is { } day && !(day < last) ? day.PlusDays(1) : last?.PlusDays(protocol.DaysBetweenReminders) ?? item.Due;
    }

    /// <summary>The channel for his messages: the first that he named and the program can send through, or the default one when he named none. Null when it can use none of his.</summary>
    internal static Channel? ChannelFor(PatientCourse course) => Consents.Preferences(course) is not { } preferences
        ? ChannelRules.Default
        : preferences.Fact.Channels.Where(ChannelRules.Automatic.Contains).Select(channel => (Channel?)channel).FirstOrDefault();

    /// <summary>The closed gates that depend neither on the hour nor on earlier decisions.</summary>
    internal static IEnumerable<ClosedGate> BlockingGates(PatientCourse course, DueItem item, Channel channel, RecallTerms terms) =>
        EndingGates(course, item).Concat(PreferenceGates(course, channel, terms));

    private static IEnumerable<ClosedGate> EndingGates(PatientCourse course, DueItem item)
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

        // A closed or superseded item does not show a later death or withdrawal, but there is no message after it.
        if (FollowUpEnd.Of(course) is { } gone && gone != item.EndedBy)
        {
            yield return new(gone.Kind == FollowUpEndKind.Died ? Gate.Died : Gate.Withdrew, gone.FactId);
        }
    }

    private static IEnumerable<ClosedGate> PreferenceGates(PatientCourse course, Channel channel, RecallTerms terms)
    {
        if (Consents.Reminders(course) is not { Fact.Consents: true })
        {
            yield return new(Gate.NoConsent, Consents.Reminders(course)?.Id);
        }

        if (Consents.Preferences(course) is { } preferences && !preferences.Fact.Channels.Contains(channel))
        {
            yield return new(Gate.ChannelNotAccepted, preferences.Id);
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

/// <summary>A planned message.</summary>
/// <param name="Recall">The item's key in the protocol.</param>
/// <param name="ProcedureId">The operation whose clock the item belongs to.</param>
/// <param name="Occurrence">Which message for this item, from 1.</param>
/// <param name="Channel">The channel.</param>
/// <param name="From">The first day on which it may be sent.</param>
public sealed record PlannedReminder(string Recall, Guid ProcedureId, int Occurrence, Channel Channel, LocalDate From);

/// <summary>Why a message is not sent.</summary>
/// <param name="Gate">The gate that is closed.</param>
/// <param name="FactId">The entry that closes it; null when a missing entry does.</param>
public sealed record ClosedGate(Gate Gate, Guid? FactId);

/// <summary>The gates of a message.</summary>
public enum Gate
{
    /// <summary>He has not consented to reminders, or no longer does. Without a statement there is no consent.</summary>
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

    /// <summary>The outcome of this message is already recorded.</summary>
    AlreadyReported,

    /// <summary>The item is not due yet, for instance after a correction of the surgery date.</summary>
    NotYetDue,

    /// <summary>It would be too late to be useful. A nurse takes over.</summary>
    TooLate,

    /// <summary>A test is ordered or booked.</summary>
    TestArranged,

    /// <summary>He does not accept the channel.</summary>
    ChannelNotAccepted,

    /// <summary>His hours and the clinic's do not overlap.</summary>
    NoSendingHour,

    /// <summary>Not at this hour: it waits for the next allowed one (R60).</summary>
    QuietHour,

    /// <summary>The item is no longer there, for instance because the operation was retracted.</summary>
    NothingDue,

    /// <summary>He has received the most messages that are allowed in this time: it waits.</summary>
    Capped,

    /// <summary>A person has paused sending, for the clinic or the installation: it waits.</summary>
    Paused,
}
