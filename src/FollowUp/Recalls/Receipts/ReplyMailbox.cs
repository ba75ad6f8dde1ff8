using System.Net.Sockets;
using System.Security.Cryptography;
using FollowUp.Platform;
using FollowUp.Platform.Http;
using FollowUp.Platform.Store;
using FollowUp.Recalls.Sending;
using MailKit;
using MailKit.Net.Pop3;
using MailKit.Security;
using MimeKit;

namespace FollowUp.Recalls.Receipts;

/// <summary>
/// Reads the mailbox of replies by POP3: delivery reports, and replies by which a man asks for no more messages. A mail is deleted once what
/// it says is recorded. A mail that cannot be processed stays in the mailbox, is held, and delays none of the others.
/// </summary>
public sealed class ReplyMailbox(Replies replies, HeldMails held, IConfiguration configuration, StoreTime time, ILogger<ReplyMailbox> log)
{
    private const int MaximumMails = 500;

    // Twice what large providers accept, so a reply with photographs is read.
    private const int MaximumBytes = 50 * 1024 * 1024;

    private static readonly TimeSpan CommandTimeout = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan ReadingTimeout = TimeSpan.FromMinutes(5);

    /// <summary>Reads and processes the mails that have arrived, 500 at most. A mailbox that cannot be read is logged and read the next time.</summary>
    /// <returns>How many mails were processed.</returns>
    public async Task<int> ReadAsync(CancellationToken cancellationToken)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(ReadingTimeout);
        try
        {
            return await MailboxSettings.ReadAsync(configuration, timeout.Token) is { } mailbox ? await ReadAsync(mailbox, timeout.Token) : 0;
        }
        catch (Exception failed) when (IsMailboxFailure(failed) || (failed is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            log.LogWarning("The mailbox of replies could not be read: {Reason}", failed.GetType().Name);
            return 0;
        }
    }

    private async Task<int> ReadAsync(MailboxSettings mailbox, CancellationToken cancellationToken)
    {
        using var client = new Pop3Client { Timeout = (int)CommandTimeout.TotalMilliseconds };
        await client.ConnectAsync(mailbox.Host, mailbox.Port, mailbox.Security, cancellationToken);
        await client.AuthenticateAsync(mailbox.User, mailbox.Password, cancellationToken);
        try
        {
            return await ProcessAllAsync(client, cancellationToken);
        }
        finally
        {
            await QuitAsync(client);
        }
    }

    // The server deletes the marked mails only at QUIT, so it is sent even when reading failed.
    private static async Task QuitAsync(Pop3Client client)
    {
        if (client.IsConnected)
        {
            await client.DisconnectAsync(quit: true, CancellationToken.None);
        }
    }

    private async Task<int> ProcessAllAsync(Pop3Client client, CancellationToken cancellationToken)
    {
        var uids = client.Capabilities.HasFlag(Pop3Capabilities.UIDL) ? await client.GetMessageUidsAsync(cancellationToken) : null;
        var sizes = await client.GetMessageSizesAsync(cancellationToken);
        var seen = new HashSet<Guid>();
        var (started, processed) = (0, 0);
        for (var number = 0; number < client.Count; number++)
        {
            if (started == MaximumMails)
            {
                // The rest is read next time. Which held mails are still in the mailbox is known only after all were seen.
                return processed;
            }

            var mail = await IdentifyAsync(client, number, uids?[number], sizes[number], cancellationToken);
            seen.Add(mail.Id);
            if (!await held.BeginAsync(mail.Id, cancellationToken))
            {
                continue;
            }

            started++;
            if (await TryProcessAsync(client, mail, cancellationToken))
            {
                await client.DeleteMessageAsync(number, cancellationToken);
                await held.TakenAsync(mail.Id, cancellationToken);
                processed++;
            }
        }

        await held.KeepOnlyAsync(seen, cancellationToken);
        return processed;
    }

    // A server without unique ids (RFC 1939, UIDL) makes us read the mail to recognize it the next time.
    private static async Task<StoredMail> IdentifyAsync(Pop3Client client, int number, string? uid, int size, CancellationToken cancellationToken)
    {
        if (uid is not null)
        {
            return new(number, uid, size, Content: null);
        }

        if (size > MaximumBytes)
        {
            return new(number, $"size-{size}", size, Content: null);
        }

        var content = await DownloadAsync(client, number, cancellationToken);
        return new(number, Convert.ToHexString(SHA256.HashData(content)), size, content);
    }

    // Whatever is wrong with one mail, the next is processed. Only a failure of the mailbox or the database ends the reading.
    private async Task<bool> TryProcessAsync(Pop3Client client, StoredMail stored, CancellationToken cancellationToken)
    {
        try
        {
            if (stored.Size > MaximumBytes)
            {
                await held.FailAsync(stored.Id, "TooLarge", hold: true, cancellationToken);
                return false;
            }

            using var content = new MemoryStream(stored.Content ?? await DownloadAsync(client, stored.Number, cancellationToken));
            using var mail = await MimeMessage.LoadAsync(content, cancellationToken);
            if (await RecordAsync(new IncomingMail(mail), stored.Uid, cancellationToken))
            {
                return true;
            }

            await held.FailAsync(stored.Id, "OlderThanConsent", hold: true, cancellationToken);
        }
        catch (Exception failed) when (failed is not OperationCanceledException && !IsConnectionLost(failed) && !Problems.IsDatabaseAway(failed))
        {
            // Neither the mail nor the exception's message is logged: both may name a man.
            log.LogError("A mail in the mailbox of replies could not be processed: {Reason}", failed.GetType().Name);
            await held.FailAsync(stored.Id, failed.GetType().Name, hold: failed is FormatException, cancellationToken);
        }

        return false;
    }

    // False for a man who asks for no more messages in a mail older than his present consent: a person decides.
    private async Task<bool> RecordAsync(IncomingMail mail, string uid, CancellationToken cancellationToken)
    {
        if (mail.Report is { } report)
        {
            await replies.NoteAsync(new NoteReminder(report.ClaimId, report.Outcome, ReminderRound.Actor) { Reason = report.Reason }, cancellationToken);
            return true;
        }

        if (mail.OptOutText is not { } text)
        {
            return true;
        }

        var origin = mail.Origin(uid, time.GetCurrentInstant());
        return !(await replies.TakeAsync(text, mail.AnsweredClaim, mail.From, origin, cancellationToken)).PassedOver;
    }

    private static async Task<byte[]> DownloadAsync(Pop3Client client, int number, CancellationToken cancellationToken)
    {
        await using var stream = await client.GetStreamAsync(number, headersOnly: false, cancellationToken);
        using var buffer = new MemoryStream();
        await stream.CopyToAsync(buffer, cancellationToken);
        return buffer.ToArray();
    }

    private static bool IsMailboxFailure(Exception exception) =>
        IsConnectionLost(exception) || exception is AuthenticationException or SslHandshakeException or CommandException;

    private static bool IsConnectionLost(Exception exception) => exception is IOException or SocketException or ProtocolException or ServiceNotConnectedException;

    /// <summary>A mail in the mailbox.</summary>
    /// <param name="Number">Its number in this session, from 0.</param>
    /// <param name="Uid">What identifies it in every session.</param>
    /// <param name="Size">Its length in bytes.</param>
    /// <param name="Content">The mail itself, where it had to be read to identify it.</param>
    private sealed record StoredMail(int Number, string Uid, int Size, byte[]? Content)
    {
        public Guid Id { get; } = Ids.Of($"mail/{Uid}");
    }
}
