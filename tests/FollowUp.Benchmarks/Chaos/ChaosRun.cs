using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using FollowUp.AppTests.Recalls;
using FollowUp.Course;
using FollowUp.Recalls.Rules;
using FollowUp.Recalls.Rules.Messages;
using NodaTime;
using NodaTime.Text;
using Npgsql;

namespace FollowUp.Benchmarks.Chaos;

/// <summary>
/// The kill test: three servers of one database send to men who are due, through a mail server and a gateway that sometimes take a message
/// and drop the line, while servers and database are killed at random. Afterwards nothing is lost and nothing was taken twice.
/// </summary>
internal sealed class ChaosRun(int men, bool standStill = false)
{
    private const int Seed = 20260305;

    // Longer than the lease, and than another node needs to take a dead one's queue over.
    private static readonly TimeSpan StandsStill = TimeSpan.FromSeconds(140);

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(6);

    private readonly int _kills = Math.Clamp(men / 100, 4, 20);

    /// <summary>Runs and prints; 0 when every promise held.</summary>
    public async Task<int> RunAsync()
    {
        var random = new Random(Seed);
        await using var mail = new MailServer();
        await using var gateway = await SmsGateway.StartAsync();
        var busy = new ConcurrentDictionary<string, bool>();
        gateway.Treat = message => (int.Parse(message["to"]!.ToString()[^2..], CultureInfo.InvariantCulture)) switch
        {
            < 8 => 0,
            < 16 => busy.TryAdd(message["id"]!.ToString(), true) ? 503 : null,
            _ => null,
        };
        for (var i = 0; i < men; i += 2)
        {
            mail.Treat(DueCohort.AddressOf(i), random.Next(100) switch { < 8 => Treatment.DropAfterData, < 12 => Treatment.DropBeforeData, _ => Treatment.Accept });
        }

        var environs = (await Environs.MakeAsync()).With(Settings(mail, gateway));
        var program = Environment.GetEnvironmentVariable("FOLLOWUP_PROGRAM")!;
        _ = await ServerProcess.RunAsync(environs, Environs.FreeUrl(), program, "migrate") ?? throw new InvalidOperationException("The schema could not be made.");
        var clock = Stopwatch.StartNew();
        await using var nodes = new Nodes(
            environs, program, Environment.GetEnvironmentVariable("FOLLOWUP_POSTGRES")!, Environment.GetEnvironmentVariable("FOLLOWUP_POSTGRES_DATA")!);
        await nodes.StartAsync();
        var token = environs.Token();
        var cohort = new DueCohort(men, SystemClock.Instance.GetCurrentInstant().InUtc().Date, textMessages: true);
        await Import.RunAsync(nodes.Urls[0], cohort.Utf8, cohort.Facts, token);
        await Say($"{men} men are due after {clock.Elapsed.TotalSeconds:0} s; {(standStill ? "the leader and another stand still" : $"{_kills} kills follow")}");

        using var stopping = new CancellationTokenSource();
        var driving = DriveAsync(nodes, token, stopping.Token);
        if (standStill)
        {
            await Task.Delay(TimeSpan.FromSeconds(1));
            var still = await nodes.StandStillAsync(StandsStill);
            await Say($"Nodes {string.Join(" and ", still)} stood still for {StandsStill.TotalSeconds:0} s, the leader among them");
        }

        for (var i = 0; i < (standStill ? 0 : _kills); i++)
        {
            await Task.Delay(TimeSpan.FromSeconds(1 + (random.NextDouble() * 2)));
            await KillAsync(nodes, database: i % 4 == 3, random);
        }

        // A server that did not outlive the breakers, or a mailbox that now accepts: what is left settles by itself.
        for (var i = 0; i < men; i += 2)
        {
            mail.TreatAgain(DueCohort.AddressOf(i), Treatment.DropBeforeData, Treatment.Accept);
        }

        var since = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(since) < Patience && !await IsSettledAsync(environs))
        {
            await Task.Delay(500);
            await nodes.WatchAsync();
        }

