using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace FollowUp.Benchmarks.Work;

/// <summary>A nurse opens a man's chart.</summary>
/// <param name="men">The men.</param>
/// <param name="uncached">Whether each request asks for a new date, so that no cached answer can be used.</param>
internal sealed class GetChart(IReadOnlyList<Guid> men, bool uncached = false) : IWork
{
    private static readonly LocalDate First = new(2026, 1, 1);

    private int _sent;

    public string Name => uncached ? "GET uncached" : "GET the chart";

    public HttpRequestMessage Next(Uri server)
    {
        var n = Interlocked.Increment(ref _sent);
        var (round, man) = Math.DivRem(n, men.Count);
        var query = uncached ? $"?on={LocalDatePattern.Iso.Format(First.PlusDays(round))}" : "";
        return new(HttpMethod.Get, new Uri(server, string.Create(CultureInfo.InvariantCulture, $"patients/{men[man]}/chart{query}")));
    }
}
