using FollowUp.Course;
using NodaTime;
using static FollowUp.RulesTests.Course.Courses;

namespace FollowUp.RulesTests.Course;

/// <summary>Runs one check on a fact, on Monday 15 June 2026 at noon in the clinic.</summary>
public static class Checking
{
    public static readonly LocalDate Today = new(2026, 6, 15);

    public static readonly Instant Now = Today.At(new LocalTime(12, 0)).InZoneLeniently(Istanbul).ToInstant();

    /// <summary>What the check has to say about a fact of a man with this course.</summary>
    public static IReadOnlyList<Finding> Findings<TFact>(this ICheck<TFact> check, TFact fact, params Fact[] course)
        where TFact : Fact => [.. check.Check(fact, Of(course), new DecisionContext(Now, Today))];

    /// <summary>The same, as <c>Code</c> of a refusal and <c>Code?</c> of a warning, with the field.</summary>
    public static IReadOnlyList<string> Says<TFact>(this ICheck<TFact> check, TFact fact, params Fact[] course)
        where TFact : Fact => [.. check.Findings(fact, course).Select(finding => $"{finding.Code}{(finding.Refuses ? "" : "?")} {finding.Field}")];
}
