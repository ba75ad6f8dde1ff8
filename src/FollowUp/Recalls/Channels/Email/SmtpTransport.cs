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
/// What a lost connection means depends on how far it got: before the message's own bytes the server has certainly not got it;
/// from the first of them on it may have, whatever was heard since, unless the server itself said no. What a no means depends on whom it is
/// said to: a recipient or a message that is refused for good has failed; a sender or a sign-in that is refused says nothing of the man.
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
            // It has been accepted; how the line went down afterwards changes nothing.
        }

        return new(SendResultKind.Accepted, mail.MessageId);
    }

    // Nobody asks for a sign-in because of the man: 530, 534, 535 and 538 (RFC 4954) are about us wherever they come.
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

    /// <summary>Asks the servers on the way to report what they could not deliver (RFC 3461), naming the message by its own id.</summary>
    private sealed class ReportingClient(Fence fence) : SmtpClient
    {
        // The last that is heard before the message's own bytes. A connection outlives a node that stands still.
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

    // A message without its final dot is none (RFC 5321, 4.1.1.4): until then it can still be broken off.
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
