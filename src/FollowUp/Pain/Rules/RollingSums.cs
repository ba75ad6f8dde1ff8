using FollowUp.Course;
using FollowUp.Pain.Facts;
using FollowUp.Patients.Facts;
using NodaTime;

namespace FollowUp.Pain.Rules;

/// <summary>A dose of one active ingredient.</summary>
/// <param name="Id">The entry; a combination gives one dose for each of its ingredients.</param>
/// <param name="Fact">What was taken.</param>
/// <param name="Ingredient">The ingredient.</param>
/// <param name="Milligrams">How much of it, in milligrams.</param>
/// <param name="Day">The clinic's day.</param>
/// <param name="At">The instant, if a clock time is known.</param>
internal sealed record Dose(Guid Id, AnalgesicTaken Fact, Ingredient Ingredient, decimal Milligrams, LocalDate Day, Instant? At)
{
    /// <summary>Doses with one key are summed: a listed ingredient, or another ingredient by its code.</summary>
    public (Ingredient, string?) Key => (Ingredient, Ingredient == Ingredient.Other ? Fact.AtcCode : null);
}

/// <summary>All doses that a man took, and his weights.</summary>
internal sealed record Intakes(IReadOnlyList<Dose> Doses, IReadOnlyList<Standing<WeightMeasured>> Weights)
{
    public static Intakes Of(PatientCourse course) => new(
        [.. from standing in course.Of<AnalgesicTaken>()
            from part in Ingredients.PartsOf(standing.Fact)
            select new Dose(
                standing.Id, standing.Fact, part.Ingredient, part.Milligrams, standing.Occurred.Earliest, standing.Fact.TakenAt.Instant(course.Zone))],
        [.. course.Of<WeightMeasured>()]);

    /// <summary>The last weight dated on or before a day (R58).</summary>
    public Standing<WeightMeasured>? WeightOn(LocalDate day)
    {
        // A binary search: the weights are in the order of their days.
        var (from, to) = (0, Weights.Count);
        while (from < to)
        {
            var middle = (from + to) / 2;
            (from, to) = Weights[middle].Fact.MeasuredOn <= day ? (middle + 1, to) : (from, middle);
        }

        return from == 0 ? null : Weights[from - 1];
    }
}

/// <summary>Sums the doses of an ingredient over 24 elapsed hours, and over the days with a dose of unknown time (R56, R57).</summary>
internal static class RollingSums
{
    public static IReadOnlyList<IngredientSum> Of(Intakes intakes, AnalgesicLimits limits) =>
        [.. intakes.Doses.Where(dose => dose.At is not null).GroupBy(dose => dose.Key)
            .SelectMany(group => Of([.. group.GroupBy(dose => dose.At!.Value).OrderBy(intake => intake.Key)], intakes, limits))
            .OrderBy(sum => sum.At)
            .ThenBy(sum => sum.Ingredient)
            .ThenBy(sum => sum.AtcCode, StringComparer.Ordinal)];

    private static List<IngredientSum> Of(IGrouping<Instant, Dose>[] taken, Intakes intakes, AnalgesicLimits limits)
    {
        var sums = new List<IngredientSum>(taken.Length);
        var first = 0;
        for (var i = 0; i < taken.Length; i++)
        {
            var at = taken[i].Key;
            while (taken[first].Key <= at - limits.Window)
            {
                first++;
            }

            Dose[] within = [.. taken[first..(i + 1)].SelectMany(intake => intake)];
            var now = taken[i].First();
            var weight = WeightFor(now, intakes);
            var (milligrams, limit) = (within.Sum(dose => dose.Milligrams), AnalgesicLimits.Milligrams(now.Ingredient, weight?.Fact.Kilograms));
            var atOnce = taken[i].Sum(dose => dose.Milligrams);
            var since = i > 0 ? at - taken[i - 1].Key : (Duration?)null;
            sums.Add(new(
                now.Ingredient,
                now.Key.Item2,
                at,
                milligrams,
                limit,
                weight?.Fact.Kilograms,
                limits.Judge(now.Ingredient, milligrams, limit),
                atOnce,
                since is { } elapsed ? (decimal)elapsed.TotalSeconds / 3600 : null,
                TooSoon: since < limits.LeastInterval,
                SingleDoseTooHigh: now.Ingredient == Ingredient.Paracetamol && atOnce > limits.ParacetamolAtOnce,
                [.. within.Select(dose => dose.Id)],
                weight?.Id));
        }

        return sums;
    }

    public static IReadOnlyList<UntimedDay> Untimed(Intakes intakes, AnalgesicLimits limits) =>
        [.. from day in intakes.Doses.GroupBy(dose => (dose.Day, dose.Key))
            where day.Any(dose => dose.At is null)
            let one = day.First()
            let weight = WeightFor(one, intakes)
            let limit = AnalgesicLimits.Milligrams(one.Ingredient, weight?.Fact.Kilograms)
            let sum = day.Sum(dose => dose.Milligrams)
            orderby day.Key.Day, one.Ingredient
            select new UntimedDay(
                one.Ingredient, one.Key.Item2, day.Key.Day, sum, limit, sum > limit ? AlertLevel.Warning : AlertLevel.None,
                [.. day.Select(dose => dose.Id)], weight?.Id)];

    // Only the limit of paracetamol depends on the weight.
    private static Standing<WeightMeasured>? WeightFor(Dose dose, Intakes intakes) =>
        dose.Ingredient == Ingredient.Paracetamol ? intakes.WeightOn(dose.Day) : null;
}
