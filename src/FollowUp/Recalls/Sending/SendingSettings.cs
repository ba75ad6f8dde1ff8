using System.Globalization;
using NodaTime;

namespace FollowUp.Recalls.Sending;

/// <summary>The pace of sending and its timeouts, from the configuration section <c>FollowUp:Recalls</c>.</summary>
/// <param name="MostPerMinute">The most messages that a clinic decides in a minute for each channel, even after an outage, and the most that may wait for it; <c>MostPerMinute</c>, 200 unless set.</param>
/// <param name="Lease">How long a handover may take before its node counts as dead; longer than the timeout of any channel; <c>LeaseSeconds</c>, 300 unless set.</param>
/// <param name="LostAfter">After how long an order that was not carried out counts as lost and is repeated; <c>LostAfterMinutes</c>, 30 unless set.</param>
/// <param name="GiveUpAfter">After how long a message that its channel does not accept fails, so that a nurse takes over; <c>GiveUpAfterHours</c>, 24 unless set.</param>
/// <param name="RetryAfter">The pauses before a message is retried that its channel did not accept, each lengthened at random by up to a half; <c>RetrySeconds</c>, <c>15 60 300</c> unless set. Then <c>LostAfter</c>, each time.</param>
public sealed record SendingSettings(int MostPerMinute, Duration Lease, Duration LostAfter, Duration GiveUpAfter, IReadOnlyList<Duration> RetryAfter)
{
    /// <summary>Reads the section.</summary>
    /// <exception cref="InvalidOperationException">A setting is out of range.</exception>
    public static SendingSettings Read(IConfiguration configuration) => new(
        Whole(configuration, "MostPerMinute", 200, 1, 10_000),
        Duration.FromSeconds(Whole(configuration, "LeaseSeconds", 300, 5, 3600)),
        Duration.FromMinutes(Whole(configuration, "LostAfterMinutes", 30, 1, 1440)),
        Duration.FromHours(Whole(configuration, "GiveUpAfterHours", 24, 1, 336)),
        [.. (configuration["FollowUp:Recalls:RetrySeconds"] ?? "15 60 300").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Pause)]);

    /// <summary>The settings, after checking that the timeout of a channel is shorter than the lease.</summary>
    /// <exception cref="InvalidOperationException">It is not.</exception>
    public SendingSettings LongerThan(string setting, TimeSpan timeout) => Lease.ToTimeSpan() > timeout
        ? this
        : throw new InvalidOperationException(
            $"FollowUp:Recalls:LeaseSeconds is {Lease.TotalSeconds:0}, and {setting} lets sending one message take {timeout.TotalSeconds:0}: a message that is still being sent would count as uncertain. Set the lease above it.");

    /// <summary>How long a message waits before the next attempt, after a number of failures.</summary>
    public Duration PauseAfter(int failures) => failures > 0 && failures <= RetryAfter.Count
        ? RetryAfter[failures - 1] * (1 + (Random.Shared.NextDouble() / 2))
        : LostAfter;

    private static Duration Pause(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and <= 3600
        ? Duration.FromSeconds(seconds)
        : throw new InvalidOperationException($"FollowUp:Recalls:RetrySeconds holds '{text}': set whole seconds from 1 to 3600, with spaces between them.");

    private static int Whole(IConfiguration configuration, string name, int usual, int least, int most)
    {
        var value = configuration.GetValue($"FollowUp:Recalls:{name}", usual);
        return value >= least && value <= most
            ? value
            : throw new InvalidOperationException($"FollowUp:Recalls:{name} is {value}: set {least} to {most}.");
    }
}
