using FollowUp.Patients.Rules;
using FollowUp.Patients.Rules.Facts;
using NodaTime;

namespace FollowUp.Pain.Rules;

/// <summary>How much paracetamol a man took, and whether it was too much or too soon (R56-R58).</summary>
public sealed class AnalgesicsQuestion : IQuestion
{
    /// <inheritdoc/>
    public string Name => "analgesics";

    /// <inheritdoc/>
    public object Ask(PatientCourse course, Asked asked) => Answer(course);

    /// <summary>The typed answer.</summary>
    public static AnalgesicsAnswer Answer(PatientCourse course)
    {
        var limits = ParacetamolLimits.Version2018;
        Dose[] doses = [.. course.Of<AnalgesicTaken>().Select(standing => new Dose(
            standing.Id, standing.Fact, standing.Occurred.Earliest, standing.Fact.TakenAt.Instant(course.Zone)))];
        Dose[] paracetamol = [.. doses.Where(dose => Ingredients.IsParacetamol(dose.Fact))];
        Weight[] weights = [.. course.Of<WeightMeasured>().Select(standing => new Weight(standing.Id, standing.Fact.MeasuredOn, standing.Fact.Kilograms))];

        var sums = Rolling(paracetamol, weights, limits);
        var days = Untimed(paracetamol, weights, limits);
        return new(
            limits.Id,
            sums.Select(sum => sum.Level).Concat(days.Select(day => day.Level)).DefaultIfEmpty().Max(),
            sums,
            days,
            [.. doses.Select(dose => dose.Id)]);
    }

    private static List<ParacetamolSum> Rolling(Dose[] paracetamol, Weight[] weights, ParacetamolLimits limits)
    {
        (Instant At, Dose[] Doses)[] intakes = [.. paracetamol
            .Where(dose => dose.At is not null)
            .GroupBy(dose => dose.At!.Value)
            .OrderBy(group => group.Key)
            .Select(group => (group.Key, group.ToArray()))];

        var sums = new List<ParacetamolSum>(intakes.Length);
        var first = 0;
        for (var i = 0; i < intakes.Length; i++)
        {
            var (at, now) = intakes[i];
            while (intakes[first].At <= at - limits.Window)
            {
                first++;
            }

            Dose[] within = [.. intakes[first..(i + 1)].SelectMany(intake => intake.Doses)];
            var milligrams = within.Sum(dose => dose.Fact.Milligrams);
            var weight = LastOnOrBefore(now[0].Day, weights);
            var limit = limits.Milligrams(weight?.Kilograms);
            sums.Add(new(
                at,
                milligrams,
                limit,
                weight?.Kilograms,
                ParacetamolLimits.Judge(milligrams, limit),
                TooSoon: i > 0 && at - intakes[i - 1].At < limits.LeastInterval,
                SingleDoseTooHigh: now.Sum(dose => dose.Fact.Milligrams) > limits.SingleDoseMilligrams,
                Explained(within, weight)));
        }

        return sums;
    }

    private static IReadOnlyList<UntimedDay> Untimed(Dose[] paracetamol, Weight[] weights, ParacetamolLimits limits) =>
        [.. from day in paracetamol.GroupBy(dose => dose.Day)
            where day.Any(dose => dose.At is null)
            let weight = LastOnOrBefore(day.Key, weights)
            let limit = limits.Milligrams(weight?.Kilograms)
            let sum = day.Sum(dose => dose.Fact.Milligrams)
            orderby day.Key
            select new UntimedDay(day.Key, sum, limit, sum > limit ? AlertLevel.Warning : AlertLevel.None, Explained(day, weight))];

    private static Weight? LastOnOrBefore(LocalDate day, Weight[] weights) => weights.LastOrDefault(weight => weight.On <= day);

    private static IReadOnlyList<Guid> Explained(IEnumerable<Dose> doses, Weight? weight) =>
        [.. doses.Select(dose => dose.Id), .. weight is null ? Array.Empty<Guid>() : [weight.Id]];

    private sealed record Dose(Guid Id, AnalgesicTaken Fact, LocalDate Day, Instant? At);

    private sealed record Weight(Guid Id, LocalDate On, decimal Kilograms);
}

/// <summary>A man's paracetamol, judged by one version of the limits.</summary>
/// <param name="Limits">The id of the limits.</param>
/// <param name="Level">The highest level of all.</param>
/// <param name="Paracetamol">The sum of 24 hours at every dose with a clock time.</param>
/// <param name="TimeUnknown">The days with a dose without a clock time, which enters no rolling sum (R57).</param>
/// <param name="ExplainedBy">Every analgesic entry.</param>
public sealed record AnalgesicsAnswer(
    string Limits, AlertLevel Level, IReadOnlyList<ParacetamolSum> Paracetamol, IReadOnlyList<UntimedDay> TimeUnknown, IReadOnlyList<Guid> ExplainedBy);

/// <summary>The paracetamol of the 24 hours up to a dose (R56).</summary>
/// <param name="At">The instant of the dose; doses at one instant are one intake.</param>
/// <param name="Milligrams">The sum, in milligrams.</param>
/// <param name="LimitMilligrams">The limit at his weight, in milligrams.</param>
/// <param name="WeightKilograms">The weight that set it; null when none is known by then (R58).</param>
/// <param name="Level">What the sum means.</param>
/// <param name="TooSoon">Less than 4 hours after the dose before.</param>
/// <param name="SingleDoseTooHigh">More than 1 g at once.</param>
/// <param name="ExplainedBy">The doses summed, and the weight.</param>
public sealed record ParacetamolSum(
    Instant At,
    decimal Milligrams,
    decimal LimitMilligrams,
    decimal? WeightKilograms,
    AlertLevel Level,
    bool TooSoon,
    bool SingleDoseTooHigh,
    IReadOnlyList<Guid> ExplainedBy);

/// <summary>A day on which the clock time of a dose is not known; a warning asks for the times (R57).</summary>
/// <param name="Day">The clinic's day.</param>
/// <param name="Milligrams">The sum of all doses of the day, in milligrams.</param>
/// <param name="LimitMilligrams">The limit at his weight, in milligrams.</param>
/// <param name="Level">A warning when the day's sum is above the limit; never an alarm.</param>
/// <param name="ExplainedBy">The doses of the day, and the weight.</param>
public sealed record UntimedDay(LocalDate Day, decimal Milligrams, decimal LimitMilligrams, AlertLevel Level, IReadOnlyList<Guid> ExplainedBy);
