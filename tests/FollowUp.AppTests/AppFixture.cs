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

/// <summary>One real server on a database of its own for the whole run, with a clock that the tests set.</summary>
public class AppFixture : IAsyncLifetime
{
    public static readonly Instant Start = Instant.FromUtc(2026, 11, 23, 9, 0);

    // The tests run the recalls by hand.
    private const string Never = "0 0 0 1 1 ? 2099";

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
    public virtual IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>(Clinics.SelectMany((clinic, n) => clinic.Settings(n)))
    {
        ["ConnectionStrings:FollowUp"] = ConnectionString,
        ["FollowUp:EmbeddedDatabase"] = "true",
        ["FollowUp:Url"] = "http://127.0.0.1:0",
        ["FollowUp:SignIn:DevelopmentKeyFile"] = Path.Combine(_folder, "issuer.key"),
        ["FollowUp:SignIn:KeyFolder"] = Path.Combine(_folder, "sessions"),
        ["FollowUp:MasterKey"] = Convert.ToBase64String(new byte[32]),
        ["FollowUp:Outbox"] = Outbox,
        ["FollowUp:SigningKeyFile"] = Path.Combine(_folder, "signing.pem"),
        ["FollowUp:Recalls:TickCron"] = Never,
        ["FollowUp:Reports:AnswerAtOnce"] = "500",
    };

    /// <summary>The clinics of this run.</summary>
    protected virtual IReadOnlyList<TestClinic> Clinics => DefaultClinics;

    /// <summary>The clinics of most runs. A test whose answers depend on all men of a clinic, or on its guidelines, has one of its own.</summary>
    protected static IReadOnlyList<TestClinic> DefaultClinics { get; } =
    [
        new("izmir", "Clinic of the tests"),
        new("made-up", "Clinic of made-up men") { Synthetic = true },
        new("counted", "Clinic whose men are counted") { Synthetic = true },
        new("cohort", "Clinic of the demonstration cohort") { Synthetic = true },
        new("walked", "Clinic whose pages are all opened") { Synthetic = true },
        new("guided", "Clinic that adopts a rule set"),
        new("researched", "Clinic whose answers are exported"),
        new("recalled", "Clinic that adopts a protocol"),
        new("studied", "Clinic whose men are studied elsewhere"),
        new("kept", "Clinic whose reports are kept"),
        new("bundled", "Clinic whose men are bundled"),
        new("paged", "Clinic whose worklist is read page by page"),
        new("previewed", "Clinic whose reminders are previewed") { Synthetic = true, Protocol = "standard-2" },
        new("desk", "Clinic whose work is shared"),
        new("settled", "Clinic that chooses its hours"),
        new("folded", "Clinic of random men") { Synthetic = true },
        new("large", "Clinic with more men than a report covers at once") { Synthetic = true },
        new("scripted", "Clinic whose datasets a script reads") { Synthetic = true },
        new("examined", "Clinic whose work-up is exported"),
    ];

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

/// <summary>A clinic of a test run.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
public sealed record TestClinic(string Id, string Name)
{
    /// <summary>Whether its men are made up, so that the recorded time may be set.</summary>
    public bool Synthetic { get; init; }

    /// <summary>The protocol it is configured with; null for the default.</summary>
    public string? Protocol { get; init; }

    /// <summary>Its country; null for the default.</summary>
    public string? Region { get; init; }

    /// <summary>The number that reminders ask to call; null for none.</summary>
    public string? Telephone { get; init; }

    /// <summary>Its settings, as the clinic of a number.</summary>
    public IEnumerable<KeyValuePair<string, string?>> Settings(int number) =>
        new (string Name, string? Value)[]
        {
            (nameof(Id), Id), (nameof(Name), Name), (nameof(Synthetic), Synthetic ? "true" : "false"),
            (nameof(Protocol), Protocol), (nameof(Region), Region), (nameof(Telephone), Telephone),
        }
        .Where(setting => setting.Value is not null)
        .Select(setting => KeyValuePair.Create(FormattableString.Invariant($"FollowUp:Clinics:{number}:{setting.Name}"), setting.Value));
}
