using FollowUp.Course;
using FollowUp.Course.Explanations;
using FollowUp.Hormones.Facts;
using FollowUp.Hormones.Rules.Samples;

namespace FollowUp.Hormones.Rules;

/// <summary>Parts that all explanations about hormones share.</summary>
internal static class HormoneExplanationParts
{
    /// <summary>Compares a value, which may be an interval, with a limit. An interval is shown by the end that decides (R16).</summary>
    public static Compared Compare(
        HormoneMeasure name, Bounds value, string unit, Relation relation, decimal limit, string rule, Guid? factId = null)
    {
        if (value.Exact is { } exact)
        {
            return Compared.Of(name, exact, unit, relation, limit, rule, factId);
        }

        bool? holds = relation switch
        {
            Relation.Below => Side(value.SurelyBelow(limit), value.SurelyAtLeast(limit)),
            Relation.AtMost => Side(value.SurelyAtMost(limit), value.SurelyAbove(limit)),
            Relation.AtLeast => Side(value.SurelyAtLeast(limit), value.SurelyBelow(limit)),
            _ => Side(value.SurelyAbove(limit), value.SurelyAtMost(limit)),
        };
        var byHigh = value.High is not null && (relation is Relation.Below or Relation.AtMost ? holds != false : holds == false);
        var (sign, end) = byHigh || value is { Low: 0, High: not null }
            ? (value.HighIncluded ? "\u2264" : "<", value.High!.Value)
            : (value.LowIncluded ? "\u2265" : ">", value.Low);
        return Compared.Censored(name, sign, end, unit, relation, limit, holds, rule, factId);
    }

    /// <summary>Every result of an analyte that is not used: why it does not count, or why another was chosen.</summary>
    /// <param name="analyte">The analyte.</param>
    /// <param name="used">The facts that are used.</param>
    /// <param name="course">The course.</param>
    /// <param name="whyNotChosen">Why an eligible sample is not used.</param>
    public static IReadOnlyList<LeftOutFact> LeftOut(
        Analyte analyte, IEnumerable<UsedFact> used, PatientCourse course, Func<HormoneSample, Code> whyNotChosen) =>
        LeftOut(analyte, used, course, sample => WhyNot(sample, course) is { Count: > 0 } reasons ? reasons : [whyNotChosen(sample)]);

    /// <summary>Every result of an analyte that is not used, with its reasons.</summary>
    public static IReadOnlyList<LeftOutFact> LeftOut(
        Analyte analyte, IEnumerable<UsedFact> used, PatientCourse course, Func<HormoneSample, IReadOnlyList<Code>> reasons)
    {
        var samples = HormoneSamples.Of(course);
        var usedIds = used.Select(fact => fact.Id).ToHashSet();
        return
        [
            .. samples.All.Where(sample => sample.Analyte == analyte && !usedIds.Contains(sample.FactId))
                .Select(sample => new LeftOutFact(sample.FactId, reasons(sample))),
            .. samples.Displaced.Where(result => result.Analyte == analyte)
                .Select(result => new LeftOutFact(result.FactId, result.Exclusion)),
            .. course.Of<HormoneResultReported>().Where(result => result.Fact.Analyte == analyte && result.Fact.Status.IsWithdrawal())
                .Select(result => new LeftOutFact(result.Id, HormoneReason.TakesBack)),
            .. LeftOutFact.RetractedIn<HormoneResultReported>(course, result => result.Analyte == analyte),
        ];
    }

    /// <summary>Why a sample does not count: its exclusions, or that an earlier sample counts for its day (R21). Empty when it counts.</summary>
    public static IReadOnlyList<Code> WhyNot(HormoneSample sample, PatientCourse course) =>
        sample.Exclusions.Count > 0 ? [.. sample.Exclusions.Select(reason => Code.From(reason))]
        : HormoneSamples.Of(course).CountsForItsDay(sample) ? []
        : [Exclusion.SameDay];

    private static bool? Side(bool surely, bool surelyNot) => surely ? true : surelyNot ? false : null;
}
