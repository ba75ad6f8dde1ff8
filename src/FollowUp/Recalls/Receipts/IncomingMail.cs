using FollowUp.Recalls.Channels;
using FollowUp.Recalls.Channels.Email;
using FollowUp.Recalls.Rules.Messages;
using MimeKit;
using MimeKit.Text;
using MimeKit.Utils;
using NodaTime;

namespace FollowUp.Recalls.Receipts;

/// <summary>A mail from the mailbox of replies: a delivery report, or a man's reply.</summary>
/// <param name="mail">The mail.</param>
internal sealed class IncomingMail(MimeMessage mail)
{
    // The longest that mail servers try to deliver a mail (RFC 5321, 4.5.4.1).
    private static readonly Duration LongestDelivery = Duration.FromDays(5);

    /// <summary>What a mail server reports about one of our messages; null for any other mail.</summary>
    public DeliveryReport? Report => DeliveryReport.In(mail);

    /// <summary>The text or subject by which a man asks for no more messages; null when neither does.</summary>
    public string? OptOutText => new[] { Text, mail.Subject }.FirstOrDefault(text => text is not null && OptOut.Is(text, TextSettings.OptOutWords));

    /// <summary>The message of ours that it answers, where its headers name one.</summary>
    public Guid? AnsweredClaim => new[] { mail.InReplyTo }.Concat(mail.References.Reverse()).Select(ReminderMail.ClaimOf).FirstOrDefault(claim => claim is not null);

    /// <summary>The sender's address; null when there is none.</summary>
    public string? From => mail.From.Mailboxes.FirstOrDefault()?.Address;

    /// <summary>What distinguishes it from all other mails, however often it is read.</summary>
    /// <param name="uid">The mailbox's own id of it.</param>
    /// <param name="now">The time at which it is read.</param>
    public ReplyOrigin Origin(string uid, Instant now) => new($"mail/{uid}/{mail.MessageId}/{mail.Headers[HeaderId.Date]}", WrittenAt(now));

    private string? Text => mail.TextBody ?? (mail.HtmlBody is { } html ? new HtmlTextPreviewer().GetPreviewText(html) : null);

    // The sender's clock may be wrong by years. Their date counts as long as delivery can explain the time up to our server's date.
    private Instant WrittenAt(Instant now)
    {
        var received = ReceivedAt;
        var latest = received is { } at ? Instant.Min(now, at) : now;
        return SentAt is { } sent && sent <= latest && (!IsTraced || latest - sent <= LongestDelivery) ? sent : latest;
    }

    private bool IsTraced => mail.Headers[HeaderId.Received] is not null;

    private Instant? ReceivedAt => mail.Headers[HeaderId.Received] is { } trace ? DateIn(trace[(trace.LastIndexOf(';') + 1)..]) : null;

    private Instant? SentAt => mail.Headers[HeaderId.Date] is { } date ? DateIn(date) : null;

    private static Instant? DateIn(string text) => DateUtils.TryParse(text, out var date) ? Instant.FromDateTimeOffset(date) : null;
}
