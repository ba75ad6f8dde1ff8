using FollowUp.Recalls.Rules.Messages;
using NodaTime;

namespace FollowUp.Recalls.Rules.Protocols;

/// <summary>
/// The review of complications at six weeks. The source paper follows complications for "at least six weeks", so a contact
/// before day 42 never closes it, and one that got no answer about complications neither (domain 1.6, R62).
/// </summary>
public sealed class ContactSixWeeks : Recall
{
    /// <inheritdoc/>
    public override string Key => "CONTACT_6W";

    /// <inheritdoc/>
    public override int Since => 1;

    /// <inheritdoc/>
    public override RecallKind Kind => RecallKind.Contact;

    /// <inheritdoc/>
    public override Period Earliest { get; } = Period.FromDays(42);

    /// <inheritdoc/>
    public override Period Due { get; } = Period.FromDays(42);

    /// <inheritdoc/>
    public override Period Latest { get; } = Period.FromDays(56);

    /// <inheritdoc/>
    public override bool AsksAboutComplications => true;

    /// <inheritdoc/>
    public override bool Reminds => true;

    /// <inheritdoc/>
    public override ReminderTick Tick => ReminderTick.SixWeeks;
}
