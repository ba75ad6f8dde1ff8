using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using FollowUp.Benchmarks.Load;
using FollowUp.Benchmarks.Work;
using FollowUp.Patients.Pages.Chart;
using NodaTime;
using NodaTime.Text;

namespace FollowUp.Benchmarks.Reports;

/// <summary>
/// The main report of rows beside a bare SQL aggregate over the same rows; how soon a row knows what was recorded; the rows' rebuild, broken off
/// and gone on with while others write; the main report of a past day, from streams.
/// </summary>
/// <param name="sizes">How many men the report of rows is made of, one after another.</param>
/// <param name="folded">How many men the rebuild and the report of a past day are made of.</param>
internal sealed class ReportRun(IReadOnlyList<int> sizes, int folded)
{
    private const int Writers = 200;

    private const int Recorded = 300;

    private static readonly string Program = Environment.GetEnvironmentVariable("FOLLOWUP_PROGRAM")!;

    /// <summary>Measures and prints; 0 when every target is reached, else 1.</summary>
    public async Task<int> RunAsync()
    {
        var environs = (await Environs.MakeAsync()).With(new Dictionary<string, string>
        {
            ["FollowUp__Clinics__0__Synthetic"] = "true", ["FollowUp__Reports__AnswerAtOnce"] = "0", ["FollowUp__Recalls__TickCron"] = "0 0 0 1 1 ? 2099",
            ["Logging__LogLevel__Default"] = "Warning",
        });
        _ = await ServerProcess.RunAsync(environs, Environs.FreeUrl(), Program, "migrate") ?? throw new InvalidOperationException("The schema could not be made.");
        var (copies, cohort) = (new Copies(environs), new Cohort(Writers));
        var reached = true;
        await using (var server = await ServerProcess.StartAsync(environs, Program, "serve"))
        {
            await Say("Recording the demonstration cohort and the men who are written to");
            _ = await ServerProcess.RunAsync(environs, server.Url, Program, "demo") ?? throw new InvalidOperationException("The cohort could not be recorded.");
            await Import.RunAsync(server.Url, cohort.Utf8, cohort.Facts, environs.Token());
            await CurrentAsync(environs);
        }

        Console.WriteLine($"""

            {Environment.ProcessorCount} cores, shared by load, server and database; load average {File.ReadAllText("/proc/loadavg").Split(' ')[0]}

            | Men in rows | report, s | bare SQL, s | of SQL | more memory, MB | target: at most 3 times, below 200 MB |
            |------------:|----------:|------------:|-------:|----------------:|---------------------------------------|
            """);
        foreach (var size in sizes)
        {
            await Say($"Rows of {size} men");
            reached &= await FromRowsAsync(environs, await copies.RowsAsync(size));
        }

        // Each number is printed as soon as it is there, for the whole takes half an hour.
        Console.WriteLine();
        await Say("How soon a row knows");
        var fresh = await FreshnessAsync(environs, cohort);
        Console.WriteLine($"Recorded to known by its row     {Quantile(fresh, 0.5):0} ms (median), {Quantile(fresh, 0.95):0} ms (p95)");
        await copies.OnlyRecordedRowsAsync();
        await Say($"Streams of {folded} men");
        var men = await copies.MenAsync(folded);
        var events = await environs.AskAsync<long>("select count(*) from followup.mt_events");
        await using var both = await ServerProcess.StartAsync(environs, Program, "serve");
        await Say($"Rows of {events} events by the projection");
        var clock = Stopwatch.StartNew();
        await CurrentAsync(environs);
        Console.WriteLine($"Rows by the projection           {events / clock.Elapsed.TotalSeconds:0} events/s, of {events} events of {men} men");
        await Say("The report of a past instant");
        var (past, memory) = await AsOfAsync(environs, both);
        Console.WriteLine($"Main report as of the past       {past:0.0} s, {men / past:0} men/s, {memory:0} MB more memory");
        await Say("Rebuilding while others write");
        var (rebuilt, alone, meanwhile, errors) = await RebuildAsync(environs, both, cohort, events);
        Console.WriteLine($"""
            Rebuild of documents and rows    {rebuilt:0} events/s, killed after a third and gone on with
            POST meanwhile                   {meanwhile.Quantile(0.5):0.0} ms (median), {meanwhile.Quantile(0.99):0.0} ms (p99), {errors} errors; without a rebuild {alone.Quantile(0.5):0.0} and {alone.Quantile(0.99):0.0} ms
            """);
        return reached && errors == 0 ? 0 : 1;
    }

    private static async Task<bool> FromRowsAsync(Environs environs, long men)
    {
        await using var server = await ServerProcess.StartAsync(environs, Program, "serve");
        using var client = Client(environs, server);
        (await client.GetAsync(new Uri("reports", UriKind.Relative))).EnsureSuccessStatusCode();
        var before = server.ResidentMegabytes;

        // Once each before, so that code and pages are warm.
        _ = (await ReportAsync(client), await BareAggregate.SecondsAsync(environs));
        List<double> product = [], sql = [];
        for (var i = 0; i < 3; i++)
        {
            product.Add(await ReportAsync(client));
            sql.Add(await BareAggregate.SecondsAsync(environs));
        }

        var (report, bare, more) = (Quantile(product, 0.5), Quantile(sql, 0.5), server.PeakMegabytes - before);
        var reached = report <= 3 * bare && more < 200;
        Console.WriteLine($"| {men,11} | {report,9:0.00} | {bare,11:0.00} | {report / bare,6:0.00} | {more,15:0} | {(reached ? "reached" : "MISSED"),-37} |");
        return reached;
    }

