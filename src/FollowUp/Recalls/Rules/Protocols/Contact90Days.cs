using NodaTime;

namespace FollowUp.Recalls.Rules.Protocols;

/// <summary>The review of complications and chronic pain at 90 days, which closes the 90-day window (domain 1.6, R62); optional.</summary>
public sealed class Contact90Days : Recall
{
    /// <inheritdoc/>
    public override string Key => "CONTACT_90D";

    /// <inheritdoc/>
    public override int Since => 2;

    /// <inheritdoc/>
    public override RecallKind Kind => RecallKind.Contact;

    /// <inheritdoc/>
    public override Period Earliest { get; } = Period.FromDays(83);

    /// <inheritdoc/>
    public override Period Due { get; } = Period.FromDays(90);

    /// <inheritdoc/>
    public override Period Latest { get; } = Period.FromDays(104);

    /// <inheritdoc/>
    public override bool IsOptional => true;

    /// <inheritdoc/>
    public override bool AsksAboutComplications => true;

    /// <inheritdoc/>
    public override bool Reminds => true;
}
