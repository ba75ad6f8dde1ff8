using FollowUp.Alerts.Facts;
using FollowUp.Alerts.Rules;
using FollowUp.Course;
using FollowUp.Course.Explanations;
using FollowUp.Pain.Facts;
using FollowUp.Surgery.Facts;
using NodaTime;

namespace FollowUp.Pain.Rules;

/// <summary>Raises alerts about severe, rising, unrelieved and lasting pain, and about analgesics above their limit (domain 5).</summary>
/// <remarks>The limits are for numeric scores. A visual score raises an alert only when the pain lasts.</remarks>
public sealed class PainAlerts : IAlertSource
{
    /// <inheritdoc/>
    public IReadOnlyList<Type> LooksAt { get; } = [typeof(PainReported), typeof(AnalgesicTaken)];

    /// <inheritdoc/>
    public IEnumerable<RaisedAlert> In(PatientCourse course, AlertPolicy policy)
    {
        var answer = AnalgesicsQuestion.Answer(course);
        Operation[] operations = [.. Operation.AllIn(course).Where(operation => operation.IsDated)];
        var full = FullDoses(answer, course);
        var last = new Dictionary<PainKey, Standing<PainReported>>();
        foreach (var pain in course.Of<PainReported>())
        {
            var key = PainKey.Of(pain.Fact);
            foreach (var raised in ForScore(pain, last.GetValueOrDefault(key), operations, full, policy))
            {
                yield return raised;
            }

            last[key] = pain;
        }

        foreach (var raised in AboveLimit(answer, course))
        {
            yield return raised;
        }
    }

    private static IEnumerable<RaisedAlert> ForScore(
        Standing<PainReported> pain, Standing<PainReported>? before, Operation[] operations, ILookup<LocalDate, Standing<AnalgesicTaken>> full, AlertPolicy policy)
    {
        var day = pain.Occurred.Earliest;
        var operation = operations.LastOrDefault(operation => operation.On <= day);
        var days = operation is null ? 0 : Period.DaysBetween(operation.On, day);
        if (pain.Fact.Nrs is { } nrs)
        {
            if (nrs >= policy.SeverePainFrom)
            {
                yield return new(AlertTrigger.SeverePain, pain.Id, pain.Occurred) { Compared = [Score(pain, nrs, policy.SeverePainFrom, policy)] };
            }

            // Two scores are compared only if scale, place, side and situation are the same.
            if (operation is not null && days > policy.PainRisesAfterDays && before is { Fact.Nrs: { } earlier } && nrs - earlier >= policy.PainRiseFrom)
            {
                yield return new(AlertTrigger.PainRising, pain.Id, pain.Occurred)
                {
                    With = [before.Id, operation.Id],
                    Compared =
                    [
                        Compared.Of(PainQuantity.Rise, nrs - earlier, "/10", Relation.AtLeast, policy.PainRiseFrom, policy.Id, pain.Id),
                        Days(pain, days, policy.PainRisesAfterDays, policy),
                    ],
                };
            }

            if (nrs >= policy.PainToTreatFrom && pain.Fact.RelievedByDrug == Answer.No && FullDoseBefore(pain, full) is { } dose)
            {
                yield return new(AlertTrigger.PainNotRelieved, pain.Id, pain.Occurred)
                {
                    With = [dose.Id], Compared = [Score(pain, nrs, policy.PainToTreatFrom, policy)],
                };
            }
        }

        if ((pain.Fact.Nrs ?? pain.Fact.VasMillimetres) > 0 && operation is not null && days > policy.PainAfterDays)
        {
            yield return new(AlertTrigger.PainPersists, pain.Id, pain.Occurred)
            {
                With = [operation.Id], Compared = [Days(pain, days, policy.PainAfterDays, policy)],
            };
        }
    }

    private static Compared Score(Standing<PainReported> pain, int nrs, int from, AlertPolicy policy) =>
        Compared.Of(PainQuantity.Nrs, nrs, "/10", Relation.AtLeast, from, policy.Id, pain.Id);

    private static Compared Days(Standing<PainReported> pain, int days, int after, AlertPolicy policy) =>
        Compared.Of(PainQuantity.DaysAfterSurgery, days, "d", Relation.Above, after, policy.Id, pain.Id);

    // Each dose with a sum above the limit raises an alert of its own, so that a dose after the call raises another.
    private static IEnumerable<RaisedAlert> AboveLimit(AnalgesicsAnswer answer, PatientCourse course)
    {
        var doses = course.Of<AnalgesicTaken>().ToDictionary(dose => dose.Id);
        return answer.Sums.Where(sum => sum.Level == AlertLevel.Alarm)
            .Select(sum => new RaisedAlert(AlertTrigger.AnalgesicAboveLimit, sum.DoseIds[^1], doses[sum.DoseIds[^1]].Occurred)
            {
                With = [.. sum.DoseIds.SkipLast(1), .. sum.WeightId is { } weight ? (Guid[])[weight] : []],
                Compared = [Compared.Of(PainQuantity.Sum24Hours, sum.Milligrams, "mg", Relation.Above, sum.LimitMilligrams!.Value, answer.Limits, sum.DoseIds[^1])],
            })
            .DistinctBy(raised => raised.FactId);
    }

    private static ILookup<LocalDate, Standing<AnalgesicTaken>> FullDoses(AnalgesicsAnswer answer, PatientCourse course)
    {
        var kilograms = answer.Sums.Where(sum => sum.Ingredient == Ingredient.Paracetamol).ToDictionary(sum => sum.DoseIds[^1], sum => sum.WeightKilograms);
        return course.Of<AnalgesicTaken>()
            .Where(dose => Ingredients.PartsOf(dose.Fact).Any(part =>
                part.Ingredient == Ingredient.Paracetamol && part.Milligrams >= AnalgesicLimits.FullDoseOfParacetamol(kilograms.GetValueOrDefault(dose.Id))))
            .ToLookup(dose => dose.Occurred.Earliest);
    }

    // Within the 24 hours up to the score; where a clock time is missing, on its day or the day before.
    private static Standing<AnalgesicTaken>? FullDoseBefore(Standing<PainReported> pain, ILookup<LocalDate, Standing<AnalgesicTaken>> full)
    {
        var day = pain.Occurred.Earliest;
        return full[day.PlusDays(-1)].Concat(full[day]).LastOrDefault(dose => (dose.Occurred.Time, pain.Occurred.Time) switch
        {
            ({ } taken, { } asked) => dose.Occurred.Earliest < day ? taken > asked : taken <= asked,
            _ => true,
        });
    }
}

/// <summary>What two scores must have in common to be compared: scale, place, side and situation.</summary>
internal readonly record struct PainKey(PainSite Site, Side Side, PainDuring During, PainPeriod Period, bool Numeric)
{
    public static PainKey Of(PainReported pain) => new(pain.Site, pain.Side, pain.During, pain.Period, pain.Nrs is not null);
}

/// <summary>The quantity that is compared with a limit in an answer about pain or analgesics.</summary>
public enum PainQuantity
{
    /// <summary>The numeric score.</summary>
    Nrs,

    /// <summary>The rise since the previous score.</summary>
    Rise,

    /// <summary>Local days after the operation.</summary>
    DaysAfterSurgery,

    /// <summary>The sum over 24 hours.</summary>
    Sum24Hours,

    /// <summary>What was taken at once.</summary>
    SingleDose,

    /// <summary>Hours since the previous dose.</summary>
    HoursSincePrevious,

    /// <summary>The sum of the day.</summary>
    SumOfDay,

    /// <summary>The body weight.</summary>
    Weight,
}
