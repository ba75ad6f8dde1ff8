using System.Collections.Concurrent;
using System.Diagnostics;

namespace FollowUp.AppTests.Platform;

/// <summary>Counts what a request causes: what the bus is asked for and what the database is, by the trace that the request names.</summary>
public sealed class CountedWork : IDisposable
{
    private static readonly string[] Sources = ["Npgsql", "Wolverine", "Marten", "Microsoft.AspNetCore"];

    private readonly ConcurrentDictionary<ActivityTraceId, ConcurrentQueue<string>> _done = new();

    private readonly ActivityListener _listener;

    public CountedWork()
    {
        _listener = new()
        {
            ShouldListenTo = source => Sources.Contains(source.Name),
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = Take,
        };
        ActivitySource.AddActivityListener(_listener);
    }

    /// <summary>A request whose work is counted from here on.</summary>
    public Counted Begin()
    {
        var trace = ActivityTraceId.CreateRandom();
        return new($"00-{trace}-{ActivitySpanId.CreateRandom()}-01", _done[trace] = []);
    }

    public void Dispose() => _listener.Dispose();

    // Each node looks now and then, in whatever request comes then, what the clinics have adopted.
    private void Take(Activity done)
    {
        if (_done.TryGetValue(done.TraceId, out var counted) && done.Source.Name != "Microsoft.AspNetCore"
            && !done.TagObjects.Any(tag => tag.Value is string sql && sql.Contains("select tenant_id, version from", StringComparison.Ordinal)))
        {
            counted.Enqueue($"{done.Source.Name}: {done.DisplayName}");
        }
    }
}

/// <summary>A request whose work is counted.</summary>
/// <param name="Header">What it sends as traceparent.</param>
/// <param name="Done">What was done for it.</param>
public sealed record Counted(string Header, IReadOnlyCollection<string> Done);
