using System.Text.Json.Serialization;
using FollowUp.Hormones.Rules.TestosteroneRecovery;
using NodaTime;

namespace FollowUp.Reports.Testosterone;

/// <summary>The time from surgery to the first eligible sample at a share of the baseline (R75).</summary>
/// <param name="Occasions">The samples after surgery, each with its day and percentage.</param>
/// <param name="EndedOn">The day after surgery of the event that ended the clock; null while none has.</param>
/// <param name="HasBaseline">Whether there is a baseline to return to.</param>
public sealed record TimeOfReturn(IReadOnlyList<Occasion> Occasions, int? EndedOn, bool HasBaseline)
{
    /// <summary>What ended a man's time to return.</summary>
    public enum End
    {
        /// <summary>A sample at the share or above.</summary>
        Returned,

        /// <summary>Testosterone or stimulation, a new operation, the loss of a testis, or death (R36).</summary>
        Competing,
    }

    /// <summary>The samples after one operation.</summary>
    public static TimeOfReturn After(OperationRecovery recovery) => new(
        [.. recovery.Occasions.Select(occasion => new Occasion(Period.DaysBetween(recovery.PerformedOn, occasion.DrawnOn), occasion.OfIndex is { } reached ? PercentOfBaseline.By(reached) : null))],
        recovery.EndedBy is { } ended ? Period.DaysBetween(recovery.PerformedOn, ended.On) : null,
        recovery.PreIndex is not null);

    /// <summary>The day of the last sample; 0 without one (R75).</summary>
    [JsonIgnore]
    public int LastSeen => Occasions.Count == 0 ? 0 : Occasions[^1].Day;

    /// <summary>The time in days and what ended it. Null when neither event happened by the last sample, which is day 0 without one (R75).</summary>
    /// <param name="percent">The share of the baseline.</param>
    public (int Days, End? Event) To(decimal percent) =>
        ReturnedAt(percent) is { } at ? (Occasions[at].Day, End.Returned)
        : EndedOn is { } ended ? (ended, End.Competing)
        : (LastSeen, null);

    /// <summary>The days within which the return must lie: from the sample before, or the operation, to the one counted; null if there was no return.</summary>
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
/// <param name="Reached">The percentage of the baseline before the operation; null without a baseline.</param>
public sealed record Occasion(int Day, [property: JsonConverter(typeof(PercentOfBaselineJson))] PercentOfBaseline? Reached);
