using System.Diagnostics;

namespace FollowUp.Benchmarks.Load;

/// <summary>What one window of load came to.</summary>
/// <param name="Elapsed">From the first request to the last answer.</param>
/// <param name="CpuSeconds">What the server used meanwhile.</param>
/// <param name="Ticks">How long each answered request took, in ticks of the stopwatch.</param>
/// <param name="Errors">How many were answered with no success, or not at all.</param>
internal sealed record Window(TimeSpan Elapsed, double CpuSeconds, long[] Ticks, int Errors)
{
    public double PerSecond => Ticks.Length / Elapsed.TotalSeconds;

    public double CpuMilliseconds => CpuSeconds * 1000 / Ticks.Length;

    /// <summary>Several windows as one.</summary>
    public static Window Join(IReadOnlyCollection<Window> windows) => new(
        TimeSpan.FromTicks(windows.Sum(window => window.Elapsed.Ticks)),
        windows.Sum(window => window.CpuSeconds),
        [.. windows.SelectMany(window => window.Ticks).Order()],
        windows.Sum(window => window.Errors));

    /// <summary>The time within which a share of the requests was answered, in milliseconds; of a joined window.</summary>
    public double Quantile(double share) =>
        Ticks[Math.Min(Ticks.Length - 1, (int)(share * Ticks.Length))] * 1000.0 / Stopwatch.Frequency;
}
