using FollowUp.Platform;
using FollowUp.Platform.Store;
using Npgsql;

namespace FollowUp.AppTests.Platform;

public sealed class OpenTransactionTests(AppFixture app)
{
    [Fact]
    public async Task A_transaction_held_open_is_named_by_its_session_and_never_by_its_query()
    {
        var token = TestContext.Current.CancellationToken;
        await using var named = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(app.ConnectionString) { ApplicationName = "a forgotten window" }.ConnectionString);
        await using var connection = await named.OpenConnectionAsync(token);
        await using var transaction = await connection.BeginTransactionAsync(token);
        await using (var writing = new NpgsqlCommand("select pg_current_xact_id()::text, 'Name of a man'", connection, transaction))
        {
            await writing.ExecuteScalarAsync(token);
        }

        await using var database = NpgsqlDataSource.Create(app.ConnectionString);
        var held = await new OpenTransactions(database).OlderThanAsync(TimeSpan.Zero, token);

        var session = held.Where(session => session.Application == "a forgotten window").ShouldHaveSingleItem();
        (session.Pid, session.State).ShouldBe((connection.ProcessID, "idle in transaction"));
        (await new OpenTransactions(database).OlderThanAsync(TimeSpan.FromHours(1), token)).ShouldBeEmpty();
    }
}
