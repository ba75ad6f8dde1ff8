using FollowUp.Course;
using FollowUp.Hormones.Facts;

namespace FollowUp.Hormones.Rules.Samples;

/// <summary>A second statement of one result says which one it is about, or a person is asked (R80, R81).</summary>
public sealed class SecondStatementCheck : ICheck<HormoneResultReported>
{
    /// <inheritdoc/>
    public IEnumerable<Finding> Check(HormoneResultReported fact, PatientCourse course, DecisionContext context)
    {
        if (fact.Status.TakesBack())
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
            $"No standing result of {fact.Analyte} was drawn at {fact.CollectedAt}, so it is not known what this corrects. Name the laboratory's key of that result, or correct its entry.")],
        _ => [Finding.Refusal("CorrectsSeveral", "resultKey", null,
            $"{ofSample.Count} results of {fact.Analyte} were drawn at {fact.CollectedAt}. Name the laboratory's key of the one that this corrects, or correct its entry: {string.Join(", ", ofSample.Select(result => result.Latest.Id))}.")],
    };

    private static IEnumerable<Finding> OfAnotherSample(HormoneResultReported fact, IReadOnlyList<ReportedResult> results, PatientCourse course)
    {
        var day = fact.CollectedAt.Day(course.Zone);
        var ofKey = results.Where(result => fact.ResultKey is not null && result.Key == fact.ResultKey).ToList();
        if (fact.Status == ResultStatus.Final && ofKey.Find(result => !result.IsOf(day)) is { } other && !ofKey.Exists(result => result.IsOf(day) && result.HasFinal))
        {
            yield return Finding.Warning(ReportedResult.OtherSample, "resultKey", fact.ResultKey,
                $"The key names a result drawn at {other.Latest.Fact.CollectedAt} already. Confirm with the reason that this is that result with another day; otherwise it is kept as a result of its own.")
                with { Asks = Asking.Persons };
        }
    }

    private static IEnumerable<Finding> OtherValue(HormoneResultReported fact, IReadOnlyList<ReportedResult> ofSample)
    {
        if (fact.Status != ResultStatus.Preliminary
            && ofSample.FirstOrDefault(result => result.HasFinal && (fact.ResultKey is null || result.Key != fact.ResultKey) && Differs(fact, result.Latest.Fact)) is { } other)
        {
            yield return Finding.Warning("SameSampleOtherValue", "value", $"{fact.Value} {fact.Unit}".Trim(),
                $"The same analyte and collection time has {other.Latest.Fact.Value} {other.Latest.Fact.Unit} already, which goes on counting. Send a correction if this replaces it, or confirm with the reason that both stand.")
                with { Asks = Asking.Persons };
        }
    }

    private static bool Differs(HormoneResultReported one, HormoneResultReported other) =>
        (QuantityReading.Of(one).Quantity, QuantityReading.Of(other).Quantity) is ({ } first, { } second)
            ? first.Base != second.Base
            : (one.Value, one.Unit) != (other.Value, other.Unit);
}
