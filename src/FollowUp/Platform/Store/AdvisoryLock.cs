using FollowUp.Platform.Http;
using Npgsql;

namespace FollowUp.Platform.Store;

/// <summary>A lock on work that one node does at a time: PostgreSQL's advisory lock, waited for, and held until it is disposed.</summary>
/// <remarks>It ends with its connection, so that a node that is killed holds nobody up. No transaction stays open for it.</remarks>
public sealed class AdvisoryLock : IAsyncDisposable
{
    private readonly NpgsqlConnection _connection;

    private readonly string _work;

    private AdvisoryLock(NpgsqlConnection connection, string work) => (_connection, _work) = (connection, work);

    /// <summary>Waits for the lock.</summary>
    /// <param name="database">The database that the nodes share.</param>
    /// <param name="work">The name of the work.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async Task<AdvisoryLock> TakeAsync(NpgsqlDataSource database, string work, CancellationToken cancellationToken)
    {
        var held = new AdvisoryLock(await database.OpenConnectionAsync(cancellationToken), work);
        try
        {
            await held.ExecuteAsync("select pg_advisory_lock(hashtextextended($1, 0))", cancellationToken);
            return held;
        }
        catch
        {
            await held._connection.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        try
        {
            // Connections go back to the pool as they are.
            await ExecuteAsync("select pg_advisory_unlock(hashtextextended($1, 0))", CancellationToken.None);
        }
        catch (Exception gone) when (Problems.IsDatabaseAway(gone))
        {
            // The lock went with the connection.
        }
        finally
        {
            await _connection.DisposeAsync();
        }
    }

    private async Task ExecuteAsync(string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, _connection) { CommandTimeout = 0, Parameters = { new() { Value = _work } } };
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
