using FollowUp.Recalls.Rules.Items;
using NodaTime;

namespace FollowUp.Recalls.Rules;

/// <summary>How complete one step of the protocol is, over all men, on a day.</summary>
/// <param name="Recall">The step.</param>
/// <param name="Due">How many items were due by the day, the denominator: complete, late, open and lost together.</param>
/// <param name="Complete">Closed in time (R61).</param>
/// <param name="Late">Closed after the latest day (R64).</param>
/// <param name="Open">Due, overdue or unreachable.</param>
/// <param name="Lost">Of men who were declared lost to follow-up.</param>
/// <param name="Ended">Cancelled or superseded, so they could not be done any more (R67). In no denominator.</param>
public sealed record StepCompleteness(string Recall, int Due, int Complete, int Late, int Open, int Lost, int Ended)
{
    /// <summary>Closed in time of those due, in percent, unrounded; null when none was due.</summary>
    public decimal? CompletePercent => Due == 0 ? null : 100m * Complete / Due;
}

/// <summary>Counts the items of many men by step.</summary>
/// <param name="protocol">The protocol whose steps are counted.</param>
public sealed class StepCounts(Protocol protocol)
{
    private readonly Dictionary<string, StepCompleteness> _steps =
        protocol.Recalls.ToDictionary(recall => recall.Key, recall => new StepCompleteness(recall.Key, 0, 0, 0, 0, 0, 0), StringComparer.Ordinal);

    /// <summary>The counts, in the order the steps fall due.</summary>
    public IReadOnlyList<StepCompleteness> Steps => [.. protocol.Recalls.Select(recall => _steps[recall.Key])];

    /// <summary>Counts one man's items that were due by a day. What was done early counts from the day it was due.</summary>
    public void Add(IReadOnlyList<DueItem> items, LocalDate on)
    {
        foreach (var item in items.Where(item => item.Due <= on))
        {
            var step = _steps[item.Recall];
            var ended = item.State is DueState.Cancelled or DueState.Superseded;
            var counted = ended ? step : step with { Due = step.Due + 1 };
            _steps[item.Recall] = item.State switch
            {
                DueState.Satisfied => counted with { Complete = step.Complete + 1 },
                DueState.SatisfiedLate => counted with { Late = step.Late + 1 },
                DueState.Lost => counted with { Lost = step.Lost + 1 },
                DueState.Cancelled or DueState.Superseded => counted with { Ended = step.Ended + 1 },
                _ => counted with { Open = step.Open + 1 },
            };
        }
    }
}
