using System.Net.Sockets;
using System.Security.Cryptography;
using FollowUp.Platform;
using FollowUp.Platform.Http;
using FollowUp.Platform.Store;
using FollowUp.Recalls.Channels;
using FollowUp.Recalls.Channels.Email;
using FollowUp.Recalls.Facts;
using FollowUp.Recalls.Rules.Messages;
using FollowUp.Recalls.Sending;
using MailKit;
using MailKit.Net.Pop3;
using MailKit.Security;
using MimeKit;
using MimeKit.Text;
using MimeKit.Utils;
using NodaTime;

namespace FollowUp.Recalls.Receipts;

/// <summary>
/// Reads the mailbox that e-mails come from: what came back undelivered, and replies. It is a mailbox of its own, read by POP3; a message
/// is removed from it once what it says is recorded. One that cannot be taken stays in it, is held, and keeps back none behind it.
/// </summary>
public sealed class ReplyMailbox(Replies replies, HeldMails held, IConfiguration configuration, StoreTime time, ILogger<ReplyMailbox> log)
{
    private const int MostAtOnce = 500;

    // Twice what large providers take; a reply with photographs passes.
    private const int MostBytes = 50 * 1024 * 1024;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan WholePatience = TimeSpan.FromMinutes(5);

    // A mail is on its way for so long at most before it comes back (RFC 5321, 4.5.4.1).
    private static readonly Duration LongestWay = Duration.FromDays(5);

