using FollowUp.Recalls.Rules.Items;
using FollowUp.Recalls.Rules.Messages;
using NodaTime;

namespace FollowUp.Recalls.Rules.Protocols;

/// <summary>
/// The second version: the 90-day contact for a clinic that adds it, hormones at 12, 18 and 24 months for the men who need them,
/// reminders that wait for a test already arranged, and the whole ladder of domain 10. Its second message comes a week after the first,
/// so that a nurse's calls begin within the windows.
/// </summary>
public sealed class Standard2 : Protocol
{
    /// <inheritdoc/>
    public override int Version => 2;

    /// <inheritdoc/>
    public override string Source => "domain.md 1.6 and 10; rules.md R33, R59 to R69, R77";

    /// <inheritdoc/>
    public override int Reminders => 2;

    /// <inheritdoc/>
    public override int DaysBetweenReminders => 7;

    /// <inheritdoc/>
    public override int LateReminderDays => 14;

    /// <inheritdoc/>
    public override SendingHours SendingHours { get; } = new(new LocalTime(9, 0), new LocalTime(20, 0), [IsoDayOfWeek.Sunday]);

    /// <inheritdoc/>
    public override FailedAttempts Unreachable { get; } = new(Days: 3, TimesOfDay: 2, new LocalTime(12, 0), new LocalTime(17, 0));

    /// <inheritdoc/>
    public override ArrangedTests ArrangedTests { get; } = new(DaysAfterOrder: 14, DaysForResult: 7, MessagesForMissed: 1);

    /// <inheritdoc/>
    public override int DaysBeforeCalls => 3;

    /// <inheritdoc/>
    public override int? DaysToAnswerLetter => 14;

    /// <inheritdoc/>
    public override string? LostAfter => "HORMONE_6_9M";
}
