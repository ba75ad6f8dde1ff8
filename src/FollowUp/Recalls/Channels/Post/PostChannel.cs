using FollowUp.Directory;
using FollowUp.Patients.Facts;
using FollowUp.Recalls.Rules.Messages;

namespace FollowUp.Recalls.Channels.Post;

/// <summary>Letters by post. A person prints and posts them (<see cref="Letter"/>).</summary>
public sealed class PostChannel : MessageChannel
{
    /// <inheritdoc/>
    public override Channel Channel => Channel.Post;

    /// <inheritdoc/>
    public override bool IsLetter => true;

    /// <inheritdoc/>
    public override bool TakesReplies => false;

    /// <inheritdoc/>
    public override IReadOnlyDictionary<Language, ReminderText> Texts { get; } = new Dictionary<Language, ReminderText>
    {
        [Language.Tr] = new(
            "Hatırlatma",
            """
            Merhaba,

            size ulaşamadık. Planlanan kontrolünüz için lütfen 09:00-17:00 arası {telephone} arayın.

            Bu tür mektuplar almak istemiyorsanız aradığınızda söylemeniz yeterlidir.
            """),
        [Language.En] = new(
            "Reminder",
            """
            Hello,

            we could not reach you. Please ring {telephone} between 09:00 and 17:00 about your planned check.

            If you do not want any more letters, please tell us when you ring.
            """),
    };

    /// <inheritdoc/>
    public override string? AddressOf(PatientIdentity man) => man.Address is { } address
        ? string.Join('\n', (string?[])[$"{man.GivenName} {man.FamilyName}", address.Lines, $"{address.PostalCode} {address.City}".Trim(), address.Country])
        : null;
}
