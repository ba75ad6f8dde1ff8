using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using FollowUp.Access;
using FollowUp.Platform.Store;
using Microsoft.Extensions.Configuration;
using NodaTime;
using Npgsql;

namespace FollowUp.Benchmarks;

/// <summary>What both servers share: a fresh database, the clinic, the key that tokens are signed with.</summary>
internal sealed class Environs
{
    public const string Clinic = "bench";

    private const string Name = "followup_bench";

    private readonly Dictionary<string, string> _variables = new()
    {
        ["FollowUp__Clinics__0__Id"] = Clinic,
        ["FollowUp__Clinics__0__Name"] = "Clinic of the benchmark",
        ["FollowUp__Clinics__0__Zone"] = "Europe/Istanbul",
        ["FollowUp__Clinics__0__Synthetic"] = "false",
        ["FollowUp__Outbox"] = Path.Combine(Path.GetTempPath(), Name),
    };

    /// <summary>Sets more of what the servers are configured with.</summary>
    public Environs With(IReadOnlyDictionary<string, string> more)
    {
        foreach (var (key, value) in more)
        {
            _variables[key] = value;
        }

        return this;
    }

    private Environs(string connection)
    {
        Connection = connection;
        _variables["ConnectionStrings__FollowUp"] = connection;
    }

    /// <summary>The connection string of the benchmark's own database.</summary>
    public string Connection { get; }

    /// <summary>Creates a new, empty database.</summary>
    public static async Task<Environs> MakeAsync()
    {
        var admin = Environment.GetEnvironmentVariable("ConnectionStrings__FollowUp")
            ?? throw new InvalidOperationException("Start the benchmark with ops/bench, which brings its PostgreSQL.");
        await using var source = NpgsqlDataSource.Create(admin);
        foreach (var sql in (string[])[$"drop database if exists {Name} with (force)", $"create database {Name}"])
        {
            await using var command = source.CreateCommand(sql);
            await command.ExecuteNonQueryAsync();
        }

        return new(new NpgsqlConnectionStringBuilder(admin) { Database = Name }.ConnectionString);
    }

    /// <summary>The environment of a server at an address, or of a command beside it.</summary>
    public IReadOnlyDictionary<string, string> For(Uri url) => new Dictionary<string, string>(_variables)
    {
        ["FollowUp__Url"] = url.ToString(),
        ["FOLLOWUP_URL"] = url.ToString(),
    };

    /// <summary>A clinician's token, as both servers check it.</summary>
    public AuthenticationHeaderValue Token()
    {
        var configuration = new ConfigurationBuilder().AddEnvironmentVariables().Build();
        var issuer = DevelopmentIssuer.From(configuration)
            ?? throw new InvalidOperationException("Start the benchmark with ops/bench, which names the development issuer's key.");
        return new("Bearer", issuer.Issue("bench-clinician", Roles.Clinician, Clinic, SystemClock.Instance.GetCurrentInstant()));
    }

    /// <summary>An address on this machine that nobody listens at.</summary>
    public static Uri FreeUrl()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/");
    }

    /// <summary>A value that the database answers.</summary>
    public async Task<T> AskAsync<T>(string sql)
    {
        await using var source = NpgsqlDataSource.Create(Connection);
        await using var command = source.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync())!;
    }
}
