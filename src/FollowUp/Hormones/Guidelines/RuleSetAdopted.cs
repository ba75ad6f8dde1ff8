namespace FollowUp.Hormones.Guidelines;

/// <summary>A clinic adopted a rule set. It stands in the clinic's own stream; the event says when and who.</summary>
/// <param name="From">The rule set in force before.</param>
/// <param name="RuleSet">The rule set adopted.</param>
/// <param name="Men">How many men were looked at.</param>
/// <param name="Changing">How many of them have another flag or recall under it.</param>
public sealed record RuleSetAdopted(string From, string RuleSet, int Men, int Changing);
