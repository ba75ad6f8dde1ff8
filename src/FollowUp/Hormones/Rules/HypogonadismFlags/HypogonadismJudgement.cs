using FollowUp.Hormones.Facts;
using FollowUp.Hormones.Rules.Samples;
using FollowUp.Hormones.Rules.TestosteroneRecovery;

namespace FollowUp.Hormones.Rules.HypogonadismFlags;

/// <summary>Judges the samples of one period under one rule set (R16-R28, R38-R50).</summary>
internal sealed class HypogonadismJudgement
{
    /// <summary>Strictly below this percentage of the baseline a decline is significant: 68.0 (R38, V27).</summary>
    public const decimal SignificantDeclinePercent = 100 - Recovery.ReferenceChangeLimitPercent;

    private readonly RuleSet _ruleSet;
    private readonly Baseline? _preIndex;
    private readonly List<HormoneSample> _eligible;
    private readonly List<ClassifiedSample> _testosterone;
    private readonly IEnumerable<DisplacedResult> _displaced;

    /// <summary>The samples of a period.</summary>
    /// <param name="scope">All samples of the period, in clinical order.</param>
    /// <param name="eligible">The samples that count for their analyte and day (R21).</param>
    /// <param name="displaced">The messages of the period that were replaced or withdrawn.</param>
    /// <param name="preIndex">The baseline before the operation, if there is one.</param>
    /// <param name="ruleSet">The rule set.</param>
    public HypogonadismJudgement(
        IEnumerable<HormoneSample> scope,
        IEnumerable<HormoneSample> eligible,
        IEnumerable<DisplacedResult> displaced,
        Baseline? preIndex,
        RuleSet ruleSet)
    {
        _ruleSet = ruleSet;
        _preIndex = preIndex;
        _displaced = displaced.Where(result => result.Analyte == Analyte.Testosterone);
        _eligible = [.. eligible];
        var occasions = _eligible.Select(sample => sample.FactId).ToHashSet();
        _testosterone = [.. scope
            .Where(sample => sample.Analyte == Analyte.Testosterone)
            .Select(sample => new ClassifiedSample(sample, Classify(sample), occasions.Contains(sample.FactId)))];
    }

    /// <summary>The flag.</summary>
    public HypogonadismFlag Flag()
    {
        var (decides, percent, passedOver) = Decline();
        var status = Status();
        Guid[] low = [.. _testosterone
            .Where(each => each is { Class: TestosteroneClass.Low, Sample: { UnderStimulation: true, Exclusions: [Exclusion.OnTherapy] } })
            .Select(each => each.Sample.FactId)];
        Guid[] high = [.. _testosterone.Where(each => IsHighWithoutTherapy(each.Sample)).Select(each => each.Sample.FactId)];
        var raised = status.Used.Select(used => used.FactId).Append(decides?.FactId ?? Guid.Empty).Concat(low).Concat(high).ToHashSet();
        return status with
        {
            BaselineIsLow = _preIndex?.Base.Convert(1, _ruleSet.Unit.Factor) is not { } baseline ? null
                : baseline.SurelyBelow(_ruleSet.LowBelow) ? true
                : baseline.SurelyAtLeast(_ruleSet.LowBelow) ? false
                : null,
            SignificantDecline = percent?.SurelyBelow(SignificantDeclinePercent) ?? false,
            Decline = percent is { } of
                ? new(decides!.FactId, of.Exact, of.Exact is null ? of.High : null, SignificantDeclinePercent)
                : null,
            DeclinePassedOver = passedOver,
            LowDespiteStimulation = low,
            CheckTRT = high,
            LatestFactId = _testosterone.LastOrDefault(each => raised.Contains(each.Sample.FactId))?.Sample.FactId,
        };
    }

    // The latest value that decides. A value whose bounds allow both is passed over, so that it does not hide an earlier finding (R38).
    private (HormoneSample? Decides, Bounds? Percent, IReadOnlyList<Guid> PassedOver) Decline()
    {
        var passedOver = new List<Guid>();
        foreach (var sample in _testosterone.Where(each => each.CountsForItsDay && _preIndex is not null).Select(each => each.Sample).Reverse())
        {
            var percent = sample.Quantity!.Base.PercentOf(_preIndex!.Base);
            if (percent.SurelyBelow(SignificantDeclinePercent) || percent.SurelyAtLeast(SignificantDeclinePercent))
            {
                return (sample, percent, passedOver);
            }

            passedOver.Add(sample.FactId);
        }

        return (null, null, passedOver);
    }

    private HypogonadismFlag Status()
    {
        var occasions = _testosterone.Where(each => each is { CountsForItsDay: true, Class: not null }).ToList();
        if (occasions.Count > 0)
        {
            return FromOccasions(occasions);
        }

        if (_testosterone.LastOrDefault(each => each is { Sample.MaySupport: true, Class: TestosteroneClass.Normal }) is { } supporting)
        {
            return FlagFrom([supporting], HypogonadismStatus.Normal, supporting) with { IsSupporting = true };
        }

        var unusable = _testosterone.LastOrDefault(each => each.Faults.Count > 0);
        return unusable is null
            ? FlagFrom([], HypogonadismStatus.NoData, null)
            : FlagFrom([], HypogonadismStatus.Indeterminate, null) with { Reason = unusable.Faults[0] };
    }

