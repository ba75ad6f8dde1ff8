using System.Text.Json.Serialization;
using FollowUp.Course;
using FollowUp.Hormones.Facts;
using FollowUp.Patients.Facts;
using FollowUp.Recalls.Facts;
using NodaTime;

namespace FollowUp.Recalls.Rules.Items;

/// <summary>A recall of one operation on a given day.</summary>
/// <param name="Recall">Its key in the protocol.</param>
/// <param name="Kind">What closes it.</param>
/// <param name="ProcedureId">The operation whose clock it belongs to.</param>
/// <param name="PerformedOn">The day of that operation, from which the dates are counted.</param>
/// <param name="Earliest">The first day that counts, grace included.</param>
/// <param name="Due">The day it is due and the first reminder goes out.</param>
/// <param name="Latest">The last day it is in time, grace included.</param>
/// <param name="State">Its state on the day asked for.</param>
/// <param name="SatisfiedBy">The fact that closed it; null while it is not closed.</param>
/// <param name="EndedBy">What cancelled, superseded or lost it; null when nothing did.</param>
/// <param name="Attempts">Attempts for it that did not close it, in clinical order.</param>
/// <param name="Messages">The messages decided for it, in the order of their decision.</param>
/// <param name="Missing">Analytes of a hormone item without an eligible sample in its window; only testosterone keeps it open (R63).</param>
public sealed record DueItem(
    string Recall,
    RecallKind Kind,
    Guid ProcedureId,
    LocalDate PerformedOn,
    LocalDate Earliest,
    LocalDate Due,
    LocalDate Latest,
    DueState State,
    ClosingFact? SatisfiedBy,
    FollowUpEnd? EndedBy,
    IReadOnlyList<Attempt> Attempts,
    IReadOnlyList<DecidedMessage> Messages,
    IReadOnlyList<Analyte> Missing)
{
    /// <summary>Why it is asked of him; empty when it is asked of every man (R65).</summary>
    public IReadOnlyList<HeldGround> Grounds { get; init; } = [];

    /// <summary>The first day on which nothing closes it any more: the next item of its kind begins, or it has ended (R64, R67).</summary>
    [JsonIgnore]
    public LocalDate Until { get; init; }

    /// <summary>What is to be done next for it; null once it is closed or ended.</summary>
    public NextStep? Next { get; init; }

    /// <summary>The failed attempts since he was last reached.</summary>
    [JsonIgnore]
    public FailedCalls Tried { get; init; } = new(0, 0);

    /// <summary>Whether it still has to be done, now or later.</summary>
    [JsonIgnore]
    public bool IsOpen => State is DueState.Upcoming or DueState.Due or DueState.Overdue or DueState.Unreachable;
}

/// <summary>The fact that closed an item.</summary>
/// <param name="FactId">Its entry.</param>
/// <param name="On">Its day.</param>
public sealed record ClosingFact(Guid FactId, LocalDate On);

/// <summary>Something tried for an item that did not close it.</summary>
/// <param name="FactId">The entry.</param>
/// <param name="On">The day.</param>
/// <param name="Reached">True for a contact that got no answer about complications (R62), false for an attempt that reached nobody.</param>
public sealed record Attempt(Guid FactId, LocalDate On, bool Reached);

/// <summary>Failed attempts for an item since the man was last reached, as the protocol counts them.</summary>
/// <param name="Days">On how many different days.</param>
/// <param name="TimesOfDay">At how many different times of day; an attempt without a clock time has none.</param>
public sealed record FailedCalls(int Days, int TimesOfDay)
{
    /// <summary>The last of these days; null without one.</summary>
    public LocalDate? LastOn { get; init; }

    /// <summary>The day he was last reached; null when he was not.</summary>
    public LocalDate? ReachedOn { get; init; }

    /// <summary>Whether these are all the calls that the protocol asks for.</summary>
    public bool IsUnreachable(FailedAttempts limit) => Days >= limit.Days && TimesOfDay >= limit.TimesOfDay;
}

/// <summary>A message that was decided for an item.</summary>
/// <param name="FactId">The entry of the decision.</param>
/// <param name="Occurrence">Which message for the item it is, from 1.</param>
/// <param name="Channel">The channel.</param>
/// <param name="DecidedOn">The clinic's date of the decision.</param>
/// <param name="Outcome">Its outcome; null while it is being sent.</param>
/// <param name="Reason">Why it was not sent, or what the provider answered, as a code.</param>
public sealed record DecidedMessage(Guid FactId, int Occurrence, Channel Channel, LocalDate DecidedOn, ReminderOutcome? Outcome, string? Reason);

/// <summary>The state of an item.</summary>
public enum DueState
{
    /// <summary>Its earliest day has not come.</summary>
    Upcoming,

    /// <summary>From its earliest to its latest day (R61).</summary>
    Due,

    /// <summary>After its latest day (R61).</summary>
    Overdue,

    /// <summary>Closed within its window.</summary>
    Satisfied,

    /// <summary>Closed after its latest day and before the next item of its kind (R64).</summary>
    SatisfiedLate,

    /// <summary>A new operation took over (R67).</summary>
    Superseded,

    /// <summary>He died or withdrew (R67).</summary>
    Cancelled,

    /// <summary>He was declared lost to follow-up.</summary>
    Lost,

    /// <summary>Open, and every call that the protocol asks for failed since he was last reached, the letter after them too where it has one (domain 10).</summary>
    Unreachable,
}
