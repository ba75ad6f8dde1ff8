namespace FollowUp.Benchmarks.Work;

/// <summary>A nurse opens a man's chart.</summary>
internal sealed class GetChart(IReadOnlyList<Guid> men) : IWork
{
    private int _sent;

    public string Name => "GET the chart";

    public HttpRequestMessage Next(Uri server) =>
        new(HttpMethod.Get, new Uri(server, $"patients/{men[(int)((uint)Interlocked.Increment(ref _sent) % (uint)men.Count)]}/chart"));
}
