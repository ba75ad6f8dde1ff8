using System.Diagnostics;

namespace FollowUp.Recalls.Channels;

/// <summary>
/// What a message passes at the last moment before it leaves. A node may stand still for minutes anywhere, also between its mark in the
/// ledger and the call of the channel, and wake when another has taken the message over: then the fence is closed.
/// </summary>
/// <param name="ask">Asks the database, which also tells how long the message is surely still this node's; null when it is not.</param>
public sealed class Fence(Func<CancellationToken, Task<TimeSpan?>>? ask)
{
    /// <summary>The longest between the question and the message's last byte; then it must not leave any more.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    private TimeSpan _window;
    private long _askedAt;
    private DateTimeOffset _askedOn;

    /// <summary>One that is always open.</summary>
    public static Fence Open => new(null);

    /// <summary>Whether the message may leave at this moment, as last asked. A clock that stood still with the node is found out by the other.</summary>
    public bool Holds => ask is null
        || (Stopwatch.GetElapsedTime(_askedAt) < _window && TimeProvider.System.GetUtcNow() - _askedOn < _window);

    /// <summary>Asks whether the message may leave. It does so once: asked again it is closed.</summary>
    public async Task<bool> PassAsync(CancellationToken cancellationToken)
    {
        if (ask is null)
        {
            return true;
        }

        (_askedAt, _askedOn) = (Stopwatch.GetTimestamp(), TimeProvider.System.GetUtcNow());
        _window = await ask(cancellationToken) is { } left ? left < Longest ? left : Longest : TimeSpan.Zero;
        return Holds;
    }

    /// <summary>Breaks off what is under way when the message must not leave any more.</summary>
    /// <exception cref="OvertakenException">It must not.</exception>
    public void Hold()
    {
        if (!Holds)
        {
            throw new OvertakenException();
        }
    }
}

/// <summary>A message that is no longer this node's to hand over.</summary>
public sealed class OvertakenException() : Exception("The message is no longer this node's to hand over.");