    /// <summary>Reads what has come in; a mailbox that cannot be read is read later.</summary>
    /// <returns>How many messages were taken.</returns>
    public async Task<int> ReadAsync(CancellationToken cancellationToken)
    {
        var section = configuration.GetSection("FollowUp:Mailbox");
        if (section["Host"] is not { Length: > 0 } host)
        {
            return 0;
        }

        using var client = new Pop3Client { Timeout = (int)Patience.TotalMilliseconds };
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(WholePatience);
        try
        {
            var security = section["Security"] == "None" ? SecureSocketOptions.None : SecureSocketOptions.SslOnConnect;
            await client.ConnectAsync(host, section.GetValue("Port", security == SecureSocketOptions.None ? 110 : 995), security, patience.Token);
            var password = section["PasswordFile"] is { Length: > 0 } file ? (await File.ReadAllTextAsync(file, patience.Token)).TrimEnd() : section["Password"] ?? "";
            await client.AuthenticateAsync(section["User"] ?? "", password, patience.Token);
            try
            {
                return await ReadAllAsync(client, patience.Token);
            }
            finally
            {
                // What is marked is gone with QUIT alone, so it is said however the reading ended.
                if (client.IsConnected)
                {
                    await client.DisconnectAsync(quit: true, CancellationToken.None);
                }
            }
        }
        catch (Exception away) when (BreaksOff(away) || away is AuthenticationException or SslHandshakeException or CommandException
            || (away is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            log.LogWarning("The mailbox of replies could not be read: {Reason}", away.GetType().Name);
            return 0;
        }
    }

    private async Task<int> ReadAllAsync(Pop3Client client, CancellationToken cancellationToken)
    {
        var names = client.Capabilities.HasFlag(Pop3Capabilities.UIDL) ? await client.GetMessageUidsAsync(cancellationToken) : null;
        var sizes = await client.GetMessageSizesAsync(cancellationToken);
        var there = new HashSet<Guid>();
        var (taken, read) = (0, 0);
        for (var number = 0; number < client.Count; number++)
        {
            if (read >= MostAtOnce)
            {
                // The others come next; which are there is not known without their names.
                return taken;
            }

            var raw = names is null && sizes[number] <= MostBytes ? await RawAsync(client, number, cancellationToken) : null;
            var name = names is not null ? names[number] : raw is null ? $"size-{sizes[number]}" : Convert.ToHexString(SHA256.HashData(raw));
            var id = Ids.Of($"mail/{name}");
            there.Add(id);
            if (!await held.BeginAsync(id, cancellationToken))
            {
                continue;
            }

            read++;
            if (await TakeAsync(client, number, name, id, raw, sizes[number], cancellationToken))
            {
                await client.DeleteMessageAsync(number, cancellationToken);
                await held.TakenAsync(id, cancellationToken);
                taken++;
            }
        }

        await held.KeepOnlyAsync(there, cancellationToken);
        return taken;
    }

    // Whatever one mail does, the next is read; only what says that the mailbox or the database is away ends the reading.
    private async Task<bool> TakeAsync(Pop3Client client, int number, string name, Guid id, byte[]? raw, int size, CancellationToken cancellationToken)
    {
        try
        {
            if (size > MostBytes)
            {
                await held.FailAsync(id, "TooLarge", hold: true, cancellationToken);
                return false;
            }

            using var stream = new MemoryStream(raw ?? await RawAsync(client, number, cancellationToken));
            using var mail = await MimeMessage.LoadAsync(stream, cancellationToken);
            if (await TakeAsync(mail, name, cancellationToken))
            {
                return true;
            }

            await held.FailAsync(id, "OlderThanConsent", hold: true, cancellationToken);
            return false;
        }
        catch (Exception failed) when (!BreaksOff(failed) && failed is not OperationCanceledException && !Problems.IsDatabaseAway(failed))
        {
            // Neither the message nor the exception's words: both may name a man.
            log.LogError("A mail in the mailbox of replies could not be taken: {Reason}", failed.GetType().Name);
            await held.FailAsync(id, failed.GetType().Name, hold: failed is FormatException, cancellationToken);
            return false;
        }
    }

    private static async Task<byte[]> RawAsync(Pop3Client client, int number, CancellationToken cancellationToken)
    {
        await using var stream = await client.GetStreamAsync(number, headersOnly: false, cancellationToken);
        using var buffer = new MemoryStream();
        await stream.CopyToAsync(buffer, cancellationToken);
        return buffer.ToArray();
    }

    private static bool BreaksOff(Exception exception) => exception is IOException or SocketException or ProtocolException or ServiceNotConnectedException;

    /// <summary>Takes one message: what came back, or a reply.</summary>
    /// <param name="mail">The message.</param>
    /// <param name="name">What tells it from the mailbox's others whenever it is read.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>False when it wants no more messages and is older than the consent that stands.</returns>
    public async Task<bool> TakeAsync(MimeMessage mail, string name, CancellationToken cancellationToken)
    {
        if (Bounce.Of(mail) is { } bounce)
        {
            await replies.NoteAsync(
                new NoteReminder(bounce.ClaimId, bounce.Outcome, ReminderRound.Actor) { Reason = bounce.Reason }, cancellationToken);
            return true;
        }

        var answered = new[] { mail.InReplyTo }.Concat(mail.References.Reverse()).Select(ReminderMail.ClaimOf).FirstOrDefault(claim => claim is not null);
        var from = mail.From.Mailboxes.FirstOrDefault()?.Address;
        var origin = new ReplyOrigin($"mail/{name}/{mail.MessageId}/{mail.Headers[HeaderId.Date]}", WrittenAt(mail));
        foreach (var text in (string?[])[mail.TextBody ?? (mail.HtmlBody is { } html ? new HtmlTextPreviewer().GetPreviewText(html) : null), mail.Subject])
        {
            if (text is not null && OptOut.Is(text))
            {
                return !(await replies.TakeAsync(text, answered, from, origin, cancellationToken)).PassedOver;
            }
        }

        return true;
    }

    // When our own server received it; the man's clock may be wrong by years, but as long as it can be the way that it took, he wrote it then.
    private Instant WrittenAt(MimeMessage mail)
    {
        var now = time.GetCurrentInstant();
        var received = mail.Headers[HeaderId.Received] is { } trace && DateUtils.TryParse(trace[(trace.LastIndexOf(';') + 1)..], out var at) ? Instant.Min(now, Instant.FromDateTimeOffset(at)) : now;
        return mail.Headers[HeaderId.Date] is { } date && DateUtils.TryParse(date, out var said) && Instant.FromDateTimeOffset(said) is var written
            && written <= received && (mail.Headers[HeaderId.Received] is null || received - written <= LongestWay)
            ? written
            : received;
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
