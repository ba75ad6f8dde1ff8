using FollowUp.Contacts.Facts;
using FollowUp.Course;
using NodaTime;

namespace FollowUp.Pain.Rules;

/// <summary>Finds what somebody should check besides the sums: intervals, duplicates, two anti-inflammatory drugs, long use (domain 5).</summary>
internal static class Cautions
{
    public static IReadOnlyList<AnalgesicCaution> Of(Intakes intakes, IReadOnlyList<IngredientSum> sums, PatientCourse course, AnalgesicLimits limits)
    {
        var byId = intakes.Doses.ToLookup(dose => dose.Id);
        Dose[] entries = [.. intakes.Doses.GroupBy(dose => dose.Id).Select(parts => parts.First())];
        return [.. OfSums(sums, byId)
            .Concat(TwoNsaids(entries, limits))
            .Concat(LongUse(entries, course, limits))
            .Concat(entries.Where(dose => dose.Ingredient == Ingredient.Metamizole)
                .Take(1)
                .Select(dose => new AnalgesicCaution(CautionKind.Metamizole, dose.Day, [dose.Id])))
            .Concat(Unrecorded(course))
            .OrderBy(caution => caution.On)
            .ThenBy(caution => caution.Kind)
            .ThenBy(caution => caution.ExplainedBy[^1])];
    }

    private static IEnumerable<AnalgesicCaution> OfSums(IReadOnlyList<IngredientSum> sums, ILookup<Guid, Dose> byId)
    {
        foreach (var sum in sums)
        {
            Dose[] doses = [.. sum.DoseIds.Select(id => byId[id].First())];
            var latest = doses[^1];
            if (sum.TooSoon)
            {
                var before = doses.Last(dose => dose.At < sum.At);
                yield return new(CautionKind.TooSoon, latest.Day, [before.Id, latest.Id]);
            }

            if (sum.SingleDoseTooHigh)
            {
                yield return new(CautionKind.SingleDoseTooHigh, latest.Day, [.. doses.Where(dose => dose.At == sum.At).Select(dose => dose.Id)]);
            }

            if (doses.LastOrDefault(dose => Ingredients.ProductOf(dose.Fact) != Ingredients.ProductOf(latest.Fact)) is { } otherProduct)
            {
                yield return new(CautionKind.DuplicateIngredient, latest.Day, [otherProduct.Id, latest.Id]);
            }
        }
    }

    // A dose without a clock time counts for the whole day, so two doses of one day are taken together.
    private static IEnumerable<AnalgesicCaution> TwoNsaids(Dose[] entries, AnalgesicLimits limits)
    {
        Dose[] nsaids = [.. entries.Where(dose => Ingredients.IsNsaid(dose.Fact))];
        var first = 0;
        for (var i = 1; i < nsaids.Length; i++)
        {
            while (nsaids[first].Day < nsaids[i].Day.PlusDays(-1))
            {
                first++;
            }

            var other = nsaids[first..i].LastOrDefault(dose =>
                Ingredients.ProductOf(dose.Fact) != Ingredients.ProductOf(nsaids[i].Fact) && WithinWindow(dose, nsaids[i], limits));
            if (other is not null)
            {
                yield return new(CautionKind.TwoNsaids, nsaids[i].Day, [other.Id, nsaids[i].Id]);
            }
        }
    }

    private static bool WithinWindow(Dose one, Dose other, AnalgesicLimits limits) => (one.At, other.At) switch
    {
        ({ } first, { } second) => (second > first ? second - first : first - second) < limits.Window,
        _ => one.Day == other.Day,
    };

    // Only the first such dose after each operation.
    private static IEnumerable<AnalgesicCaution> LongUse(Dose[] entries, PatientCourse course, AnalgesicLimits limits)
    {
        Operation[] operations = [.. Operation.AllIn(course).Where(operation => operation.IsDated)];
        return entries
            .Select(dose => (Dose: dose, Operation: operations.LastOrDefault(operation => operation.On <= dose.Day)))
            .Where(used => used.Operation is { } operation && Period.DaysBetween(operation.On, used.Dose.Day) > limits.LongUseAfterDays)
            .DistinctBy(used => used.Operation)
            .Select(used => new AnalgesicCaution(CautionKind.LongUse, used.Dose.Day, [used.Operation!.Id, used.Dose.Id]));
    }

    private static IEnumerable<AnalgesicCaution> Unrecorded(PatientCourse course) =>
        from contact in course.Of<ContactMade>()
        where contact.Fact.Script is { } script && script.TryGetValue(ScriptItem.OtherParacetamol, out var answer) && answer == Answer.Yes
        select new AnalgesicCaution(CautionKind.UnrecordedParacetamol, contact.Occurred.Earliest, [contact.Id]);
}
