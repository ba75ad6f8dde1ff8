using System.Security.Cryptography;
using System.Text.Json;
using FollowUp.Course;
using FollowUp.Course.Json;
using FollowUp.Recording.Commands;
using Marten;
using Marten.Linq.MatchesSql;

namespace FollowUp.Directory;

/// <summary>The directory of a clinic's men: the only place with direct identifiers, and the keeper of each man's key.</summary>
/// <remarks>
/// The session says which clinic. All that is written goes with the session's other changes into one transaction, and nothing is
/// saved here. A row is found through its tokens and decrypted only when it is a hit. What is read with
/// a session that cannot write is shown to somebody, and that is recorded. A decision, whose session writes, shows nobody.
/// </remarks>
/// <param name="keys">The master keys.</param>
/// <param name="reads">Where it is recorded whose identity is shown; null where nothing is shown to anybody.</param>
public sealed class PatientDirectory(MasterKeys keys, IdentityReads? reads = null)
{
    /// <summary>The most rows one search decrypts; beyond it there are more, and the search should be narrower.</summary>
    public const int MostCandidates = 1000;

    /// <summary>Enters a man and gives him a key, with which the free text of his first facts is sealed.</summary>
    /// <param name="session">The session of the clinic; saving it fails when the id is already in the directory.</param>
    /// <param name="patientId">His id, which is his stream's.</param>
    /// <param name="identity">As <see cref="IdentityReading"/> returned it, without findings.</param>
    /// <param name="change">Who enters him, and when.</param>
    public PatientKey Enrol(IDocumentSession session, Guid patientId, PatientIdentity identity, IdentityChange change)
    {
        var dataKey = RandomNumberGenerator.GetBytes(32);
        session.Insert(Entry(session, patientId, dataKey, [new IdentityVersion(identity, change)]));
        return new PatientKey(patientId, dataKey);
    }

    /// <summary>A man's key and identity; null when the clinic has no such man.</summary>
    /// <exception cref="InvalidOperationException">His key was wrapped by a master key that is not configured.</exception>
    /// <exception cref="CryptographicException">The row was changed by someone without the key.</exception>
    public async Task<DirectoryRecord?> Find(IQuerySession session, Guid patientId, CancellationToken cancellationToken) =>
        await Find(session, [patientId], cancellationToken) is [var record] ? record : null;

    /// <summary>The keys and identities of several men, in no order; those the clinic does not have are left out.</summary>
    public async Task<IReadOnlyList<DirectoryRecord>> Find(
        IQuerySession session, IEnumerable<Guid> patientIds, CancellationToken cancellationToken)
    {
        var ids = patientIds.Distinct().ToList();
        var entries = ids is [var one]
            ? await session.LoadAsync<DirectoryEntry>(one, cancellationToken) is { } entry ? [(one, entry)] : []
            : (await session.LoadManyAsync<DirectoryEntry>(cancellationToken, ids)).Select(entry => (entry.Id, entry)).ToList();
        List<DirectoryRecord> records = [.. entries.Select(found => Open(session, found.Item2, found.Item1))];
        await NoteAsync(session, records.Where(record => record.Key is not null).Select(record => record.PatientId), cancellationToken);
        return records;
    }

    /// <summary>Finds men by any of their identifiers.</summary>
    /// <param name="session">A session of the clinic.</param>
    /// <param name="query">
    /// A name or part of one (three letters anywhere, two at the beginning of a word) in either spelling, a record number, a national
    /// number, a birth date (ISO or day.month.year), a telephone number in any spelling or its last four digits and more, an e-mail
    /// address, or the name or telephone number of a contact person.
    /// </param>
    /// <param name="region">The country of telephone numbers without a country code: the clinic's.</param>
    /// <param name="limit">The most hits to return, at least 1.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <returns>The hits, the earliest enrolled first, or a finding that says why there is nothing to search for.</returns>
    public async Task<DirectorySearch> Search(
        IQuerySession session, string query, string region, int limit, CancellationToken cancellationToken)
    {
        var criteria = SearchCriterion.Of(query, region);
        if (criteria.Count == 0)
        {
            return new DirectorySearch([], More: false, Finding.Refusal(
                "NothingToSearchFor", "q", query,
                "Give letters of a name, at least four digits of a telephone, a whole number, a birth date or an e-mail address."));
        }

        var (hits, more) = await Follow(session, criteria, limit, cancellationToken);
        await NoteAsync(session, hits.Select(hit => hit.PatientId), cancellationToken);
        return new DirectorySearch(hits, more, Refusal: null);
    }

