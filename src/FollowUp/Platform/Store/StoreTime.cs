using NodaTime;

namespace FollowUp.Platform.Store;

/// <summary>The clock that facts are recorded by: whole microseconds, as PostgreSQL keeps them.</summary>
/// <remarks>
/// Registered as itself and as <see cref="IClock"/>, not as the container's <see cref="TimeProvider"/>, so that a test stops
/// our time without stopping tokens, Quartz and Wolverine.
/// </remarks>
public sealed class StoreTime(TimeProvider source) : TimeProvider, IClock
{
    /// <summary>How far ahead of this node's clock a recorded time may lie and still be believed: the most that the clocks of nodes may differ.</summary>
    public static readonly Duration MostAhead = Duration.FromSeconds(2);

    private long _latest;

    private long _correction;

    /// <summary>How far this node's clock is ahead of the database's, behind if negative, when it was last compared.</summary>
    public Duration Ahead { get; private set; }

    /// <summary>Whether this node's clock agrees with the database's. While it does not, its time is the database's, and it sends and adopts nothing.</summary>
    public bool IsRight => Interlocked.Read(ref _correction) == 0;

    /// <summary>What this node's own clock says, right or wrong.</summary>
    public Instant Own => Instant.FromDateTimeOffset(source.GetUtcNow());

    /// <summary>Takes note of how far this node's own clock is ahead of the database's.</summary>
    public void Compared(Duration ahead)
    {
        Ahead = ahead;
        var correction = ahead > MostAhead || -ahead > MostAhead ? -ahead.BclCompatibleTicks : 0;
        if (Interlocked.Exchange(ref _correction, correction) != correction)
        {
            // What was taken from the wrong clock is no measure of the right one.
            Interlocked.Exchange(ref _latest, 0);
        }
    }

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => new(Math.Max(OwnTicks(), Interlocked.Read(ref _latest)), TimeSpan.Zero);

    /// <inheritdoc/>
    public Instant GetCurrentInstant() => Instant.FromDateTimeOffset(GetUtcNow());

    /// <summary>Takes note of a recorded time: what is asked as of now from here on sees it, also when a node ahead of this one recorded it.</summary>
    public void Seen(Instant recorded)
    {
        var ticks = recorded.ToDateTimeUtc().Ticks;
        if (ticks - OwnTicks() > MostAhead.BclCompatibleTicks)
        {
            return;
        }

        for (var latest = Interlocked.Read(ref _latest); ticks > latest; latest = Interlocked.Read(ref _latest))
        {
            Interlocked.CompareExchange(ref _latest, ticks, latest);
        }
    }

    private long OwnTicks()
    {
        var ticks = source.GetUtcNow().UtcTicks + Interlocked.Read(ref _correction);
        return ticks - (ticks % TimeSpan.TicksPerMicrosecond);
    }
}
