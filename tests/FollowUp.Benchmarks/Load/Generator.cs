using System.Diagnostics;
using System.Net.Http.Headers;
using FollowUp.Benchmarks.Work;

namespace FollowUp.Benchmarks.Load;

/// <summary>Sends requests over a fixed number of connections, each waiting for its answer before the next.</summary>
internal sealed class Generator : IDisposable
{
    private readonly HttpMessageInvoker _http;

    private readonly ServerProcess _server;

    private readonly IWork _work;

    private readonly AuthenticationHeaderValue _token;

    private readonly int _connections;

    private string? _firstError;

    public Generator(ServerProcess server, IWork work, AuthenticationHeaderValue token, int connections)
    {
        (_server, _work, _token, _connections) = (server, work, token, connections);
        _http = new HttpMessageInvoker(new SocketsHttpHandler
        {
            MaxConnectionsPerServer = connections,
            UseProxy = false,
            UseCookies = false,
            AllowAutoRedirect = false,
            ActivityHeadersPropagator = null,
        });
    }

    /// <summary>One window, bounded by time and by count.</summary>
    public async Task<Window> RunAsync(TimeSpan time, int most = int.MaxValue)
    {
        var (sent, cpu, clock) = (0, _server.CpuSeconds, Stopwatch.StartNew());
        var workers = Enumerable.Range(0, _connections).Select(_ => Task.Run(async () =>
        {
            var (ticks, errors, answer) = (new List<long>(4096), 0, new byte[64 * 1024]);
            while (clock.Elapsed < time && Interlocked.Increment(ref sent) <= most)
            {
                var began = Stopwatch.GetTimestamp();
                if (await SendAsync(answer))
                {
                    ticks.Add(Stopwatch.GetTimestamp() - began);
                }
                else
                {
                    errors++;
                }
            }

            return (ticks, errors);
        })).ToList();
        var done = await Task.WhenAll(workers);
        var window = new Window(clock.Elapsed, _server.CpuSeconds - cpu, [.. done.SelectMany(worker => worker.ticks)], done.Sum(worker => worker.errors));
        return window.Ticks.Length > 0 ? window : throw new InvalidOperationException($"Nothing was answered with success. {_firstError}");
    }

    /// <summary>The first error's status and body, for whoever wants to know why.</summary>
    public string? FirstError => _firstError;

    public void Dispose() => _http.Dispose();

    private async Task<bool> SendAsync(byte[] answer)
    {
        try
        {
            using var request = _work.Next(_server.Url);
            request.Headers.Authorization = _token;
            using var response = await _http.SendAsync(request, CancellationToken.None);
            await using var body = await response.Content.ReadAsStreamAsync();
            var (read, length) = (0, 0);
            while ((read = await body.ReadAsync(answer.AsMemory(length == answer.Length ? 0 : length))) > 0)
            {
                length = (length == answer.Length ? 0 : length) + read;
            }

            if (response.IsSuccessStatusCode)
            {
                return true;
            }

            _firstError ??= $"{(int)response.StatusCode} {System.Text.Encoding.UTF8.GetString(answer, 0, length)}";
        }
        catch (HttpRequestException broken)
        {
            _firstError ??= broken.Message;
        }

        return false;
    }
}
