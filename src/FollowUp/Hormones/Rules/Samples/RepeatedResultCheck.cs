using FollowUp.Course;
using FollowUp.Hormones.Facts;

namespace FollowUp.Hormones.Rules.Samples;

/// <summary>When a result is reported again, it must be clear which result is meant; otherwise a person is asked (R80, R81).</summary>
public sealed class RepeatedResultCheck : ICheck<HormoneResultReported>
{
    /// <inheritdoc/>
    public IEnumerable<Finding> Check(HormoneResultReported fact, PatientCourse course, DecisionContext context)
    {
        if (fact.Status.IsWithdrawal())
        {
            return [];
        }

        var results = ReportedResult.AllIn(course);
        var ofSample = ReportedResult.OfSample(results, fact, course.Zone);
        return fact is { Status: ResultStatus.Corrected, ResultKey: null }
            ? Correction(fact, ofSample)
            : [.. OfAnotherSample(fact, results, course), .. OtherValue(fact, ofSample)];
    }

    private static IEnumerable<Finding> Correction(HormoneResultReported fact, IReadOnlyList<ReportedResult> ofSample) => ofSample.Count switch
    {
        1 => [],
        0 => [Finding.Refusal("CorrectsNothing", "resultKey", null,
            $"There is no result of {fact.Analyte} collected at {fact.CollectedAt}, so it is not clear what this corrects. Write the laboratory's key of that result, or correct its entry.")],
        _ => [Finding.Refusal("CorrectsSeveral", "resultKey", null,
            $"There are {ofSample.Count} results of {fact.Analyte} collected at {fact.CollectedAt}. Write the laboratory's key of the one that this corrects, or correct its entry: {string.Join(", ", ofSample.Select(result => result.Latest.Id))}.")],
    };

    private static IEnumerable<Finding> OfAnotherSample(HormoneResultReported fact, IReadOnlyList<ReportedResult> results, PatientCourse course)
    {
        var day = fact.CollectedAt.Day(course.Zone);
        var withKey = results.Where(result => fact.ResultKey is not null && result.Key == fact.ResultKey).ToList();
        if (fact.Status == ResultStatus.Final && withKey.Find(result => !result.IsOfDay(day)) is { } other && !withKey.Exists(result => result.IsOfDay(day) && result.HasFinal))
        {
            yield return Finding.Warning(ReportedResult.OtherSample, "resultKey", fact.ResultKey,
                $"This key belongs to a result collected at {other.Latest.Fact.CollectedAt} already. If it is the same result with another day, confirm with the reason. Otherwise it is stored as a result of its own.")
                with { Asks = Asking.Persons };
        }
    }

    private static IEnumerable<Finding> OtherValue(HormoneResultReported fact, IReadOnlyList<ReportedResult> ofSample)
    {
        if (fact.Status != ResultStatus.Preliminary
            && ofSample.FirstOrDefault(result => result.HasFinal && (fact.ResultKey is null || result.Key != fact.ResultKey) && Differs(fact, result.Latest.Fact)) is { } other)
        {
            yield return Finding.Warning("SameSampleOtherValue", "value", $"{fact.Value} {fact.Unit}".Trim(),
                $"The result {other.Latest.Fact.Value} {other.Latest.Fact.Unit} is recorded already for this analyte and collection time, and still counts. Send a correction if this replaces it, or confirm with the reason that both are right.")
                with { Asks = Asking.Persons };
        }
    }

    private static bool Differs(HormoneResultReported one, HormoneResultReported other) =>
        (QuantityReading.Of(one).Quantity, QuantityReading.Of(other).Quantity) is ({ } first, { } second)
            ? first.Base != second.Base
            : (one.Value, one.Unit) != (other.Value, other.Unit);
}
