using System.Text;
using MimeKit;

namespace FollowUp.Recalls.Channels.Email;

/// <summary>Reminders as e-mails.</summary>
internal static class ReminderMail
{
    /// <summary>The e-mail, the same bytes' worth however often it is made: its id is the claim's.</summary>
    /// <returns>Null when the man's address cannot be written to.</returns>
    public static MimeMessage? Of(RenderedReminder reminder, MailboxAddress from)
    {
        if (!MailboxAddress.TryParse(reminder.To, out var to))
        {
            return null;
        }

        var mail = new MimeMessage
        {
            MessageId = $"{reminder.ClaimId:N}@{from.Domain}",
            Date = reminder.At.ToDateTimeOffset(),
            Subject = reminder.Subject,
            Body = new TextPart("plain") { ContentTransferEncoding = ContentEncoding.QuotedPrintable },
        };
        ((TextPart)mail.Body).SetText(Encoding.UTF8, reminder.Body);
        mail.From.Add(from);
        mail.To.Add(to);

        // No answering machine is to answer a reminder (RFC 3834).
        mail.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");

        // A mail program's own button for it (RFC 2369): it writes the same word to the same address.
        mail.Headers.Add(HeaderId.ListUnsubscribe, $"<mailto:{from.Address}?subject=STOP>");
        return mail;
    }

    /// <summary>The message that a message id names; null when it is not one of ours.</summary>
    public static Guid? ClaimOf(string? messageId) =>
        messageId?.Trim().Trim('<', '>').Split('@') is [{ Length: 32 } claim, ..] && Guid.TryParseExact(claim, "N", out var id) ? id : null;
}
