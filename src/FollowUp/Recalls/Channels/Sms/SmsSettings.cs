using System.Text;

namespace FollowUp.Recalls.Channels.Sms;

/// <summary>The gateway for text messages, from the configuration section <c>FollowUp:Sms</c>; its contract is docs/sms-gateway.md.</summary>
/// <param name="Url">Where messages are posted.</param>
/// <param name="Secret">What requests to it are signed with, from <c>Secret</c> or the file <c>SecretFile</c>.</param>
/// <param name="ReceiptSecret">What its receipts and replies are signed with, from <c>ReceiptSecret</c> or the file <c>ReceiptSecretFile</c>.</param>
/// <param name="Timeout">How long it may take to answer, from <c>TimeoutSeconds</c>: 30 unless set, at most <see cref="MessageChannel.LongestTimeoutSeconds"/>.</param>
public sealed record SmsSettings(Uri Url, byte[] Secret, byte[] ReceiptSecret, TimeSpan Timeout)
{
    private const int ShortestSecret = 16;

    /// <summary>Reads the section; null when no gateway is configured.</summary>
    /// <exception cref="InvalidOperationException">A setting is missing or wrong.</exception>
    public static SmsSettings? Read(IConfiguration configuration)
    {
        var section = configuration.GetSection("FollowUp:Sms");
        if (section["Url"] is not { Length: > 0 } text)
        {
            return null;
        }

        if (!Uri.TryCreate(text, UriKind.Absolute, out var url) || !(url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback)))
        {
            throw new InvalidOperationException($"FollowUp:Sms:Url is '{text}': set an https address, or http on this machine.");
        }

        var seconds = section.GetValue("TimeoutSeconds", 30);
        return seconds is >= 1 and <= MessageChannel.LongestTimeoutSeconds
            ? new(url, SecretOf(section, "Secret"), SecretOf(section, "ReceiptSecret"), TimeSpan.FromSeconds(seconds))
            : throw new InvalidOperationException($"FollowUp:Sms:TimeoutSeconds is {seconds}: set 1 to {MessageChannel.LongestTimeoutSeconds}.");
    }

    /// <summary>Shows no secret.</summary>
    public override string ToString() => $"SMS gateway at {Url.Host}";

    private static byte[] SecretOf(IConfiguration section, string name)
    {
        var secret = section[$"{name}File"] is { Length: > 0 } file ? File.ReadAllText(file).Trim() : section[name];
        return secret is { Length: >= ShortestSecret }
            ? Encoding.UTF8.GetBytes(secret)
            : throw new InvalidOperationException($"FollowUp:Sms:{name} is missing or shorter than {ShortestSecret} letters: set FollowUp:Sms:{name}File.");
    }
}
