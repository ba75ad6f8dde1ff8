using FollowUp.Course;
using FollowUp.Course.Explanations;
using FollowUp.Pain.Facts;
using FollowUp.Patients.Facts;
using NodaTime;

namespace FollowUp.Pain.Rules;

/// <summary>Explains whether a sum over 24 hours is within its limit, and each caution.</summary>
internal static class AnalgesicExplanations
{
    private static readonly AnalgesicLimits Limits = AnalgesicLimits.Version2018;

    private static readonly Basis Basis = new(Limits.Id, "2018.1", Limits.Source);

    public static IReadOnlyList<Explanation> Of(PatientCourse course)
    {
        var answer = AnalgesicsQuestion.Answer(course);
        var days = course.Of<AnalgesicTaken>().ToDictionary(dose => dose.Id, dose => dose.Occurred.Earliest);
        var byDay = course.Of<AnalgesicTaken>().ToLookup(dose => dose.Occurred.Earliest);
        return
        [
            Level(answer, course),
            .. answer.Sums.Select(sum => OfSum(sum, days, byDay)),
            .. answer.TimeUnknown.Select(OfDay),
            .. answer.Cautions.Select(OfCaution),
        ];
    }

    private static Explanation Level(AnalgesicsAnswer answer, PatientCourse course) => new()
    {
        Of = "analgesics.level",
        Outcome = answer.Level,
        Basis = Basis,
        Rules = ["R56", "R57", "R58", "domain 5"],
        Used = [.. answer.ExplainedBy.Select(id => new UsedFact(id, PainRole.Dose))],
        LeftOut = [.. LeftOutFact.RetractedIn<AnalgesicTaken>(course), .. LeftOutFact.RetractedIn<WeightMeasured>(course)],
    };

    private static Explanation OfSum(IngredientSum sum, Dictionary<Guid, LocalDate> days, ILookup<LocalDate, Standing<AnalgesicTaken>> byDay)
    {
        var latest = sum.DoseIds[^1];
        return new()
        {
            Of = "analgesics.sum",
            About = latest,
            Item = sum.Ingredient.ToString(),
            Outcome = OutcomeOf(sum.Level, sum.LimitMilligrams),
            Values = ValuesOf(sum.Milligrams, sum.LimitMilligrams),
            Basis = Basis,
            Rules = sum.Ingredient == Ingredient.Paracetamol ? ["R56", "R58"] : ["R56", "domain 5"],
            Used = Used(sum.DoseIds, sum.WeightId),
            LeftOut = [.. Near(days[latest], byDay)
                .Where(dose => !sum.DoseIds.Contains(dose.Id))
                .Select(dose => new LeftOutFact(dose.Id, ReasonFor(dose, sum)))],
            Compared = [.. Compare(sum, latest)],
        };
    }

    // The doses of the days around the 24 hours; doses of other days cannot be within them.
    private static IEnumerable<Standing<AnalgesicTaken>> Near(LocalDate day, ILookup<LocalDate, Standing<AnalgesicTaken>> byDay) =>
        Enumerable.Range(-2, 4).SelectMany(offset => byDay[day.PlusDays(offset)]);

    private static DoseReason ReasonFor(Standing<AnalgesicTaken> dose, IngredientSum sum) =>
        !Ingredients.PartsOf(dose.Fact).Any(part =>
            part.Ingredient == sum.Ingredient && (sum.AtcCode is null || dose.Fact.AtcCode == sum.AtcCode)) ? DoseReason.OtherIngredient
        : !dose.Fact.TakenAt.HasTime ? DoseReason.TimeUnknown
        : DoseReason.OutsideWindow;

