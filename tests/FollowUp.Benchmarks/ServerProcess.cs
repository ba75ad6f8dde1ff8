using System.Diagnostics;
using System.Globalization;

namespace FollowUp.Benchmarks;

/// <summary>A server as a process of its own, and what Linux says it has used.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private const double TicksPerSecond = 100;

    private static readonly TimeSpan ReadyWithin = TimeSpan.FromSeconds(60);

    private readonly Process _process;

    private ServerProcess(Process process, Uri url) => (_process, Url) = (process, url);

    public Uri Url { get; }

    /// <summary>How long the start took, up to the first answer 200 of <c>/health/ready</c>.</summary>
    public TimeSpan StartUp { get; private set; }

    /// <summary>User and system time so far, in seconds.</summary>
    public double CpuSeconds
    {
        get
        {
            // The second field may hold blanks, in parentheses; utime and stime are the 14th and 15th.
            var stat = File.ReadAllText($"/proc/{_process.Id}/stat");
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            return (long.Parse(fields[11], CultureInfo.InvariantCulture) + long.Parse(fields[12], CultureInfo.InvariantCulture)) / TicksPerSecond;
        }
    }

    /// <summary>Resident memory now, in megabytes (10^6 bytes).</summary>
    public double ResidentMegabytes => Megabytes("VmRSS:");

    /// <summary>The most resident memory since the peak was forgotten, in megabytes (10^6 bytes).</summary>
    public double PeakMegabytes => Megabytes("VmHWM:");

    /// <summary>Counts the peak from now on.</summary>
    public void ForgetPeak() => File.WriteAllText($"/proc/{_process.Id}/clear_refs", "5");

    /// <summary>Starts a program of .NET and waits until it is ready.</summary>
    public static async Task<ServerProcess> StartAsync(Environs environs, params string[] command)
    {
        var url = Environs.FreeUrl();
        var clock = Stopwatch.StartNew();
        var server = new ServerProcess(Start(environs, url, [.. command.Select(part => part.Replace("{url}", url.ToString(), StringComparison.Ordinal))]), url);
        using var client = new HttpClient { BaseAddress = url };
        while (!await IsReadyAsync(client))
        {
            if (server._process.HasExited || clock.Elapsed > ReadyWithin)
            {
                throw new InvalidOperationException($"{string.Join(' ', command)} did not become ready; what it printed stands above.");
            }

            await Task.Delay(5);
        }

        server.StartUp = clock.Elapsed;
        return server;
    }

    /// <summary>Runs a command of the product to its end, and returns how long it took; null when it failed, having said why.</summary>
    public static async Task<TimeSpan?> RunAsync(Environs environs, Uri url, params string[] command)
    {
        var clock = Stopwatch.StartNew();
        using var process = Start(environs, url, command);
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? clock.Elapsed : null;
    }

    /// <summary>Runs a command of the product and ends it, as <c>kill -9</c> does, once something has come true; returns how long it took.</summary>
    public static async Task<TimeSpan> RunUntilAsync(Environs environs, Uri url, Func<Task<bool>> isReached, params string[] command)
    {
        var clock = Stopwatch.StartNew();
        using var process = Start(environs, url, command);
        while (!process.HasExited && !await isReached())
        {
            await Task.Delay(50);
        }

        process.Kill();
        await process.WaitForExitAsync();
        return clock.Elapsed;
    }

    /// <summary>Sends it a signal: STOP makes it stand still, CONT wakes it.</summary>
    public async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }

    /// <summary>Ends it at once, as <c>kill -9</c> does.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            using var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
            await kill.WaitForExitAsync();
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    private double Megabytes(string what)
    {
        var line = File.ReadLines($"/proc/{_process.Id}/status").First(line => line.StartsWith(what, StringComparison.Ordinal));
        return long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) * 1024 / 1e6;
    }

    private static Process Start(Environs environs, Uri url, string[] command)
    {
        // What a server or command says goes to standard error, where the table is not.
        var start = new ProcessStartInfo("/bin/sh", ["-c", "exec \"$0\" \"$@\" >&2", "dotnet", .. command]);
        foreach (var (name, value) in environs.For(url))
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    private static async Task<bool> IsReadyAsync(HttpClient client)
    {
        try
        {
            using var answer = await client.GetAsync(new Uri("health/ready", UriKind.Relative));
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
