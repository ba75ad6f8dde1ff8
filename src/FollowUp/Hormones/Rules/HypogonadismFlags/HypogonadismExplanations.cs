using FollowUp.Contacts.Facts;
using FollowUp.Course;
using FollowUp.Course.Explanations;
using FollowUp.Hormones.Facts;
using FollowUp.Hormones.Rules.Samples;
using FollowUp.Hormones.Rules.TestosteroneRecovery;
using NodaTime;

namespace FollowUp.Hormones.Rules.HypogonadismFlags;

/// <summary>Explains whether testosterone is low, and each finding beside it (R16-R28, R38-R50).</summary>
internal sealed class HypogonadismExplanations
{
    private readonly PatientCourse _course;
    private readonly RuleSet _ruleSet;
    private readonly HypogonadismFlag _flag;
    private readonly Guid? _about;
    private readonly string _item;
    private readonly Baseline? _baseline;
    private readonly IReadOnlyList<HormoneSample> _testosterone;
    private readonly HashSet<Guid> _scope;

    private HypogonadismExplanations(PatientCourse course, RuleSet ruleSet, HypogonadismFlag flag, Guid? about, string item, Baseline? baseline)
    {
        (_course, _ruleSet, _flag, _about, _item, _baseline) = (course, ruleSet, flag, about, item, baseline);
        _testosterone = [.. flag.Scope.Where(sample => sample.Analyte == Analyte.Testosterone)];
        _scope = [.. flag.Scope.Select(sample => sample.FactId)];
    }

    public static IReadOnlyList<Explanation> Of(PatientCourse course, Asked asked)
    {
        var ruleSet = PublishedRuleSets.Of(asked.RuleSet);
        var answer = HypogonadismAnswer.Of(course, ruleSet);
        var samples = HormoneSamples.Of(course);
        var latest = samples.Operations is [.., var last] ? Baseline.PreIndex(last, samples) : null;
        return
        [
            .. new HypogonadismExplanations(course, ruleSet, answer.Present, null, "Present", latest).All(),
            ReviewExplanation.Of(answer, course, ruleSet.Basis),
            .. answer.Operations.SelectMany(operation => (Explanation[])
            [
                .. new HypogonadismExplanations(course, ruleSet, operation.Before, operation.OperationId, "Before", null).All(),
                .. new HypogonadismExplanations(
                    course, ruleSet, operation.After, operation.OperationId, "After",
                    Baseline.PreIndex(samples.Operations[operation.Number - 1], samples)).All(),
            ]),
        ];
    }

    private Explanation[] All() =>
    [
        Status(), LHClassOf(), PreExistingLow(), SignificantDecline(),
        FreeTestosteroneExplanation.Of(_flag, _ruleSet, _course) with { About = _about, Item = _item },
        LowDespiteStimulation(), CheckTRT(), ClinicalCriteria(),
    ];

    private Explanation Part(string name, Enum outcome, string rule) => new()
    {
        Of = $"hypogonadism.{name}", About = _about, Item = _item, Outcome = outcome, Basis = _ruleSet.Basis, Rules = [rule],
    };

    private Explanation Status()
    {
        IReadOnlyList<UsedFact> used = Occasions();
        var leftOut = _flag.LeftOut.ToDictionary(left => left.FactId);
        return Part("status", OutcomeOf(_flag), "R40") with
        {
            Values = new Dictionary<string, object>
            {
                ["reason"] = _flag.Reason is { } reason ? Code.From(reason) : "",
                ["reasons"] = _flag.LeftOut.SelectMany(left => left.Reasons).Distinct().Order().Select(each => Code.From(each)).ToList(),
            },
            Rules = ["R16", "R19", "R21", "R26", "R40", "R42", "R43", "R44", "R45", "R46", "R47"],
            Used = used,
            LeftOut = HormoneExplanationParts.LeftOut(Analyte.Testosterone, used, _course, sample =>
                leftOut.TryGetValue(sample.FactId, out var left)
                    ? [.. left.Reasons.Select(each => Code.From(each))]
                    : (IReadOnlyList<Code>)[.. HormoneExplanationParts.WhyNot(sample, _course), HormoneReason.OtherScope]),
            Compared = [.. _testosterone.Where(sample => sample.Quantity is not null).SelectMany(Limits), .. DaysBetweenLows()],
        };
    }

    // A sample that is left out because of its time or a therapy is compared too, to show what it would have been.
    private IEnumerable<Compared> Limits(HormoneSample sample)
    {
        var value = sample.Quantity!.In(_ruleSet.Unit);
        yield return Compare(value, Relation.Below, _ruleSet.LowBelow, _ruleSet.Id, sample);
        if (_ruleSet.BorderlineUpTo is { } top && !value.SurelyBelow(_ruleSet.LowBelow))
        {
            yield return Compare(value, Relation.AtMost, top, "R47", sample);
        }
    }

