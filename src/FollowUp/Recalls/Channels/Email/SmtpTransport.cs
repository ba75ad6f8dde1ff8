using System.Net.Security;
using System.Net.Sockets;
using FollowUp.Patients.Facts;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace FollowUp.Recalls.Channels.Email;

/// <summary>E-mail through a mail server.</summary>
/// <remarks>
/// If the connection is lost before the first byte of the message, the server has certainly not received it. After that byte the result is
/// uncertain, unless the server itself refused. A refused recipient or message means that this message failed. A refused sender or sign-in
/// means that the channel fails, whoever the message is for.
/// </remarks>
public sealed class SmtpTransport(SmtpSettings settings) : IMessageTransport
{
    /// <inheritdoc/>
    public Channel Channel => Channel.Email;

    /// <inheritdoc/>
    public string Name => "Channels.MailServer";

    /// <inheritdoc/>
    public async Task<SendResult> SendAsync(RenderedReminder reminder, CancellationToken cancellationToken)
    {
        if (ReminderMail.Of(reminder, settings.From) is not { } mail)
        {
            return new(SendResultKind.Refused, Reason: "AddressUnusable");
        }

        using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limited.CancelAfter(settings.Timeout);
        using var client = new ReportingClient(reminder.Fence) { Timeout = (int)settings.Timeout.TotalMilliseconds };
        if (settings.Certificate is { } certificate)
        {
            client.ServerCertificateValidationCallback = (_, shown, _, errors) => errors == SslPolicyErrors.None
                || (!errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch) && certificate.Equals(shown));
        }

        var begun = new Begun(reminder.Fence);
        var greeted = false;
        try
        {
            await client.ConnectAsync(settings.Host, settings.Port, settings.Security, limited.Token);
            if (settings.User is not null)
            {
                await client.AuthenticateAsync(settings.User, settings.Password, limited.Token);
            }

            greeted = true;
            await client.SendAsync(mail, limited.Token, begun);
        }
        catch (SmtpCommandException refused)
        {
            return Of(refused, greeted, mail.MessageId);
        }
        catch (OvertakenException)
        {
            return new(SendResultKind.NotSent, mail.MessageId, SendResult.Overtaken);
        }
        catch (Exception lost) when (IsConnection(lost))
        {
            return begun.Bytes > 0
                ? new(SendResultKind.Unknown, mail.MessageId, "ConnectionLost")
                : new(SendResultKind.NotSent, mail.MessageId, lost switch
                {
                    AuthenticationException => "SignInRefused",
                    SslHandshakeException => "CertificateRefused",
                    ServiceNotAuthenticatedException => "Smtp530",
                    _ => "NoConnection",
                })
                {
                    ChannelFails = lost is AuthenticationException or SslHandshakeException or ServiceNotAuthenticatedException,
                };
        }

        try
        {
            await client.DisconnectAsync(quit: true, limited.Token);
        }
        catch (Exception late) when (IsConnection(late))
        {
            // The server has accepted the message, so a failure of the connection after that does not matter.
        }

        return new(SendResultKind.Accepted, mail.MessageId);
    }

    // 530, 534, 535 and 538 (RFC 4954) refuse our sign-in, at whatever command they come, and never the recipient.
    private static SendResult Of(SmtpCommandException refused, bool greeted, string? messageId)
    {
        var (code, reason) = ((int)refused.StatusCode, $"Smtp{(int)refused.StatusCode}");
        return code switch
        {
            < 500 => new(SendResultKind.NotSent, messageId, reason),
            530 or 534 or 535 or 538 => new(SendResultKind.NotSent, messageId, reason) { ChannelFails = true },
            _ when refused.ErrorCode is SmtpErrorCode.RecipientNotAccepted or SmtpErrorCode.MessageNotAccepted => new(SendResultKind.Refused, messageId, reason),
            _ => new(SendResultKind.NotSent, messageId, reason) { ChannelFails = !greeted || refused.ErrorCode == SmtpErrorCode.SenderNotAccepted },
        };
    }

    private static bool IsConnection(Exception exception) => exception
        is IOException or SocketException or ProtocolException or ServiceNotConnectedException or ServiceNotAuthenticatedException
        or AuthenticationException or SslHandshakeException or OperationCanceledException or TimeoutException or NotSupportedException;

    /// <summary>Asks servers to report failed delivery (RFC 3461), with the message's own id.</summary>
    private sealed class ReportingClient(Fence fence) : SmtpClient
    {
        // The last answer before the message itself is sent. A connection can survive while this node is suspended, so the fence is asked here.
        protected override void OnRecipientAccepted(MimeMessage message, MailboxAddress mailbox, SmtpResponse response)
        {
            base.OnRecipientAccepted(message, mailbox, response);
            if (!fence.PassAsync(CancellationToken.None).GetAwaiter().GetResult())
            {
                throw new OvertakenException();
            }
        }

        protected override DeliveryStatusNotification? GetDeliveryStatusNotifications(MimeMessage message, MailboxAddress mailbox) =>
            DeliveryStatusNotification.Failure | DeliveryStatusNotification.Delay;

        protected override string GetEnvelopeId(MimeMessage message) => message.MessageId ?? "";
    }

    // A server discards a message without its final dot (RFC 5321, 4.1.1.4), so until then sending can be cancelled.
    private sealed class Begun(Fence fence) : ITransferProgress
    {
        public long Bytes { get; private set; }

        public void Report(long bytesTransferred, long totalSize) => Report(bytesTransferred);

        public void Report(long bytesTransferred)
        {
            fence.Hold();
            Bytes = Math.Max(Bytes, bytesTransferred);
        }
    }
}
