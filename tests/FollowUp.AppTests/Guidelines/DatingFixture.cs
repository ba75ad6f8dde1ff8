using FollowUp.Access;
using FollowUp.AppTests.Recalls;
using FollowUp.Platform;
using FollowUp.Recording;
using FollowUp.Recording.ReadModels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace FollowUp.AppTests.Guidelines;

/// <summary>Two nodes on a database of their own.</summary>
public sealed class DatingFixture : MailFixture
{
    private WebApplication _other = null!;

    public IServiceProvider Other => _other.Services;

    public Uri OtherUrl => new(_other.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    public override IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>(base.Settings)
    {
        ["FollowUp:Reports:AnswerAtOnce"] = "0",
        ["FollowUp:PublicUrl"] = "https://followup.clinic.example/",
    };

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _other = Build(NodeRole.Command);
        await _other.StartAsync(TestContext.Current.CancellationToken);
    }

    public override async ValueTask DisposeAsync()
    {
        await _other.StopAsync();
        await _other.DisposeAsync();
        await base.DisposeAsync();
    }

    /// <summary>Keeps every node from dating men, as long as it is held, as a worker of a third node would.</summary>
    public async Task<NpgsqlConnection> NobodysTurnAsync()
    {
        var connection = new NpgsqlConnection(ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand("select pg_advisory_lock(hashtextextended('followup.dating', 0))", connection);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        return connection;
    }

    /// <summary>Works on one node until the dates of a clinic's men are known.</summary>
    public async Task DatedAsync(string clinic, IServiceProvider? node = null)
    {
        var services = node ?? App.Services;
        while (!await services.GetRequiredService<DueDateIndex>().IsCurrentAsync(services.GetRequiredService<ClinicRegistry>()[clinic], TestContext.Current.CancellationToken))
        {
            await services.GetRequiredService<DueDateWorker>().WorkAsync(clinic, TestContext.Current.CancellationToken);
        }
    }

    public async Task<object?> SqlAsync(string sql, params object[] values)
    {
        await using var connection = new NpgsqlConnection(ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values)
        {
            command.Parameters.AddWithValue(value);
        }

        return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
    }
}
