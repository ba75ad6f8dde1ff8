using System.Diagnostics;

namespace FollowUp.Recalls.Channels;

/// <summary>
/// The last check before a message is sent. A node can be suspended for minutes at any point, even between marking the ledger and calling
/// the channel, and resume after another node has taken the message over. Then the fence is closed.
/// </summary>
/// <param name="ask">Asks the database for how long the message still belongs to this node; null when it does not.</param>
public sealed class Fence(Func<CancellationToken, Task<TimeSpan?>>? ask)
{
    /// <summary>The longest time from the check to the last byte of the message. After that it must not be sent.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    private TimeSpan _window;
    private long _askedAt;
    private DateTimeOffset _askedOn;

    /// <summary>A fence that is always open.</summary>
    public static Fence Open => new(null);

    /// <summary>Whether the message may be sent now, by the last check. Two clocks are compared, because one may have stopped while the node was suspended.</summary>
    public bool Holds => ask is null
        || (Stopwatch.GetElapsedTime(_askedAt) < _window && TimeProvider.System.GetUtcNow() - _askedOn < _window);

    /// <summary>Checks whether the message may be sent. A second check finds the fence closed.</summary>
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

    /// <summary>Cancels sending when the message must not be sent any more.</summary>
    /// <exception cref="OvertakenException">The message belongs to another node.</exception>
    public void Hold()
    {
        if (!Holds)
        {
            throw new OvertakenException();
        }
    }
}

/// <summary>The message no longer belongs to this node.</summary>
public sealed class OvertakenException() : Exception("The message no longer belongs to this node.");