    /// <summary>
    /// Men already enrolled who may be this one: the same national number, the same record number, the same telephone and birth
    /// date, or the same name in either spelling and birth date.
    /// </summary>
    /// <param name="session">A session of the clinic.</param>
    /// <param name="identity">As <see cref="IdentityReading"/> returned it.</param>
    /// <param name="except">The man himself, when his identity is changed.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public async Task<IReadOnlyList<DirectoryHit>> PossibleDuplicates(
        IQuerySession session, PatientIdentity identity, Guid? except, CancellationToken cancellationToken)
    {
        var (hits, _) = await Follow(session, SearchCriterion.Duplicates(identity), MostCandidates, cancellationToken);
        return [.. hits.Where(hit => hit.PatientId != except)];
    }

    /// <summary>The men with a record number, folded as everywhere: without case, marks and signs. It is recorded that their identity was shown.</summary>
    public async Task<IReadOnlyList<DirectoryHit>> WithRecordNumber(IQuerySession session, string recordNumber, CancellationToken cancellationToken)
    {
        var (hits, _) = await Follow(session, SearchCriterion.ByRecordNumber(recordNumber), MostCandidates, cancellationToken);
        await NoteAsync(session, hits.Select(hit => hit.PatientId), cancellationToken);
        return hits;
    }

    /// <summary>Keeps a changed identity beside the earlier ones and indexes it alone.</summary>
    /// <param name="session">The session of the clinic; saving it fails when the identity was changed since the record was read.</param>
    /// <param name="record">The record as it was read.</param>
    /// <param name="identity">As <see cref="IdentityReading"/> returned it, without findings.</param>
    /// <param name="change">Who changes it, when and why.</param>
    /// <returns>False when nothing differs, and nothing is kept.</returns>
    /// <exception cref="InvalidOperationException">The man is erased.</exception>
    public bool Update(IDocumentSession session, DirectoryRecord record, PatientIdentity identity, IdentityChange change)
    {
        if (record.DataKey is null || record.Identity is null)
        {
            throw new InvalidOperationException("An erased man has no identity to change.");
        }

        if (Same(identity, record.Identity))
        {
            return false;
        }

        var versions = record.History.Append(new IdentityVersion(identity, change)).ToList();
        session.UpdateRevision(Entry(session, record.PatientId, record.DataKey, versions), record.Version + 1);
        return true;
    }

    /// <summary>Whether two identities state the same.</summary>
    public static bool Same(PatientIdentity one, PatientIdentity other) => Json(one).AsSpan().SequenceEqual(Json(other));

    /// <summary>Destroys a man's key, his identity and all he could be found by.</summary>
    /// <remarks>His facts stay; their free text can't be opened again. Backups made before still hold his key.</remarks>
    public void Erase(IDocumentSession session, DirectoryRecord record) =>
        session.UpdateRevision(new DirectoryEntry { Id = record.PatientId }, record.Version + 1);

    private Task NoteAsync(IQuerySession session, IEnumerable<Guid> men, CancellationToken cancellationToken) =>
        reads is null || session is IDocumentSession ? Task.CompletedTask : reads.NoteAsync(session.TenantId, men, cancellationToken);

    internal static byte[] Json<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value, FactJson.Options);

    private DirectoryEntry Entry(IDocumentSession session, Guid patientId, byte[] dataKey, IReadOnlyList<IdentityVersion> versions) => new()
    {
        Id = patientId,
        MasterKeyId = keys.Current.Id,
        WrappedKey = keys.Current.Wrap(dataKey, session.TenantId, patientId),
        Identity = new PatientKey(patientId, dataKey).SealIdentity(Json(versions)),
        Tokens = new BlindIndex(keys.Current, session.TenantId).Tokens(Term.Of(versions[^1].Identity)),
    };

    // The id is the one asked for, not the row's: someone may have put another man's row in its place.
    private DirectoryRecord Open(IQuerySession session, DirectoryEntry entry, Guid patientId)
    {
        if (entry is not { MasterKeyId: { } masterKey, WrappedKey: { } wrapped, Identity: { } sealedIdentity })
        {
            return new DirectoryRecord(patientId, entry.Version, dataKey: null, []);
        }

        var dataKey = keys.Named(masterKey).Unwrap(wrapped, session.TenantId, patientId);
        var json = new PatientKey(patientId, dataKey).OpenIdentity(sealedIdentity);
        var versions = JsonSerializer.Deserialize<List<IdentityVersion>>(json, FactJson.Options)!;
        return new DirectoryRecord(patientId, entry.Version, dataKey, versions);
    }

    private async Task<(IReadOnlyList<DirectoryHit> Hits, bool More)> Follow(
        IQuerySession session, IReadOnlyList<SearchCriterion> criteria, int limit, CancellationToken cancellationToken)
    {
        // Rows are indexed under the master key they were last written with.
        var tokens = keys.All
            .Select(key => new BlindIndex(key, session.TenantId))
            .SelectMany(index => criteria.Select(criterion => index.Tokens(criterion.Terms)))
            .ToArray<object>();
        if (tokens.Length == 0)
        {
            return ([], false);
        }

        var hits = new List<DirectoryHit>();
        var candidates = 0;
        var query = session.Query<DirectoryEntry>()
            .Where(entry => entry.MatchesSql(DirectorySql.HoldsTokensOfOneOf(tokens.Length), tokens))
            .OrderBy(entry => entry.Id)
            .Take(MostCandidates);
        await foreach (var entry in query.ToAsyncEnumerable(cancellationToken))
        {
            candidates++;
            var identity = Open(session, entry, entry.Id).Identity!;
            var fields = criteria.Where(criterion => criterion.Holds(identity)).SelectMany(criterion => criterion.Fields).Distinct().ToList();
            if (fields.Count > 0)
            {
                hits.Add(new DirectoryHit(entry.Id, identity, fields));
            }

            if (hits.Count > limit)
            {
                break;
            }
        }

        return ([.. hits.Take(limit)], hits.Count > limit || candidates == MostCandidates);
    }
}
