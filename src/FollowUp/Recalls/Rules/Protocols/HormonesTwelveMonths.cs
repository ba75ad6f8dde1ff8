using FollowUp.Recalls.Rules.Items;
using NodaTime;

namespace FollowUp.Recalls.Rules.Protocols;

/// <summary>LH, FSH and testosterone at 12 months, 45 days to either side (V15, V16, V17; R33), for those whom R65 names.</summary>
public sealed class HormonesTwelveMonths : Recall
{
    /// <inheritdoc/>
    public override string Key => "HORMONE_12M";

    /// <inheritdoc/>
    public override int Since => 2;

    /// <inheritdoc/>
    public override RecallKind Kind => RecallKind.Hormone;

    /// <inheritdoc/>
    public override Period Earliest { get; } = Period.FromMonths(12) + Period.FromDays(-45);

    /// <inheritdoc/>
    public override Period Due { get; } = Period.FromMonths(12);

    /// <inheritdoc/>
    public override Period Latest { get; } = Period.FromMonths(12) + Period.FromDays(45);

    /// <inheritdoc/>
    public override bool IsOptional => true;

    /// <inheritdoc/>
    public override IReadOnlyList<RecallGround> AskedFor { get; } =
    [
        RecallGround.Klinefelter, RecallGround.AbnormalLH, RecallGround.LowTestosterone, RecallGround.FallenTestosterone,
        RecallGround.SixToNineMonthsMissed,
    ];

    /// <inheritdoc/>
    public override bool Reminds => true;
}
