using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace FollowUp.AppTests;

/// <summary>The server as a process of its own, on a database of these tests, so that it can be killed.</summary>
public sealed class ServerProcess : IAsyncDisposable
{
    private readonly Process _process;

    private readonly System.Collections.Concurrent.ConcurrentQueue<string> _said = new();

    private readonly TaskCompletionSource _started = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private readonly TaskCompletionSource _waits = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ServerProcess(Process process, Uri url) => (_process, Url) = (process, url);

    /// <summary>When it has started.</summary>
    public Task Started => _started.Task;

    /// <summary>When it has said that it waits for its database.</summary>
    public Task Waits => _waits.Task;

    public Uri Url { get; }

    /// <summary>Starts it and waits until it has started.</summary>
    public static async Task<ServerProcess> StartAsync(IReadOnlyDictionary<string, string?> settings)
    {
        var server = Begin(settings);
        await server.Started.WaitAsync(TestContext.Current.CancellationToken);
        return server;
    }

    /// <summary>Starts it.</summary>
    public static ServerProcess Begin(IReadOnlyDictionary<string, string?> settings)
    {
        var url = new Uri($"http://127.0.0.1:{FreePort()}");
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "FollowUp.dll"));
        start.ArgumentList.Add("serve");
        foreach (var (key, value) in settings)
        {
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        start.Environment["FollowUp__Url"] = url.ToString();
        var server = new ServerProcess(new Process { StartInfo = start, EnableRaisingEvents = true }, url);
        server.Listen();
        return server;
    }

    private void Listen()
    {
        _process.OutputDataReceived += (_, line) =>
        {
            _said.Enqueue(line.Data ?? "");
            if (line.Data?.Contains("Application started", StringComparison.Ordinal) == true)
            {
                _started.TrySetResult();
            }

            if (line.Data?.Contains("The server waits for it", StringComparison.Ordinal) == true)
            {
                _waits.TrySetResult();
            }
        };
        _process.ErrorDataReceived += (_, line) => _said.Enqueue(line.Data ?? "");
        _process.Exited += (_, _) =>
        {
            var ended = new InvalidOperationException($"The server ended: {string.Join('\n', _said)}");
            _started.TrySetException(ended);
            _waits.TrySetException(ended);
        };
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Ends it at once, as <c>kill -9</c> does.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await KillAsync();
        }

        _process.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