    private Compared Compare(Bounds value, Relation relation, decimal limit, string rule, HormoneSample sample) =>
        HormoneExplanationParts.Compare(HormoneMeasure.Testosterone, value, _ruleSet.Unit.Symbol, relation, limit, rule, sample.FactId);

    // The two lows that confirm; otherwise each low and the next, to show why they do not.
    private IEnumerable<Compared> DaysBetweenLows()
    {
        var lows = _flag.Used.Where(used => used.Class == TestosteroneClass.Low).Select(used => used.DrawnOn).ToList();
        var pairs = Confirmation.ConfirmingPair(lows, _ruleSet) is { } confirming ? [confirming] : lows.Zip(lows.Skip(1));
        return pairs.Select(pair => (decimal)Period.DaysBetween(pair.First, pair.Second)).SelectMany(days => (Compared[])
        [
            Compared.Of(HormoneMeasure.DaysBetweenLows, days, "d", Relation.AtLeast, _ruleSet.FewestDaysBetweenLows, "R42"),
            Compared.Of(HormoneMeasure.DaysBetweenLows, days, "d", Relation.AtMost, _ruleSet.MostDaysBetweenLows, "R43"),
        ]);
    }

    private Explanation LHClassOf()
    {
        var paired = _flag.Used is [.., var last] ? last : null;
        var lh = _flag.Scope.FirstOrDefault(sample => sample.FactId == _flag.LH?.FactId);
        IReadOnlyList<UsedFact> used = lh is null ? [] : [new(lh.FactId, HormoneRole.LH)];
        return Part("lhClass", _flag.LHClass, "R48") with
        {
            Rules = ["R18", "R48", "R49"],
            Used = [.. paired is null ? (UsedFact[])[] : [new(paired.FactId, HormoneRole.Occasion)], .. used],
            LeftOut = HormoneExplanationParts.LeftOut(Analyte.LH, used, _course, sample =>
                !_scope.Contains(sample.FactId) ? HormoneReason.OtherScope
                : paired is null ? HormoneReason.NothingToPair
                : DaysApart(sample, paired) > _ruleSet.PairedWithinDays ? HormoneReason.TooFar
                : lh is null ? HormoneReason.NothingToPair
                : HormoneReason.NotNearest),
            Compared = lh is null ? [] :
            [
                HormoneExplanationParts.Compare(
                    HormoneMeasure.LH, lh.Quantity!.Canonical, lh.Unit, Relation.Above, _ruleSet.LHHighAbove, "R49", lh.FactId),
                Compared.Of(HormoneMeasure.DaysApart, DaysApart(lh, paired!), "d", Relation.AtMost, _ruleSet.PairedWithinDays, "R49", lh.FactId),
            ],
        };
    }

    private static decimal DaysApart(HormoneSample sample, UsedSample occasion) => Math.Abs(Period.DaysBetween(sample.DrawnOn, occasion.DrawnOn));

    private Explanation PreExistingLow()
    {
        IReadOnlyList<UsedFact> used = Baselines();
        return Part("preExistingLow", Raised(_flag.PreExistingLow, _baseline is not null), "R39") with
        {
            Used = used,
            LeftOut = HormoneExplanationParts.LeftOut(Analyte.Testosterone, used, _course, _ => HormoneReason.OtherScope),
            Compared = _baseline is null ? [] :
            [
                HormoneExplanationParts.Compare(
                    HormoneMeasure.Baseline, _baseline.Base.Convert(1, _ruleSet.Unit.Factor), _ruleSet.Unit.Symbol,
                    Relation.Below, _ruleSet.LowBelow, "R39"),
            ],
        };
    }

    private Explanation SignificantDecline()
    {
        var decline = _flag.Decline;
        var sample = _testosterone.FirstOrDefault(each => each.FactId == decline?.FactId);
        IReadOnlyList<UsedFact> used = sample is null ? [] : [new(sample.FactId, HormoneRole.FollowUp), .. Baselines()];
        return Part("significantDecline", Raised(_flag.SignificantDecline, sample is not null), "R38") with
        {
            Values = decline?.Percent is { } percent ? new Dictionary<string, object> { ["percent"] = percent } : [],
            Used = used,
            LeftOut = HormoneExplanationParts.LeftOut(Analyte.Testosterone, used, _course, each =>
                !_scope.Contains(each.FactId) ? HormoneReason.OtherScope
                : _flag.DeclinePassedOver.Contains(each.FactId) ? HormoneReason.DecidesNeither
                : _baseline is null ? HormoneReason.NoBaseline
                : HormoneReason.NotTheLatest),
            Compared = sample is null ? [] :
            [
                HormoneExplanationParts.Compare(
                    HormoneMeasure.PercentOfBaseline, sample.Quantity!.Base.PercentOf(_baseline!.Base), "%",
                    Relation.Below, decline!.BelowPercent, "R38", sample.FactId),
            ],
        };
    }

