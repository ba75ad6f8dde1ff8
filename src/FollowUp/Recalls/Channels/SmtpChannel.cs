using System.Net.Security;
using System.Net.Sockets;
using FollowUp.Patients.Rules.Facts;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace FollowUp.Recalls.Channels;

/// <summary>E-mail through a mail server.</summary>
/// <remarks>
/// What a lost connection means depends on how far it got: before the message's own bytes the server has certainly not got it;
/// from the first of them on it may have, whatever was heard since, unless the server itself said no.
/// </remarks>
public sealed class SmtpChannel(SmtpSettings settings) : IReminderChannel
{
    /// <inheritdoc/>
    public Channel Channel => Channel.Email;

    /// <inheritdoc/>
    public async Task<SendResult> SendAsync(RenderedReminder reminder, CancellationToken cancellationToken)
    {
        if (ReminderMail.Of(reminder, settings.From) is not { } mail)
        {
            return new(SendResultKind.Refused, Reason: "AddressUnusable");
        }

        using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limited.CancelAfter(settings.Timeout);
        using var client = new ReportingClient { Timeout = (int)settings.Timeout.TotalMilliseconds };
        if (settings.Certificate is { } certificate)
        {
            client.ServerCertificateValidationCallback = (_, shown, _, errors) => errors == SslPolicyErrors.None
                || (!errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch) && certificate.Equals(shown));
        }

        var begun = new Begun();
        try
        {
            await client.ConnectAsync(settings.Host, settings.Port, settings.Security, limited.Token);
            if (settings.User is not null)
            {
                await client.AuthenticateAsync(settings.User, settings.Password, limited.Token);
            }

            await client.SendAsync(mail, limited.Token, begun);
        }
        catch (SmtpCommandException refused)
        {
            return (int)refused.StatusCode >= 500
                ? new(SendResultKind.Refused, mail.MessageId, $"Smtp{(int)refused.StatusCode}")
                : new(SendResultKind.NotSent, mail.MessageId, $"Smtp{(int)refused.StatusCode}");
        }
        catch (Exception lost) when (IsConnection(lost))
        {
            return begun.Bytes > 0
                ? new(SendResultKind.Unknown, mail.MessageId, "ConnectionLost")
                : new(SendResultKind.NotSent, mail.MessageId, lost switch
                {
                    AuthenticationException => "SignInRefused",
                    SslHandshakeException => "CertificateRefused",
                    _ => "NoConnection",
                });
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

    private static bool IsConnection(Exception exception) => exception
        is IOException or SocketException or ProtocolException or ServiceNotConnectedException or ServiceNotAuthenticatedException
        or AuthenticationException or SslHandshakeException or OperationCanceledException or TimeoutException or NotSupportedException;

    /// <summary>Asks the servers on the way to report what they could not deliver (RFC 3461), naming the message by its own id.</summary>
    private sealed class ReportingClient : SmtpClient
    {
        protected override DeliveryStatusNotification? GetDeliveryStatusNotifications(MimeMessage message, MailboxAddress mailbox) =>
            DeliveryStatusNotification.Failure | DeliveryStatusNotification.Delay;

        protected override string GetEnvelopeId(MimeMessage message) => message.MessageId ?? "";
    }

    private sealed class Begun : ITransferProgress
    {
        public long Bytes { get; private set; }

        public void Report(long bytesTransferred, long totalSize) => Bytes = Math.Max(Bytes, bytesTransferred);

        public void Report(long bytesTransferred) => Bytes = Math.Max(Bytes, bytesTransferred);
    }
}
