using FollowUp.Course;
using FollowUp.Course.Explanations;
using FollowUp.Hormones.Facts;
using FollowUp.Hormones.Rules.Samples;
using FollowUp.Surgery.Facts;
using NodaTime;

namespace FollowUp.Hormones.Rules.TestosteroneRecovery;

/// <summary>Testosterone at one window after an operation.</summary>
/// <param name="Days">The window.</param>
/// <param name="FactId">The eligible sample closest to the target day, which is the value of the window (R34); null when there is none.</param>
/// <param name="DrawnOn">Its day.</param>
/// <param name="Comparison">Its printed comparison sign.</param>
/// <param name="NmolPerLitre">Its printed number in nmol/L, unrounded; given also when there is no baseline.</param>
/// <param name="OfIndex">Compared with the baseline before this operation.</param>
/// <param name="OfFirst">Compared with the baseline before his first operation: the cumulative loss (R30).</param>
public sealed record WindowRecovery(
    WindowDays Days, Guid? FactId, LocalDate? DrawnOn, Comparison? Comparison, decimal? NmolPerLitre, Recovery OfIndex, Recovery OfFirst);

/// <summary>One testosterone value after an operation.</summary>
/// <param name="FactId">The sample.</param>
/// <param name="DrawnOn">Its day.</param>
/// <param name="Comparison">Its printed comparison sign.</param>
/// <param name="NmolPerLitre">Its printed number in nmol/L, unrounded.</param>
/// <param name="OfIndex">Compared with the baseline before this operation; null without a baseline.</param>
public sealed record OccasionRecovery(Guid FactId, LocalDate DrawnOn, Comparison Comparison, decimal NmolPerLitre, Recovery? OfIndex);

/// <summary>How testosterone recovered after one operation (R29-R37).</summary>
/// <param name="OperationId">The operation.</param>
/// <param name="Number">The number of the operation among all of his (R70).</param>
/// <param name="Type">What was done.</param>
/// <param name="PerformedOn">The day of surgery.</param>
/// <param name="PreIndex">The baseline before it; null when there is none.</param>
/// <param name="PreFirst">The baseline before his first operation; null when there is none or an earlier operation has no date (R31).</param>
/// <param name="EndedBy">The competing event; samples of that day and later do not count for this operation (R36).</param>
/// <param name="Windows">The windows, in order.</param>
/// <param name="Occasions">Every eligible testosterone value that counts for it, in order.</param>
public sealed record OperationRecovery(
    Guid OperationId,
    int Number,
    ProcedureType Type,
    LocalDate PerformedOn,
    Baseline? PreIndex,
    Baseline? PreFirst,
    CompetingEvent? EndedBy,
    IReadOnlyList<WindowRecovery> Windows,
    IReadOnlyList<OccasionRecovery> Occasions)
{
    /// <summary>The recovery after every operation done here, in clinical order.</summary>
    /// <param name="course">The course.</param>
    /// <param name="on">Today; it only decides which windows are not over yet (R03).</param>
    public static IReadOnlyList<OperationRecovery> AllIn(PatientCourse course, LocalDate on) =>
        [.. Operation.ClocksIn(course).Select(clock => Of(clock.Index, clock.Next, course, on))];

    private static OperationRecovery Of(Operation operation, Operation? next, PatientCourse course, LocalDate on)
    {
        var samples = HormoneSamples.Of(course);
        var preIndex = Baseline.PreIndex(operation, samples);
        var preFirst = Baseline.PreFirst(samples);
        var ended = CompetingEvent.FirstAfter(operation, next, course, samples);
        bool Counts(HormoneSample sample) => !sample.IsBefore(operation) && !(sample.DrawnOn >= ended?.On);

        var occasions = Occasion.WithNadirs(samples.Occasions.Where(Counts));
        var drawn = samples.All.Where(sample => sample.Analyte == Analyte.Testosterone && Counts(sample)).ToList();

        WindowRecovery InWindow(WindowDays days)
        {
            var value = days.Nearest(occasions, occasion => occasion.Sample.DrawnOn);
            Recovery Against(Baseline? baseline) =>
                baseline is null ? new() { Missing = new(NoRecovery.NoBaseline) }
                : value is not null ? Recovery.Of(value, baseline)
                : new() { Missing = WhyMissing(days, drawn, ended, on) };
            return new(
                days,
                value?.Sample.FactId,
                value?.Sample.DrawnOn,
                value?.Sample.Comparison,
                value?.Sample.Amount,
                Against(preIndex),
                Against(preFirst));
        }

        OccasionRecovery AtOccasion(Occasion occasion) => new(
            occasion.Sample.FactId,
            occasion.Sample.DrawnOn,
            occasion.Sample.Quantity!.Comparison,
            occasion.Sample.Quantity.CanonicalNumber,
            preIndex is null ? null : Recovery.Of(occasion, preIndex));

        return new(
            operation.Id, operation.Number, operation.Type, operation.On, preIndex, preFirst, ended,
            [.. WindowDays.Of(operation.On).Select(InWindow)], [.. occasions.Select(AtOccasion)]);
    }

    private static MissingRecovery WhyMissing(WindowDays days, IReadOnlyList<HormoneSample> drawn, CompetingEvent? ended, LocalDate on) =>
        days.Nearest(drawn, sample => sample.DrawnOn) is { } ineligible
            ? new(NoRecovery.NotEligible, Exclusion: ineligible.Exclusions[0], FactId: ineligible.FactId)
        : ended?.On <= days.To ? new(NoRecovery.CompetingEvent, Event: ended.Kind, FactId: ended.FactId)
        : on <= days.To ? new(NoRecovery.NotYetDue)
        : new(NoRecovery.NoSample);
}

/// <summary>How far has testosterone recovered after each operation?</summary>
public sealed class RecoveryQuestion : IQuestion
{
    /// <inheritdoc/>
    public string Name => "recovery";

    /// <inheritdoc/>
    public object Ask(PatientCourse course, Asked asked) => OperationRecovery.AllIn(course, asked.On);

    /// <inheritdoc/>
    public IReadOnlyList<Explanation> Why(PatientCourse course, Asked asked) => RecoveryExplanations.Of(course, asked);
}