    private Explanation LowDespiteStimulation()
    {
        IReadOnlyList<UsedFact> used = [.. _flag.LowDespiteStimulation.Select(id => new UsedFact(id, HormoneRole.Result))];
        var stimulated = _testosterone.Where(sample => sample.UnderStimulation).ToList();
        var drugs = HormoneSamples.Of(_course).Therapies.Where(therapy =>
            therapy.Effect == TherapyEffect.Stimulation && stimulated.Exists(sample => therapy.IsTakenOn(sample.DrawnOn)));
        return Part("lowDespiteStimulation", Raised(used.Count > 0, judged: true), "R28") with
        {
            Used = [.. used, .. drugs.Select(therapy => new UsedFact(therapy.Id, HormoneRole.Therapy))],
            LeftOut = HormoneExplanationParts.LeftOut(Analyte.Testosterone, used, _course, sample =>
                !_scope.Contains(sample.FactId) ? [HormoneReason.OtherScope]
                : !sample.UnderStimulation ? [HormoneReason.NotStimulated]
                : Among(sample, reason => reason != Exclusion.OnTherapy) is { Count: > 0 } faults ? faults
                : (IReadOnlyList<Code>)[HormoneReason.NotLow]),
            Compared = [.. stimulated.Where(sample => sample.Quantity is not null).Select(sample =>
                Compare(sample.Quantity!.In(_ruleSet.Unit), Relation.Below, _ruleSet.LowBelow, "R28", sample))],
        };
    }

    private Explanation CheckTRT()
    {
        var judged = _testosterone.Where(sample => sample.Quantity is not null && !HypogonadismJudgement.IsUnderTherapy(sample)).ToList();
        IReadOnlyList<UsedFact> used = [.. judged.Select(sample => new UsedFact(sample.FactId, HormoneRole.Result))];
        return Part("checkTRT", Raised(_flag.CheckTRT.Count > 0, judged: true), "R17") with
        {
            Rules = ["R17", "V41"],
            Used = used,
            LeftOut = HormoneExplanationParts.LeftOut(Analyte.Testosterone, used, _course, sample =>
                _scope.Contains(sample.FactId)
                    ? Among(sample, reason => reason is Exclusion.Unreadable or Exclusion.OnTRT or Exclusion.OnTherapy)
                    : [HormoneReason.OtherScope]),
            Compared = [.. judged.Select(sample => HormoneExplanationParts.Compare(
                HormoneMeasure.Testosterone, sample.Quantity!.Canonical, sample.Unit,
                Relation.Above, Plausibility.TestosteroneUnusualAbove, "R17", sample.FactId))],
        };
    }

    private Explanation ClinicalCriteria()
    {
        var counts = _flag.Symptoms.ToHashSet();
        var answers = HormoneSamples.Of(_course).Symptoms;
        return Part("clinicalCriteria", Raised(_flag.ClinicalCriteriaMet, judged: true), "domain 3.2") with
        {
            Used = [.. Occasions(), .. _flag.Symptoms.Select(id => new UsedFact(id, HormoneRole.Symptom))],
            LeftOut =
            [
                .. answers.Select((answer, place) => (answer.Id, Why: answer.Fact.Present != Answer.Yes ? HormoneReason.NotPresent
                        : answers.Skip(place + 1).Any(later => later.Fact.Symptom == answer.Fact.Symptom) ? CourseReason.LaterStatement
                        : (Code)HormoneReason.OtherScope))
                    .Where(answer => !counts.Contains(answer.Id))
                    .Select(answer => new LeftOutFact(answer.Id, answer.Why)),
                .. LeftOutFact.RetractedIn<SymptomReported>(_course),
            ],
        };
    }

    private static IReadOnlyList<Code> Among(HormoneSample sample, Func<Exclusion, bool> chosen) =>
        [.. sample.Exclusions.Where(chosen).Select(reason => Code.From(reason))];

    private UsedFact[] Occasions() => [.. _flag.Used.Select(used => new UsedFact(used.FactId, HormoneRole.Occasion))];

    private UsedFact[] Baselines() => [.. (_baseline?.Samples ?? []).Select(sample => new UsedFact(sample.FactId, HormoneRole.Baseline))];

    private static RaisedOutcome Raised(bool raised, bool judged) =>
        !judged ? RaisedOutcome.NotJudged : raised ? RaisedOutcome.Yes : RaisedOutcome.No;

    private static FlagOutcome OutcomeOf(HypogonadismFlag flag) => flag.Status switch
    {
        HypogonadismStatus.Normal when flag.IsSupporting => FlagOutcome.NormalSupporting,
        HypogonadismStatus.Normal => FlagOutcome.Normal,
        HypogonadismStatus.LowUnconfirmed => FlagOutcome.LowUnconfirmed,
        HypogonadismStatus.LowConfirmed => FlagOutcome.LowConfirmed,
        HypogonadismStatus.Discordant => FlagOutcome.Discordant,
        HypogonadismStatus.Indeterminate => FlagOutcome.Indeterminate,
        _ => FlagOutcome.NoData,
    };
}
