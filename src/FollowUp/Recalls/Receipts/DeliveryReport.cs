using FollowUp.Recalls.Channels.Email;
using FollowUp.Recalls.Channels;
using FollowUp.Recalls.Facts;
using MimeKit;

namespace FollowUp.Recalls.Receipts;

/// <summary>A mail server's report that one of our e-mails was delivered or could not be (RFC 3464).</summary>
/// <param name="ClaimId">The message it is about.</param>
/// <param name="Outcome">Delivered or failed.</param>
/// <param name="Reason">The status as a code, for instance <c>Dsn5.1.1</c>; null when it was delivered.</param>
internal sealed record DeliveryReport(Guid ClaimId, ReminderOutcome Outcome, string? Reason)
{
    /// <summary>The report in a mail; null when it holds none, when it is about another's message, or when it only reports a delay.</summary>
    public static DeliveryReport? In(MimeMessage mail)
    {
        var parts = mail.BodyParts.ToList();
        return parts.OfType<MessageDeliveryStatus>().FirstOrDefault() is { } status
            && (ClaimNamedIn(status) ?? ClaimReturnedIn(parts)) is { } claimId
            && status.StatusGroups.FirstOrDefault(group => group["Action"] is not null) is { } recipient
            ? Of(claimId, recipient)
            : null;
    }

    private static DeliveryReport? Of(Guid claimId, HeaderList recipient) => (recipient["Action"] ?? "").Trim().ToLowerInvariant() switch
    {
        "failed" => new(claimId, ReminderOutcome.Failed, $"Dsn{ProviderId.CodeOf(recipient["Status"])}"),
        "delivered" => new(claimId, ReminderOutcome.Delivered, null),
        _ => null,
    };

    // Servers that know RFC 3461 repeat the envelope id that we sent.
    private static Guid? ClaimNamedIn(MessageDeliveryStatus status) =>
        status.StatusGroups.Select(group => ReminderMail.ClaimOf(group["Original-Envelope-Id"])).FirstOrDefault(id => id is not null);

    // Others return the message, or its headers.
    private static Guid? ClaimReturnedIn(List<MimeEntity> parts) => ReminderMail.ClaimOf(
        parts.OfType<MessagePart>().FirstOrDefault()?.Message?.MessageId
        ?? parts.OfType<TextPart>().Where(part => part.ContentType.IsMimeType("text", "rfc822-headers")).Select(MessageIdIn).FirstOrDefault());

    private static string? MessageIdIn(TextPart headers) => headers.Text.Split('\n')
        .FirstOrDefault(line => line.StartsWith("Message-ID:", StringComparison.OrdinalIgnoreCase))?.Split(':', 2)[1];
}
