using FollowUp.Course;
using FollowUp.Course.Explanations;
using FollowUp.Hormones.Facts;
using NodaTime;

namespace FollowUp.Hormones.Rules.Samples;

/// <summary>Explains why each hormone result counts or does not (domain 3.3).</summary>
internal static class SampleExplanations
{
    private static readonly Basis Basis = new("eligibility", "1", "Domain notes 3.3 and 6");

    public static IReadOnlyList<Explanation> Of(PatientCourse course)
    {
        var samples = HormoneSamples.Of(course);
        return [.. samples.All.Select(sample => Of(sample, course, samples)), .. samples.Displaced.Select(Of)];
    }

    private static Explanation Of(HormoneSample sample, PatientCourse course, HormoneSamples samples)
    {
        var reasons = HormoneExplanationParts.WhyNot(sample, course);
        var acting = samples.Acting(sample).Therapies.Where(therapy => therapy.Effect != TherapyEffect.FlagOnly);
        var flagged = samples.Acting(sample).Therapies.Where(therapy => therapy.Effect == TherapyEffect.FlagOnly && therapy.IsTakenOn(sample.DrawnOn));
        var tooEarly = samples.Operations.Where(operation => Eligibility.IsEarlyAfter(operation, sample));
        return new()
        {
            Of = "hormoneSamples.eligibility",
            About = sample.FactId,
            Outcome = reasons.Count == 0 ? SampleOutcome.Eligible
                : sample.IsEligible ? SampleOutcome.SameDay
                : sample is { Analyte: Analyte.Testosterone, MaySupport: true } ? SampleOutcome.Supporting
                : SampleOutcome.NotEligible,
            Values = new Dictionary<string, object>
            {
                ["reported"] = sample.Reported,
                ["reasons"] = reasons,
                ["flaggedDrugs"] = sample.FlaggedDrugs.Select(drug => Code.From(drug)).ToList(),
                ["notFasting"] = sample.Fasting == Answer.No,
            },
            Basis = Basis,
            Rules = ["R05", "R07", "R18", "R23", "R24", "R25"],
            Used =
            [
                new(sample.FactId, HormoneRole.Result),
                .. acting.Select(therapy => new UsedFact(therapy.Id, HormoneRole.Therapy)),
                .. tooEarly.Select(operation => new UsedFact(operation.Id, HormoneRole.Operation)),
                .. flagged.Select(therapy => new UsedFact(therapy.Id, HormoneRole.FlaggedDrug)),
            ],
            Compared = [.. Times(sample), .. Operations(sample, samples), .. Therapies(sample, samples)],
        };
    }

    private static Explanation Of(DisplacedResult result) => new()
    {
        Of = "hormoneSamples.eligibility",
        About = result.FactId,
        Outcome = result.Exclusion == Exclusion.Withdrawn ? SampleOutcome.Withdrawn : SampleOutcome.Superseded,
        Basis = Basis,
        Rules = ["R02"],
        Used = [new(result.By, HormoneRole.Replacement)],
        LeftOut = [new(result.FactId, result.Exclusion)],
    };

    private static IEnumerable<Compared> Times(HormoneSample sample) =>
        sample is { Analyte: Analyte.Testosterone or Analyte.FreeTestosterone, DrawnAt: { } at }
            ?
            [
                Compared.Of(HormoneMeasure.DrawnAt, at, Relation.AtLeast, Eligibility.MorningStart, "R07", sample.FactId),
                Compared.Of(HormoneMeasure.DrawnAt, at, Relation.AtMost, Eligibility.MorningEnd, "R07", sample.FactId),
            ]
            : [];

    private static IEnumerable<Compared> Operations(HormoneSample sample, HormoneSamples samples) => samples.Operations
        .Where(operation => operation.IsDated && !sample.IsBefore(operation))
        .Select(operation => Compared.Of(
            HormoneMeasure.DrawnOn, sample.DrawnOn, Relation.AtLeast, Eligibility.FirstDayAfter(operation), "R23", sample.FactId));

    // The therapies that still acted, otherwise the one that ended last. A therapy without an end has no last day to compare with; it is
    // listed among the facts used.
    private static IEnumerable<Compared> Therapies(HormoneSample sample, HormoneSamples samples)
    {
        var (acting, ended) = samples.Acting(sample);
        LocalDate[] ends = [.. acting.Where(therapy => therapy.Effect != TherapyEffect.FlagOnly).Select(therapy => therapy.LastActing).OfType<LocalDate>()];
        return (ends.Length == 0 && ended is { } last ? [last] : ends)
            .Select(end => Compared.Of(HormoneMeasure.DrawnOn, sample.DrawnOn, Relation.Above, end, "R25", sample.FactId));
    }
}
