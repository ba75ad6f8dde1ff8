using System.Net.Http.Headers;
using FollowUp.Benchmarks.Work;
using FollowUp.Hormones.Rules.Samples;

namespace FollowUp.Benchmarks.Load;

/// <summary>Product and reference doing the same work over the same number of connections, turn by turn.</summary>
/// <param name="Work">The work's name.</param>
/// <param name="Connections">How many connections.</param>
/// <param name="Product">The product's windows as one.</param>
/// <param name="Reference">The reference's windows as one.</param>
/// <param name="Throughputs">The ratio of throughputs in each pair of windows, the smallest first.</param>
/// <param name="FirstError">What the first error was, if there was one.</param>
internal sealed record Comparison(string Work, int Connections, Window Product, Window Reference, IReadOnlyList<double> Throughputs, string? FirstError)
{
    private const double Steady = 0.05;

    public double Throughput => Product.PerSecond / Reference.PerSecond;

    public double Cpu => Product.CpuMilliseconds / Reference.CpuMilliseconds;

    public double P99 => Product.Quantile(0.99) / Reference.Quantile(0.99);

    /// <summary>Whether both were steady, two successive windows within 5 %, before they were measured.</summary>
    public required bool Warm { get; init; }

    public static async Task<Comparison> OfAsync(
        ServerProcess product, ServerProcess reference, IWork work, AuthenticationHeaderValue token, int connections, Extent extent)
    {
        using var ours = new Generator(product, work, token, connections);
        using var theirs = new Generator(reference, work, token, connections);
        var warm = await WarmAsync(ours, extent) & await WarmAsync(theirs, extent);
        var pairs = new List<(Window Product, Window Reference)>();
        for (var i = 0; i < extent.Pairs; i++)
        {
            if (i % 2 == 0)
            {
                var first = await ours.RunAsync(extent.Window);
                pairs.Add((first, await theirs.RunAsync(extent.Window)));
            }
            else
            {
                var first = await theirs.RunAsync(extent.Window);
                pairs.Add((await ours.RunAsync(extent.Window), first));
            }
        }

        return new(
            work.Name, connections, Window.Join([.. pairs.Select(pair => pair.Product)]), Window.Join([.. pairs.Select(pair => pair.Reference)]),
            [.. pairs.Select(pair => pair.Product.PerSecond / pair.Reference.PerSecond).Order()], ours.FirstError ?? theirs.FirstError)
        { Warm = warm };
    }

    private static async Task<bool> WarmAsync(Generator load, Extent extent)
    {
        var last = 0.0;
        for (var i = 0; i < extent.MostWarmUp; i++)
        {
            var now = (await load.RunAsync(extent.Window)).PerSecond;
            if (Math.Abs(now - last) <= Steady * last)
            {
                return true;
            }

            last = now;
        }

        return false;
    }
}