    private static IEnumerable<Compared> Compare(IngredientSum sum, Guid latest)
    {
        if (sum.LimitMilligrams is { } limit)
        {
            yield return Compared.Of(
                PainQuantity.Sum24Hours, sum.Milligrams, "mg", sum.Ingredient == Ingredient.Ibuprofen ? Relation.Above : Relation.AtLeast,
                Limits.WarnFrom(sum.Ingredient, limit), "R56", latest);
            yield return Compared.Of(PainQuantity.Sum24Hours, sum.Milligrams, "mg", Relation.Above, limit, "R56", latest);
        }

        if (sum.Ingredient == Ingredient.Paracetamol)
        {
            yield return Compared.Of(PainQuantity.SingleDose, sum.AtOnceMilligrams, "mg", Relation.Above, Limits.ParacetamolAtOnce, "R56", latest);
        }

        if (sum.HoursSincePrevious is { } hours)
        {
            yield return Compared.Of(PainQuantity.HoursSincePrevious, hours, "h", Relation.Below, (decimal)Limits.LeastInterval.TotalHours, "R56", latest);
        }

        if (sum.WeightKilograms is { } kilograms)
        {
            yield return Compared.Of(PainQuantity.Weight, kilograms, "kg", Relation.AtMost, 40, "R58", sum.WeightId);
            yield return Compared.Of(PainQuantity.Weight, kilograms, "kg", Relation.Below, 50, "R58", sum.WeightId);
        }
    }

    private static Explanation OfDay(UntimedDay day) => new()
    {
        Of = "analgesics.untimed",
        About = day.DoseIds[^1],
        Item = day.Ingredient.ToString(),
        Outcome = OutcomeOf(day.Level, day.LimitMilligrams),
        Values = ValuesOf(day.Milligrams, day.LimitMilligrams),
        Basis = Basis,
        Rules = ["R57"],
        Used = Used(day.DoseIds, day.WeightId),
        Compared = day.LimitMilligrams is { } limit ? [Compared.Of(PainQuantity.SumOfDay, day.Milligrams, "mg", Relation.Above, limit, "R57")] : [],
    };

    private static Explanation OfCaution(AnalgesicCaution caution) => new()
    {
        Of = "analgesics.caution",
        About = caution.ExplainedBy[^1],
        Item = caution.Kind.ToString(),
        Outcome = caution.Kind,
        Values = new Dictionary<string, object> { ["on"] = caution.On },
        Basis = Basis,
        Rules = ["domain 5"],
        Used = [.. caution.ExplainedBy.Select(id => new UsedFact(id, PainRole.Caution))],
    };

    private static SumOutcome OutcomeOf(AlertLevel level, decimal? limit) => (level, limit) switch
    {
        (_, null) => SumOutcome.NoLimit,
        (AlertLevel.Alarm, _) => SumOutcome.Alarm,
        (AlertLevel.Warning, _) => SumOutcome.Warning,
        _ => SumOutcome.None,
    };

    private static Dictionary<string, object> ValuesOf(decimal milligrams, decimal? limit) =>
        limit is { } most ? new() { ["milligrams"] = milligrams, ["limit"] = most } : new() { ["milligrams"] = milligrams };

    private static IReadOnlyList<UsedFact> Used(IReadOnlyList<Guid> doses, Guid? weight) =>
        [.. doses.Select(id => new UsedFact(id, PainRole.Dose)), .. weight is { } id ? (UsedFact[])[new(id, PainRole.Weight)] : []];
}

/// <summary>Why a dose is not in a sum over 24 hours.</summary>
public enum DoseReason
{
    /// <summary>It was taken before the 24 hours, or after them.</summary>
    OutsideWindow,

    /// <summary>Its clock time is not known (R57).</summary>
    TimeUnknown,

    /// <summary>It is another ingredient.</summary>
    OtherIngredient,
}

/// <summary>What a sum of an ingredient means.</summary>
public enum SumOutcome
{
    /// <summary>It is too low for a warning.</summary>
    None,

    /// <summary>Somebody should check it.</summary>
    Warning,

    /// <summary>It is above the limit.</summary>
    Alarm,

    /// <summary>The version has no limit for the ingredient.</summary>
    NoLimit,
}
