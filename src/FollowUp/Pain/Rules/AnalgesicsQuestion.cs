using FollowUp.Course;
using FollowUp.Course.Explanations;
using NodaTime;

namespace FollowUp.Pain.Rules;

/// <summary>How much of each ingredient a man took, and whether it was too much, too soon or a risky combination (R56-R58, domain 5).</summary>
public sealed class AnalgesicsQuestion : IQuestion
{
    /// <inheritdoc/>
    public string Name => "analgesics";

    /// <inheritdoc/>
    public object Ask(PatientCourse course, Asked asked) => Answer(course);

    /// <inheritdoc/>
    public IReadOnlyList<Explanation> Why(PatientCourse course, Asked asked) => AnalgesicExplanations.Of(course);

    /// <summary>The typed answer.</summary>
    public static AnalgesicsAnswer Answer(PatientCourse course) =>
        course.Cached(AnalgesicLimits.Version2018.Id, (course, _) => Of(course));

    private static AnalgesicsAnswer Of(PatientCourse course)
    {
        var limits = AnalgesicLimits.Version2018;

        // Cached apart: new contacts change the cautions more often than new doses change the sums.
        var (intakes, sums, days) = course.Cached(limits.Id, (course, _) => DoseSums.Of(course, limits));
        var cautions = Cautions.Of(intakes, sums, course, limits);
        AlertLevel[] levels =
        [
            .. sums.Select(sum => sum.Level),
            .. days.Select(day => day.Level),
            cautions.Count > 0 ? AlertLevel.Warning : AlertLevel.None,
        ];
        return new(limits.Id, levels.Max(), sums, days, cautions, [.. intakes.Doses.Select(dose => dose.Id).Distinct()]);
    }
}

/// <summary>The doses with their sums over 24 hours, and over the days with a dose of unknown time.</summary>
internal sealed record DoseSums(Intakes Intakes, IReadOnlyList<IngredientSum> Sums, IReadOnlyList<UntimedDay> Days)
{
    public static DoseSums Of(PatientCourse course, AnalgesicLimits limits)
    {
        var intakes = Intakes.Of(course);
        return new(intakes, RollingSums.Of(intakes, limits), RollingSums.Untimed(intakes, limits));
    }
}

/// <summary>A man's analgesics, judged by one version of the limits.</summary>
/// <param name="Limits">The id of the limits.</param>
/// <param name="Level">The highest level of all; a caution is a warning.</param>
/// <param name="Sums">For every dose with a clock time, the sum of its ingredient over the 24 hours up to it, in the order of the doses.</param>
/// <param name="TimeUnknown">The days with a dose without a clock time; such a dose is not part of the sums over 24 hours (R57).</param>
/// <param name="Cautions">What else somebody should check.</param>
/// <param name="ExplainedBy">Every analgesic entry.</param>
public sealed record AnalgesicsAnswer(
    string Limits,
    AlertLevel Level,
    IReadOnlyList<IngredientSum> Sums,
    IReadOnlyList<UntimedDay> TimeUnknown,
    IReadOnlyList<AnalgesicCaution> Cautions,
    IReadOnlyList<Guid> ExplainedBy);

/// <summary>The sum of one ingredient over the 24 hours up to a dose (R56).</summary>
/// <param name="Ingredient">The ingredient.</param>
/// <param name="AtcCode">Its ATC code, if it is not in the list.</param>
/// <param name="At">The instant of the dose; doses at one instant are taken together.</param>
/// <param name="Milligrams">The sum, in milligrams.</param>
/// <param name="LimitMilligrams">The limit in milligrams, for paracetamol at his weight; null where the version has none.</param>
/// <param name="WeightKilograms">The weight that sets the limit; null when no weight is known by then (R58), or the limit does not depend on it.</param>
/// <param name="Level">The level of the sum.</param>
/// <param name="AtOnceMilligrams">What was taken at this instant, in milligrams.</param>
/// <param name="HoursSincePrevious">Elapsed hours since the previous dose; null for the first.</param>
/// <param name="TooSoon">Whether the previous dose was less than 4 hours before.</param>
/// <param name="SingleDoseTooHigh">Whether it is more than 1 g of paracetamol at once.</param>
/// <param name="DoseIds">The doses summed, the latest last.</param>
/// <param name="WeightId">The weight's entry.</param>
public sealed record IngredientSum(
    Ingredient Ingredient,
    string? AtcCode,
    Instant At,
    decimal Milligrams,
    decimal? LimitMilligrams,
    decimal? WeightKilograms,
    AlertLevel Level,
    decimal AtOnceMilligrams,
    decimal? HoursSincePrevious,
    bool TooSoon,
    bool SingleDoseTooHigh,
    IReadOnlyList<Guid> DoseIds,
    Guid? WeightId);

/// <summary>A day with a dose of unknown clock time; the warning asks for the times (R57).</summary>
/// <param name="Ingredient">The ingredient.</param>
/// <param name="AtcCode">Its ATC code, if it is not in the list.</param>
/// <param name="Day">The clinic's day.</param>
/// <param name="Milligrams">The sum of all its doses of the day, in milligrams.</param>
/// <param name="LimitMilligrams">The limit in milligrams, for paracetamol at his weight; null where the version has none.</param>
/// <param name="Level">A warning when the day's sum is above the limit; never an alarm.</param>
/// <param name="DoseIds">The doses of the day.</param>
/// <param name="WeightId">The weight's entry.</param>
public sealed record UntimedDay(
    Ingredient Ingredient, string? AtcCode, LocalDate Day, decimal Milligrams, decimal? LimitMilligrams, AlertLevel Level,
    IReadOnlyList<Guid> DoseIds, Guid? WeightId);

/// <summary>Something besides a sum that somebody should check about his analgesics.</summary>
/// <param name="Kind">The kind of caution.</param>
/// <param name="On">The clinic's day of the dose that caused it.</param>
/// <param name="ExplainedBy">The entries it rests on, that dose last.</param>
public sealed record AnalgesicCaution(CautionKind Kind, LocalDate On, IReadOnlyList<Guid> ExplainedBy);

/// <summary>The kinds of caution about analgesics (domain 5).</summary>
public enum CautionKind
{
    /// <summary>Less than 4 hours between two doses of one ingredient.</summary>
    TooSoon,

    /// <summary>More than 1 g of paracetamol at once.</summary>
    SingleDoseTooHigh,

    /// <summary>One ingredient from two products within 24 hours.</summary>
    DuplicateIngredient,

    /// <summary>Two anti-inflammatory drugs within 24 hours.</summary>
    TwoNsaids,

    /// <summary>Use more than 14 days after the operation.</summary>
    LongUse,

    /// <summary>Metamizole, which can cause agranulocytosis.</summary>
    Metamizole,

    /// <summary>He takes another product with paracetamol that is not recorded as a dose.</summary>
    UnrecordedParacetamol,
}
