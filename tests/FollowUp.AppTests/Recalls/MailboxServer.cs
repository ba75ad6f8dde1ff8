using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace FollowUp.AppTests.Recalls;

/// <summary>A mailbox on this machine, read by POP3 (RFC 1939) over a real connection; what was marked is gone after QUIT.</summary>
public sealed class MailboxServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stopping = new();
    private readonly Task _serving;

    private int _put;

    public MailboxServer()
    {
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _serving = ServeAsync();
    }

    public int Port { get; }

    /// <summary>The messages in it.</summary>
    public ConcurrentDictionary<int, string> Messages { get; } = new();

    /// <summary>The messages that it will not give out.</summary>
    public ConcurrentDictionary<int, bool> Refused { get; } = new();

    /// <summary>Whether the line breaks after this many messages were marked, before QUIT; null when it holds.</summary>
    public int? BreaksAfter { get; set; }

    public int Put(string message)
    {
        Messages[++_put] = message.ReplaceLineEndings("\r\n");
        return _put;
    }

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
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync(_stopping.Token);
                await ConverseAsync(client.GetStream());
            }
        }
        catch (Exception stopped) when (stopped is OperationCanceledException or SocketException or ObjectDisposedException or IOException)
        {
            return;
        }
    }

    private async Task ConverseAsync(NetworkStream stream)
    {
        using var reader = new StreamReader(stream, Encoding.Latin1);
        await using var writer = new StreamWriter(stream, Encoding.Latin1) { NewLine = "\r\n", AutoFlush = true };
        await writer.WriteLineAsync("+OK mailbox.test");
        var numbers = Messages.Keys.Order().ToList();
        var marked = new List<int>();
        while (await reader.ReadLineAsync(_stopping.Token) is { } line)
        {
            var words = line.Split(' ');
            var number = words.Length > 1 && int.TryParse(words[1], CultureInfo.InvariantCulture, out var read) ? read : 0;
            switch (words[0])
            {
                case "STAT":
                    await writer.WriteLineAsync($"+OK {numbers.Count} {numbers.Sum(n => Messages[n].Length)}");
                    break;
                case "CAPA":
                    await writer.WriteLineAsync("+OK\r\nUIDL\r\n.");
                    break;
                case "UIDL":
                    await writer.WriteLineAsync($"+OK\r\n{string.Concat(numbers.Select((n, i) => $"{i + 1} mail-{n}\r\n"))}.");
                    break;
                case "LIST":
                    await writer.WriteLineAsync($"+OK\r\n{string.Concat(numbers.Select((n, i) => $"{i + 1} {Messages[n].Length}\r\n"))}.");
                    break;
                case "RETR" when Refused.ContainsKey(numbers[number - 1]):
                    await writer.WriteLineAsync("-ERR it is damaged");
                    break;
                case "RETR":
                    await writer.WriteLineAsync($"+OK\r\n{Messages[numbers[number - 1]].TrimEnd()}\r\n.");
                    break;
                case "DELE":
                    marked.Add(numbers[number - 1]);
                    await writer.WriteLineAsync("+OK");
                    if (marked.Count == BreaksAfter)
                    {
                        return;
                    }

                    break;
                case "QUIT":
                    marked.ForEach(n => Messages.TryRemove(n, out _));
                    await writer.WriteLineAsync("+OK");
                    return;
                default:
                    await writer.WriteLineAsync("+OK");
                    break;
            }
        }
    }
}
