using System.Net;
using System.Text.Json.Nodes;
using FollowUp.Access;
using FollowUp.Recalls.Rules.Messages;
using FollowUp.Recalls.Sending;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Npgsql;
using Quartz;

namespace FollowUp.AppTests.Recalls;

/// <summary>
/// Today's server on a database that an earlier version left when it was killed, with messages in the queue and triggers waiting. Classes have
/// moved since; the names in the database have not.
/// </summary>
public sealed class WaitingWorkTests(WaitingWorkTests.KilledServer app) : IClassFixture<WaitingWorkTests.KilledServer>
{
    public sealed class KilledServer : MailFixture
    {
        public IReadOnlyList<string> TablesBefore { get; private set; } = [];

        /// <summary>The men whose message had not been begun.</summary>
        public IReadOnlyList<string> Waiting { get; private set; } = [];

        public async Task<IReadOnlyList<string>> ReadAsync(string sql)
        {
            await using var source = NpgsqlDataSource.Create(ConnectionString);
            await using var command = source.CreateCommand(sql);
            await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
            var read = new List<string>();
            while (await reader.ReadAsync(TestContext.Current.CancellationToken))
            {
                read.Add(reader.GetString(0));
            }

            return read;
        }

        public Task<IReadOnlyList<string>> TablesAsync() => ReadAsync(
            "select table_schema || '.' || table_name from information_schema.tables where table_schema not in ('pg_catalog', 'information_schema') order by 1");

        protected override async Task FillAsync()
        {
            // A quarter of an hour after the last thing it did: what it had begun counts as interrupted, and an order does not count as lost yet.
            Time.SetUtcNow(Instant.FromUtc(2026, 12, 1, 12, 10).ToDateTimeOffset());
            await using var source = NpgsqlDataSource.Create(ConnectionString);
            await using var command = source.CreateCommand(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Fixtures", "waiting-work", "database.sql")));
            await command.ExecuteNonQueryAsync();
            TablesBefore = await TablesAsync();
            Waiting = await ReadAsync("select data ->> 'patientId' from followup.mt_doc_reminderclaim where data ->> 'state' = 'Claimed'");
        }
    }

    [Fact]
    public async Task Every_message_and_trigger_that_waited_is_handled_under_its_old_name()
    {
        using var nurse = app.As(Roles.Nurse);
        using var administrator = app.As(Roles.Administrator);

        // The queue takes up its messages by itself. What had not begun is sent once.
        app.Waiting.Count.ShouldBe(8);
        var addresses = await Task.WhenAll(app.Waiting.Select(async man => (await nurse.Get($"/patients/{man}/identity")).Text("identity.email")!));
        await Task.WhenAll(addresses.Select(app.Mail.TakesAsync)).WaitAsync(TestContext.Current.CancellationToken);

        // The triggers are those of the killed server, and each still finds the class of its job.
        var scheduler = await app.App.Services.GetRequiredService<ISchedulerFactory>().GetScheduler(TestContext.Current.CancellationToken);
        foreach (var key in await scheduler.GetTriggerKeys(GroupMatcher<TriggerKey>.AnyGroup(), TestContext.Current.CancellationToken))
        {
            (await scheduler.GetTriggerState(key, TestContext.Current.CancellationToken)).ShouldBe(TriggerState.Normal, key.ToString());
        }

        await app.TickAsync(ReminderTick.SixWeeks);
        await app.TickAsync(ReminderTick.Hormones);
        await app.TickAsync(ReminderTick.Attempts);

        // Four had begun when the server was killed: whether they left is not known, so a person decides.
        while ((await app.ReadAsync("select message_type || ' ' || status from followup.wolverine_incoming_envelopes where status <> 'Handled'")).Count > 0)
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
        }

        var ledger = await nurse.Get("/ledger");
        ledger.Status.ShouldBe(HttpStatusCode.OK, ledger.Body?.ToJsonString());
        (ledger.Text("counts.Accepted"), ledger.Text("counts.Uncertain"), ledger.Text("counts.Claimed"), ledger.Text("counts.HandedOver")).ShouldBe(("8", "4", "0", "0"));
        app.Mail.Taken.Select(mail => mail.To).Order(StringComparer.Ordinal).ShouldBe(addresses.Order(StringComparer.Ordinal));
        (await app.ReadAsync("select message_type from followup.wolverine_dead_letters")).ShouldBeEmpty();

        // Nothing is stored beside the old tables, and what they hold is what the streams say.
        (await app.TablesAsync()).ShouldBe(app.TablesBefore);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/documents/differences");
        using var response = await administrator.SendAsync(request, TestContext.Current.CancellationToken);
        var steps = (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!).ToList();
        steps.SelectMany(step => step["differences"]!.AsArray()).ShouldBeEmpty();
        steps[^1]["of"]!.GetValue<int>().ShouldBe(12);
    }
}
