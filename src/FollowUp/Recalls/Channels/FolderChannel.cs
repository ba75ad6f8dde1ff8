using System.Text;
using FollowUp.Patients.Facts;
using MimeKit;

namespace FollowUp.Recalls.Channels;

/// <summary>Writes messages to a folder where neither mail server nor gateway is configured; the files hold addresses and are for trying the product out.</summary>
public sealed class FolderChannel : IReminderChannel
{
    private readonly Channel _channel;
    private readonly string _folder;
    private readonly MailboxAddress _from;

    /// <summary>A channel into a folder, which is made when the first message comes.</summary>
    public FolderChannel(Channel channel, string folder, MailboxAddress from) => (_channel, _folder, _from) = (channel, folder, from);

    /// <inheritdoc/>
    public Channel Channel => _channel;

    /// <inheritdoc/>
    public async Task<SendResult> SendAsync(RenderedReminder reminder, CancellationToken cancellationToken)
    {
        var mail = _channel == Channel.Email ? ReminderMail.Of(reminder, _from) : null;
        if (_channel == Channel.Email && mail is null)
        {
            return new(SendResultKind.Refused, Reason: "AddressUnusable");
        }

        var file = Path.Combine(_folder, $"{reminder.ClaimId:N}.{(mail is null ? "txt" : "eml")}");
        var unfinished = $"{file}.part";
        try
        {
            System.IO.Directory.CreateDirectory(_folder);
            await using (var stream = File.Create(unfinished))
            {
                if (mail is null)
                {
                    await stream.WriteAsync(Encoding.UTF8.GetBytes($"{reminder.To}\n{reminder.Body}\n"), cancellationToken);
                }
                else
                {
                    await mail.WriteToAsync(stream, cancellationToken);
                }
            }

            if (!await reminder.Fence.PassAsync(cancellationToken))
            {
                File.Delete(unfinished);
                return new(SendResultKind.NotSent, mail?.MessageId, SendResult.Overtaken);
            }

            File.Move(unfinished, file, overwrite: true);
            return new(SendResultKind.Accepted, mail?.MessageId);
        }
        catch (Exception unwritten) when (unwritten is IOException or UnauthorizedAccessException or OperationCanceledException)
        {
            return new(SendResultKind.NotSent, mail?.MessageId, "FolderNotWritable") { ChannelFails = unwritten is not OperationCanceledException };
        }
    }
}
