using System.Globalization;
using System.Net;
using System.Text;
using FollowUp.Recalls.Channels;
using FollowUp.Recalls.Channels.Sms;
using NodaTime;

namespace FollowUp.AppTests.Recalls;

/// <summary>A server of its own that sends through a mail server and an SMS gateway, and reads the mailbox of replies.</summary>
public sealed class GatewayFixture : MailFixture
{
    public SmsGateway Gateway { get; private set; } = null!;

    public MailboxServer Mailbox { get; } = new();

    public override IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>(base.Settings)
    {
        ["FollowUp:Sms:Url"] = Gateway.Url.ToString(),
        ["FollowUp:Sms:Secret"] = SmsGateway.Secret,
        ["FollowUp:Sms:ReceiptSecret"] = SmsGateway.ReceiptSecret,
        ["FollowUp:Mailbox:Host"] = "127.0.0.1",
        ["FollowUp:Mailbox:Port"] = Mailbox.Port.ToString(CultureInfo.InvariantCulture),
        ["FollowUp:Mailbox:Security"] = "None",
        ["FollowUp:Mailbox:User"] = "reminders",
        ["FollowUp:Mailbox:Password"] = "secret",
    };

    public override async ValueTask InitializeAsync()
    {
        Gateway = await SmsGateway.StartAsync();
        Gateway.Now = () => Instant.FromDateTimeOffset(Time.GetUtcNow());
        await base.InitializeAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Gateway.DisposeAsync();
        await Mailbox.DisposeAsync();
    }

    /// <summary>What the gateway sends back, signed with a secret.</summary>
    public async Task<HttpStatusCode> SayAsync(string path, string json, string secret = SmsGateway.ReceiptSecret, Duration late = default)
    {
        var body = Encoding.UTF8.GetBytes(json);
        var (time, signature) = Signature.Of(Encoding.UTF8.GetBytes(secret), body, Instant.FromDateTimeOffset(Time.GetUtcNow()) - late);
        using var client = new HttpClient { BaseAddress = Url };
        return (await client.Post(path, json, (Signature.TimeHeader, time), (Signature.Header, signature))).Status;
    }
}
