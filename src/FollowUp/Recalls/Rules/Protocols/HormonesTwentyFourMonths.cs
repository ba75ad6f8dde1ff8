using FollowUp.Recalls.Rules.Items;
using NodaTime;

namespace FollowUp.Recalls.Rules.Protocols;

/// <summary>
/// LH, FSH and testosterone at 24 months, 60 days to either side, in Klinefelter syndrome only: there testosterone takes about 26
/// months to return (domain 1.6 and 2.1; R33, R69).
/// </summary>
public sealed class HormonesTwentyFourMonths : Recall
{
    /// <inheritdoc/>
    public override string Key => "HORMONE_24M_KS";

    /// <inheritdoc/>
    public override int Since => 2;

    /// <inheritdoc/>
    public override RecallKind Kind => RecallKind.Hormone;

    /// <inheritdoc/>
    public override Period Earliest { get; } = Period.FromMonths(24) + Period.FromDays(-60);

    /// <inheritdoc/>
    public override Period Due { get; } = Period.FromMonths(24);

    /// <inheritdoc/>
    public override Period Latest { get; } = Period.FromMonths(24) + Period.FromDays(60);

    /// <inheritdoc/>
    public override IReadOnlyList<RecallGround> AskedFor { get; } = [RecallGround.Klinefelter];

    /// <inheritdoc/>
    public override bool Reminds => true;
}
