using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using FollowUp.Access;
using FollowUp.Platform.Store;
using Marten;
using Npgsql;
using SessionOptions = Marten.Services.SessionOptions;

namespace FollowUp.Recording.ReadModels;

/// <summary>How far a replay is, and what it found.</summary>
/// <param name="Done">The men looked at.</param>
/// <param name="Of">The men there are.</param>
/// <param name="Differences">The documents among the last ones that differ from their streams.</param>
public sealed record ReplayStep(long Done, long Of, IReadOnlyList<Difference> Differences);

/// <summary>A document that differs from a replay of its stream.</summary>
/// <param name="Clinic">The clinic.</param>
/// <param name="PatientId">The man.</param>
/// <param name="Where">The first place that differs, by name; its value is not shown.</param>
public sealed record Difference(string Clinic, Guid PatientId, string Where)
{
    /// <summary>The first place in which the stored document differs from the replayed one, by name; null when they are equal.</summary>
    public static string? WhereDiffers(JsonNode? stored, JsonNode? replayed, string at = "") => (stored, replayed) switch
    {
        (null, null) => null,
        (null, _) => at.Length == 0 ? "there is no document" : at,
        (_, null) => at.Length == 0 ? "there is no stream" : at,
        (JsonObject one, JsonObject other) => one.Select(member => member.Key).Union(other.Select(member => member.Key), StringComparer.Ordinal)
            .Select(name => WhereDiffers(one[name], other[name], $"{at}.{name}".TrimStart('.'))).FirstOrDefault(where => where is not null),
        (JsonArray one, JsonArray other) => one.Count != other.Count ? at : Enumerable.Range(0, one.Count)
            .Select(i => WhereDiffers(one[i], other[i], $"{at}[{i}]")).FirstOrDefault(where => where is not null),
        _ => JsonNode.DeepEquals(stored, replayed) ? null : at,
    };
}

/// <summary>How far the rebuild of a clinic is, so that an interrupted one resumes there.</summary>
public sealed record RebuildPlace
{
    /// <summary>A clinic has one at most.</summary>
    public static readonly Guid Only = Guid.Parse("c11a1c00-0000-7000-8000-000000000002");

    /// <summary>Before the first man.</summary>
    public static readonly RebuildPlace Start = new();

    /// <summary>Its id.</summary>
    public Guid Id { get; init; } = Only;

    /// <summary>The last man who was done.</summary>
    public Guid After { get; init; }

    /// <summary>The men done.</summary>
    public long Done { get; init; }
}

/// <summary>Compares the documents with a replay of the streams, and rebuilds them from it.</summary>
/// <remarks>
/// Marten's own rebuild empties the table first, and a running server would miss men. Here each man's
/// document is replaced under the lock of his own stream, so that nothing has to stop.
/// </remarks>
public sealed class Replay(IDocumentStore store, NpgsqlDataSource database, ClinicRegistry clinics, IEnumerable<IReadModel> readModels)
{
    private const int MenAtATime = 100;

    /// <summary>Compares every document with a replay of its stream; each hundred men as of one moment.</summary>
    public IAsyncEnumerable<ReplayStep> VerifyAsync(CancellationToken cancellationToken) => WalkAsync(
        async (clinic, men, token) => [.. await DifferencesAsync(clinic, men, token), .. await OfReadModelsAsync(kept => kept.DifferencesAsync(clinic, men, token))],
        resumes: false, cancellationToken);

    /// <summary>Rebuilds every document and answers the differences that it removed. Interrupted, it resumes there the next time.</summary>
    public IAsyncEnumerable<ReplayStep> RebuildAsync(CancellationToken cancellationToken) => WalkAsync(
        async (clinic, men, token) => [.. await ReplaceAsync(clinic, men, token), .. await OfReadModelsAsync(kept => kept.ReplaceAsync(clinic, men, token))],
        resumes: true, cancellationToken);

    private async Task<IReadOnlyList<Difference>> OfReadModelsAsync(Func<IReadModel, Task<IReadOnlyList<Difference>>> work)
    {
        List<Difference> found = [];
        foreach (var readModel in readModels)
        {
            found.AddRange(await work(readModel));
        }

        return found;
    }

    private async IAsyncEnumerable<ReplayStep> WalkAsync(
        Func<string, Guid[], CancellationToken, Task<IReadOnlyList<Difference>>> work, bool resumes, [EnumeratorCancellation] CancellationToken token)
    {
        // A second rebuild, in this node or another, would resume where the first one is and skip the men before.
        await using var held = resumes ? await AdvisoryLock.TakeAsync(database, "followup.rebuild", token) : null;
        var of = await CountAsync(token);
        long done = 0;
        foreach (var clinic in clinics.All)
        {
            var place = resumes ? await PlaceAsync(clinic.Id, token) : RebuildPlace.Start;
            done += place.Done;
            await foreach (var page in PagesAsync(clinic.Id, place.After, token))
            {
                var differences = await work(clinic.Id, page, token);
                done += page.Length;
                if (resumes)
                {
                    place = new() { After = page[^1], Done = place.Done + page.Length };
                    await KeepAsync(clinic.Id, session => session.Store(place), token);
                }

                yield return new(done, Math.Max(of, done), differences);
            }
        }

        if (resumes)
        {
            foreach (var clinic in clinics.All)
            {
                await KeepAsync(clinic.Id, session => session.Delete(RebuildPlace.Start), token);
            }

            // All men were done before it was interrupted.
            yield return new(Math.Max(of, done), Math.Max(of, done), []);
        }
    }

