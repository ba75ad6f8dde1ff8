using System.Text.Json.Serialization;
using JasperFx;
using Marten;
using NpgsqlTypes;
using Weasel.Postgresql.Tables;

namespace FollowUp.Directory;

/// <summary>A man's row in the directory, as the database holds it: nothing in it can be read without the master key.</summary>
internal sealed class DirectoryEntry : IRevisioned
{
    /// <summary>The man's id, which is his stream's.</summary>
    public Guid Id { get; set; }

    /// <summary>Which version of his identity this is, from 1.</summary>
    public int Version { get; set; }

    /// <summary>The id of the master key that wrapped his key and made the tokens.</summary>
    public string? MasterKeyId { get; set; }

    /// <summary>His data key, wrapped; null once he is erased.</summary>
    public byte[]? WrappedKey { get; set; }

    /// <summary>Every version of his identity, sealed with his key; null once he is erased.</summary>
    public byte[]? Identity { get; set; }

    /// <summary>The tokens of the blind index. A column of the table only: they are made again whenever the row is written.</summary>
    [JsonIgnore]
    public long[] Tokens { get; set; } = [];
}

/// <summary>Registers the directory with the store and with the services.</summary>
public static class DirectoryStore
{
    /// <summary>The directory's table, one for all clinics, each seeing its own rows; and the seals of its master keys.</summary>
    public static void Configure(StoreOptions store)
    {
        store.Schema.For<MasterKeySeals>().DocumentAlias(DirectorySql.SealsAlias).SingleTenanted().UseNumericRevisions(enabled: true);
        store.Schema.For<DirectoryEntry>()
            .DocumentAlias(DirectorySql.Alias)
            .MultiTenanted()
            .UseNumericRevisions(enabled: true)
            .Duplicate(
                entry => entry.Tokens,
                pgType: "bigint[]",
                dbType: NpgsqlDbType.Array | NpgsqlDbType.Bigint,
                configure: index => index.Method = IndexMethod.gin);
    }

    /// <summary>The directory and its master keys, without which the server does not start.</summary>
    public static IServiceCollection AddPatientDirectory(this IServiceCollection services, IConfiguration configuration) =>
        services
            .AddSingleton(_ => MasterKeys.From(configuration))
            .AddSingleton<PatientDirectory>()
            .AddSingleton<MasterKeyCheck>()
            .AddHostedService<AtStart>();

    /// <summary>Asks for the keys at start-up; code generation and other tools that start no host need none.</summary>
    private sealed class AtStart(IServiceProvider services) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken)
        {
            services.GetRequiredService<MasterKeys>();
            return services.GetRequiredService<MasterKeyCheck>().RequireAsync(cancellationToken);
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
