namespace FollowUp.Course.Explanations;

/// <summary>A derived answer that changed.</summary>
/// <param name="Of">The derived answer.</param>
/// <param name="About">The entry it is about.</param>
/// <param name="Item">Which of several about that entry.</param>
/// <param name="Before">What it was; null when there was none.</param>
/// <param name="After">What it is; null when there is none.</param>
public sealed record OutcomeChange(string Of, Guid? About, string? Item, Code? Before, Code? After)
{
    /// <summary>The answers whose outcome differs, in the order they are given, those that are gone last.</summary>
    public static IReadOnlyList<OutcomeChange> Between(IReadOnlyList<Explanation> before, IReadOnlyList<Explanation> after)
    {
        var (was, now) = (ByKey(before), ByKey(after));
        return [.. now.Keys.Union(was.Keys)
            .Select(key => new OutcomeChange(
                key.Of, key.About, key.Item, was.TryGetValue(key, out var old) ? old : (Code?)null, now.TryGetValue(key, out var present) ? present : (Code?)null))
            .Where(change => change.Before != change.After)];
    }

    // Several answers of one name, entry and item look like one in a list of changes; the first stands for them.
    private static Dictionary<(string Of, Guid? About, string? Item), Code> ByKey(IReadOnlyList<Explanation> explanations) => explanations
        .DistinctBy(explanation => (explanation.Of, explanation.About, explanation.Item))
        .ToDictionary(explanation => (explanation.Of, explanation.About, explanation.Item), explanation => explanation.Outcome);
}
