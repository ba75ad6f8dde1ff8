using System.Net.Http.Headers;
using FollowUp.Access;
using FollowUp.Patients.Pages.Chart;
using FollowUp.Platform;
using FollowUp.Platform.Store;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using NodaTime;
using Npgsql;

[assembly: AssemblyFixture(typeof(FollowUp.AppTests.AppFixture))]

namespace FollowUp.AppTests;

/// <summary>One real server on a database of its own for the whole run, with a clock that the tests move.</summary>
public class AppFixture : IAsyncLifetime
{
    public static readonly Instant Start = Instant.FromUtc(2026, 11, 23, 9, 0);

    private readonly string _folder = System.IO.Directory.CreateTempSubdirectory("followup-tests-").FullName;

    private readonly string _name = $"followup_test_{Environment.ProcessId}_{Guid.NewGuid():N}"[..40];

    public FakeTimeProvider Time { get; } = new(Start.ToDateTimeOffset());

    /// <summary>Every line the server logged, for the assertion that none holds an identity.</summary>
    public RecordedLog Log { get; } = new();

    public WebApplication App { get; private set; } = null!;

    public Uri Url { get; private set; } = null!;

    public string ConnectionString { get; private set; } = "";

    /// <summary>The folder that reminders are written to.</summary>
    public string Outbox => Path.Combine(_folder, "outbox");

    private static string Admin => Environment.GetEnvironmentVariable("FOLLOWUP_TEST_DATABASE")
        ?? throw new InvalidOperationException("Set FOLLOWUP_TEST_DATABASE to a PostgreSQL these tests may create databases in, or run ops/test.");

