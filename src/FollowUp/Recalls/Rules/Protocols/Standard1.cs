using FollowUp.Recalls.Rules.Messages;
using NodaTime;

namespace FollowUp.Recalls.Rules.Protocols;

/// <summary>The first version: contacts to six weeks and hormones at 6 to 9 months.</summary>
public sealed class Standard1 : Protocol
{
    /// <inheritdoc/>
    public override int Version => 1;

    /// <inheritdoc/>
    public override string Source => "domain.md 1.6 and 10; rules.md R33, R59 to R69";

    /// <inheritdoc/>
    public override int Reminders => 2;

    /// <inheritdoc/>
    public override int DaysBetweenReminders => 14;

    /// <inheritdoc/>
    public override int LateReminderDays => 14;

    /// <inheritdoc/>
    public override SendingHours SendingHours { get; } = new(new LocalTime(9, 0), new LocalTime(20, 0), [IsoDayOfWeek.Sunday]);

    /// <inheritdoc/>
    public override FailedAttempts Unreachable { get; } = new(Days: 3, TimesOfDay: 2, new LocalTime(12, 0), new LocalTime(17, 0));
}
