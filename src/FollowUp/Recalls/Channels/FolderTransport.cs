using System.Text;
using FollowUp.Patients.Facts;

namespace FollowUp.Recalls.Channels;

/// <summary>Writes messages to a folder where no server is configured, for trying the product out. The files hold addresses.</summary>
/// <param name="channel">The channel.</param>
/// <param name="folder">The folder; it is created with the first message.</param>
/// <param name="fileOf">The file for a message; null when the man's address is unusable.</param>
public sealed class FolderTransport(Channel channel, string folder, Func<RenderedReminder, MessageFile?> fileOf) : IMessageTransport
{
    /// <inheritdoc/>
    public Channel Channel => channel;

    /// <inheritdoc/>
    public string Name => "Channels.Folder";

    /// <summary>The folder for trying the product out, <c>FollowUp:Outbox</c>.</summary>
    public static string FolderIn(IConfiguration configuration) =>
        Path.GetFullPath(configuration["FollowUp:Outbox"] ?? Path.Combine(AppContext.BaseDirectory, "outbox"));

    /// <inheritdoc/>
    public async Task<SendResult> SendAsync(RenderedReminder reminder, CancellationToken cancellationToken)
    {
        if (fileOf(reminder) is not { } file)
        {
            return new(SendResultKind.Refused, Reason: "AddressUnusable");
        }

        var path = Path.Combine(folder, $"{reminder.ClaimId:N}.{file.Extension}");
        var unfinished = $"{path}.part";
        try
        {
            System.IO.Directory.CreateDirectory(folder);
            await using (var stream = File.Create(unfinished))
            {
                await file.WriteAsync(stream, cancellationToken);
            }

            if (!await reminder.Fence.PassAsync(cancellationToken))
            {
                File.Delete(unfinished);
                return new(SendResultKind.NotSent, file.MessageId, SendResult.Overtaken);
            }

            File.Move(unfinished, path, overwrite: true);
            return new(SendResultKind.Accepted, file.MessageId);
        }
        catch (Exception unwritten) when (unwritten is IOException or UnauthorizedAccessException or OperationCanceledException)
        {
            return new(SendResultKind.NotSent, file.MessageId, "FolderNotWritable") { ChannelFails = unwritten is not OperationCanceledException };
        }
    }
}

/// <summary>A message as a file.</summary>
/// <param name="Extension">Its extension, without the dot.</param>
/// <param name="WriteAsync">Writes its content.</param>
/// <param name="MessageId">The id in it, if it has one.</param>
public sealed record MessageFile(string Extension, Func<Stream, CancellationToken, Task> WriteAsync, string? MessageId = null)
{
    /// <summary>A file of plain text.</summary>
    public static MessageFile Text(string text) => new("txt", (stream, cancellationToken) => stream.WriteAsync(Encoding.UTF8.GetBytes(text), cancellationToken).AsTask());
}
