using System.Data;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using FollowUp.Platform;
using FollowUp.Recording;
using FollowUp.Recording.ReadModels;
using Marten;
using Npgsql;
using SessionOptions = Marten.Services.SessionOptions;

namespace FollowUp.Reports.Rows;

/// <summary>The stored rows: read as of one moment, compared with the streams, and rebuilt from them.</summary>
/// <remarks>A row never contains more than the events up to the projection's mark.</remarks>
public sealed class CohortRows(IDocumentStore store, NpgsqlDataSource database, Courses courses) : IReadModel
{
    /// <summary>The projection's name.</summary>
    public const string Projection = nameof(CohortRow);

    /// <summary>The name under which the store keeps the projection's progress.</summary>
    public const string Shard = $"{Projection}:All";

    /// <summary>
    /// How many of a clinic's events may be missing from its rows that are still read: some seconds of writing. If more are missing, as during a
    /// large import, or when the projection met a fact that this program does not know, a report is made from the streams.
    /// </summary>
    public const long MostBehind = 1_000;

    /// <summary>
    /// The rows of a clinic as of one moment. Null when there are none, when they are too far behind, or when some are of another kind: a rebuild
    /// replaces those.
    /// </summary>
    public async Task<RowReader?> OpenAsync(string clinicId, CancellationToken cancellationToken)
    {
        var connection = await database.OpenConnectionAsync(cancellationToken);
        try
        {
            var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
            await using var command = new NpgsqlCommand(ReportSql.RowsState, connection);
            command.Parameters.AddWithValue(clinicId);
            command.Parameters.AddWithValue(CohortRow.Current);
            command.Parameters.AddWithValue(Shard);
            long upTo, behind;
            await using (var reader = await command.ExecuteReaderAsync(cancellationToken))
            {
                if (!await reader.ReadAsync(cancellationToken) || reader.GetInt64(2) > MostBehind || reader.GetBoolean(3))
                {
                    await connection.DisposeAsync();
                    return null;
                }

                (upTo, behind) = (reader.GetInt64(1), reader.GetInt64(2));
            }

            return new(connection, transaction, clinicId, courses.Workers) { UpToEvent = upTo, Behind = behind };
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Difference>> DifferencesAsync(string clinicId, Guid[] men, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
        if (await MarkAsync(connection, cancellationToken) is not { } mark)
        {
            return [];
        }

        var stored = await StoredAsync(connection, clinicId, men, cancellationToken);
        return [.. from row in await RowsAsync(clinicId, men, mark, transaction, cancellationToken)
            let place = Difference.WhereDiffers(stored.GetValueOrDefault(row.Id), JsonNode.Parse(store.Options.Serializer().ToJson(row)), at: "row")
            where place is not null
            select new Difference(clinicId, row.Id, place)];
    }

    /// <inheritdoc/>
    /// <remarks>
    /// Each is made from the events up to the projection's mark, and left alone if the projection has stored a newer one meanwhile. So nothing is
    /// locked, and no row is ahead of the mark or goes back.
    /// </remarks>
    public async Task<IReadOnlyList<Difference>> ReplaceAsync(string clinicId, Guid[] men, CancellationToken cancellationToken)
    {
        var differences = await DifferencesAsync(clinicId, men, cancellationToken);
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        if (differences.Count == 0 || await MarkAsync(connection, cancellationToken) is not { } mark)
        {
            return differences;
        }

        foreach (var row in await RowsAsync(clinicId, [.. differences.Select(difference => difference.PatientId)], mark, transaction: null, cancellationToken))
        {
            await using var command = new NpgsqlCommand(ReportSql.ReplaceRow, connection);
            command.Parameters.AddWithValue(clinicId);
            command.Parameters.AddWithValue(row.Id);
            command.Parameters.AddWithValue(store.Options.Serializer().ToJson(row));
            command.Parameters.AddWithValue(typeof(CohortRow).FullName!);
            command.Parameters.AddWithValue(row.Kind);
            await command.ExecuteNonQueryAsync(cancellationToken);
        }

        return differences;
    }

    private static async Task<long?> MarkAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(ReportSql.RowsMark, connection) { Parameters = { new() { Value = Shard } } };
        return (long?)await command.ExecuteScalarAsync(cancellationToken);
    }

    private async Task<List<CohortRow>> RowsAsync(string clinicId, Guid[] men, long mark, NpgsqlTransaction? transaction, CancellationToken cancellationToken)
    {
        var options = transaction is null ? new SessionOptions() : SessionOptions.ForTransaction(transaction);
        options.TenantId = clinicId;
        await using var session = store.QuerySession(options);
        return [.. (await courses.FoldAsync(session, men, mark, cancellationToken)).Where(course => course.Version > 0).Select(CohortRow.Of)];
    }

    private static async Task<Dictionary<Guid, JsonNode>> StoredAsync(NpgsqlConnection connection, string clinicId, Guid[] men, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(ReportSql.StoredRows, connection);
        command.Parameters.AddWithValue(clinicId);
        command.Parameters.AddWithValue(men);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var stored = new Dictionary<Guid, JsonNode>();
        while (await reader.ReadAsync(cancellationToken))
        {
            stored[reader.GetGuid(0)] = JsonNode.Parse(reader.GetString(1))!;
        }

        return stored;
    }
}

/// <summary>The rows of a clinic as of one moment.</summary>
public sealed class RowReader(NpgsqlConnection connection, NpgsqlTransaction transaction, string clinicId, int workers) : IAsyncDisposable
{
    private const int RowsAtATime = 500;

    /// <summary>The number of the clinic's last event that they contain.</summary>
    public long UpToEvent { get; init; }

    /// <summary>How many of the clinic's events they do not contain yet.</summary>
    public long Behind { get; init; }

    /// <summary>The rows, in the order of the men's ids.</summary>
    public async IAsyncEnumerable<CohortRow> AllAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var some in BytesAsync(cancellationToken).Chunk(RowsAtATime)
            .SelectInOrderAsync(workers, (some, _) => Task.FromResult(Array.ConvertAll(some, CohortRow.Read)), cancellationToken))
        {
            foreach (var row in some)
            {
                yield return row;
            }
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await transaction.DisposeAsync();
        await connection.DisposeAsync();
    }

    private async IAsyncEnumerable<byte[]> BytesAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(ReportSql.AllRows, connection, transaction);
        command.Parameters.AddWithValue(clinicId);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            yield return reader.GetFieldValue<byte[]>(0);
        }
    }
}
