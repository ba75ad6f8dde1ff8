using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using FollowUp.Access;
using FollowUp.Recording.Commands;

namespace FollowUp.AppTests.Platform;

/// <summary>
/// Requests that nobody thought of, made from the interface's own description: no 5xx, every refusal a problem in the form of RFC 9457,
/// every text above its stated limit refused as too long. <c>FOLLOWUP_FUZZ_REQUESTS</c> and <c>FOLLOWUP_FUZZ_SEED</c> say how many and which.
/// </summary>
public sealed class FuzzTests(FuzzTests.OwnServer app) : IClassFixture<FuzzTests.OwnServer>, IDisposable
{
    /// <summary>A server whose men nobody else looks at.</summary>
    public sealed class OwnServer : AppFixture;

    // As many CPU seconds as the median request of its address, at most; below the first figure nothing is dear.
    private const double TimesTheMedian = 50;

    private const double CheapMilliseconds = 50;

    // The first requests of an address are compiled as they run, and with fewer than these there is no median to hold the others against.
    private const int Warm = 20;

    private const int Repeats = 3;

    private const int EnoughToMeasure = 50_000;

    private static readonly string[] RefusedAtOnce = ["TooLong", "TooMany", "NobodysId", "ControlCharacter", "HalfACharacter", "UnknownParameter"];

    private readonly CountedWork _work = new();

    private readonly List<string> _wrong = [];

    private readonly Dictionary<string, List<(double Milliseconds, string What)>> _cost = new(StringComparer.Ordinal);

    private int _refusedByLength, _aboveLimit;

    [Fact]
    public async Task No_request_that_the_description_allows_or_nearly_allows_ends_in_a_5xx_or_in_words_of_another_form()
    {
        var requests = int.Parse(Environment.GetEnvironmentVariable("FOLLOWUP_FUZZ_REQUESTS") ?? "3000", CultureInfo.InvariantCulture);
        var seed = int.Parse(Environment.GetEnvironmentVariable("FOLLOWUP_FUZZ_SEED") ?? "20260101", CultureInfo.InvariantCulture);
        var random = new Random(seed);
        using var nurse = app.As(Roles.Clinician);
        using var administrator = app.As(Roles.Administrator);
        var document = JsonNode.Parse(await nurse.GetStringAsync(new Uri("/openapi/v1.json", UriKind.Relative), TestContext.Current.CancellationToken))!;
        var made = new FuzzRequests(document, random, (await nurse.EnrolAsync(), Guid.NewGuid()));

        for (var i = 0; i < requests; i++)
        {
            var (address, request, aboveLimit) = made.Next();
            var administers = address.Contains("guidelines", StringComparison.Ordinal) || address.Contains("identity-reads", StringComparison.Ordinal) || random.Next(8) == 0;
            using var sent = request;
            await SendAsync(administers ? administrator : nurse, address, sent, aboveLimit);
        }

        TestContext.Current.TestOutputHelper?.WriteLine(Figures(requests, seed));
        if (Environment.GetEnvironmentVariable("FOLLOWUP_FUZZ_REQUESTS") is not null)
        {
            await Console.Out.WriteLineAsync(Figures(requests, seed));
        }

        _wrong.ShouldBeEmpty($"seed {seed}: {string.Join('\n', _wrong.Take(20))}");
        _refusedByLength.ShouldBe(_aboveLimit);
        _aboveLimit.ShouldBeGreaterThan(0);
        if (requests >= EnoughToMeasure)
        {
            Dear().ShouldBeEmpty();
        }
    }

    public void Dispose() => _work.Dispose();

