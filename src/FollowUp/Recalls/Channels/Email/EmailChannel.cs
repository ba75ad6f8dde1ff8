using FollowUp.Directory;
using FollowUp.Patients.Facts;

namespace FollowUp.Recalls.Channels.Email;

/// <summary>E-mail, through a mail server or, without one, into a folder.</summary>
public sealed class EmailChannel : MessageChannel
{
    /// <inheritdoc/>
    public override Channel Channel => Channel.Email;

    /// <inheritdoc/>
    public override bool IsDefault => true;

    /// <inheritdoc/>
    public override string AddressInput => "email";

    /// <inheritdoc/>
    public override string AddressLabel => "Channels.ToMail";

    /// <inheritdoc/>
    public override string? AddressOf(PatientIdentity man) => man.Email;

    /// <inheritdoc/>
    public override (string Setting, TimeSpan Timeout)? TimeoutIn(IConfiguration configuration) =>
        SmtpSettings.Read(configuration) is { } smtp ? ("FollowUp:Smtp:TimeoutSeconds", smtp.Timeout) : null;

    /// <inheritdoc/>
    public override IMessageTransport Transport(IConfiguration configuration, IServiceProvider services)
    {
        if (SmtpSettings.Read(configuration) is { } smtp)
        {
            return new SmtpTransport(smtp);
        }

        var folder = FolderTransport.FolderIn(configuration);
        services.GetRequiredService<ILogger<EmailChannel>>()
            .LogInformation("No mail server is configured (FollowUp:Smtp:Host): reminders are written to {Folder}", folder);
        var from = SmtpSettings.SenderOf(configuration);
        return new FolderTransport(Channel, folder, reminder => ReminderMail.Of(reminder, from) is { } mail
            ? new MessageFile("eml", (stream, cancellationToken) => mail.WriteToAsync(stream, cancellationToken), mail.MessageId)
            : null);
    }
}