    public virtual async ValueTask InitializeAsync()
    {
        await ExecuteAsync($"create database {_name}");
        ConnectionString = new NpgsqlConnectionStringBuilder(Admin) { Database = _name, IncludeErrorDetail = true }.ConnectionString;
        await FillAsync();
        await Build(NodeRole.Command).MigrateAsync(TestContext.Current.CancellationToken);
        App = Build(NodeRole.Solo);
        await App.StartAsync(TestContext.Current.CancellationToken);
        Url = new Uri(App.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
    }

    /// <summary>Puts into the new database what is to be there before it is migrated; by default nothing.</summary>
    protected virtual Task FillAsync() => Task.CompletedTask;

    public virtual async ValueTask DisposeAsync()
    {
        await App.StopAsync();
        await App.DisposeAsync();
        NoLineNamesAMan();
        NpgsqlConnection.ClearAllPools();
        await ExecuteAsync($"drop database if exists {_name} with (force)");
        System.IO.Directory.Delete(_folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Does something with a database that nobody set up, and drops it.</summary>
    public static async Task WithEmptyDatabaseAsync(Func<string, Task> work)
    {
        var name = $"followup_empty_{Guid.NewGuid():N}";
        await ExecuteAsync($"create database {name}");
        try
        {
            await work(new NpgsqlConnectionStringBuilder(Admin) { Database = name }.ConnectionString);
        }
        finally
        {
            await ExecuteAsync($"drop database {name} with (force)");
        }
    }

    /// <summary>What a process of this run is configured with.</summary>
    public virtual IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>
    {
        ["ConnectionStrings:FollowUp"] = ConnectionString,
        ["FollowUp:EmbeddedDatabase"] = "true",
        ["FollowUp:Url"] = "http://127.0.0.1:0",
        ["FollowUp:SignIn:DevelopmentKeyFile"] = Path.Combine(_folder, "issuer.key"),
        ["FollowUp:SignIn:KeyFolder"] = Path.Combine(_folder, "sessions"),
        ["FollowUp:MasterKey"] = Convert.ToBase64String(new byte[32]),
        ["FollowUp:Outbox"] = Outbox,
        ["FollowUp:SigningKeyFile"] = Path.Combine(_folder, "signing.pem"),
        ["FollowUp:Recalls:TickCron"] = "0 0 0 1 1 ? 2099",
        ["FollowUp:Clinics:0:Id"] = "izmir",
        ["FollowUp:Clinics:0:Name"] = "Clinic of the tests",
        ["FollowUp:Clinics:0:Synthetic"] = "false",
        ["FollowUp:Clinics:1:Id"] = "made-up",
        ["FollowUp:Clinics:1:Name"] = "Clinic of made-up men",
        ["FollowUp:Clinics:1:Synthetic"] = "true",
        ["FollowUp:Clinics:2:Id"] = "counted",
        ["FollowUp:Clinics:2:Name"] = "Clinic whose men are counted",
        ["FollowUp:Clinics:2:Synthetic"] = "true",
        ["FollowUp:Clinics:3:Id"] = "cohort",
        ["FollowUp:Clinics:3:Name"] = "Clinic of the demonstration cohort",
        ["FollowUp:Clinics:3:Synthetic"] = "true",
        ["FollowUp:Clinics:4:Id"] = "guided",
        ["FollowUp:Clinics:4:Name"] = "Clinic that adopts a rule set",
        ["FollowUp:Clinics:4:Synthetic"] = "false",
        ["FollowUp:Clinics:5:Id"] = "researched",
        ["FollowUp:Clinics:5:Name"] = "Clinic whose answers are taken out",
        ["FollowUp:Clinics:5:Synthetic"] = "false",
        ["FollowUp:Clinics:6:Id"] = "recalled",
        ["FollowUp:Clinics:6:Name"] = "Clinic that adopts a protocol",
        ["FollowUp:Clinics:6:Synthetic"] = "false",
        ["FollowUp:Clinics:20:Id"] = "paged",
        ["FollowUp:Clinics:20:Name"] = "Clinic whose worklist is read page by page",
        ["FollowUp:Clinics:20:Synthetic"] = "false",
        ["FollowUp:Clinics:32:Id"] = "desk",
        ["FollowUp:Clinics:32:Name"] = "Clinic whose work is shared",
        ["FollowUp:Clinics:32:Synthetic"] = "false",
        ["FollowUp:Clinics:33:Id"] = "settled",
        ["FollowUp:Clinics:33:Name"] = "Clinic that chooses its hours",
        ["FollowUp:Clinics:33:Synthetic"] = "false",
        ["FollowUp:Clinics:21:Id"] = "previewed",
        ["FollowUp:Clinics:21:Name"] = "Clinic whose reminders are previewed",
        ["FollowUp:Clinics:21:Synthetic"] = "true",
        ["FollowUp:Clinics:21:Protocol"] = "standard-2",
        ["FollowUp:Clinics:7:Id"] = "studied",
        ["FollowUp:Clinics:7:Name"] = "Clinic whose men are studied elsewhere",
        ["FollowUp:Clinics:7:Synthetic"] = "false",
        ["FollowUp:Clinics:42:Id"] = "scripted",
        ["FollowUp:Clinics:42:Name"] = "Clinic whose datasets a script reads",
        ["FollowUp:Clinics:42:Synthetic"] = "true",
        ["FollowUp:Clinics:8:Id"] = "kept",
        ["FollowUp:Clinics:8:Name"] = "Clinic whose reports are kept",
        ["FollowUp:Clinics:8:Synthetic"] = "false",
        ["FollowUp:Reports:AnswerAtOnce"] = "500",
        ["FollowUp:Clinics:41:Id"] = "large",
        ["FollowUp:Clinics:41:Name"] = "Clinic of more men than are answered for at once",
        ["FollowUp:Clinics:41:Synthetic"] = "true",
        ["FollowUp:Clinics:40:Id"] = "folded",
        ["FollowUp:Clinics:40:Name"] = "Clinic of men whom chance made",
        ["FollowUp:Clinics:40:Synthetic"] = "true",
        ["FollowUp:Clinics:60:Id"] = "examined",
        ["FollowUp:Clinics:60:Name"] = "Clinic whose work-up is taken out",
        ["FollowUp:Clinics:60:Synthetic"] = "false",
        ["FollowUp:Clinics:9:Id"] = "bundled",
        ["FollowUp:Clinics:9:Name"] = "Clinic whose men are bundled",
        ["FollowUp:Clinics:9:Synthetic"] = "false",
    };

    /// <summary>A process on this run's database, as another node or a restarted one.</summary>
    public WebApplication Build(NodeRole role, params (string Key, string Value)[] settings) => Hosting.Build([], role, builder =>
    {
        builder.Configuration.AddInMemoryCollection(Settings);
        builder.Configuration.AddInMemoryCollection([KeyValuePair.Create("Logging:LogLevel:Default", (string?)"Debug")]);
        builder.Configuration.AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)));
        builder.Logging.ClearProviders().AddProvider(Log);
        builder.Services.AddSingleton(new StoreTime(Time));
    });

    /// <summary>A client signed in with a role, in a clinic.</summary>
    public HttpClient As(string role, string clinic = "izmir", string? user = null, Uri? url = null)
    {
        var issuer = DevelopmentIssuer.From(App.Configuration)!;
        var client = new HttpClient { BaseAddress = url ?? Url };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Bearer", issuer.Issue(user ?? $"{role}-1", role, clinic, SystemClock.Instance.GetCurrentInstant()));
        return client;
    }

    // Of the whole run, so here: what this throws fails the run.
    private void NoLineNamesAMan()
    {
        Log.Lines.ShouldNotBeEmpty();
        foreach (var secret in Men.Secrets)
        {
            Log.Lines.FirstOrDefault(line => line.Contains(secret, StringComparison.OrdinalIgnoreCase)).ShouldBeNull();
        }
    }

    private static async Task ExecuteAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(Admin);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