    private async Task<RebuildPlace> PlaceAsync(string clinic, CancellationToken token)
    {
        await using var session = store.QuerySession(clinic);
        return await session.LoadAsync<RebuildPlace>(RebuildPlace.Only, token) ?? RebuildPlace.Start;
    }

    private async Task KeepAsync(string clinic, Action<IDocumentSession> change, CancellationToken token)
    {
        await using var session = store.LightweightSession(clinic);
        change(session);
        await session.SaveChangesAsync(token);
    }

    private async Task<long> CountAsync(CancellationToken token)
    {
        // Of the clinics that are walked: another node may serve others.
        await using var command = database.CreateCommand(DueDatesSql.CountMen);
        command.Parameters.AddWithValue(clinics.All.Select(clinic => clinic.Id).ToArray());
        return (long)(await command.ExecuteScalarAsync(token))!;
    }

    // A document without a stream is a difference too, so both are walked.
    private async IAsyncEnumerable<Guid[]> PagesAsync(string clinic, Guid last, [EnumeratorCancellation] CancellationToken token)
    {
        while (true)
        {
            var page = new List<Guid>(MenAtATime);
            await using (var command = database.CreateCommand(DueDatesSql.NextMen))
            {
                command.Parameters.AddWithValue(clinic);
                command.Parameters.AddWithValue(last);
                command.Parameters.AddWithValue((long)MenAtATime);
                await using var reader = await command.ExecuteReaderAsync(token);
                while (await reader.ReadAsync(token))
                {
                    page.Add(reader.GetGuid(0));
                }
            }

            if (page.Count == 0)
            {
                yield break;
            }

            last = page[^1];
            yield return [.. page];
        }
    }

    private async Task<IReadOnlyList<Difference>> DifferencesAsync(string clinic, Guid[] men, CancellationToken token)
    {
        // One snapshot for streams and documents: what is appended meanwhile belongs to both or to neither.
        await using var connection = await database.OpenConnectionAsync(token);
        await using var transaction = await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, token);
        await using var session = store.QuerySession(SessionOf(clinic, transaction));
        var found = new List<Difference>();
        foreach (var man in men)
        {
            if (Difference.WhereDiffers(await StoredAsync(connection, clinic, man, token), Json(await session.Events.AggregateStreamAsync<DueDates>(man, token: token))) is { } where)
            {
                found.Add(new(clinic, man, where));
            }
        }

        return found;
    }

    /// <summary>Rebuilds the documents of these men and answers the differences that it removed.</summary>
    internal async Task<IReadOnlyList<Difference>> ReplaceAsync(string clinic, Guid[] men, CancellationToken token)
    {
        var found = new List<Difference>();
        foreach (var man in men)
        {
            await using var connection = await database.OpenConnectionAsync(token);
            await using var transaction = await connection.BeginTransactionAsync(token);
            await ExecuteAsync(connection, DueDatesSql.LockStreams, clinic, (Guid[])[man], token);
            await using var session = store.LightweightSession(SessionOf(clinic, transaction));
            var replayed = await session.Events.AggregateStreamAsync<DueDates>(man, token: token);
            if (Difference.WhereDiffers(await StoredAsync(connection, clinic, man, token), Json(replayed)) is { } where)
            {
                found.Add(new(clinic, man, where));
            }

            if (replayed is null)
            {
                await ExecuteAsync(connection, DueDatesSql.Delete, clinic, man, token);
            }
            else
            {
                session.Store(replayed);
                await session.SaveChangesAsync(token);
            }

            await transaction.CommitAsync(token);
        }

        return found;
    }

    private static SessionOptions SessionOf(string clinic, NpgsqlTransaction transaction)
    {
        var options = SessionOptions.ForTransaction(transaction);
        options.TenantId = clinic;
        return options;
    }

    private JsonNode? Json(DueDates? document) => document is null ? null : JsonNode.Parse(store.Options.Serializer().ToJson(document));

    private static async Task<JsonNode?> StoredAsync(NpgsqlConnection connection, string clinic, Guid man, CancellationToken token)
    {
        await using var command = new NpgsqlCommand(DueDatesSql.Stored, connection);
        command.Parameters.AddWithValue(clinic);
        command.Parameters.AddWithValue(man);
        return await command.ExecuteScalarAsync(token) is string json ? JsonNode.Parse(json) : null;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, string clinic, object which, CancellationToken token)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.AddWithValue(clinic);
        command.Parameters.AddWithValue(which);
        await command.ExecuteNonQueryAsync(token);
    }
}