    // The process also collects garbage and compiles what has become warm: what a request costs by itself, it costs each time.
    private static async Task<double> CostAsync(HttpClient client, HttpRequestMessage request)
    {
        using var same = new HttpRequestMessage(request.Method, request.RequestUri);
        foreach (var header in request.Headers)
        {
            same.Headers.TryAddWithoutValidation(header.Key, header.Value);
        }

        if (request.Content is { } content)
        {
            same.Content = new ByteArrayContent(await content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
            same.Content.Headers.ContentType = content.Headers.ContentType;
        }

        var before = Process.GetCurrentProcess().TotalProcessorTime;
        using var response = await client.SendAsync(same, TestContext.Current.CancellationToken);
        await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return Spent(before);
    }

    private static double Spent(TimeSpan before) => (Process.GetCurrentProcess().TotalProcessorTime - before).TotalMilliseconds;

    private async Task SendAsync(HttpClient client, string address, HttpRequestMessage request, bool aboveLimit)
    {
        var counted = _work.Begin();
        request.Headers.TryAddWithoutValidation("traceparent", counted.Header);
        var before = Process.GetCurrentProcess().TotalProcessorTime;
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var cost = Spent(before);
        for (var again = 0; cost > CheapMilliseconds && again < Repeats; again++)
        {
            cost = Math.Min(cost, await CostAsync(client, request));
        }

        var status = (int)response.StatusCode;
        (_cost.TryGetValue(address, out var costs) ? costs : _cost[address] = []).Add((cost, $"{status} {request.RequestUri}"));
        if (status >= 500)
        {
            _wrong.Add($"{status} {address} {request.RequestUri}: {body[..Math.Min(body.Length, 300)]} <- {await SentAsync(request)}");
        }
        else if (status >= 400 && (response.Content.Headers.ContentType?.MediaType != "application/problem+json"
            || JsonNode.Parse(body) is not JsonObject problem || problem["status"]?.GetValue<int>() != status || problem["title"] is null || problem["type"] is null))
        {
            _wrong.Add($"{status} {address} {request.RequestUri}: no problem: {body[..Math.Min(body.Length, 200)]}");
        }

        if (aboveLimit && status is not (401 or 403 or 404 or 405 or 412 or 415 or 428))
        {
            _aboveLimit++;
            // Where another value of the same request is refused first, that too is before anything is done with it.
            if (status == 400 && RefusedAtOnce.Any(code => body.Contains($"\"{code}\"", StringComparison.Ordinal)))
            {
                _refusedByLength++;
                if (counted.Done.Count > 0)
                {
                    _wrong.Add($"{status} {address}: work was done for a refused text: {string.Join(", ", counted.Done)}");
                }
            }
            else
            {
                _wrong.Add($"{status} {address}: a text above its limit was taken or refused for another reason: {body[..Math.Min(body.Length, 200)]}");
            }
        }
    }

    private static async Task<string> SentAsync(HttpRequestMessage request) =>
        request.Content is null ? "" : (await request.Content.ReadAsStringAsync())[..Math.Min(500, (int)(request.Content.Headers.ContentLength ?? 500))];

    private IEnumerable<string> Dear() =>
        from each in _cost
        where each.Value.Count > Warm
        let median = each.Value.Select(cost => cost.Milliseconds).Order().ElementAt(each.Value.Count / 2)
        from cost in each.Value.Skip(Warm)
        where cost.Milliseconds > Math.Max(CheapMilliseconds, TimesTheMedian * median)
        select string.Create(CultureInfo.InvariantCulture, $"{each.Key}: {cost.Milliseconds:0} ms of CPU, median {median:0.0}: {cost.What}");

    private string Figures(int requests, int seed)
    {
        var figures = new StringBuilder();
        figures.AppendLine("CPU of the whole process a request, the ten dearest:");
        foreach (var (address, cost) in _cost.SelectMany(each => each.Value.Skip(Warm).Select(cost => (each.Key, cost))).OrderByDescending(each => each.cost.Milliseconds).Take(10))
        {
            figures.AppendLine(CultureInfo.InvariantCulture, $"  {cost.Milliseconds,8:0} ms  {address}  {cost.What[..Math.Min(cost.What.Length, 100)]}");
        }

        figures.Append(CultureInfo.InvariantCulture, $"{requests} requests to {_cost.Count} addresses, seed {seed}: {_wrong.Count} wrong, {_aboveLimit} texts above their limit, {_refusedByLength} refused before any work on them.");
        return figures.ToString();
    }
}
