using JasperFx;
using Marten;
using Npgsql;

namespace FollowUp.Directory;

/// <summary>The master keys that a database was written with, by their ids, each with a value that it alone opens.</summary>
internal sealed class MasterKeySeals : IRevisioned
{
    /// <summary>A database has one row of them.</summary>
    public static readonly Guid Only = Guid.Parse("c11a1c00-0000-7000-8000-000000000003");

    /// <summary>See <see cref="Only"/>.</summary>
    public Guid Id { get; set; } = Only;

    /// <summary>The row's revision.</summary>
    public int Version { get; set; }

    /// <summary>The seals, the latest key last.</summary>
    public List<MasterKeySeal> Seals { get; set; } = [];
}

/// <summary>A master key that a database was written with.</summary>
/// <param name="KeyId">Its id.</param>
/// <param name="Seal">A value that it alone opens.</param>
internal sealed record MasterKeySeal(string KeyId, byte[] Seal);

/// <summary>Whether the master keys are those that the database was written with.</summary>
/// <remarks>With another key the server would start, find nobody, and encrypt new data with that key: a database with two keys.</remarks>
public sealed class MasterKeyCheck(IDocumentStore store, NpgsqlDataSource database, MasterKeys keys)
{
    /// <summary>Compares the keys with the database's; at first use the database is marked with them.</summary>
    /// <exception cref="InvalidOperationException">A key is missing or wrong; the message says what to do.</exception>
    public async Task RequireAsync(CancellationToken cancellationToken)
    {
        while (!await MarkAsync(cancellationToken))
        {
            // Another node marked it at the same moment: with the same keys, or this one must not start.
        }
    }

    /// <summary>Compares the keys with those of a database that is about to be migrated: an empty one, or one of an earlier version. It marks nothing.</summary>
    /// <exception cref="InvalidOperationException">A key is missing or wrong; the message says what to do.</exception>
    public async Task RefuseOtherAsync(CancellationToken cancellationToken)
    {
        await using var session = store.QuerySession();
        _ = await StandingAsync(
            await IsThereAsync(DirectorySql.SealsTable, cancellationToken) ? await session.LoadAsync<MasterKeySeals>(MasterKeySeals.Only, cancellationToken) : null, cancellationToken);
    }

    private async Task<bool> MarkAsync(CancellationToken cancellationToken)
    {
        await using var session = store.LightweightSession();
        var known = await session.LoadAsync<MasterKeySeals>(MasterKeySeals.Only, cancellationToken);
        var seals = await StandingAsync(known, cancellationToken);
        if (!seals.Exists(seal => seal.KeyId == keys.Current.Id))
        {
            seals.Add(new(keys.Current.Id, keys.Current.Seal()));
        }

        if (known is not null && seals.SequenceEqual(known.Seals))
        {
            return true;
        }

        if (known is null)
        {
            session.Insert(new MasterKeySeals { Seals = seals });
        }
        else
        {
            session.UpdateRevision(new MasterKeySeals { Seals = seals }, known.Version + 1);
        }

        try
        {
            await session.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (Exception raced) when (Platform.Store.LostRaces.IsLost(raced))
        {
            return false;
        }
    }

    // The seals of the configured keys, in their order, without those of old keys that are no longer used.
    private async Task<List<MasterKeySeal>> StandingAsync(MasterKeySeals? known, CancellationToken cancellationToken)
    {
        var sealedWith = known?.Seals ?? [.. (await WrappingAsync(cancellationToken)).Select(id => new MasterKeySeal(id, keys.All.FirstOrDefault(key => key.Id == id)?.Seal() ?? []))];
        List<MasterKeySeal> seals = [];
        foreach (var (seal, i) in sealedWith.Select((seal, i) => (seal, i)))
        {
            if (keys.All.FirstOrDefault(key => key.Id == seal.KeyId)?.Opens(seal.Seal) != true)
            {
                // An old key may go once nothing is wrapped by it any more, and a later one is in its place.
                if (sealedWith.FindIndex(later => later.KeyId == keys.Current.Id) > i && !(await WrappingAsync(cancellationToken)).Contains(seal.KeyId))
                {
                    continue;
                }

                throw new InvalidOperationException(
                    $"This database was written with the master key {seal.KeyId}, and the configured one is {string.Join(", ", keys.All.Select(configured => configured.Id))}. "
                    + $"Set {MasterKeys.FileSetting} (environment: FollowUp__MasterKeyFile) to the file with that key; a new key goes on a line before it. Nothing was changed.");
            }

            seals.Add(seal);
        }

        return seals;
    }

    // The keys that wrapped what is in the directory.
    private async Task<IReadOnlyCollection<string>> WrappingAsync(CancellationToken cancellationToken)
    {
        if (!await IsThereAsync(DirectorySql.Table, cancellationToken))
        {
            return [];
        }

        await using var command = database.CreateCommand(DirectorySql.WrappingKeys);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var ids = new List<string>();
        while (await reader.ReadAsync(cancellationToken))
        {
            ids.Add(reader.GetString(0));
        }

        return ids;
    }

    private async Task<bool> IsThereAsync(string table, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(DirectorySql.IsThere);
        command.Parameters.AddWithValue(table);
        return await command.ExecuteScalarAsync(cancellationToken) is true;
    }
}
