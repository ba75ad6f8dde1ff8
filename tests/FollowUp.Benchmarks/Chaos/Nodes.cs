using System.Diagnostics;
using Npgsql;

namespace FollowUp.Benchmarks.Chaos;

/// <summary>Three servers of one database and the database itself, all of which may be killed; and how long the queue of a dead one waits.</summary>
internal sealed class Nodes(Environs environs, string program, string postgres, string data) : IAsyncDisposable
{
    private const string Server = "chaos-postgres";

    private readonly ServerProcess?[] _servers = new ServerProcess?[3];
    private readonly int[] _numbers = new int[3];
    private readonly Dictionary<int, (long KilledAt, bool Waited)> _dead = [];

    /// <summary>How long work waited in the queue of each dead node until another took it over.</summary>
    public List<TimeSpan> TakenOverAfter { get; } = [];

    public int NodesKilled { get; private set; }

    public int DatabaseKilled { get; private set; }

    /// <summary>The addresses of those that run.</summary>
    public IReadOnlyList<Uri> Urls => [.. _servers.OfType<ServerProcess>().Select(server => server.Url)];

    /// <summary>Starts those that don't run, one after the other, so that each is known by its number.</summary>
    public async Task StartAsync()
    {
        for (var i = 0; i < _servers.Length; i++)
        {
            if (_servers[i] is null)
            {
                _servers[i] = await ServerProcess.StartAsync(environs, program, "serve", "--several");
                _numbers[i] = await AskAsync("select coalesce(max(node_number), 0) from followup.wolverine_nodes");
            }
        }
    }

    /// <summary>Kills one of those that run.</summary>
    public async Task KillNodeAsync(Random random)
    {
        var running = Enumerable.Range(0, _servers.Length).Where(i => _servers[i] is not null).ToArray();
        var i = running[random.Next(running.Length)];
        await _servers[i]!.KillAsync();
        await _servers[i]!.DisposeAsync();
        _servers[i] = null;
        _dead[_numbers[i]] = (Stopwatch.GetTimestamp(), false);
        NodesKilled++;
    }

    /// <summary>Stops the leader and another with SIGSTOP, as a paused virtual machine stands still, and wakes them after a while.</summary>
    /// <returns>The numbers of those that stood still.</returns>
    public async Task<IReadOnlyList<int>> StandStillAsync(TimeSpan until)
    {
        var leader = await AskAsync(
            "select coalesce((select n.node_number from followup.wolverine_node_assignments a join followup.wolverine_nodes n on n.id = a.node_id where a.id like '%leader%' limit 1), 0)");
        var first = Math.Max(0, Array.IndexOf(_numbers, leader));
        var second = (first + 1) % _servers.Length;
        int[] still = [first, second];
        foreach (var i in still)
        {
            await _servers[i]!.SignalAsync("STOP");
        }

        await Task.Delay(until);
        foreach (var i in still)
        {
            await _servers[i]!.SignalAsync("CONT");
        }

        return [.. still.Select(i => _numbers[i])];
    }

    /// <summary>Kills the database and starts it again.</summary>
    public async Task KillDatabaseAsync()
    {
        var postmaster = int.Parse(File.ReadLines(Path.Combine(data, "postmaster.pid")).First(), System.Globalization.CultureInfo.InvariantCulture);
        using (var process = Process.GetProcessById(postmaster))
        {
            process.Kill();
        }

        DatabaseKilled++;
        using var start = Process.Start(new ProcessStartInfo(postgres) { ArgumentList = { "start", Server } })!;
        await start.WaitForExitAsync();
        if (start.ExitCode != 0)
        {
            throw new InvalidOperationException("The database did not start again.");
        }

        NpgsqlConnection.ClearAllPools();
    }

    /// <summary>Looks whose queues are taken over.</summary>
    public async Task WatchAsync()
    {
        foreach (var (number, (killedAt, waited)) in _dead.ToList())
        {
            var waiting = await AskAsync($"select count(*)::int from followup.wolverine_incoming_envelopes where owner_id = {number} and status <> 'Handled'");
            if (waiting > 0)
            {
                _dead[number] = (killedAt, true);
                continue;
            }

            _dead.Remove(number);
            if (waited)
            {
                TakenOverAfter.Add(Stopwatch.GetElapsedTime(killedAt));
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var server in _servers.OfType<ServerProcess>())
        {
            await server.KillAsync();
            await server.DisposeAsync();
        }
    }

    private Task<int> AskAsync(string sql) => environs.AskAsync<int>(sql);
}
