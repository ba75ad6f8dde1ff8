using FollowUp.Course;
using FollowUp.Course.Explanations;
using FollowUp.Hormones.Facts;
using FollowUp.Hormones.Rules.Samples;
using FollowUp.Hormones.Rules.TestosteroneRecovery;

namespace FollowUp.Hormones.Rules;

/// <summary>What the explanations about hormones have in common.</summary>
internal static class HormoneExplaining
{
    /// <summary>A value that may be an interval against a limit, shown by the end that decides (R16).</summary>
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

    /// <summary>Every result of an analyte that is not used: what is against it, or else why it is not the one.</summary>
    /// <param name="analyte">The analyte.</param>
    /// <param name="used">What is used.</param>
    /// <param name="course">The course.</param>
    /// <param name="otherwise">Why an eligible one is not used.</param>
    public static IReadOnlyList<LeftOutFact> LeftOut(
        Analyte analyte, IEnumerable<UsedFact> used, PatientCourse course, Func<HormoneSample, Code> otherwise) =>
        LeftOut(analyte, used, course, sample => WhyNot(sample, course) is { Count: > 0 } reasons ? reasons : [otherwise(sample)]);

    /// <summary>Every result of an analyte that is not used, with the reasons given.</summary>
    public static IReadOnlyList<LeftOutFact> LeftOut(
        Analyte analyte, IEnumerable<UsedFact> used, PatientCourse course, Func<HormoneSample, IReadOnlyList<Code>> reasons)
    {
        var samples = HormoneSamples.Of(course);
        var without = used.Select(fact => fact.Id).ToHashSet();
        return
        [
            .. samples.All.Where(sample => sample.Analyte == analyte && !without.Contains(sample.FactId))
                .Select(sample => new LeftOutFact(sample.FactId, reasons(sample))),
            .. samples.Displaced.Where(result => result.Analyte == analyte)
                .Select(result => new LeftOutFact(result.FactId, result.Exclusion)),
            .. course.Of<HormoneResultReported>().Where(result => result.Fact.Analyte == analyte && result.Fact.Status.TakesBack())
                .Select(result => new LeftOutFact(result.Id, HormoneReason.TakesBack)),
            .. LeftOutFact.RetractedIn<HormoneResultReported>(course, result => result.Analyte == analyte),
        ];
    }

    /// <summary>What is against a sample: its exclusions, or that an earlier one speaks for its day (R21); empty when it counts.</summary>
    public static IReadOnlyList<Code> WhyNot(HormoneSample sample, PatientCourse course) =>
        sample.Exclusions.Count > 0 ? [.. sample.Exclusions.Select(reason => Code.From(reason))]
        : HormoneSamples.Of(course).SpeaksForDay(sample) ? []
        : [Exclusion.SameDay];

    private static bool? Side(bool surely, bool surelyNot) => surely ? true : surelyNot ? false : null;
}
