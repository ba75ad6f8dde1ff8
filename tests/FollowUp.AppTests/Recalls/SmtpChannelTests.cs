using FollowUp.Recalls.Channels;
using MailKit.Security;
using Microsoft.Extensions.Configuration;
using MimeKit;
using NodaTime;

namespace FollowUp.AppTests.Recalls;

public sealed class SmtpChannelTests : IAsyncDisposable
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

    private static async Task<SendResultKind> SendAsync(SmtpSettings settings, string to = Address) =>
        (await new SmtpChannel(settings).SendAsync(
            new RenderedReminder(Guid.Empty, Guid.Empty, to, "Reminder", "Hello", Instant.FromUtc(2026, 11, 23, 9, 0)),
            TestContext.Current.CancellationToken)).Kind;
}
