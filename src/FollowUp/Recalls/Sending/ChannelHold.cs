using FollowUp.Patients.Facts;
using FollowUp.Platform;
using FollowUp.Platform.Store;
using Marten;
using NodaTime;

namespace FollowUp.Recalls.Sending;

/// <summary>A channel that refuses this installation, whoever a message is for: nothing is put to it for a while, and no message fails by it.</summary>
/// <param name="Id">Made from the channel: there is one row for each.</param>
/// <param name="Channel">The channel.</param>
/// <param name="Reason">What it said, as a code.</param>
/// <param name="Since">Since when.</param>
/// <param name="Until">When it is tried again.</param>
public sealed record ChannelHold(Guid Id, Channel Channel, string Reason, Instant Since, Instant Until)
{
    /// <summary>How long a channel is left alone after it refused: a mail server locks out whom it refuses too often.</summary>
    public static readonly Duration Pause = Duration.FromMinutes(5);

    /// <summary>The id of a channel's row.</summary>
    public static Guid IdOf(Channel channel) => Ids.Of($"channel-hold/{channel}");
}

/// <summary>Which channels are held, for the whole installation: all its clinics send through the same.</summary>
public sealed class ChannelHolds(IDocumentStore store, StoreTime time)
{
    /// <summary>The channels that are held, also those whose turn to be tried again has come: whether they work shows with the next message.</summary>
    public async Task<IReadOnlyList<ChannelHold>> AllAsync(CancellationToken cancellationToken)
    {
        await using var session = store.QuerySession(SendingPause.Installation);
        return await session.Query<ChannelHold>().OrderBy(hold => hold.Id).ToListAsync(cancellationToken);
    }

    /// <summary>Until when nothing is put to a channel; null when it may be called now.</summary>
    public async Task<Instant?> UntilAsync(Channel channel, CancellationToken cancellationToken)
    {
        await using var session = store.QuerySession(SendingPause.Installation);
        return await session.LoadAsync<ChannelHold>(ChannelHold.IdOf(channel), cancellationToken) is { } hold && hold.Until > time.GetCurrentInstant()
            ? hold.Until
            : null;
    }

    /// <summary>Takes note of what a channel answered: one that refuses is held, one that takes or refuses a single message works.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="failsBy">What it said when it refuses this installation, as a code; null when it works.</param>
    /// <param name="cancellationToken">Ends it.</param>
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