    private HypogonadismFlag FromOccasions(List<ClassifiedSample> occasions)
    {
        var counting = occasions[Confirmation.FirstThatCounts([.. occasions.Select(each => each.Class!.Value)])..];
        var status = Confirmation.Of([.. counting.Select(each => (each.Class!.Value, each.Sample.DrawnOn))], _ruleSet);
        return FlagFrom(counting, status, counting[^1]) with
        {
            Reason = status == HypogonadismStatus.Indeterminate ? Exclusion.Borderline : null,
            FreeTestosterone = FreeTestosteroneAnswer.Of(counting[^1].Sample, _eligible, _ruleSet),
        };
    }

    /// <summary>The flag that rests on these samples, with the samples left out and the LH class by the latest sample used, even a borderline one (R48, R49).</summary>
    private HypogonadismFlag FlagFrom(IReadOnlyList<ClassifiedSample> used, HypogonadismStatus status, ClassifiedSample? latest)
    {
        var classifies = status is HypogonadismStatus.Normal or HypogonadismStatus.LowUnconfirmed or HypogonadismStatus.LowConfirmed;
        var lh = classifies ? latest?.Sample.Nearest(Analyte.LH, _eligible, _ruleSet.PairedWithinDays) : null;
        var restsOn = used.Select(each => each.Sample.FactId).ToHashSet();
        var leftOut = _testosterone.Where(each => !restsOn.Contains(each.Sample.FactId))
            .Select(each => new LeftOutSample(each.Sample.FactId, each.Sample.DrawnOn, each.WhyLeftOut))
            .Concat(_displaced.Select(result => new LeftOutSample(result.FactId, result.DrawnOn, [result.Exclusion])))
            .OrderBy(left => left.DrawnOn);
        return new()
        {
            Status = status,
            LHClass = lh is null ? LHClass.Unclassified : LHClassOf(lh.Quantity!.Canonical, isLow: status != HypogonadismStatus.Normal),
            LH = lh is null ? null : new(lh.FactId, lh.DrawnOn, lh.Quantity!.Comparison, lh.Quantity.CanonicalNumber, _ruleSet.LHHighAbove),
            Used = [.. used.Select(ToUsedSample)],
            LeftOut = [.. leftOut],
        };
    }

    private LHClass LHClassOf(Bounds lh, bool isLow) =>
        lh.SurelyAbove(_ruleSet.LHHighAbove) ? isLow ? LHClass.Primary : LHClass.Compensated
        : lh.SurelyAtMost(_ruleSet.LHHighAbove) ? isLow ? LHClass.Secondary : LHClass.Eugonadal
        : LHClass.Unclassified;

    private UsedSample ToUsedSample(ClassifiedSample each)
    {
        var quantity = each.Sample.Quantity!;
        return new(
            each.Sample.FactId, each.Sample.DrawnOn, quantity.Comparison, quantity.Number * quantity.Unit.Factor / _ruleSet.Unit.Factor,
            _ruleSet.Unit.Symbol, _ruleSet.LowBelow, each.Class!.Value);
    }

    private TestosteroneClass? Classify(HormoneSample sample) =>
        sample.Quantity is { } quantity ? _ruleSet.Classify(quantity.In(_ruleSet.Unit)) : null;

    /// <summary>Whether a therapy was being taken or still acted, which explains a high value (R17).</summary>
    public static bool IsUnderTherapy(HormoneSample sample) =>
        sample.Exclusions.Any(reason => reason is Exclusion.OnTRT or Exclusion.OnTherapy);

    private static bool IsHighWithoutTherapy(HormoneSample sample) =>
        sample.Quantity?.Canonical.SurelyAbove(Plausibility.TestosteroneUnusualAbove) == true
        && !IsUnderTherapy(sample);

    /// <param name="Sample">The sample.</param>
    /// <param name="Class">Its class under the rule set; null when its bounds do not decide.</param>
    /// <param name="CountsForItsDay">Whether it is the eligible sample that counts for its day.</param>
    private sealed record ClassifiedSample(HormoneSample Sample, TestosteroneClass? Class, bool CountsForItsDay)
    {
        /// <summary>Why it does not count, in the order of R26.</summary>
        public IReadOnlyList<Exclusion> Faults { get; } =
            [.. Sample.Exclusions, .. Class is null && Sample.Quantity is not null ? [Exclusion.CensoredAcrossLimit] : Array.Empty<Exclusion>()];

        /// <summary>Why the flag does not rest on it.</summary>
        public IReadOnlyList<Exclusion> WhyLeftOut => Faults.Count > 0 ? Faults : [CountsForItsDay ? Exclusion.BeforeTwoNormals : Exclusion.SameDay];
    }
}
