using FollowUp.Course;
using FollowUp.Course.Dates;
using FollowUp.Hormones.Facts;
using FollowUp.Hormones.Rules;
using FollowUp.Hormones.Rules.Samples;
using FollowUp.Hormones.Rules.TestosteroneRecovery;
using FollowUp.Patients.Facts;
using FollowUp.Surgery.Facts;

namespace FollowUp.Reports;

/// <summary>A sperm retrieval done here, with everything that reports divide retrievals by.</summary>
/// <param name="OperationId">The operation.</param>
/// <param name="Number">Its place among all of the man's (R70).</param>
/// <param name="Type">What was done.</param>
/// <param name="Outcome">Whether sperm was found.</param>
/// <param name="IsSalvage">Whether it is a micro-TESE after a retrieval that found no sperm, here or elsewhere.</param>
/// <param name="PreviousType">The technique of the retrieval before; null for a first one (R71).</param>
/// <param name="PreviousHistology">The histology of the retrieval before, one pattern or several; empty without a report (R71).</param>
/// <param name="Karyotype">The man's karyotype.</param>
/// <param name="YMicrodeletion">The man's Y microdeletion, if any.</param>
/// <param name="HormoneTherapy">Whether stimulation is recorded before it (R72).</param>
/// <param name="WorkUp">What was measured before it.</param>
public sealed record Retrieval(
    Guid OperationId, int Number, ProcedureType Type, RetrievalOutcome Outcome, bool IsSalvage, ProcedureType? PreviousType,
    IReadOnlyList<Histology> PreviousHistology, Karyotype Karyotype, YMicrodeletion YMicrodeletion, bool HormoneTherapy, WorkUp WorkUp)
{
    /// <summary>Its own histology; where it was not reported, that of the retrieval before.</summary>
    public IReadOnlyList<Histology> OwnHistology { get; init; } = [];

    /// <summary>Every retrieval done here, in clinical order.</summary>
    public static IEnumerable<Retrieval> AllIn(PatientCourse course)
    {
        var operations = Operation.AllIn(course);
        var enrolled = StandingEnrolment.Of(course);
        var therapies = TherapyPeriod.AllIn(course);
        return operations.Where(operation => operation.Here).Select(operation =>
        {
            var previous = operation.PreviousIn(operations);
            IReadOnlyList<Histology> before = previous is null ? [] : Patterns(HistologyFinding.Of(previous, course));
            return new Retrieval(
                operation.Id,
                operation.Number,
                operation.Type,
                operation.Outcome,
                operation.IsSalvageIn(operations),
                previous?.Type,
                before,
                enrolled?.Karyotype ?? Karyotype.NotTested,
                enrolled?.YMicrodeletion ?? YMicrodeletion.NotTested,
                therapies.Any(therapy => Stimulated(therapy, previous, operation)),
                WorkUp.Before(operation, course)) { OwnHistology = Patterns(HistologyFinding.Of(operation, course)) is { Count: > 0 } own ? own : before };
        });
    }

    private static IReadOnlyList<Histology> Patterns(HistologyFinding finding) => finding switch
    {
        { Pattern: Histology.UNKNOWN } => [],
        { Components: { Count: > 0 } components } => components,
        _ => [finding.Pattern],
    };

    // A partly known date counts if it may be so: an unknown start is taken as before this operation and after the previous one (R25).
    private static bool Stimulated(TherapyPeriod therapy, Operation? previous, Operation operation)
    {
        var started = Occurrence.On(therapy.StartedOn);
        return therapy.Effect == TherapyEffect.Stimulation && started.Earliest < operation.On && (previous is null || started.Latest > previous.On);
    }
}

/// <summary>What is known of a man before an operation (table 1 of the paper).</summary>
/// <param name="AgeYears">His age at enrolment, in completed years.</param>
/// <param name="InfertilityMonths">How long the couple had been infertile at enrolment.</param>
/// <param name="FshIUPerLitre">The latest eligible FSH of the 365 days before, in IU/L; null without one or when it is censored.</param>
/// <param name="LhIUPerLitre">LH in the same way.</param>
/// <param name="TestosteroneNmolPerLitre">The testosterone baseline before it, in nmol/L (R29).</param>
public sealed record WorkUp(
    int? AgeYears, int? InfertilityMonths, decimal? FshIUPerLitre, decimal? LhIUPerLitre, decimal? TestosteroneNmolPerLitre)
{
    /// <summary>The quantities, with their names.</summary>
    public static readonly IReadOnlyList<(string Name, Func<WorkUp, decimal?> Of)> Quantities =
    [
        ("Age at enrolment, years", workUp => workUp.AgeYears), ("Infertility at enrolment, months", workUp => workUp.InfertilityMonths),
        ("FSH, IU/L", workUp => workUp.FshIUPerLitre), ("LH, IU/L", workUp => workUp.LhIUPerLitre),
        ("Testosterone, nmol/L", workUp => workUp.TestosteroneNmolPerLitre),
    ];

    /// <summary>What is known before an operation.</summary>
    public static WorkUp Before(Operation operation, PatientCourse course)
    {
        var enrolled = StandingEnrolment.Of(course);
        var samples = HormoneSamples.Of(course);
        decimal? Latest(Analyte analyte) => operation.IsDated
            ? samples.Eligible.LastOrDefault(sample => sample.Analyte == analyte && sample.IsBefore(operation)
                && sample.DrawnOn >= operation.On.PlusDays(-Baseline.LastDays)) is { Comparison: Comparison.Exactly, Amount: { } amount } ? amount : null
            : null;
        return new(
            enrolled?.First.AgeYears, enrolled?.First.InfertilityMonths, Latest(Analyte.FSH), Latest(Analyte.LH), Baseline.PreIndex(operation, samples)?.NmolPerLitre);
    }
}