    private static async Task<double> ReportAsync(HttpClient client)
    {
        var clock = Stopwatch.StartNew();
        using var answer = await client.GetAsync(new Uri("reports/testosterone-return", UriKind.Relative));
        await answer.Content.ReadAsByteArrayAsync();
        return answer.StatusCode == HttpStatusCode.OK ? clock.Elapsed.TotalSeconds : throw new InvalidOperationException($"The report of rows was answered with {answer.StatusCode}.");
    }

    private static async Task<IReadOnlyList<double>> FreshnessAsync(Environs environs, Cohort cohort)
    {
        await using var server = await ServerProcess.StartAsync(environs, Program, "serve");
        await CurrentAsync(environs);
        using var http = new HttpMessageInvoker(new SocketsHttpHandler());
        var (work, took) = (new PostContact(cohort.Men), new List<double>());
        for (var i = 0; i < Recorded; i++)
        {
            using var request = work.Next(server.Url);
            request.Headers.Authorization = environs.Token();
            using var answer = await http.SendAsync(request, CancellationToken.None);
            answer.EnsureSuccessStatusCode();
            var recorded = Stopwatch.GetTimestamp();
            await CurrentAsync(environs);
            took.Add(Stopwatch.GetElapsedTime(recorded).TotalMilliseconds);
        }

        return took;
    }

    private static async Task<(double PerSecond, Window Alone, Window Meanwhile, int Errors)> RebuildAsync(Environs environs, ServerProcess server, Cohort cohort, long events)
    {
        using var load = new Generator(server, new PostContact(cohort.Men), environs.Token(), connections: 1);
        _ = await load.RunAsync(TimeSpan.FromSeconds(5));
        var alone = Window.Join([await load.RunAsync(TimeSpan.FromSeconds(10))]);
        var (ended, men) = (false, await environs.AskAsync<long>("select count(*) from followup.mt_doc_coursedocument"));
        var writing = Task.Run(async () =>
        {
            List<Window> windows = [];
            while (!Volatile.Read(ref ended))
            {
                windows.Add(await load.RunAsync(TimeSpan.FromSeconds(1)));
            }

            return Window.Join(windows);
        });
        var first = await ServerProcess.RunUntilAsync(environs, server.Url, async () =>
            await environs.AskAsync<long>("select coalesce(max((data ->> 'done')::bigint), 0) from followup.mt_doc_rebuildplace") >= men / 3, Program, "rebuild");
        var second = await ServerProcess.RunAsync(environs, server.Url, Program, "rebuild") ?? throw new InvalidOperationException("The rebuild failed.");
        Volatile.Write(ref ended, true);
        var meanwhile = await writing;
        return (events / (first + second).TotalSeconds, alone, meanwhile, alone.Errors + meanwhile.Errors);
    }

    private static async Task<(double Seconds, double Megabytes)> AsOfAsync(Environs environs, ServerProcess server)
    {
        using var client = Client(environs, server);
        var before = server.ResidentMegabytes;
        server.ForgetPeak();
        var clock = Stopwatch.StartNew();
        var past = InstantPattern.ExtendedIso.Format(SystemClock.Instance.GetCurrentInstant() - Duration.FromMinutes(1));
        using var taken = await client.GetAsync(new Uri($"reports/testosterone-return?asOf={Uri.EscapeDataString(past)}", UriKind.Relative));
        var job = taken.StatusCode == HttpStatusCode.Accepted ? taken.Headers.Location! : throw new InvalidOperationException($"The past was answered with {taken.StatusCode}.");
        while (true)
        {
            var says = await client.GetFromJsonAsync<JsonNode>(job);
            if (says!["state"]!.ToString() is var state and not ("Waiting" or "Running"))
            {
                return state == "Done" ? (clock.Elapsed.TotalSeconds, server.PeakMegabytes - before) : throw new InvalidOperationException($"The job ended: {says}");
            }

            await Task.Delay(200);
        }
    }

    // Until the rows know the last event there is.
    private static async Task CurrentAsync(Environs environs)
    {
        var last = await environs.AskAsync<long>("select max(seq_id) from followup.mt_events");
        while (await environs.AskAsync<long>("select coalesce(max(last_seq_id), 0) from followup.mt_event_progression where name = 'CohortRow:All'") < last)
        {
            await Task.Delay(5);
        }
    }

    private static HttpClient Client(Environs environs, ServerProcess server)
    {
        var client = new HttpClient { BaseAddress = server.Url, Timeout = TimeSpan.FromMinutes(10) };
        client.DefaultRequestHeaders.Authorization = environs.Token();
        return client;
    }

    private static double Quantile(IEnumerable<double> took, double share) => took.Order().ToList() is var sorted ? sorted[(int)Math.Min(sorted.Count - 1, share * sorted.Count)] : 0;

    private static Task Say(string what) => Console.Error.WriteLineAsync(what);
}
