using FollowUp.Patients.Rules.Facts;
using MimeKit;

namespace FollowUp.Recalls.Channels;

/// <summary>Writes e-mails to a folder where no mail server is configured; the files hold addresses and are for trying the product out.</summary>
public sealed class FolderChannel : IReminderChannel
{
    private readonly string _folder;
    private readonly MailboxAddress _from;

    /// <summary>A channel into a folder, which is made when the first message comes.</summary>
    public FolderChannel(string folder, MailboxAddress from) => (_folder, _from) = (folder, from);

    /// <inheritdoc/>
    public Channel Channel => Channel.Email;

    /// <inheritdoc/>
    public async Task<SendResult> SendAsync(RenderedReminder reminder, CancellationToken cancellationToken)
    {
        if (ReminderMail.Of(reminder, _from) is not { } mail)
        {
            return new(SendResultKind.Refused, Reason: "AddressUnusable");
        }

        var file = Path.Combine(_folder, $"{reminder.ClaimId:N}.eml");
        var unfinished = $"{file}.part";
        try
        {
            Directory.CreateDirectory(_folder);
            await using (var stream = File.Create(unfinished))
            {
                await mail.WriteToAsync(stream, cancellationToken);
            }

            File.Move(unfinished, file, overwrite: true);
            return new(SendResultKind.Accepted, mail.MessageId);
        }
        catch (Exception unwritten) when (unwritten is IOException or UnauthorizedAccessException or OperationCanceledException)
        {
            return new(SendResultKind.NotSent, mail.MessageId, "FolderNotWritable");
        }
    }
}
