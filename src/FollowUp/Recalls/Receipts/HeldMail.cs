using FollowUp.Platform.Store;
using FollowUp.Recalls.Sending;
using Marten;
using NodaTime;

namespace FollowUp.Recalls.Receipts;

/// <summary>
/// A mail in the mailbox of replies that was started and not processed. It stays in the mailbox, where a person can open it. Neither its content
/// nor an address is stored here.
/// </summary>
/// <param name="Id">Made from the mailbox's own id of the mail.</param>
/// <param name="Since">When it was first started.</param>
/// <param name="Tries">How often it was started.</param>
/// <param name="Reason">Why it was not processed, as a code.</param>
/// <param name="Held">Whether it is held: no longer retried.</param>
public sealed record HeldMail(Guid Id, Instant Since, int Tries, string Reason, bool Held)
{
    /// <summary>The reason while it is being processed. It remains if the node ends meanwhile.</summary>
    public const string Begun = "Begun";
}

/// <summary>The held mails of the whole installation. Attempts are counted in the database, so that a mail that makes a node or its connection fail is not retried for ever.</summary>
public sealed class HeldMails(IDocumentStore store, StoreTime time)
{
    private const int MostTries = 5;

    /// <summary>The mails that are held, the oldest first.</summary>
    public async Task<IReadOnlyList<HeldMail>> AllAsync(CancellationToken cancellationToken)
    {
        await using var session = store.QuerySession(SendingPause.Installation);
        return [.. (await session.Query<HeldMail>().Where(mail => mail.Held).ToListAsync(cancellationToken)).OrderBy(mail => mail.Since)];
    }

    /// <summary>Records that a mail is started; false when it is held and must not be read.</summary>
    internal async Task<bool> BeginAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var session = store.LightweightSession(SendingPause.Installation);
        var known = await session.LoadAsync<HeldMail>(id, cancellationToken);
        if (known is { Held: true })
        {
            return false;
        }

        var begun = new HeldMail(id, known?.Since ?? time.GetCurrentInstant(), (known?.Tries ?? 0) + 1, known?.Reason ?? HeldMail.Begun, (known?.Tries ?? 0) >= MostTries);
        session.Store(begun);
        await session.SaveChangesAsync(cancellationToken);
        return !begun.Held;
    }

    /// <summary>Records that a mail could not be processed, and why.</summary>
    /// <param name="id">The mail.</param>
    /// <param name="reason">Why, as a code.</param>
    /// <param name="hold">Whether to hold it at once; otherwise it is retried a few times.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    internal async Task FailAsync(Guid id, string reason, bool hold, CancellationToken cancellationToken)
    {
        await using var session = store.LightweightSession(SendingPause.Installation);
        if (await session.LoadAsync<HeldMail>(id, cancellationToken) is { } known)
        {
            session.Store(known with { Reason = reason, Held = hold || known.Tries >= MostTries });
            await session.SaveChangesAsync(cancellationToken);
        }
    }

    /// <summary>Removes a mail that was processed.</summary>
    internal async Task TakenAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var session = store.LightweightSession(SendingPause.Installation);
        session.Delete<HeldMail>(id);
        await session.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Removes the mails that a person deleted from the mailbox.</summary>
    /// <param name="there">The mails that are still in it.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    internal async Task KeepOnlyAsync(IReadOnlySet<Guid> there, CancellationToken cancellationToken)
    {
        await using var session = store.LightweightSession(SendingPause.Installation);
        foreach (var gone in (await session.Query<HeldMail>().ToListAsync(cancellationToken)).Where(mail => !there.Contains(mail.Id)))
        {
            session.Delete(gone);
        }

        await session.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Releases all held mails, so that they are retried.</summary>
    public async Task ReleaseAsync(CancellationToken cancellationToken)
    {
        await using var session = store.LightweightSession(SendingPause.Installation);
        foreach (var mail in await session.Query<HeldMail>().Where(mail => mail.Held).ToListAsync(cancellationToken))
        {
            session.Delete(mail);
        }

        await session.SaveChangesAsync(cancellationToken);
    }
}
