using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using FollowUp.AppTests.Recalls;
using FollowUp.Benchmarks.Chaos;
using FollowUp.Recalls.Rules;
using NodaTime;
using NodaTime.Text;
using Npgsql;

namespace FollowUp.Benchmarks.Recalls;

/// <summary>
/// Sending beside what one would write by hand, and the dates that lists find men by at a million of them: what a tick with nothing due costs
/// with few men and with many, and the first page of the worklist.
/// </summary>
internal sealed class RecallRun(int items, int men)
{
    private const int Asked = 200;

    /// <summary>Measures and prints; 0 when every target is reached, else 1.</summary>
    public async Task<int> RunAsync()
    {
        await using var mail = new MailServer();
        var environs = (await Environs.MakeAsync()).With(Settings(mail));
        var program = Environment.GetEnvironmentVariable("FOLLOWUP_PROGRAM")!;
        _ = await ServerProcess.RunAsync(environs, Environs.FreeUrl(), program, "migrate") ?? throw new InvalidOperationException("The schema could not be made.");
        var today = SystemClock.Instance.GetCurrentInstant().InUtc().Date;
        var cohort = new DueCohort(items, today, textMessages: false);
        var token = environs.Token();
        double sent, warm, floor, completeness, simulation;
        IReadOnlyList<double> idleFew, idleMany, page;
        await using (var server = await ServerProcess.StartAsync(environs, program, "serve"))
        {
            await Say($"Importing {items} men");
            await Import.RunAsync(server.Url, cohort.Utf8, cohort.Facts, token);
            using var client = new HttpClient { BaseAddress = server.Url, Timeout = TimeSpan.FromMinutes(2) };
            client.DefaultRequestHeaders.Authorization = token;
            await Say("Sending through the queue");
            var (all, half) = await SendAllAsync(client, mail);
            (sent, warm) = (items / all.TotalSeconds, items / 2 / (all - half).TotalSeconds);
            await Say("Sending by hand");
            floor = items / (await Floor.RunAsync(environs.Connection, mail.Port, items)).TotalSeconds;
            idleFew = await AskAsync(() => OrderAsync(client), Asked);
            completeness = (await AskAsync(() => client.GetAsync(new Uri("worklist/completeness", UriKind.Relative)), 3))[1];
            simulation = (await AskAsync(() => client.GetAsync(new Uri("recalls/simulation", UriKind.Relative)), 3))[1];
            await Say($"Dates of {men} men");
            await FillAsync(environs, men, today);
            idleMany = await AskAsync(() => OrderAsync(client), Asked);
            page = await AskAsync(() => client.GetAsync(new Uri("worklist?limit=50", UriKind.Relative)), Asked);
        }

        Console.WriteLine($"""

            {Environment.ProcessorCount} cores, shared by load, server and database; {items} items, then {men} men; load average {File.ReadAllText("/proc/loadavg").Split(' ')[0]}
            Sent through the queue, items/s        {sent,8:0}
            The second half of them, items/s       {warm,8:0}
            Sent by hand in the same run, items/s  {floor,8:0}
            Of the floor                           {sent / floor,8:0.00}   target at least 0.5 {Reached(sent / floor >= 0.5)}
            Completeness of {items} men, ms      {completeness,8:0}
            Simulation of {items} men, ms        {simulation,8:0}
            Tick with nothing due, few men, ms     {Median(idleFew),8:0.0}
            The same with {men} men, ms        {Median(idleMany),8:0.0}   target no more than twice {Reached(Median(idleMany) <= 2 * Math.Max(Median(idleFew), 5))}
            First page of the worklist, p95 ms     {Quantile(page, 0.95),8:0.0}   target below 50 {Reached(Quantile(page, 0.95) < 50)}
            """);
        return sent / floor >= 0.5 && Median(idleMany) <= 2 * Math.Max(Median(idleFew), 5) && Quantile(page, 0.95) < 50 ? 0 : 1;
    }

    private async Task<(TimeSpan All, TimeSpan Half)> SendAllAsync(HttpClient client, MailServer mail)
    {
        var clock = Stopwatch.StartNew();
        TimeSpan? half = null;
        await OrderAsync(client);
        while (mail.Taken.Count is var taken && taken < items)
        {
            half ??= taken >= items / 2 ? clock.Elapsed : null;
            if (clock.Elapsed > TimeSpan.FromMinutes(5))
            {
                throw new InvalidOperationException($"Only {mail.Taken.Count} of {items} were sent.");
            }

            await Task.Delay(50);
        }

        return (clock.Elapsed, half ?? clock.Elapsed / 2);
    }

    private static async Task<HttpResponseMessage> OrderAsync(HttpClient client)
    {
        var noon = Protocol.Of("standard-1").SendingHours.Next(SystemClock.Instance.GetCurrentInstant(), DateTimeZoneProviders.Tzdb["Europe/Istanbul"])!.Value;
        using var content = new StringContent($$"""{"asOf":"{{InstantPattern.ExtendedIso.Format(noon + Duration.FromMinutes(1))}}"}""", Encoding.UTF8, "application/json");
        return await client.PostAsync(new Uri("recalls/send", UriKind.Relative), content);
    }

    private static async Task<IReadOnlyList<double>> AskAsync(Func<Task<HttpResponseMessage>> ask, int times)
    {
        var took = new List<double>();
        for (var i = 0; i < times; i++)
        {
            var begun = Stopwatch.GetTimestamp();
            using var answer = await ask();
            answer.EnsureSuccessStatusCode();
            await answer.Content.ReadAsByteArrayAsync();
            took.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
        }

        took.Sort();
        return took;
    }

    // The dates of men who exist for the lists alone, none of them due before next year; their streams are not asked for.
    private static async Task FillAsync(Environs environs, int men, LocalDate today)
    {
        var day = LocalDatePattern.Iso.Format(today.PlusYears(1));
        await using var source = NpgsqlDataSource.Create(environs.Connection);
        await using var fill = source.CreateCommand($"""
            create temp table model as select * from followup.mt_doc_coursedocument limit 1;
            insert into followup.mt_doc_coursedocument
            select (jsonb_populate_record(null::followup.mt_doc_coursedocument, to_jsonb(model) || jsonb_build_object(
                'id', fresh.id, 'work_from', '{day}', 'remind_from', '{day}',
                'data', model.data || jsonb_build_object('id', fresh.id, 'workFrom', '{day}', 'remindFrom', '{day}')))).*
            from model, (select gen_random_uuid() as id from generate_series(1, {men})) fresh;
            analyze followup.mt_doc_coursedocument;
            """);
        fill.CommandTimeout = 600;
        await fill.ExecuteNonQueryAsync();
    }

    private static Dictionary<string, string> Settings(MailServer mail) => new()
    {
        ["FollowUp__Clinics__0__Synthetic"] = "true",
        ["FollowUp__Smtp__Host"] = "127.0.0.1",
        ["FollowUp__Smtp__Port"] = mail.Port.ToString(CultureInfo.InvariantCulture),
        ["FollowUp__Smtp__Security"] = "None",
        ["FollowUp__Smtp__From"] = "reminders@clinic.example",
        ["FollowUp__Recalls__MostPerMinute"] = "10000",
        ["Logging__LogLevel__Default"] = "Warning",
    };

    private static double Median(IReadOnlyList<double> took) => Quantile(took, 0.5);

    private static double Quantile(IReadOnlyList<double> took, double share) => took[(int)Math.Min(took.Count - 1, share * took.Count)];

    private static string Reached(bool reached) => reached ? "reached" : "MISSED";

    private static Task Say(string what) => Console.Error.WriteLineAsync(what);
}
