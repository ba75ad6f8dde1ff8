using FollowUp.Access;
using FollowUp.Course;
using FollowUp.Platform.Store;
using FollowUp.Recalls.Worklist;
using FollowUp.Recording;
using NodaTime;

namespace FollowUp.Recalls;

/// <summary>How complete a clinic's follow-up is. It asks every man, so one is asked for at a time, and none that nobody waits for.</summary>
/// <remarks>Everybody's desk shows it: there it is asked at most once a minute, and once however many wait.</remarks>
public sealed class KeptCompleteness(WorklistQuery worklist, StoreTime time) : IDisposable
{
    private static readonly Duration KeptFor = Duration.FromMinutes(1);

    private readonly Dictionary<(string Clinic, string Protocol), Counting> _kept = [];

    private readonly SemaphoreSlim _one = new(1);

    /// <summary>The counts as they are now or were asked for; the next one waits until they are made.</summary>
    public async Task<CompletenessAnswer> AskAsync(Clinic clinic, PointOfView view, CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            return await worklist.CompletenessAsync(clinic, view, cancellationToken);
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>The counts under the protocol in force and when they were asked for, at most a minute ago. What fails, or is left by all who waited, is asked again the next time.</summary>
    public async Task<(Instant At, CompletenessAnswer Answer)> OfAsync(Clinic clinic, CancellationToken cancellationToken)
    {
        var key = (clinic.Id, clinic.InForce(GuidelineKind.Protocol));
        Counting? counting;
        lock (_kept)
        {
            var now = time.GetCurrentInstant();
            foreach (var old in _kept.Where(kept => kept.Value.IsOver(now - KeptFor)).ToList())
            {
                _kept.Remove(old.Key);
            }

            if (!_kept.TryGetValue(key, out counting))
            {
                _kept[key] = counting = new(now);
                var (view, ends) = (new PointOfView(null, now.InZone(clinic.Zone).Date), counting.Ends.Token);
                counting.Answer = Task.Run(() => AskAsync(clinic, view, ends), ends);
            }

            counting.Waiting++;
        }

        try
        {
            return (counting.At, await counting.Answer.WaitAsync(cancellationToken));
        }
        finally
        {
            lock (_kept)
            {
                if (--counting.Waiting == 0 && !counting.Answer.IsCompleted)
                {
                    _kept.Remove(key);
                    counting.Ends.Cancel();
                }
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _one.Dispose();

    private sealed class Counting(Instant at)
    {
        public Instant At { get; } = at;

        public CancellationTokenSource Ends { get; } = new();

        public Task<CompletenessAnswer> Answer { get; set; } = null!;

        public int Waiting { get; set; }

        public bool IsOver(Instant before) => Waiting == 0 && (At <= before || !Answer.IsCompletedSuccessfully);
    }
}
