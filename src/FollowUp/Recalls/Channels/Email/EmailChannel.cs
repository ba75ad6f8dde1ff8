using FollowUp.Directory;
using FollowUp.Patients.Facts;
using FollowUp.Recalls.Rules.Messages;

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
    public override IReadOnlyDictionary<Language, ReminderText> Texts { get; } = new Dictionary<Language, ReminderText>
    {
        [Language.Tr] = new(
            "Hatırlatma",
            """
            Merhaba,

            planlanan kontrolünüz için lütfen 09:00-17:00 arası {telephone} arayın.

            Mesaj almak istemiyorsanız İPTAL yazarak yanıtlayın.

            """),
        [Language.En] = new(
            "Reminder",
            """
            Hello,

            this is a reminder to call us about your planned check. Please ring {telephone} between 09:00 and 17:00.

            If you do not want any more messages, reply STOP.

            """),
    };

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
