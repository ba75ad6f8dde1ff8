using FollowUp.Course;
using FollowUp.Course.Dates;
using FollowUp.Hormones.Facts;

namespace FollowUp.Hormones.Rules.Samples;

/// <summary>A hormone result can be read in its unit and is plausible, and the sample was drawn after his birth and before it was received.</summary>
public sealed class HormoneResultCheck : ICheck<HormoneResultReported>
{
    /// <summary>A sample drawn more than this many calendar months after his latest operation here has to be confirmed (domain 2.6).</summary>
    public const int UnusualMonthsAfterSurgery = 24;

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(HormoneResultReported fact, PatientCourse course, DecisionContext context) =>
        [.. Value(fact), .. Revision(fact, course), .. Times(fact, course, context)];

    private static IEnumerable<Finding> Value(HormoneResultReported fact)
    {
        if (fact.Status.IsWithdrawal())
        {
            if (string.IsNullOrWhiteSpace(fact.ResultKey))
            {
                yield return Finding.Refusal("ResultKeyMissing", "resultKey", fact.ResultKey,
                    "Write the laboratory's key of the result that is withdrawn, or retract its entry.");
            }

            yield break;
        }

        var reading = QuantityReading.Of(fact);
        if ((reading.Refusal ?? Plausibility.Judge(reading.Quantity!)) is { } finding)
        {
            yield return finding;
        }
    }

    private static IEnumerable<Finding> Revision(HormoneResultReported fact, PatientCourse course)
    {
        if (fact.ResultKey is { } key
            && course.Of<HormoneResultReported>()
                .FirstOrDefault(result => result.Fact.ResultKey == key && result.Fact.Analyte != fact.Analyte) is { } other)
        {
            yield return Finding.Refusal("ResultKeyInUse", "resultKey", key,
                $"This key belongs to a result of {other.Fact.Analyte} already. Each analyte of a sample needs a key of its own.");
        }
    }

    private static IEnumerable<Finding> Times(HormoneResultReported fact, PatientCourse course, DecisionContext context)
    {
        var day = fact.CollectedAt.Day(course.Zone);
        if (day < context.BirthDate)
        {
            yield return Finding.Refusal("CollectedBeforeBirth", "collectedAt", fact.CollectedAt,
                "This is before his birth. Check the date, and that this is the right man.");
        }

        if (fact.ReceivedAt is { } received && IsAfter(fact.CollectedAt, received, course))
        {
            yield return Finding.Refusal("CollectedAfterReceipt", "collectedAt", fact.CollectedAt,
                $"The laboratory received the sample before, on {received}. Correct the time of collection or of receipt.");
        }

        if (Operation.AllIn(course).LastOrDefault(operation => operation.Here && operation.On <= day) is { } latest
            && day > latest.On.PlusMonths(UnusualMonthsAfterSurgery))
        {
            yield return Finding.Warning("LongAfterSurgery", "collectedAt", fact.CollectedAt, FormattableString.Invariant(
                $"This is more than {UnusualMonthsAfterSurgery} months after his latest operation here, on {latest.On:uuuu-MM-dd}. Check the year, or confirm with the reason."));
        }
    }

    private static bool IsAfter(ClinicalTime collected, ClinicalTime received, PatientCourse course) =>
        (collected.Instant(course.Zone), received.Instant(course.Zone)) is ({ } from, { } to)
            ? from > to
            : collected.Day(course.Zone) > received.Day(course.Zone);
}
