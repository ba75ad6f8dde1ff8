using System.Collections.Concurrent;
using FollowUp.Access;
using FollowUp.Patients.Recording;
using FollowUp.Platform;
using NodaTime;

namespace FollowUp.Recalls;

/// <summary>How complete a clinic's follow-up is, asked at most once a minute: it asks every man, and everybody's desk shows it.</summary>
public sealed class KeptCompleteness(Worklist worklist, StoreTime time)
{
    private static readonly Duration KeptFor = Duration.FromMinutes(1);

    private readonly ConcurrentDictionary<string, (Instant At, Task<CompletenessAnswer> Answer)> _kept = new(StringComparer.Ordinal);

    /// <summary>The counts and when they were made. What fails is asked again the next time.</summary>
    public async Task<(Instant At, CompletenessAnswer Answer)> OfAsync(Clinic clinic)
    {
        var now = time.GetCurrentInstant();
        if (!_kept.TryGetValue(clinic.Id, out var kept) || now - kept.At >= KeptFor || kept.Answer.IsFaulted)
        {
            // Not ended with the request that began it: others wait for the same answer.
            kept = (now, worklist.CompletenessAsync(clinic, new PointOfView(null, now.InZone(clinic.Zone).Date), CancellationToken.None));
            _kept[clinic.Id] = kept;
        }

        return (kept.At, await kept.Answer);
    }
}
