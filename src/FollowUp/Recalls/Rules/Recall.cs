using FollowUp.Contacts.Facts;
using FollowUp.Recalls.Rules.Items;
using FollowUp.Recalls.Rules.Messages;
using NodaTime;

namespace FollowUp.Recalls.Rules;

/// <summary>
/// One item of the schedule after an operation: when it is due, and what closes it. A new recall is one file of this kind in
/// the folder <c>Protocols</c>.
/// </summary>
/// <remarks>
/// Windows are periods after the day of surgery, in local calendar days, never hours; months are added first, then days
/// (R33, R59), which is how NodaTime adds a period to a date. Immutable once a clinic runs on it: a changed window is a new
/// recall of the same key in a later protocol version.
/// </remarks>
public abstract class Recall
{
    /// <summary>Its key, as facts, reminders and lists name it, for instance <c>CONTACT_6W</c>.</summary>
    public abstract string Key { get; }

    /// <summary>The protocol version it came with; it belongs to that one and to those after it.</summary>
    public abstract int Since { get; }

    /// <summary>What closes it.</summary>
    public abstract RecallKind Kind { get; }

    /// <summary>From the day of surgery to the first day that counts, grace included.</summary>
    public abstract Period Earliest { get; }

    /// <summary>From the day of surgery to the day it is due and the first reminder goes out.</summary>
    public abstract Period Due { get; }

    /// <summary>From the day of surgery to the last day it is in time, grace included.</summary>
    public abstract Period Latest { get; }

    /// <summary>Whether a contact closes it only when the man answered the question about complications (R62).</summary>
    public virtual bool AsksAboutComplications => false;

    /// <summary>Whether a contact of the right day closes it: any that reached him, or one that got an answer about complications (R62).</summary>
    public bool IsClosedBy(ContactMade contact) => !AsksAboutComplications
        || contact.Complications is ComplicationAnswer.None or ComplicationAnswer.Some or ComplicationAnswer.Refused;

    /// <summary>Whether every man gets it only if the clinic adds it to its protocol.</summary>
    public virtual bool IsOptional => false;

    /// <summary>The grounds for it, of which one is enough; empty when it needs none.</summary>
    public virtual IReadOnlyList<RecallGround> AskedFor => [];

    /// <summary>Whether every man gets it.</summary>
    public bool IsForEveryMan => !IsOptional && AskedFor.Count == 0;

    /// <summary>Whether messages remind the man of it; otherwise it is only on the worklist, for a nurse.</summary>
    public virtual bool Reminds => false;

    /// <summary>The job that sends its first message.</summary>
    public virtual ReminderTick Tick => ReminderTick.Attempts;
}

/// <summary>What closes a recall.</summary>
public enum RecallKind
{
    /// <summary>A contact. Which answers close it is the recall's own rule (R62).</summary>
    Contact,

    /// <summary>An eligible testosterone result (R63).</summary>
    Hormone,
}
