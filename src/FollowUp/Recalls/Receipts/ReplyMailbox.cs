using System.Net.Sockets;
using FollowUp.Patients.Rules.Facts;
using FollowUp.Recalls.Channels;
using FollowUp.Recalls.Sending;
using MailKit;
using MailKit.Net.Pop3;
using MailKit.Security;
using MimeKit;

namespace FollowUp.Recalls.Receipts;

/// <summary>
/// Reads the mailbox that e-mails come from: what came back undelivered, and replies. It is a mailbox of its own, read by POP3; a message
/// is removed from it once what it says is recorded.
/// </summary>
public sealed class ReplyMailbox(Replies replies, IConfiguration configuration, ILogger<ReplyMailbox> log)
{
    private const int MostAtOnce = 500;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Reads what has come in; a mailbox that cannot be read is read later.</summary>
    /// <returns>How many messages were read.</returns>
    public async Task<int> ReadAsync(CancellationToken cancellationToken)
    {
        var section = configuration.GetSection("FollowUp:Mailbox");
        if (section["Host"] is not { Length: > 0 } host)
        {
            return 0;
        }

        using var client = new Pop3Client { Timeout = (int)Patience.TotalMilliseconds };
        var read = 0;
        try
        {
            var security = section["Security"] == "None" ? SecureSocketOptions.None : SecureSocketOptions.SslOnConnect;
            await client.ConnectAsync(host, section.GetValue("Port", security == SecureSocketOptions.None ? 110 : 995), security, cancellationToken);
            var password = section["PasswordFile"] is { Length: > 0 } file ? (await File.ReadAllTextAsync(file, cancellationToken)).TrimEnd() : section["Password"] ?? "";
            await client.AuthenticateAsync(section["User"] ?? "", password, cancellationToken);
            for (; read < Math.Min(client.Count, MostAtOnce); read++)
            {
                await TakeAsync(await client.GetMessageAsync(read, cancellationToken), cancellationToken);
                await client.DeleteMessageAsync(read, cancellationToken);
            }

            await client.DisconnectAsync(quit: true, cancellationToken);
        }
        catch (Exception away) when (away is IOException or SocketException or ProtocolException or AuthenticationException or SslHandshakeException or CommandException)
        {
            log.LogWarning("The mailbox of replies could not be read: {Reason}", away.GetType().Name);
        }

        return read;
    }

    /// <summary>Takes one message: what came back, or a reply.</summary>
    public async Task TakeAsync(MimeMessage mail, CancellationToken cancellationToken)
    {
        if (Bounce.Of(mail) is { } bounce)
        {
            await replies.NoteAsync(
                new NoteReminder(bounce.ClaimId, bounce.Outcome, ReminderRound.Actor) { Reason = bounce.Reason }, cancellationToken);
            return;
        }

        var answered = new[] { mail.InReplyTo }.Concat(mail.References.Reverse()).Select(ReminderMail.ClaimOf).FirstOrDefault(claim => claim is not null);
        var from = mail.From.Mailboxes.FirstOrDefault()?.Address;
        foreach (var text in (string?[])[mail.TextBody, mail.Subject])
        {
            if (text is not null && await replies.TakeAsync(text, answered, from, cancellationToken) > 0)
            {
                return;
            }
        }
    }
}

/// <summary>A report that an e-mail was or could not be delivered (RFC 3464).</summary>
/// <param name="ClaimId">The message.</param>
/// <param name="Outcome">Delivered or failed.</param>
/// <param name="Reason">The status as a code, for instance <c>Dsn5.1.1</c>.</param>
public sealed record Bounce(Guid ClaimId, ReminderOutcome Outcome, string? Reason)
{
    /// <summary>The report that a message is; null when it is none, is not about one of ours, or only says that it takes longer.</summary>
    public static Bounce? Of(MimeMessage mail)
    {
        var parts = mail.BodyParts.ToList();
        if (parts.OfType<MessageDeliveryStatus>().FirstOrDefault() is not { } status)
        {
            return null;
        }

        var original = parts.OfType<MessagePart>().FirstOrDefault()?.Message?.MessageId
            ?? parts.OfType<TextPart>().Where(part => part.ContentType.IsMimeType("text", "rfc822-headers")).Select(IdIn).FirstOrDefault();
        var claim = status.StatusGroups.Select(group => ReminderMail.ClaimOf(group["Original-Envelope-Id"])).FirstOrDefault(id => id is not null)
            ?? ReminderMail.ClaimOf(original);
        var recipient = status.StatusGroups.FirstOrDefault(group => group["Action"] is not null);
        return claim is not { } claimId || recipient is null ? null : (recipient["Action"] ?? "").Trim().ToLowerInvariant() switch
        {
            "failed" => new(claimId, ReminderOutcome.Failed, $"Dsn{ProviderId.CodeOf(recipient["Status"])}"),
            "delivered" => new(claimId, ReminderOutcome.Delivered, null),
            _ => null,
        };
    }

    private static string? IdIn(TextPart headers) => headers.Text.Split('\n')
        .FirstOrDefault(line => line.StartsWith("Message-ID:", StringComparison.OrdinalIgnoreCase))?.Split(':', 2)[1];
}
