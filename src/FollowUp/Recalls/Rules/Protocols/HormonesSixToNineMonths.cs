using FollowUp.Recalls.Rules.Messages;
using NodaTime;

namespace FollowUp.Recalls.Rules.Protocols;

/// <summary>LH, FSH and testosterone at 6 to 9 months, with 14 days of grace before and 30 after (the paper's protocol; R33, R63).</summary>
public sealed class HormonesSixToNineMonths : Recall
{
    /// <inheritdoc/>
    public override string Key => "HORMONE_6_9M";

    /// <inheritdoc/>
    public override int Since => 1;

    /// <inheritdoc/>
    public override RecallKind Kind => RecallKind.Hormone;

    /// <inheritdoc/>
    public override Period Earliest { get; } = Period.FromMonths(6) + Period.FromDays(-14);

    /// <inheritdoc/>
    public override Period Due { get; } = Period.FromMonths(6);

    /// <inheritdoc/>
    public override Period Latest { get; } = Period.FromMonths(9) + Period.FromDays(30);

    /// <inheritdoc/>
    public override bool Reminds => true;

    /// <inheritdoc/>
    public override ReminderTick Tick => ReminderTick.Hormones;
}
