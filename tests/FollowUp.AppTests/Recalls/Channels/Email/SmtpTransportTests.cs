using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using FollowUp.Recalls.Channels;
using FollowUp.Recalls.Channels.Email;
using MailKit.Security;
using Microsoft.Extensions.Configuration;
using MimeKit;
using NodaTime;

namespace FollowUp.AppTests.Recalls.Channels.Email;

public sealed class SmtpTransportTests : IAsyncDisposable
{
    private const string Address = "gizli.adres@example.org";

    private readonly MailServer _server = new();

    [Fact]
    public async Task A_server_that_cannot_secure_the_connection_gets_no_message()
    {
        (await SendAsync(Settings() with { Security = SecureSocketOptions.StartTls })).ShouldBe(SendResultKind.NotSent);
        _server.TakenFor(Address).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_server_that_refuses_the_sign_in_gets_no_message()
    {
        (await SendAsync(Settings() with { User = "clinic", Password = "secret" })).ShouldBe(SendResultKind.NotSent);
        _server.TakenFor(Address).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_secured_server_that_knows_us_takes_the_message()
    {
        using var certificate = SelfSigned("127.0.0.1");
        await using var server = new MailServer { Certificate = certificate, Account = ("clinic", "secret") };

        (await SendAsync(Secured(server, certificate))).ShouldBe(SendResultKind.Accepted);
        server.TakenFor(Address).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_secured_server_that_does_not_know_us_gets_no_message()
    {
        using var certificate = SelfSigned("127.0.0.1");
        await using var server = new MailServer { Certificate = certificate, Account = ("clinic", "secret") };

        var sent = await ResultAsync(Secured(server, certificate) with { Password = "another" });

        (sent.Kind, sent.Reason).ShouldBe((SendResultKind.NotSent, "SignInRefused"));
        server.TakenFor(Address).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("127.0.0.1", false)]
    [InlineData("127.0.0.2", true)]
    public async Task A_certificate_that_is_not_the_trusted_one_of_that_host_is_refused_and_says_so(string host, bool trusted)
    {
        using var certificate = SelfSigned(host);
        using var other = SelfSigned(host);
        await using var server = new MailServer { Certificate = certificate, Account = ("clinic", "secret") };

        var sent = await ResultAsync(Secured(server, trusted ? certificate : other));

        (sent.Kind, sent.Reason).ShouldBe((SendResultKind.NotSent, "CertificateRefused"));
        server.TakenFor(Address).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_server_that_is_not_there_can_be_tried_again()
    {
        var gone = new MailServer();
        await gone.DisposeAsync();

        (await SendAsync(Settings() with { Port = gone.Port })).ShouldBe(SendResultKind.NotSent);
    }

    [Fact]
    public async Task A_server_that_falls_silent_after_the_message_leaves_a_doubt()
    {
        _server.Treat(Address, Treatment.FallSilent);

        (await SendAsync(Settings() with { Timeout = TimeSpan.FromSeconds(1) })).ShouldBe(SendResultKind.Unknown);
        _server.TakenFor(Address).Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_address_that_is_none_is_refused_without_asking_the_server()
    {
        (await SendAsync(Settings(), "nobody at all")).ShouldBe(SendResultKind.Refused);
    }

    [Theory]
    [InlineData("Security", "Maybe")]
    [InlineData("From", "nobody at all")]
    [InlineData("TimeoutSeconds", "241")]
    [InlineData("User", "clinic")]
    public void Wrong_settings_are_refused_when_the_server_starts(string key, string value)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["FollowUp:Smtp:Host"] = "mail.example.org", ["FollowUp:Smtp:From"] = "reminders@clinic.example", [$"FollowUp:Smtp:{key}"] = value,
        }).Build();

        Should.Throw<InvalidOperationException>(() => SmtpSettings.Read(configuration)).Message.ShouldContain($"FollowUp:Smtp:{key}");
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private SmtpSettings Settings() => new(
        "127.0.0.1", _server.Port, SecureSocketOptions.None, User: null, "", MailboxAddress.Parse("reminders@clinic.example"), TimeSpan.FromSeconds(10));

    private SmtpSettings Secured(MailServer server, X509Certificate2 trusted) => Settings() with
    {
        Port = server.Port, Security = SecureSocketOptions.StartTls, User = "clinic", Password = "secret", Certificate = trusted,
    };

    private static X509Certificate2 SelfSigned(string host)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest($"CN={host}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Parse(host));
        request.CertificateExtensions.Add(names.Build());
        return request.CreateSelfSigned(TimeProvider.System.GetUtcNow().AddDays(-1), TimeProvider.System.GetUtcNow().AddDays(1));
    }

    private static async Task<SendResultKind> SendAsync(SmtpSettings settings, string to = Address) => (await ResultAsync(settings, to)).Kind;

    private static Task<SendResult> ResultAsync(SmtpSettings settings, string to = Address) => new SmtpTransport(settings).SendAsync(
        new RenderedReminder(Guid.Empty, Guid.Empty, to, "Reminder", "Hello", Instant.FromUtc(2026, 11, 23, 9, 0)),
        TestContext.Current.CancellationToken);
}
