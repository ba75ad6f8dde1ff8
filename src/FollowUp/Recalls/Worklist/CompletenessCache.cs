using FollowUp.Access;
using FollowUp.Course;
using FollowUp.Platform.Store;
using FollowUp.Recording;
using NodaTime;

namespace FollowUp.Recalls.Worklist;

/// <summary>The completeness of each clinic's follow-up, calculated in the background and cached for a minute.</summary>
/// <remarks>A calculation reads every man, so one runs at a time, all who ask meanwhile share it, and it stops when nobody waits for it any more.</remarks>
public sealed class CompletenessCache(WorklistQuery worklist, StoreTime time) : IDisposable
{
    private static readonly Duration MaximumAge = Duration.FromMinutes(1);

    private readonly Dictionary<(string Clinic, string Protocol), Calculation> _calculations = [];

    private readonly SemaphoreSlim _oneAtATime = new(1);

    /// <summary>Today's completeness under the protocol in force, and the time at which it was calculated, at most a minute ago.</summary>
    /// <remarks>A calculation that failed or was cancelled is not cached.</remarks>
    public async Task<(Instant At, CompletenessAnswer Answer)> GetAsync(Clinic clinic, CancellationToken cancellationToken)
    {
        var key = (clinic.Id, clinic.InForce(GuidelineKind.Protocol));
        var calculation = Join(key, clinic);
        try
        {
            return (calculation.At, await calculation.Answer.WaitAsync(cancellationToken));
        }
        finally
        {
            Leave(key, calculation);
        }
    }

    /// <summary>Calculates completeness without the cache, after any calculation that is running.</summary>
    public async Task<CompletenessAnswer> CalculateAsync(Clinic clinic, PointOfView view, CancellationToken cancellationToken)
    {
        await _oneAtATime.WaitAsync(cancellationToken);
        try
        {
            return await worklist.CompletenessAsync(clinic, view, cancellationToken);
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _oneAtATime.Dispose();

    private Calculation Join((string Clinic, string Protocol) key, Clinic clinic)
    {
        lock (_calculations)
        {
            var now = time.GetCurrentInstant();
            RemoveOutdated(now - MaximumAge);
            if (!_calculations.TryGetValue(key, out var calculation))
            {
                _calculations[key] = calculation = Start(clinic, now);
            }

            calculation.Waiting++;
            return calculation;
        }
    }

    private void Leave((string Clinic, string Protocol) key, Calculation calculation)
    {
        lock (_calculations)
        {
            calculation.Waiting--;
            if (calculation.Waiting == 0 && !calculation.Answer.IsCompleted)
            {
                _calculations.Remove(key);
                calculation.Cancellation.Cancel();
            }
        }
    }

    private Calculation Start(Clinic clinic, Instant now)
    {
        var today = new PointOfView(null, now.InZone(clinic.Zone).Date);
        var cancellation = new CancellationTokenSource();
        return new(now, Task.Run(() => CalculateAsync(clinic, today, cancellation.Token), cancellation.Token), cancellation);
    }

    private void RemoveOutdated(Instant oldest)
    {
        foreach (var (key, _) in _calculations.Where(cached => cached.Value.IsOutdated(oldest)).ToList())
        {
            _calculations.Remove(key);
        }
    }

    private sealed class Calculation(Instant at, Task<CompletenessAnswer> answer, CancellationTokenSource cancellation)
    {
        public Instant At { get; } = at;

        public Task<CompletenessAnswer> Answer { get; } = answer;

        public CancellationTokenSource Cancellation { get; } = cancellation;

        /// <summary>How many callers wait for the answer.</summary>
        public int Waiting { get; set; }

        public bool IsOutdated(Instant oldest) => Waiting == 0 && (At <= oldest || !Answer.IsCompletedSuccessfully);
    }
}
