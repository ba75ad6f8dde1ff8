using FollowUp.Course;
using FollowUp.Course.Explanations;
using FollowUp.Hormones.Facts;
using FollowUp.Hormones.Rules.Samples;
using NodaTime;

namespace FollowUp.Hormones.Rules.HypogonadismFlags;

/// <summary>Explains why free testosterone was calculated and from which values, or why not (R50).</summary>
internal static class FreeTestosteroneExplanation
{
    /// <summary>The name of the explanation.</summary>
    public const string Name = "hypogonadism.freeTestosterone";

    public static Explanation Of(HypogonadismFlag flag, RuleSet ruleSet, PatientCourse course)
    {
        var samples = HormoneSamples.Of(course);
        var scope = flag.Scope.Select(sample => sample.FactId).ToHashSet();
        var eligible = flag.Scope.Where(samples.CountsForItsDay).ToList();
        var last = flag is { IsSupporting: false, Used: [.., var latest] } ? latest : null;
        var occasion = flag.Scope.FirstOrDefault(sample => sample.FactId == last?.FactId);
        var shbg = ruleSet.FreeTestosterone is null ? null : occasion?.Nearest(Analyte.SHBG, eligible, ruleSet.PairedWithinDays);
        var albumin = ruleSet.FreeTestosterone is null ? null : occasion?.Nearest(Analyte.Albumin, eligible, ruleSet.PairedWithinDays);
        UsedFact[] used =
        [
            .. ruleSet.FreeTestosterone is null || occasion is null ? (UsedFact[])[] : [new(occasion.FactId, HormoneRole.Occasion)],
            .. shbg is null ? (UsedFact[])[] : [new(shbg.FactId, HormoneRole.SHBG)],
            .. albumin is null ? (UsedFact[])[] : [new(albumin.FactId, HormoneRole.Albumin)],
        ];
        Code WhyLeftOut(HormoneSample sample) =>
            !scope.Contains(sample.FactId) ? HormoneReason.OtherScope
            : occasion is null || ruleSet.FreeTestosterone is null ? HormoneReason.NothingToPair
            : Math.Abs(Period.DaysBetween(sample.DrawnOn, occasion.DrawnOn)) > ruleSet.PairedWithinDays ? HormoneReason.TooFar
            : HormoneReason.NotNearest;
        return new()
        {
            Of = Name,
            Outcome = OutcomeOf(flag, ruleSet, occasion, shbg, albumin),
            Values = flag.FreeTestosterone is { } free
                ? new Dictionary<string, object>
                {
                    ["pmolPerLitre"] = free.PmolPerLitre, ["albumin"] = free.AlbuminGramPerLitre, ["albuminAssumed"] = free.AlbuminFactId is null,
                    ["constants"] = Constants(ruleSet.FreeTestosterone!),
                }
                : new Dictionary<string, object>(),
            Basis = ruleSet.Basis,
            Rules = ["R50", "Vermeulen 1999 (V39)"],
            Used = used,
            LeftOut =
            [
                .. HormoneExplanationParts.LeftOut(Analyte.SHBG, used, course, WhyLeftOut),
                .. HormoneExplanationParts.LeftOut(Analyte.Albumin, used, course, WhyLeftOut),
            ],
            Compared = ruleSet.FreeTestosterone is { } rule ? [.. Compare(rule, flag.FreeTestosterone, occasion, shbg)] : [],
        };
    }

    private static FreeTestosteroneOutcome OutcomeOf(
        HypogonadismFlag flag, RuleSet ruleSet, HormoneSample? occasion, HormoneSample? shbg, HormoneSample? albumin) =>
        ruleSet.FreeTestosterone is null ? FreeTestosteroneOutcome.NoArm
        : flag.FreeTestosterone is { } free ? free.IsLow ? FreeTestosteroneOutcome.Low : FreeTestosteroneOutcome.NotLow
        : occasion?.Quantity?.Base.Exact is null || shbg?.Quantity?.Base.Exact is null || albumin is { Quantity.Base.Exact: null }
            ? FreeTestosteroneOutcome.Missing
        : FreeTestosteroneOutcome.NotCalledFor;

    private static IEnumerable<Compared> Compare(
        FreeTestosteroneRule rule, FreeTestosteroneAnswer? free, HormoneSample? occasion, HormoneSample? shbg)
    {
        if (occasion?.Quantity is { } testosterone)
        {
            yield return In(HormoneMeasure.Testosterone, testosterone, Relation.AtLeast, rule.FromNmolPerLitre, occasion);
            yield return In(HormoneMeasure.Testosterone, testosterone, Relation.AtMost, rule.ToNmolPerLitre, occasion);
        }

        if (shbg?.Quantity is { } binding)
        {
            yield return In(HormoneMeasure.SHBG, binding, Relation.Below, rule.SHBGLowNmolPerLitre, shbg);
            yield return In(HormoneMeasure.SHBG, binding, Relation.Above, rule.SHBGHighNmolPerLitre, shbg);
        }

        if (free is not null)
        {
            yield return Compared.Of(
                HormoneMeasure.FreeTestosterone, free.PmolPerLitre, "pmol/L", Relation.Below, rule.LowBelowPmolPerLitre, "R50");
        }
    }

    private static Compared In(HormoneMeasure name, Quantity quantity, Relation relation, decimal limit, HormoneSample sample) =>
        HormoneExplanationParts.Compare(name, quantity.Canonical, sample.Unit, relation, limit, "R50", sample.FactId);

    private static string Constants(FreeTestosteroneRule rule) => FormattableString.Invariant(
        $"Ka {rule.AlbuminAssociation:0} L/mol, Kt {rule.SHBGAssociation:0} L/mol, M {rule.AlbuminMolarMass:0} g/mol");
}