        await stopping.CancelAsync();
        await driving;
        var verdict = await Verdict.ReadAsync(environs, men, mail, gateway);
        verdict.Print();
        Console.WriteLine($"""
            Killed: servers and database         {nodes.NodesKilled,6} {nodes.DatabaseKilled,6}
            Queue of a dead server taken over    {(nodes.TakenOverAfter.Count == 0 ? "none held work" : $"after {nodes.TakenOverAfter.Min().TotalSeconds:0}-{nodes.TakenOverAfter.Max().TotalSeconds:0} s, {nodes.TakenOverAfter.Count} of them")}
            Stood still, and woke                {(standStill ? 2 : 0),6}
            Whole run                            {clock.Elapsed.TotalSeconds,6:0} s
            {(verdict.Holds ? "Nothing lost, nothing taken twice, every doubt visible." : "BROKEN")}
            """);
        return verdict.Holds ? 0 : 1;
    }

    private static async Task KillAsync(Nodes nodes, bool database, Random random)
    {
        if (database)
        {
            await Say("kill -9 the database");
            await nodes.KillDatabaseAsync();
        }
        else
        {
            await Say("kill -9 a server");
            await nodes.KillNodeAsync(random);
            await nodes.StartAsync();
        }
    }

    // What the ticks would order, from one server after another, and now and then from all at once.
    private static async Task DriveAsync(Nodes nodes, AuthenticationHeaderValue token, CancellationToken stopping)
    {
        var noon = SendingHours().Next(SystemClock.Instance.GetCurrentInstant(), DateTimeZoneProviders.Tzdb["Europe/Istanbul"])!.Value;
        var body = $$"""{"asOf":"{{InstantPattern.ExtendedIso.Format(noon + Duration.FromMinutes(1))}}"}""";
        for (var i = 0; !stopping.IsCancellationRequested; i++)
        {
            var urls = nodes.Urls;
            await Task.WhenAll(urls.Where((_, node) => i % 5 == 0 || node == i % urls.Count).Select(url => OrderAsync(url, token, body)));
            await Task.Delay(1000, CancellationToken.None);
        }
    }

    private static SendingHours SendingHours() => Protocol.Of("standard-1").SendingHours;

    private static async Task OrderAsync(Uri url, AuthenticationHeaderValue token, string body)
    {
        try
        {
            using var client = new HttpClient { BaseAddress = url, Timeout = TimeSpan.FromSeconds(20) };
            client.DefaultRequestHeaders.Authorization = token;
            using var content = new StringContent(body, Encoding.UTF8, "application/json");
            using var response = await client.PostAsync(new Uri("recalls/send", UriKind.Relative), content);
        }
        catch (Exception killed) when (killed is HttpRequestException or OperationCanceledException)
        {
            // That is what this run is about.
        }
    }

    private async Task<bool> IsSettledAsync(Environs environs)
    {
        try
        {
            return await environs.AskAsync<long>("select count(*) from followup.mt_doc_reminderclaim where data ->> 'state' not in ('Claimed', 'HandedOver')") == men;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }

    private Dictionary<string, string> Settings(MailServer mail, SmsGateway gateway) => new()
    {
        ["FollowUp__Clinics__0__Synthetic"] = "true",
        ["FollowUp__Smtp__Host"] = "127.0.0.1",
        ["FollowUp__Smtp__Port"] = mail.Port.ToString(CultureInfo.InvariantCulture),
        ["FollowUp__Smtp__Security"] = "None",
        ["FollowUp__Smtp__From"] = "reminders@clinic.example",
        ["FollowUp__Smtp__TimeoutSeconds"] = "10",
        ["FollowUp__Sms__Url"] = gateway.Url.ToString(),
        ["FollowUp__Sms__Secret"] = SmsGateway.Secret,
        ["FollowUp__Sms__ReceiptSecret"] = SmsGateway.ReceiptSecret,
        ["FollowUp__Sms__TimeoutSeconds"] = "10",
        ["FollowUp__Recalls__LeaseSeconds"] = "30",
        ["FollowUp__Recalls__LostAfterMinutes"] = "1",
        ["FollowUp__Recalls__RetrySeconds"] = "2 10",

        // No tick by the clock: it would put a message off until the clinic's hours, and this run is to hold at every hour of every day. The
        // rounds that DriveAsync asks for, as of noon, do what a tick does.
        ["FollowUp__Recalls__TickCron"] = "0 0 0 1 1 ? 2099",
        ["FollowUp__Recalls__MostPerMinute"] = Math.Max(30, men / 2).ToString(CultureInfo.InvariantCulture),
        ["Logging__LogLevel__Default"] = "None",
    };

    private static Task Say(string what) => Console.Error.WriteLineAsync(what);
}
