using FollowUp.Patients.Facts;
using FollowUp.Platform;
using FollowUp.Platform.Store;
using Marten;
using NodaTime;

namespace FollowUp.Recalls.Sending;

/// <summary>The hold of a channel that refuses this installation: nothing is sent through it for a while, and no message fails because of it.</summary>
/// <param name="Id">Made from the channel: one row each.</param>
/// <param name="Channel">The channel.</param>
/// <param name="Reason">The reason it gave, as a code.</param>
/// <param name="Since">Since when.</param>
/// <param name="Until">When it is retried.</param>
public sealed record ChannelHold(Guid Id, Channel Channel, string Reason, Instant Since, Instant Until)
{
    /// <summary>How long a channel is not used after it refused: mail servers lock out senders that they refuse too often.</summary>
    public static readonly Duration Pause = Duration.FromMinutes(5);

    /// <summary>The id of a channel's row.</summary>
    public static Guid IdOf(Channel channel) => Ids.Of($"channel-hold/{channel}");
}

/// <summary>The held channels of the installation; all its clinics share them.</summary>
public sealed class ChannelHolds(IDocumentStore store, StoreTime time)
{
    /// <summary>The held channels, including those about to be retried: the next message shows whether they work.</summary>
    public async Task<IReadOnlyList<ChannelHold>> AllAsync(CancellationToken cancellationToken)
    {
        await using var session = store.QuerySession(SendingPause.Installation);
        return await session.Query<ChannelHold>().OrderBy(hold => hold.Id).ToListAsync(cancellationToken);
    }

    /// <summary>Until when a channel is not used; null when it may be used now.</summary>
    public async Task<Instant?> UntilAsync(Channel channel, CancellationToken cancellationToken)
    {
        await using var session = store.QuerySession(SendingPause.Installation);
        return await session.LoadAsync<ChannelHold>(ChannelHold.IdOf(channel), cancellationToken) is { } hold && hold.Until > time.GetCurrentInstant()
            ? hold.Until
            : null;
    }

    /// <summary>Records the answer of a channel: one that refuses us is held, one that accepts or refuses a single message works.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="failsBy">The reason for refusing this installation, as a code; null when the channel works.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    public async Task NoteAsync(Channel channel, string? failsBy, CancellationToken cancellationToken)
    {
        await using var session = store.LightweightSession(SendingPause.Installation);
        var held = await session.LoadAsync<ChannelHold>(ChannelHold.IdOf(channel), cancellationToken);
        var now = time.GetCurrentInstant();
        if (failsBy is not null)
        {
            session.Store(new ChannelHold(ChannelHold.IdOf(channel), channel, failsBy, held?.Since ?? now, now + ChannelHold.Pause));
        }
        else if (held is not null)
        {
            session.Delete(held);
        }
        else
        {
            return;
        }

        await session.SaveChangesAsync(cancellationToken);
    }
}
