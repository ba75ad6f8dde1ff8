using FollowUp.Access;
using JasperFx.Events;
using Marten;
using Marten.Events;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Quartz;
using Wolverine;
using Wolverine.Configuration;
using Wolverine.Runtime;
using Wolverine.Util;

namespace FollowUp.AppTests.Platform;

/// <summary>
/// Every name under which the database holds something. A class may move or be renamed; these may not: a message that waits in a queue, a trigger,
/// a document and a node of the release before would not be found. <c>UPDATE_GOLDEN=1</c> accepts names that are new.
/// </summary>
public sealed class StoredNamesTests(StoredNamesTests.OwnServer app) : IClassFixture<StoredNamesTests.OwnServer>
{
    public sealed class OwnServer : AppFixture;

    private static readonly string Golden = Path.Combine(AppContext.BaseDirectory, "Platform", "stored-names.txt");

    [Fact]
    public async Task No_name_that_the_database_holds_changes()
    {
        SortedSet<string> names = [.. await TablesAsync(), .. await StreamsAsync(), .. Messages(), .. await JobsAsync(), .. Projections()];

        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            await File.WriteAllLinesAsync(Golden, names, TestContext.Current.CancellationToken);
        }

        names.ShouldBe(await File.ReadAllLinesAsync(Golden, TestContext.Current.CancellationToken));
    }

    private Task<IReadOnlyList<string>> TablesAsync() => ReadAsync(
        "select 'table ' || table_schema || '.' || table_name from information_schema.tables where table_schema not in ('pg_catalog', 'information_schema')");

    private async Task<IReadOnlyList<string>> StreamsAsync()
    {
        using var nurse = app.As(Roles.Nurse);
        await nurse.EnrolAsync();
        var events = ((DocumentStore)app.App.Services.GetRequiredService<IDocumentStore>()).Options.Events as IReadOnlyEventStoreOptions;
        return [.. await ReadAsync("select distinct 'stream ' || type from followup.mt_streams where type is not null"), .. events!.AllKnownEventTypes().Select(known => $"event {known.EventTypeName}")];
    }

    private async Task<IReadOnlyList<string>> ReadAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(app.ConnectionString);
        await using var command = source.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var read = new List<string>();
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
        {
            read.Add(reader.GetString(0));
        }

        return read;
    }

    private IEnumerable<string> Messages()
    {
        var runtime = (WolverineRuntime)app.App.Services.GetRequiredService<IWolverineRuntime>();
        return
        [
            .. runtime.Handlers.Chains.Select(chain => chain.MessageType).Where(message => !IsAnsweredAtOnce(message)).Select(message => $"message {message.ToMessageTypeName()}"),
            .. runtime.Options.Transports.AllEndpoints().Where(endpoint => endpoint.Mode == EndpointMode.Durable).Select(endpoint => $"queue {endpoint.EndpointName}")
                .Except(runtime.Handlers.Chains.Select(chain => chain.MessageType).Where(IsAnsweredAtOnce).Select(message => $"queue {message.FullName!.ToLowerInvariant()}")),
        ];
    }

    // The commands of whoever waits for the answer: they are never in a queue.
    private static bool IsAnsweredAtOnce(Type message) => message.Namespace == typeof(FollowUp.Recording.Commands.RecordFact).Namespace;

    private async Task<IReadOnlyList<string>> JobsAsync()
    {
        var scheduler = await app.App.Services.GetRequiredService<ISchedulerFactory>().GetScheduler(TestContext.Current.CancellationToken);
        var names = new List<string>();
        foreach (var key in await scheduler.GetJobKeys(GroupMatcher<JobKey>.AnyGroup(), TestContext.Current.CancellationToken))
        {
            var job = await scheduler.GetJobDetail(key, TestContext.Current.CancellationToken);
            names.Add($"job {key} {job!.JobType.FullName}");
        }

        foreach (var key in await scheduler.GetTriggerKeys(GroupMatcher<TriggerKey>.AnyGroup(), TestContext.Current.CancellationToken))
        {
            names.Add($"trigger {key}");
        }

        return names;
    }

    private IEnumerable<string> Projections() => ((DocumentStore)app.App.Services.GetRequiredService<IDocumentStore>()).Options.Projections.All
        .Select(projection => $"projection {projection.Name} {projection.Version}");
}
