using System.Security.Cryptography;
using System.Text;
using FollowUp.Course;
using Marten;

namespace FollowUp.Recording.Commands;

/// <summary>An Idempotency-Key with what was sent under it.</summary>
/// <param name="Id">The key, the sender's user id with it, hashed: a key is the sender's own.</param>
/// <param name="BodyHash">The SHA-256 of address and body.</param>
public sealed record RequestKey(string Id, string BodyHash)
{
    /// <summary>The key that a request carries; null when it carries none.</summary>
    public static RequestKey? Of(HttpRequest request, string userId, ReadOnlySpan<byte> body) =>
        request.Headers["Idempotency-Key"].ToString() is { Length: > 0 } key ? Of(userId, key, request.Path.Value ?? "", body) : null;

    /// <summary>The key of a request.</summary>
    public static RequestKey Of(string userId, string key, string address, ReadOnlySpan<byte> body)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(address));
        hash.AppendData(body);
        return new(
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{userId}\n{key}"))),
            Convert.ToHexStringLower(hash.GetHashAndReset()));
    }
}

/// <summary>What was stored under a key: enough to give the same answer again from the same course.</summary>
public sealed record RequestRecord
{
    /// <summary>The key's <see cref="RequestKey.Id"/>.</summary>
    public required string Id { get; init; }

    /// <summary>The key's <see cref="RequestKey.BodyHash"/>.</summary>
    public required string BodyHash { get; init; }

    /// <summary>The man it was about.</summary>
    public required Guid PatientId { get; init; }

    /// <summary>The fact it stored.</summary>
    public required Guid FactId { get; init; }

    /// <summary>The man's version after it.</summary>
    public required long Version { get; init; }

    /// <summary>What a key was answered with before; null when it is new or there is none.</summary>
    public static async Task<Outcome?> AnswerAsync(IDocumentSession session, RequestKey? key, Courses courses, CancellationToken cancellationToken) =>
        key is not null && await session.LoadAsync<RequestRecord>(key.Id, cancellationToken) is { } sent
            ? sent.Answer(key, await courses.ReadAsync(session, sent.PatientId, cancellationToken))
            : null;

    /// <summary>What the same request is answered with again.</summary>
    /// <param name="key">The key it came with now.</param>
    /// <param name="course">The man's course.</param>
    public Outcome Answer(RequestKey key, PatientCourse course) =>
        BodyHash != key.BodyHash ? new Outcome.KeyReused()
        : course.Version == 0 ? new Outcome.UnknownPatient()
        : new Outcome.Recorded(FactId, course.UpTo(Version), Before: true);

    /// <summary>Keeps what a key stored, in the same transaction.</summary>
    public static void Keep(IDocumentSession session, RequestKey? key, Guid patientId, Entry entry)
    {
        if (key is not null)
        {
            session.Insert(new RequestRecord { Id = key.Id, BodyHash = key.BodyHash, PatientId = patientId, FactId = entry.Id, Version = entry.Version });
        }
    }
}
