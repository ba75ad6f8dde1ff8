using FollowUp.Course;
using FollowUp.Course.Explanations;
using FollowUp.Hormones.Rules.Samples;
using FollowUp.Hormones.Rules.TestosteroneRecovery;
using NodaTime;

namespace FollowUp.Hormones.Rules.HypogonadismFlags;

/// <summary>The hypogonadism answers of a man under one rule set.</summary>
/// <param name="RuleSet">The rule set.</param>
/// <param name="Present">
/// The current flag: from his samples after his latest operation, or from all samples when he has not been operated on (R40).
/// </param>
/// <param name="Review">The clinician's review of that flag; null when it needs none or still waits for one.</param>
/// <param name="Operations">Before and after each operation done here.</param>
public sealed record HypogonadismAnswer(
    RuleSetReference RuleSet, HypogonadismFlag Present, FlagReview? Review, IReadOnlyList<OperationHypogonadism> Operations)
{
    /// <summary>The answers of a course.</summary>
    public static HypogonadismAnswer Of(PatientCourse course, RuleSet ruleSet)
    {
        var samples = HormoneSamples.Of(course);
        var operations = samples.Operations;
        var present = operations.Count == 0
            ? Judge(samples, null, ruleSet, (_, _) => true)
            : After(operations[^1], null, samples, ruleSet);
        return new(
            ruleSet.Reference,
            present,
            FlagReview.Of(present, course),
            [.. operations.Where(operation => operation.Here).Select(operation => new OperationHypogonadism(
                operation.Id,
                operation.Number,
                operation.On,
                Before(operation, operations.ElementAtOrDefault(operation.Number - 2), samples, ruleSet),
                After(operation, operations.ElementAtOrDefault(operation.Number), samples, ruleSet)))]);
    }

    // Samples of the 365 days before it and after the previous operation (R41). They are the baseline, so they are not compared with it.
    private static HypogonadismFlag Before(Operation operation, Operation? previous, HormoneSamples samples, RuleSet ruleSet) =>
        Judge(samples, null, ruleSet, (day, time) =>
            operation.IsAfter(day, time) && day >= operation.On.PlusDays(-Baseline.LastDays) && previous?.IsAfter(day, time) != true);

    // Samples after it and before the next operation; samples of the day of the next operation belong to neither (R11, R40).
    private static HypogonadismFlag After(Operation operation, Operation? next, HormoneSamples samples, RuleSet ruleSet) =>
        Judge(samples, Baseline.PreIndex(operation, samples), ruleSet, (day, time) =>
            !operation.IsAfter(day, time) && (next is null || day < next.On));

    private static HypogonadismFlag Judge(
        HormoneSamples samples, Baseline? preIndex, RuleSet ruleSet, Func<LocalDate, LocalTime?, bool> inScope)
    {
        HormoneSample[] scope = [.. samples.All.Where(sample => inScope(sample.DrawnOn, sample.DrawnAt))];
        return new HypogonadismJudgement(
            scope,
            samples.Eligible.Where(sample => inScope(sample.DrawnOn, sample.DrawnAt)),
            samples.Displaced.Where(result => inScope(result.DrawnOn, result.DrawnAt)),
            preIndex,
            ruleSet).Flag() with
        {
            Scope = scope,
            Symptoms = [.. samples.Symptoms
                .Where(symptom => inScope(symptom.Fact.ReportedOn, null))
                .GroupBy(symptom => symptom.Fact.Symptom)
                .Select(answers => answers.Last())
                .Where(symptom => symptom.Fact.Present == Answer.Yes)
                .Select(symptom => symptom.Id)],
        };
    }
}

/// <summary>Hypogonadism before and after one operation.</summary>
/// <param name="OperationId">The operation.</param>
/// <param name="Number">The number of the operation among all of his (R70).</param>
/// <param name="PerformedOn">The day of surgery.</param>
/// <param name="Before">From the samples of the 365 days before it and after the previous operation (R41).</param>
/// <param name="After">From the samples after it and before the next operation (R40).</param>
public sealed record OperationHypogonadism(
    Guid OperationId, int Number, LocalDate PerformedOn, HypogonadismFlag Before, HypogonadismFlag After);

/// <summary>Is his testosterone low, and why?</summary>
public sealed class HypogonadismQuestion : IGuidelineQuestion
{
    /// <inheritdoc/>
    public string Name => "hypogonadism";

    /// <inheritdoc/>
    public IReadOnlyList<GuidelineKind> DependsOn { get; } = [GuidelineKind.RuleSet];

    /// <inheritdoc/>
    public object Ask(PatientCourse course, Asked asked) => HypogonadismAnswer.Of(course, PublishedRuleSets.Of(asked.RuleSet));

    /// <inheritdoc/>
    public IReadOnlyList<Explanation> Why(PatientCourse course, Asked asked) => HypogonadismExplanations.Of(course, asked);
}
