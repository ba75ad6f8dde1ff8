using FollowUp.Access;
using FollowUp.Course;
using FollowUp.Directory;
using FollowUp.Patients.Facts;
using FollowUp.Recalls.Channels.Email;
using FollowUp.Recalls.Rules.Messages;
using NodaTime;

namespace FollowUp.Recalls.Channels.Sms;

/// <summary>Text messages, through an HTTP gateway (docs/sms-gateway.md) or, where neither gateway nor mail server is configured, into a folder.</summary>
public sealed class SmsChannel : MessageChannel
{
    /// <summary>The most parts a text message may be sent as.</summary>
    public const int MaximumParts = 2;

    /// <inheritdoc/>
    public override Channel Channel => Channel.Sms;

    /// <inheritdoc/>
    public override bool HasSubject => false;

    /// <inheritdoc/>
    public override string AddressInput => "tel";

    /// <inheritdoc/>
    public override string AddressLabel => "Channels.ToTelephone";

    /// <inheritdoc/>
    public override SmsLength LengthOf(string text) => SmsLength.Of(text);

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(string longest)
    {
        var length = LengthOf(longest);
        if (length.Parts > MaximumParts)
        {
            yield return Finding.Refusal(
                "TooLong", "body", length.Units, $"It takes {length.Parts} parts in {length.Alphabet}; at most {MaximumParts}. Shorten it, or leave out letters that GSM 7-bit lacks.");
        }
    }

    /// <inheritdoc/>
    public override string? AddressOf(PatientIdentity man) => man.Telephones is [var preferred, ..] ? preferred : null;

    /// <inheritdoc/>
    public override string? TestAddress(string typed, Clinic clinic) => Telephone.ToE164(typed, clinic.Region);

    /// <inheritdoc/>
    public override (string Setting, TimeSpan Timeout)? TimeoutIn(IConfiguration configuration) =>
        SmsSettings.Read(configuration) is { } gateway ? ("FollowUp:Sms:TimeoutSeconds", gateway.Timeout) : null;

    /// <inheritdoc/>
    public override IMessageTransport? Transport(IConfiguration configuration, IServiceProvider services) =>
        SmsSettings.Read(configuration) is { } gateway ? new GatewayTransport(gateway, services.GetRequiredService<IClock>())
        : SmtpSettings.Read(configuration) is null ? new FolderTransport(Channel, FolderTransport.FolderIn(configuration), reminder => MessageFile.Text($"{reminder.To}\n{reminder.Body}\n"))
        : null;
}
