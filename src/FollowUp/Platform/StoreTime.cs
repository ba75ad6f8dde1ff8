using NodaTime;

namespace FollowUp.Platform;

/// <summary>The clock that facts are recorded by: whole microseconds, as PostgreSQL keeps them.</summary>
/// <remarks>
/// Registered as itself and as <see cref="IClock"/>, not as the container's <see cref="TimeProvider"/>, so that a test stops
/// our time without stopping tokens, Quartz and Wolverine.
/// </remarks>
public sealed class StoreTime(TimeProvider source) : TimeProvider, IClock
{
    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow()
    {
        var now = source.GetUtcNow();
        return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond));
    }

    /// <inheritdoc/>
    public Instant GetCurrentInstant() => Instant.FromDateTimeOffset(GetUtcNow());
}
