using FollowUp.Course;
using FollowUp.Course.Json;
using FollowUp.Directory;
using FollowUp.Platform.Store;
using JasperFx;
using JasperFx.Events;
using JasperFx.MultiTenancy;
using Marten;
using Marten.Services;
using Microsoft.Extensions.Configuration;
using Npgsql;

namespace FollowUp.AppTests.Directory;

/// <summary>A store with the directory alone, without the server, in a database of its own that is dropped afterwards.</summary>
public sealed class DirectoryDatabase : IAsyncLifetime
{
    public const string Region = "TR";

    public const string MasterKey = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

    public const string OtherMasterKey = "//79/Pv6+fj39vX08/Lx8O/u7ezr6uno5+bl5OPi4eA=";

    private static readonly string Admin = Environment.GetEnvironmentVariable("FOLLOWUP_TEST_DATABASE")
        ?? throw new InvalidOperationException("Set FOLLOWUP_TEST_DATABASE to a connection string that may create databases.");

    private readonly string _name = $"followup_directory_{Guid.NewGuid():N}";

    public DocumentStore Store { get; private set; } = null!;

    public string ConnectionString => new NpgsqlConnectionStringBuilder(Admin) { Database = _name }.ConnectionString;

    public static PatientDirectory Directory(params string[] masterKeys) => new(MasterKeys.From(
        new ConfigurationBuilder().AddInMemoryCollection([new(MasterKeys.KeySetting, string.Join('\n', masterKeys))]).Build()));

    public async ValueTask InitializeAsync()
    {
        await Execute(Admin, $"create database {_name}");
        Store = DocumentStore.For(options =>
        {
            options.Connection(ConnectionString);
            options.AutoCreateSchemaObjects = AutoCreate.CreateOrUpdate;
            var serializer = new SystemTextJsonSerializer();
            serializer.Configure(json => FactJson.Configure(json));
            options.Serializer(serializer);
            options.Events.TenancyStyle = TenancyStyle.Conjoined;
            options.Events.StreamIdentity = StreamIdentity.AsGuid;
            DirectoryStore.Configure(options);
        });
        await Store.Storage.ApplyAllConfiguredChangesToDatabaseAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        await Execute(Admin, $"drop database {_name} with (force)");
    }

    /// <summary>Every row of every table of the database, as text.</summary>
    public async Task<string> Dump()
    {
        await using var connection = new NpgsqlConnection(ConnectionString);
        await connection.OpenAsync();
        var tables = await Lines(connection, """
            select format('%I.%I', schemaname, tablename) from pg_tables where schemaname not in ('pg_catalog', 'information_schema')
            """);
        var rows = new List<string>();
        foreach (var table in tables)
        {
            rows.AddRange(await Lines(connection, $"select t::text from {table} t"));
        }

        return string.Join('\n', rows);
    }

    /// <summary>Runs a statement past the directory, as someone with access to the database could.</summary>
    public Task<int> Execute(string sql) => Execute(ConnectionString, sql);

    public async Task<IReadOnlyList<string>> Lines(string sql)
    {
        await using var connection = new NpgsqlConnection(ConnectionString);
        await connection.OpenAsync();
        return await Lines(connection, sql);
    }

    private static async Task<IReadOnlyList<string>> Lines(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync();
        var lines = new List<string>();
        while (await reader.ReadAsync())
        {
            lines.Add(reader.GetString(0));
        }

        return lines;
    }

    private static async Task<int> Execute(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteNonQueryAsync();
    }
}
