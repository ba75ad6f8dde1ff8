using FollowUp.Directory;
using Marten;
using NodaTime;

namespace FollowUp.AppTests.Directory;

/// <summary>A clinic of its own for each test, and the steps that most of them take in it.</summary>
public sealed class DirectoryClinic(DirectoryDatabase database)
{
    public string Id { get; } = $"clinic-{Guid.NewGuid():N}";

    public PatientDirectory Directory { get; } = DirectoryDatabase.Directory(DirectoryDatabase.MasterKey);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static IdentityChange Change(string by = "nurse-1", string? reason = null) => new(by, Instant.FromUtc(2026, 3, 1, 8, 0), reason);

    public IDocumentSession Session() => database.Store.LightweightSession(Id);

    public async Task<Guid> Enrol(PatientIdentity identity)
    {
        await using var session = Session();
        var id = Guid.NewGuid();
        Directory.Enrol(session, id, identity, Change());
        await session.SaveChangesAsync(Cancel);
        return id;
    }

    public async Task<DirectoryRecord> Find(Guid id)
    {
        await using var session = Session();
        return (await Directory.Find(session, id, Cancel))!;
    }

    public async Task<PatientKey> KeyOf(PatientIdentity identity) => (await Find(await Enrol(identity))).Key!;

    public async Task<DirectorySearch> Search(string query, int limit = 20, PatientDirectory? directory = null)
    {
        await using var session = Session();
        return await (directory ?? Directory).Search(session, query, DirectoryDatabase.Region, limit, Cancel);
    }

    public async Task<IReadOnlyList<DirectoryHit>> PossibleDuplicates(PatientIdentity identity, Guid? except = null)
    {
        await using var session = Session();
        return await Directory.PossibleDuplicates(session, identity, except, Cancel);
    }
}
