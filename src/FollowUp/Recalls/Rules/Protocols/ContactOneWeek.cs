using NodaTime;

namespace FollowUp.Recalls.Rules.Protocols;

/// <summary>The nurse's call after a week: pain, swelling, wound, work, the histology told (V14).</summary>
public sealed class ContactOneWeek : Recall
{
    /// <inheritdoc/>
    public override string Key => "CONTACT_1W";

    /// <inheritdoc/>
    public override int Since => 1;

    /// <inheritdoc/>
    public override RecallKind Kind => RecallKind.Contact;

    /// <inheritdoc/>
    public override Period Earliest { get; } = Period.FromDays(5);

    /// <inheritdoc/>
    public override Period Due { get; } = Period.FromDays(7);

    /// <inheritdoc/>
    public override Period Latest { get; } = Period.FromDays(10);
}
