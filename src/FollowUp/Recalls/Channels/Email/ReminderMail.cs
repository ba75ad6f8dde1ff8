using System.Text;
using MimeKit;

namespace FollowUp.Recalls.Channels.Email;

/// <summary>Reminders as e-mails.</summary>
internal static class ReminderMail
{
    /// <summary>The e-mail. Its message id is made from the ledger entry's id, so it is the same at every attempt.</summary>
    /// <returns>Null when the man's address is not an e-mail address.</returns>
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

        // Asks automatic responders not to answer (RFC 3834).
        mail.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");

        // The mail program's unsubscribe button (RFC 2369) sends the same word to the same address.
        mail.Headers.Add(HeaderId.ListUnsubscribe, $"<mailto:{from.Address}?subject=STOP>");
        return mail;
    }

    /// <summary>The ledger entry that a message id names; null when the message is not ours.</summary>
    public static Guid? ClaimOf(string? messageId) =>
        messageId?.Trim().Trim('<', '>').Split('@') is [{ Length: 32 } claim, ..] && Guid.TryParseExact(claim, "N", out var id) ? id : null;
}
