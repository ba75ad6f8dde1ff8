using FollowUp.Course;
using FollowUp.Course.Explanations;
using FollowUp.Hormones.Facts;
using FollowUp.Hormones.Rules.Samples;
using FollowUp.Hormones.Rules.TestosteroneRecovery;

namespace FollowUp.Hormones.Rules.HypogonadismFlags;

/// <summary>Which samples count, and the findings at 6 to 9 months that recalls depend on.</summary>
/// <param name="RuleSet">The id of the rule set that defines low testosterone (R77).</param>
public sealed record EligibleHormoneSamples(string RuleSet) : IEligibleSamples
{
    /// <summary>The lower end of the reference range of LH in adult men, in IU/L; strictly below is abnormal (R66, V42).</summary>
    public const decimal LHNormalFrom = 1.7m;

    /// <summary>The upper end of the reference range of LH in adult men, in IU/L; strictly above is abnormal (R66, V42).</summary>
    public const decimal LHNormalTo = 8.6m;

    /// <inheritdoc/>
    public IReadOnlyList<IEligibleSamples> UnderEach => [.. PublishedRuleSets.All.Keys.Select(id => new EligibleHormoneSamples(id))];

    /// <inheritdoc/>
    public IReadOnlyList<EligibleSample> In(PatientCourse course) =>
        [.. HormoneSamples.Of(course).Eligible.Select(sample => new EligibleSample(sample.FactId, sample.Analyte, sample.DrawnOn))];

    /// <inheritdoc/>
    /// <remarks>
    /// Every LH of the window counts, also several of one day (R66). For each limit of testosterone the value closest to the target day counts
    /// (R34) that is certainly on one side of it; a value printed as a limit that does not decide is passed over (R16, R38). Samples count only
    /// until a competing event (R36).
    /// </remarks>
    public IReadOnlyList<HormoneSign> SignsAfter(Operation operation, PatientCourse course)
    {
        var samples = HormoneSamples.Of(course);
        var window = WindowDays.Of(operation.On).Single(days => days.Window == FollowUpWindow.Months6To9);
        var drawn = samples.All.Where(sample => sample.IsEligible && window.Has(sample.DrawnOn)
            && (sample.Analyte == Analyte.LH || (sample.Analyte == Analyte.Testosterone && samples.CountsForItsDay(sample)))).ToList();
        if (drawn.Count == 0)
        {
            return [];
        }

        var next = Operation.ClocksIn(course).First(clock => clock.Index.Id == operation.Id).Next;
        var ended = CompetingEvent.FirstAfter(operation, next, course, samples);
        drawn.RemoveAll(sample => sample.DrawnOn >= ended?.On);
        var baseline = Baseline.PreIndex(operation, samples);
        HormoneSign? Nearest(IEnumerable<HormoneSign> signs) => window.Nearest(signs, sign => sign.CollectedOn);
        return
        [
            .. drawn.Where(sample => sample.Analyte == Analyte.LH).SelectMany(LHAgainstItsRange),
            .. drawn.Where(sample => sample.Analyte == Analyte.Testosterone).SelectMany(sample => AgainstLimits(sample, baseline)).GroupBy(sign => sign.Kind)
                .Select(signs => Nearest(signs.Where(sign => sign.Compared.Holds is not null)) ?? Nearest(signs)!),
        ];
    }

    private static IEnumerable<HormoneSign> LHAgainstItsRange(HormoneSample sample) =>
    [
        Sign(HormoneSignKind.AbnormalLH, sample, HormoneMeasure.LH, sample.Quantity!.Canonical, sample.Unit, Relation.Below, LHNormalFrom, "R66"),
        Sign(HormoneSignKind.AbnormalLH, sample, HormoneMeasure.LH, sample.Quantity.Canonical, sample.Unit, Relation.Above, LHNormalTo, "R66"),
    ];

    private IEnumerable<HormoneSign> AgainstLimits(HormoneSample sample, Baseline? baseline)
    {
        var low = PublishedRuleSets.Of(RuleSet);
        yield return Sign(
            HormoneSignKind.LowTestosterone, sample, HormoneMeasure.Testosterone, sample.Quantity!.In(low.Unit), low.Unit.Symbol, Relation.Below, low.LowBelow, "R77");
        if (baseline is not null)
        {
            yield return Sign(
                HormoneSignKind.FallenTestosterone, sample, HormoneMeasure.PercentOfBaseline, sample.Quantity.Base.PercentOf(baseline.Base), "%",
                Relation.Below, HypogonadismJudgement.SignificantDeclinePercent, "R38");
        }
    }

    private static HormoneSign Sign(
        HormoneSignKind kind, HormoneSample sample, HormoneMeasure name, Bounds value, string unit, Relation relation, decimal limit, string rule) =>
        new(kind, sample.FactId, sample.DrawnOn, HormoneExplanationParts.Compare(name, value, unit, relation, limit, rule, sample.FactId));
}
