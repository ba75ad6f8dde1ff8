using NodaTime;

namespace FollowUp.Recalls.Rules.Protocols;

/// <summary>The nurse's call after 24 to 48 hours: pain, analgesics, wound, bleeding, fever, urine (V12, V13, V14).</summary>
public sealed class Contact24To48Hours : Recall
{
    /// <inheritdoc/>
    public override string Key => "CONTACT_24_48H";

    /// <inheritdoc/>
    public override int Since => 1;

    /// <inheritdoc/>
    public override RecallKind Kind => RecallKind.Contact;

    /// <inheritdoc/>
    public override Period Earliest { get; } = Period.FromDays(1);

    /// <inheritdoc/>
    public override Period Due { get; } = Period.FromDays(1);

    /// <inheritdoc/>
    public override Period Latest { get; } = Period.FromDays(3);
}
