using System.Runtime.InteropServices;
using FollowUp.Benchmarks.Load;
using FollowUp.Platform.Store;

namespace FollowUp.Benchmarks;

/// <summary>Everything measured.</summary>
internal sealed record Measured(
    IReadOnlyList<Comparison> Comparisons, Cohort Cohort, TimeSpan Import, long Events, TimeSpan? Rebuild,
    IReadOnlyList<double> Starts, double Megabytes, string Database);

/// <summary>The numbers as a table, and against their targets.</summary>
internal static class Report
{
    /// <summary>The number of connections that the targets are for.</summary>
    public const int Targeted = 16;

    /// <summary>Prints both; 0 when every target is reached, else 1.</summary>
    public static int Print(Measured measured)
    {
        Console.WriteLine($"""

            {Environment.ProcessorCount} cores, shared by load, servers and database; {RuntimeInformation.FrameworkDescription}; {measured.Database.Split(" on ")[0]}, fsync on
            {measured.Cohort.Men.Count} men with {measured.Cohort.Facts / measured.Cohort.Men.Count} facts each before the first request, {measured.Events / measured.Cohort.Men.Count} after the last
            """);
        PrintTable(measured.Comparisons);
        Console.WriteLine($"""

            Append by import     {measured.Cohort.Facts / measured.Import.TotalSeconds:0} facts/s
            Rebuild              {(measured.Rebuild is { } rebuild ? $"{measured.Events / rebuild.TotalSeconds:0} events/s, start of the command included" : "failed")}

            """);
        return Targets(measured).TrueForAll(reached => reached) ? 0 : 1;
    }

    /// <summary>Prints the comparisons as a table.</summary>
    public static void PrintTable(IReadOnlyList<Comparison> comparisons)
    {
        Console.WriteLine("""

            |                | connections | server    |  req/s | p50 ms | p99 ms | CPU ms | errors | throughput, of reference |
            |----------------|------------:|-----------|-------:|-------:|-------:|-------:|-------:|-------------------------:|
            """);
        foreach (var comparison in comparisons)
        {
            var spread = $"{comparison.Throughput:0.00} ({comparison.Throughputs[0]:0.00}-{comparison.Throughputs[^1]:0.00}){(comparison.Warm ? "" : " not steady")}";
            Row(comparison, "FollowUp", comparison.Product, spread);
            Row(comparison, "reference", comparison.Reference, "");
        }

        foreach (var error in comparisons.Select(comparison => comparison.FirstError).OfType<string>().Distinct())
        {
            Console.WriteLine($"First error: {error}");
        }
    }

    private static List<bool> Targets(Measured measured)
    {
        Comparison At(string work, int connections) =>
            measured.Comparisons.Single(comparison => comparison.Connections == connections && comparison.Work.StartsWith(work, StringComparison.Ordinal));

        var (post, get) = (At("POST", Targeted), At("GET the chart", Targeted));
        var errors = measured.Comparisons.Sum(comparison => comparison.Product.Errors + comparison.Reference.Errors);
        return
        [
            AtLeast("POST throughput, of the reference", post.Throughput, 0.5),
            AtMost("POST server CPU, of the reference", post.Cpu, 2.0),
            AtMost("POST p99, of the reference", post.P99, 2.0),
            AtLeast("GET throughput, of the reference", get.Throughput, 0.7),
            AtLeast("POST over 64 connections, of over 16", At("POST", 64).Product.PerSecond / post.Product.PerSecond, 0.9),
            AtLeast("GET over 64 connections, of over 16", At("GET the chart", 64).Product.PerSecond / get.Product.PerSecond, 0.9),
            AtMost("Errors", errors, 0),
            AtMost("Start to ready, seconds (median)", measured.Starts[measured.Starts.Count / 2], 2.0),
            AtMost("Resident after 10,000 requests, MB", measured.Megabytes, 250),
        ];
    }

    private static bool AtLeast(string what, double value, double target) => Target(what, value, "at least", target, value >= target);

    private static bool AtMost(string what, double value, double target) => Target(what, value, "at most", target, value <= target);

    private static bool Target(string what, double value, string bound, double target, bool reached)
    {
        Console.WriteLine($"{what,-40} {value,7:0.00}   target {bound,8} {target,4:0.##}   {(reached ? "reached" : "MISSED")}");
        return reached;
    }

    private static void Row(Comparison comparison, string server, Window window, string ratio) => Console.WriteLine(
        $"| {comparison.Work,-14} | {comparison.Connections,11} | {server,-9} | {window.PerSecond,6:0} | {window.Quantile(0.5),6:0.0} | {window.Quantile(0.99),6:0.0} | {window.CpuMilliseconds,6:0.00} | {window.Errors,6} | {ratio,24} |");
}
