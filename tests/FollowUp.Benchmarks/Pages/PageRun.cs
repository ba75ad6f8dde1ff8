using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using FollowUp.Benchmarks.Chaos;
using NodaTime;

namespace FollowUp.Benchmarks.Pages;

/// <summary>The pages that nurses open all day, one after the other as a browser asks for them: the desk with very many due, a man with very many facts.</summary>
/// <param name="due">How many men are due.</param>
/// <param name="facts">How many facts the long man has.</param>
/// <param name="times">How often each page is opened once it is warm.</param>
internal sealed partial class PageRun(int due, int facts, int times)
{
    private const double MostMilliseconds = 50;

    private const double MostKilobytes = 200;

    private const int WarmUp = 100;

    /// <summary>Measures and prints; 0 when every page keeps within both targets, else 1.</summary>
    public async Task<int> RunAsync()
    {
        var environs = (await Environs.MakeAsync()).With(new Dictionary<string, string>
        {
            ["FollowUp__Clinics__0__Synthetic"] = "true", ["Logging__LogLevel__Default"] = "Warning", ["FollowUp__Recalls__TickCron"] = "0 0 0 1 1 ? 2099",
        });
        var program = Environment.GetEnvironmentVariable("FOLLOWUP_PROGRAM")!;
        _ = await ServerProcess.RunAsync(environs, Environs.FreeUrl(), program, "migrate") ?? throw new InvalidOperationException("The schema could not be made.");
        var today = SystemClock.Instance.GetCurrentInstant().InUtc().Date;
        var (cohort, man) = (new DueCohort(due, today, textMessages: false), new LongMan(facts, today));
        await using var server = await ServerProcess.StartAsync(environs, program, "serve");
        await Console.Error.WriteLineAsync($"Importing {due} men who are due, and one with {facts} facts");
        await Import.RunAsync(server.Url, cohort.Utf8, cohort.Facts, environs.Token());
        await Import.RunAsync(server.Url, man.Utf8, man.Facts, environs.Token());
        using var browser = await SignedInAsync(server.Url);

        Console.WriteLine($"""

            {Environment.ProcessorCount} cores, shared by browser, server and database; {due} men due, a man with {facts} facts; {times} times each, one after the other

            | Page                     | p50 ms | p95 ms |   KB | target: p95 below {MostMilliseconds:0} ms, below {MostKilobytes:0} KB |
            |--------------------------|-------:|-------:|-----:|------------------------------------------|
            """);
        var reached = true;
        foreach (var (name, address) in ((string, string)[])
            [("Today", "today"), ("Today, only overdue", "today?show=overdue"), ("The man", $"men/{man.Id}"), ("His call", $"men/{man.Id}/call"), ("His whole timeline", $"men/{man.Id}/timeline")])
        {
            reached &= await OpenAsync(browser, name, address);
        }

        return reached ? 0 : 1;
    }

    private async Task<bool> OpenAsync(HttpClient browser, string name, string address)
    {
        var took = new List<double>();
        var kilobytes = 0.0;
        for (var i = -WarmUp; i < times; i++)
        {
            var begun = Stopwatch.GetTimestamp();
            using var answer = await browser.GetAsync(new Uri(address, UriKind.Relative));
            var body = await answer.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync();
            if (i >= 0)
            {
                took.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
                kilobytes = body.Length / 1000.0;
            }
        }

        took.Sort();
        var p95 = took[(int)(0.95 * times)];
        var reached = p95 < MostMilliseconds && kilobytes < MostKilobytes;
        Console.WriteLine($"| {name,-24} | {took[times / 2],6:0.0} | {p95,6:0.0} | {kilobytes,4:0} | {(reached ? "reached" : "MISSED"),-40} |");
        return reached;
    }

    private static async Task<HttpClient> SignedInAsync(Uri server)
    {
        var browser = new HttpClient(new HttpClientHandler { CookieContainer = new CookieContainer() }) { BaseAddress = server, Timeout = TimeSpan.FromMinutes(2) };
        var page = await browser.GetStringAsync(new Uri("sign-in", UriKind.Relative));
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["_token"] = WebUtility.HtmlDecode(Token().Match(page).Groups["token"].Value), ["role"] = "nurse", ["clinic"] = Environs.Clinic, ["from"] = "/keys",
        });
        using var answer = await browser.PostAsync(new Uri("sign-in/development", UriKind.Relative), form);
        return answer.EnsureSuccessStatusCode().RequestMessage!.RequestUri!.AbsolutePath == "/keys" ? browser
            : throw new InvalidOperationException("The benchmark could not sign in.");
    }

    [GeneratedRegex("""name="_token" value="(?<token>[^"]+)""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Token();
}
