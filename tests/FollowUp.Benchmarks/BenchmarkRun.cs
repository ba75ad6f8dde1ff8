using System.Net.Http.Headers;
using FollowUp.Benchmarks.Load;
using FollowUp.Benchmarks.Work;

namespace FollowUp.Benchmarks;

/// <summary>Everything that is measured, in its order.</summary>
internal sealed class BenchmarkRun(Extent extent)
{
    private const int RequestsBeforeMemory = 10_000;

    // The first is where the targets are, and where both get warm.
    private static readonly int[] Connections = [Report.Targeted, 1, 64];

    private static readonly string Program = Environment.GetEnvironmentVariable("FOLLOWUP_PROGRAM")
        ?? throw new InvalidOperationException("Start the benchmark with ops/bench, which builds the product.");

    /// <summary>Measures and prints; 0 when every target is reached, else 1.</summary>
    public async Task<int> RunAsync()
    {
        var (environs, token, cohort) = await PrepareAsync();
        var (import, comparisons) = await CompareAsync(
            environs, token, cohort, [new GetChart(cohort.Men), new GetChart(cohort.Men, uncached: true), new PostContact(cohort.Men)], Connections);
        await Say("Starting, and memory after 10,000 requests");
        var starts = await StartsAsync(environs);
        var memory = await MemoryAsync(environs, cohort, token);
        await Say("Rebuilding");
        var (events, rebuild) = await RebuildAsync(environs);
        return Report.Print(new(comparisons, cohort, import, events, rebuild, starts, memory, await environs.AskAsync<string>("select version()")));
    }

    /// <summary>Compares the requests of one kind alone, over 16 connections, and prints; always 0, for it is no full measurement.</summary>
    public async Task<int> RunAsync(Func<IReadOnlyList<Guid>, IWork> work)
    {
        var (environs, token, cohort) = await PrepareAsync();
        var (_, comparisons) = await CompareAsync(environs, token, cohort, [work(cohort.Men)], [Report.Targeted]);
        Report.PrintTable(comparisons);
        return 0;
    }

    private async Task<(Environs Environs, AuthenticationHeaderValue Token, Cohort Cohort)> PrepareAsync()
    {
        var environs = await Environs.MakeAsync();
        await Say("Preparing the database");
        _ = await ServerProcess.RunAsync(environs, Environs.FreeUrl(), Program, "migrate") ?? throw new InvalidOperationException("The schema could not be made.");
        return (environs, environs.Token(), new Cohort(extent.Men));
    }

    private async Task<(TimeSpan Import, IReadOnlyList<Comparison> Comparisons)> CompareAsync(
        Environs environs, AuthenticationHeaderValue token, Cohort cohort, IReadOnlyList<IWork> works, IReadOnlyList<int> numbersOfConnections)
    {
        await using var product = await ServerProcess.StartAsync(environs, Program, "serve");
        await using var reference = await ServerProcess.StartAsync(environs, typeof(BenchmarkRun).Assembly.Location, "reference", "{url}");
        await Say($"Importing {cohort.Men.Count} men with {cohort.Facts} facts");
        var import = await Import.RunAsync(product.Url, cohort.Utf8, cohort.Facts, token);
        await FillAsync(reference, cohort, token);
        List<Comparison> comparisons = [];
        foreach (var work in works)
        {
            foreach (var connections in numbersOfConnections)
            {
                var comparison = await Comparison.OfAsync(product, reference, work, token, connections, extent);
                await Say($"{work.Name} over {connections} connections: {comparison.Throughput:0.00} of the reference's throughput, {comparison.Cpu:0.00} of its CPU");
                comparisons.Add(comparison);
            }
        }

        return (import, comparisons);
    }

    private static Task Say(string what) => Console.Error.WriteLineAsync(what);

    // A summary row for each man, as the product has a document for each.
    private static async Task FillAsync(ServerProcess reference, Cohort cohort, AuthenticationHeaderValue token)
    {
        using var load = new Generator(reference, new PostContact(cohort.Men), token, connections: 1);
        await load.RunAsync(TimeSpan.MaxValue, cohort.Men.Count);
    }

    private async Task<List<double>> StartsAsync(Environs environs)
    {
        List<double> seconds = [];
        for (var i = 0; i < extent.Starts; i++)
        {
            await using var server = await ServerProcess.StartAsync(environs, Program, "serve");
            seconds.Add(server.StartUp.TotalSeconds);
        }

        seconds.Sort();
        return seconds;
    }

    private static async Task<double> MemoryAsync(Environs environs, Cohort cohort, AuthenticationHeaderValue token)
    {
        await using var server = await ServerProcess.StartAsync(environs, Program, "serve");
        foreach (IWork work in (IWork[])[new GetChart(cohort.Men), new PostContact(cohort.Men)])
        {
            using var load = new Generator(server, work, token, connections: 16);
            await load.RunAsync(TimeSpan.MaxValue, RequestsBeforeMemory / 2);
        }

        return server.ResidentMegabytes;
    }

    private static async Task<(long Events, TimeSpan? Elapsed)> RebuildAsync(Environs environs)
    {
        await using var server = await ServerProcess.StartAsync(environs, Program, "serve");
        var elapsed = await ServerProcess.RunAsync(environs, server.Url, Program, "rebuild");
        return (await environs.AskAsync<long>("select count(*) from followup.mt_events"), elapsed);
    }
}
