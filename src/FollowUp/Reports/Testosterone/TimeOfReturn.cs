using System.Text.Json.Serialization;
using FollowUp.Hormones.Rules.TestosteroneRecovery;
using NodaTime;

namespace FollowUp.Reports.Testosterone;

/// <summary>From the day of surgery to the first eligible occasion at a share of the baseline (R75).</summary>
/// <param name="Occasions">The day after surgery and the recovery of each occasion.</param>
/// <param name="EndedOn">The day after surgery of the event that ended the clock; null while none has.</param>
/// <param name="HasBaseline">Whether there is a baseline to return to.</param>
public sealed record TimeOfReturn(IReadOnlyList<Occasion> Occasions, int? EndedOn, bool HasBaseline)
{
    /// <summary>What ended a man's time to return.</summary>
    public enum End
    {
        /// <summary>An occasion at the share or above.</summary>
        Returned,

        /// <summary>Testosterone or stimulation, a new operation, the loss of a testis, or death (R36).</summary>
        Competing,
    }

    /// <summary>The times after one operation.</summary>
    public static TimeOfReturn After(OperationRecovery recovery) => new(
        [.. recovery.Occasions.Select(occasion => new Occasion(Period.DaysBetween(recovery.PerformedOn, occasion.DrawnOn), occasion.OfIndex is { } reached ? Reached.By(reached) : null))],
        recovery.EndedBy is { } ended ? Period.DaysBetween(recovery.PerformedOn, ended.On) : null,
        recovery.PreIndex is not null);

    /// <summary>The day of the last occasion; 0 without one (R75).</summary>
    [JsonIgnore]
    public int LastSeen => Occasions.Count == 0 ? 0 : Occasions[^1].Day;

    /// <summary>The time in days and what ended it; null for a man last seen without either, on day 0 if never (R75).</summary>
    /// <param name="percent">The share of the baseline.</param>
    public (int Days, End? Event) To(decimal percent) =>
        ReturnedAt(percent) is { } at ? (Occasions[at].Day, End.Returned)
        : EndedOn is { } ended ? (ended, End.Competing)
        : (LastSeen, null);

    /// <summary>The days in which he must have returned: from the occasion before, or the operation, to the one counted; null if he did not.</summary>
    public int? IntervalTo(decimal percent) =>
        ReturnedAt(percent) is { } at ? Occasions[at].Day - (at == 0 ? 0 : Occasions[at - 1].Day) : null;

    private int? ReturnedAt(decimal percent)
    {
        for (var at = 0; at < Occasions.Count; at++)
        {
            if ((Occasions[at].Reached?.Percent ?? Occasions[at].Reached?.PercentAtLeast) >= percent)
            {
                return at;
            }
        }

        return null;
    }
}

/// <summary>A sample after an operation.</summary>
/// <param name="Day">The day after surgery.</param>
/// <param name="Reached">Set against the baseline before the operation; null without one.</param>
public sealed record Occasion(int Day, [property: JsonConverter(typeof(ReachedJson))] Reached? Reached);
