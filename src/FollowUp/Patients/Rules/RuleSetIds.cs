namespace FollowUp.Patients.Rules;

/// <summary>The ids of the rule sets that an answer can be asked under.</summary>
/// <remarks>
/// Whoever asks names a rule set; the hormone rules alone know what it says. They implement this, once, in a class without
/// constructor arguments, and <see cref="RuleSetIds"/> finds it.
/// </remarks>
public interface IRuleSetIds
{
    /// <summary>Every id, in alphabetical order.</summary>
    IReadOnlyList<string> All { get; }
}

/// <summary>The published rule sets' ids, found by scanning.</summary>
public static class RuleSetIds
{
    /// <summary>Every id, in alphabetical order.</summary>
    public static readonly IReadOnlyList<string> All = typeof(IRuleSetIds).Assembly.GetTypes()
        .Where(type => type.IsAssignableTo(typeof(IRuleSetIds)) && !type.IsInterface)
        .Select(type => (IRuleSetIds)Activator.CreateInstance(type)!)
        .Single().All;

    /// <summary>What to say against an id that nobody published; null for one that somebody did.</summary>
    public static Finding? Refuse(string field, string id) => All.Contains(id)
        ? null
        : Finding.Refusal("Unknown", field, id, $"Send one of {string.Join(", ", All)}.");
}
