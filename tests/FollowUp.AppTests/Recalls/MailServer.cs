using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using FollowUp.Recording.Commands;

namespace FollowUp.AppTests.Recalls;

/// <summary>What the mail server does with messages to an address.</summary>
public enum Treatment
{
    /// <summary>Takes them.</summary>
    Accept,

    /// <summary>Refuses the recipient for good.</summary>
    Refuse,

    /// <summary>Asks to try again later.</summary>
    Defer,

    /// <summary>Hangs up when the recipient is named.</summary>
    DropBeforeData,

    /// <summary>Takes the whole message, then hangs up without an answer.</summary>
    DropAfterData,

    /// <summary>Says nothing when the recipient is named until it is released, then takes the message.</summary>
    Wait,

    /// <summary>Takes the whole message, then says nothing for as long as the other side waits.</summary>
    FallSilent,
}

/// <summary>A mail server on this machine that speaks SMTP (RFC 5321) over a real connection, keeps what it takes, and can hang up where it hurts.</summary>
public sealed class MailServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stopping = new();
    private readonly ConcurrentDictionary<string, Treatment> _treatments = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentQueue<(string To, string Message)> _taken = new();
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _awaited = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, (TaskCompletionSource Named, TaskCompletionSource Released)> _held = new(StringComparer.OrdinalIgnoreCase);
    private readonly Task _serving;

    public MailServer()
    {
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _serving = ServeAsync();
    }

    public int Port { get; }

    /// <summary>What it secures connections with (STARTTLS, RFC 3207); null when it cannot.</summary>
    public X509Certificate2? Certificate { get; init; }

    /// <summary>Whom it takes mail from, once the connection is secured (AUTH PLAIN, RFC 4954); null when it takes it from anybody.</summary>
    public (string User, string Password)? Account { get; init; }

    /// <summary>What it answers to a sender, whoever the message is for; null to take it.</summary>
    public string? SenderAnswer { get; set; }

    /// <summary>Every message whose last byte came in, with the address it was for.</summary>
    public IReadOnlyList<(string To, string Message)> Taken => [.. _taken];

    /// <summary>The messages whose last byte came in for an address, answered or not.</summary>
    public IReadOnlyList<string> TakenFor(string address) => [.. _taken.Where(taken => taken.To == address).Select(taken => taken.Message)];

    /// <summary>Waits until the last byte of a message to an address has come in.</summary>
    public Task TakesAsync(string address) => Awaited(address).Task;

    /// <summary>Waits until a message to an address that waits is held up.</summary>
    public Task HoldsAsync(string address) => Held(address).Named.Task;

    /// <summary>Lets a message that waits go on.</summary>
    public void Release(string address) => Held(address).Released.TrySetResult();

    public void Treat(string address, Treatment treatment) => _treatments[address] = treatment;

    /// <summary>Treats an address otherwise from now on, if it was treated so.</summary>
    public void TreatAgain(string address, Treatment from, Treatment to) => _treatments.TryUpdate(address, to, from);

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        _listener.Stop();
        await _serving;
        _listener.Dispose();
        _stopping.Dispose();
    }

    private async Task ServeAsync()
    {
        var conversations = new List<Task>();
        try
        {
            while (true)
            {
                conversations.Add(ConverseAsync(await _listener.AcceptTcpClientAsync(_stopping.Token)));
            }
        }
        catch (Exception stopped) when (stopped is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(conversations);
        }
    }

    private async Task ConverseAsync(TcpClient client)
    {
        using var connection = client;
        try
        {
            await using var stream = connection.GetStream();
            if (await SpeakAsync(stream, secured: false) && Certificate is not null)
            {
                await using var secured = new SslStream(stream);
                await secured.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = Certificate }, _stopping.Token);
                await SpeakAsync(secured, secured: true);
            }
        }
        catch (Exception gone) when (gone is IOException or OperationCanceledException or ObjectDisposedException or AuthenticationException)
        {
            // The other side hung up, or the tests are over.
        }
    }

    // True when the other side asked for the connection to be secured, from where it begins anew.
    private async Task<bool> SpeakAsync(Stream stream, bool secured)
    {
        using var reader = new StreamReader(stream, Encoding.Latin1, leaveOpen: true);
        await using var writer = new StreamWriter(stream, Encoding.ASCII, leaveOpen: true) { NewLine = "\r\n", AutoFlush = true };
        if (!secured)
        {
            await writer.WriteLineAsync("220 mail.test ESMTP");
        }

        var to = "";
        var signedIn = false;
        while (await reader.ReadLineAsync(_stopping.Token) is { } line)
        {
            var treatment = _treatments.GetValueOrDefault(to);
            switch (line.Split(' ', ':')[0].ToUpperInvariant())
            {
                case "EHLO":
                    await writer.WriteLineAsync(
                        $"250-mail.test\r\n{(Certificate is not null && !secured ? "250-STARTTLS\r\n" : "")}{(Account is not null && secured ? "250-AUTH PLAIN\r\n" : "")}250 8BITMIME");
                    break;
                case "STARTTLS" when Certificate is not null && !secured:
                    await writer.WriteLineAsync("220 2.0.0 Go ahead");
                    return true;
                case "AUTH" when Account is { } account && secured:
                    signedIn = Encoding.UTF8.GetString(Convert.FromBase64String(line.Split(' ')[2])) == $"\0{account.User}\0{account.Password}";
                    await writer.WriteLineAsync(signedIn ? "235 2.7.0 Welcome" : "535 5.7.8 Not you");
                    break;
                case "MAIL" when Account is not null && !signedIn:
                    await writer.WriteLineAsync("530 5.7.0 Sign in first");
                    break;
                case "MAIL" when SenderAnswer is { } answer:
                    await writer.WriteLineAsync(answer);
                    break;
                case "RCPT":
                    to = line[(line.IndexOf('<', StringComparison.Ordinal) + 1)..line.IndexOf('>', StringComparison.Ordinal)];
                    treatment = _treatments.GetValueOrDefault(to);
                    if (treatment == Treatment.DropBeforeData)
                    {
                        return false;
                    }

                    if (treatment == Treatment.Wait)
                    {
                        Held(to).Named.TrySetResult();
                        await Held(to).Released.Task.WaitAsync(_stopping.Token);
                    }

                    await writer.WriteLineAsync(treatment switch
                    {
                        Treatment.Refuse => "550 5.1.1 No such mailbox",
                        Treatment.Defer => "451 4.3.0 Try again later",
                        _ => "250 2.1.5 Ok",
                    });
                    break;
                case "DATA":
                    await writer.WriteLineAsync("354 Go ahead");
                    await TakeAsync(reader, to);
                    if (treatment == Treatment.DropAfterData)
                    {
                        return false;
                    }

                    if (treatment != Treatment.FallSilent)
                    {
                        await writer.WriteLineAsync("250 2.0.0 Queued");
                    }

                    break;
                case "QUIT":
                    await writer.WriteLineAsync("221 2.0.0 Bye");
                    return false;
                default:
                    await writer.WriteLineAsync("250 2.0.0 Ok");
                    break;
            }
        }

        return false;
    }

    private async Task TakeAsync(StreamReader reader, string to)
    {
        var message = new StringBuilder();
        while (await reader.ReadLineAsync(_stopping.Token) is { } line and not ".")
        {
            message.AppendLine(line.StartsWith("..", StringComparison.Ordinal) ? line[1..] : line);
        }

        _taken.Enqueue((to, message.ToString()));
        Awaited(to).TrySetResult();
    }

    private (TaskCompletionSource Named, TaskCompletionSource Released) Held(string address) => _held.GetOrAdd(
        address, _ => (new(TaskCreationOptions.RunContinuationsAsynchronously), new(TaskCreationOptions.RunContinuationsAsynchronously)));

    private TaskCompletionSource Awaited(string address) =>
        _awaited.GetOrAdd(address, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
}
