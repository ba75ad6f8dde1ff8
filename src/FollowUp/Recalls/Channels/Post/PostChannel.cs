using FollowUp.Directory;
using FollowUp.Patients.Facts;

namespace FollowUp.Recalls.Channels.Post;

/// <summary>Letters by post. A person prints and posts them (<see cref="LetterPage"/>).</summary>
public sealed class PostChannel : MessageChannel
{
    /// <inheritdoc/>
    public override Channel Channel => Channel.Post;

    /// <inheritdoc/>
    public override bool IsLetter => true;

    /// <inheritdoc/>
    public override bool TakesReplies => false;

    /// <inheritdoc/>
    public override string? AddressOf(PatientIdentity man) => man.Address is { } address
        ? string.Join('\n', (string?[])[$"{man.GivenName} {man.FamilyName}", address.Lines, $"{address.PostalCode} {address.City}".Trim(), address.Country])
        : null;
}
