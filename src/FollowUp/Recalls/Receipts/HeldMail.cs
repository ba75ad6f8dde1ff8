using FollowUp.Platform.Store;
using FollowUp.Recalls.Sending;
using Marten;
using NodaTime;

namespace FollowUp.Recalls.Receipts;

/// <summary>
/// A mail of the mailbox of replies that was begun and not taken. It stays in the mailbox, where a person may open it; only that it is there is
/// kept here, nothing of what it says and nobody's address.
/// </summary>
/// <param name="Id">Made from the mailbox's own id of it.</param>
/// <param name="Since">When it was first begun.</param>
/// <param name="Tries">How often it was begun.</param>
/// <param name="Reason">Why it was not taken, as a code.</param>
/// <param name="Held">Whether it is no longer tried.</param>
public sealed record HeldMail(Guid Id, Instant Since, int Tries, string Reason, bool Held)
{
    /// <summary>The reason while it is being read: a node that ends there leaves it.</summary>
    public const string Begun = "Begun";
}

/// <summary>Which mails of the mailbox are held, for the whole installation. Tries are counted here, so that a mail that ends a node or its connection is not tried for ever.</summary>
public sealed class HeldMails(IDocumentStore store, StoreTime time)
{
    private const int MostTries = 5;

    /// <summary>The mails that are held, the oldest first.</summary>
    public async Task<IReadOnlyList<HeldMail>> AllAsync(CancellationToken cancellationToken)
    {
        await using var session = store.QuerySession(SendingPause.Installation);
        return [.. (await session.Query<HeldMail>().Where(mail => mail.Held).ToListAsync(cancellationToken)).OrderBy(mail => mail.Since)];
    }

    /// <summary>Begins a mail; false when it is held and not to be read.</summary>
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

    /// <summary>Notes that a mail could not be taken, and why.</summary>
    /// <param name="id">The mail.</param>
    /// <param name="reason">Why, as a code.</param>
    /// <param name="hold">Whether it never can be; else it is tried again a few times.</param>
    /// <param name="cancellationToken">Ends it.</param>
    internal async Task FailAsync(Guid id, string reason, bool hold, CancellationToken cancellationToken)
    {
        await using var session = store.LightweightSession(SendingPause.Installation);
        if (await session.LoadAsync<HeldMail>(id, cancellationToken) is { } known)
        {
            session.Store(known with { Reason = reason, Held = hold || known.Tries >= MostTries });
            await session.SaveChangesAsync(cancellationToken);
        }
    }

    /// <summary>Forgets a mail that was taken.</summary>
    internal async Task TakenAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var session = store.LightweightSession(SendingPause.Installation);
        session.Delete<HeldMail>(id);
        await session.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Forgets the mails that a person took out of the mailbox.</summary>
    /// <param name="there">The mails that are in it.</param>
    /// <param name="cancellationToken">Ends it.</param>
    internal async Task KeepOnlyAsync(IReadOnlySet<Guid> there, CancellationToken cancellationToken)
    {
        await using var session = store.LightweightSession(SendingPause.Installation);
        foreach (var gone in (await session.Query<HeldMail>().ToListAsync(cancellationToken)).Where(mail => !there.Contains(mail.Id)))
        {
            session.Delete(gone);
        }

        await session.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Lets all that are held be tried again.</summary>
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
