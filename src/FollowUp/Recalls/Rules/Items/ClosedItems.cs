using FollowUp.Course;
using NodaTime;

namespace FollowUp.Recalls.Rules.Items;

/// <summary>
/// The due items that an entry closed. A contact need not name an item: it closes the one in whose window it is. A correction can close one
/// too.
/// </summary>
public sealed class ClosedItems : IConsequence
{
    /// <inheritdoc/>
    public string Name => "closedItems";

    /// <inheritdoc/>
    public object Of(PatientCourse before, PatientCourse after, Guid factId, Asked asked) =>
        Between(before, after, RecallTerms.Of(asked), asked.On);

    /// <summary>The items that are closed after an entry and were open before it.</summary>
    public static IReadOnlyList<DueItem> Between(
        PatientCourse before, PatientCourse after, RecallTerms terms, LocalDate on)
    {
        var were = DueItems.In(before, terms, on)
            .Where(item => item.SatisfiedBy is not null)
            .Select(item => (item.ProcedureId, item.Recall))
            .ToHashSet();
        return [.. DueItems.In(after, terms, on)
            .Where(item => item.SatisfiedBy is not null && !were.Contains((item.ProcedureId, item.Recall)))];
    }
}
