using System.Security.Claims;
using FollowUp.Platform;
using FollowUp.Platform.Store;
using Marten;
using Marten.Schema;

namespace FollowUp.Directory;

/// <summary>That somebody was shown who a man is, or a free text about him. It says nothing of him but his id.</summary>
public sealed record IdentityRead
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>To whom: the sign-in's subject.</summary>
    public required string By { get; init; }

    /// <summary>Of whom.</summary>
    public required Guid PatientId { get; init; }

    /// <summary>By what request: its method and path, without what was asked for.</summary>
    public required string Address { get; init; }

    /// <summary>Adds the indexes in the order of the list: of a clinic, of a user and of a man. Called by Marten.</summary>
    public static void ConfigureMarten(DocumentMapping mapping)
    {
        // Not by Duplicate, which indexes only its own column, whatever columns it is given.
        mapping.DuplicateField(nameof(At));
        mapping.DuplicateField(nameof(By));
        mapping.DuplicateField(nameof(PatientId));
        mapping.AddIndex("tenant_id", "at", "id");
        mapping.AddIndex("tenant_id", "by", "at", "id");
        mapping.AddIndex("tenant_id", "patient_id", "at", "id");
    }
}

/// <summary>The record of who was shown which man's identity, for whoever is responsible for data protection.</summary>
public sealed class IdentityReads(IDocumentStore store, IHttpContextAccessor requests, StoreTime time)
{
    /// <summary>The most that one answer lists.</summary>
    public const int Most = 1000;

    /// <summary>Records that men's identities are shown to the sender of the current request, each man once; without a request it records nothing.</summary>
    /// <remarks>It is stored before they are shown: what cannot be recorded is not shown.</remarks>
    public async Task NoteAsync(string clinicId, IEnumerable<Guid> men, CancellationToken cancellationToken)
    {
        if (requests.HttpContext is not { } http || http.User.FindFirstValue("sub") is not { Length: > 0 } user)
        {
            return;
        }

        var noted = (HashSet<Guid>)(http.Items[typeof(IdentityReads)] ??= new HashSet<Guid>());
        var at = time.GetUtcNow();
        var reads = men.Where(noted.Add)
            .Select(man => new IdentityRead { Id = Ids.New(), At = at, By = user, PatientId = man, Address = $"{http.Request.Method} {http.Request.Path}" })
            .ToArray();
        if (reads.Length > 0)
        {
            await using var session = store.LightweightSession(clinicId);
            session.Insert(reads);
            await session.SaveChangesAsync(cancellationToken);
        }
    }

    /// <summary>What was recorded in a clinic, the latest first, at most <see cref="Most"/>.</summary>
    /// <param name="clinicId">The clinic.</param>
    /// <param name="patientId">Of this man only.</param>
    /// <param name="by">By this user only.</param>
    /// <param name="before">Before this instant only: the last of an answer leads to the next.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<IReadOnlyList<IdentityRead>> ListAsync(string clinicId, Guid? patientId, string? by, DateTimeOffset? before, CancellationToken cancellationToken)
    {
        await using var session = store.QuerySession(clinicId);
        IQueryable<IdentityRead> reads = session.Query<IdentityRead>();
        reads = patientId is { } man ? reads.Where(read => read.PatientId == man) : reads;
        reads = by is not null ? reads.Where(read => read.By == by) : reads;
        reads = before is { } instant ? reads.Where(read => read.At < instant) : reads;
        return await reads.OrderByDescending(read => read.At).ThenBy(read => read.Id).Take(Most).ToListAsync(cancellationToken);
    }
}
