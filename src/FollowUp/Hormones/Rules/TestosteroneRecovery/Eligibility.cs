using FollowUp.Course;
using FollowUp.Hormones.Facts;
using FollowUp.Hormones.Rules.Samples;
using NodaTime;

namespace FollowUp.Hormones.Rules.TestosteroneRecovery;

/// <summary>Which samples count, and every reason for one that does not (domain 3.3), version eligibility/1.</summary>
/// <remarks>R05-R07, R10, R18, R23-R25.</remarks>
public static class Eligibility
{
    /// <summary>The first clock time of the morning, 07:00:00, inclusive (R07; V43).</summary>
    public static readonly LocalTime MorningStart = new(7, 0);

    /// <summary>The last clock time of the morning, 11:00:00, inclusive (R07; V43).</summary>
    public static readonly LocalTime MorningEnd = new(11, 0);

    /// <summary>The first eligible day after an operation, the 14th (R23).</summary>
    public const int FirstDayAfterSurgery = 14;

    internal static IReadOnlyList<Exclusion> Exclusions(
        HormoneSample sample, Answer acutelyIll, IReadOnlyList<Operation> operations, IReadOnlyList<TherapyCourse> therapies)
    {
        bool Acts(TherapyEffect effect) => therapies.Any(therapy => therapy.Effect == effect && therapy.ActsOn(sample.DrawnOn));

        var reasons = new List<Exclusion>(0);
        void When(bool holds, Exclusion reason)
        {
            if (holds)
            {
                reasons.Add(reason);
            }
        }

        When(sample.Quantity is null, Exclusion.Unreadable);
        When(sample.Status == ResultStatus.Preliminary, Exclusion.Preliminary);
        When(Acts(TherapyEffect.Testosterone), Exclusion.OnTRT);
        When(Acts(TherapyEffect.Stimulation), Exclusion.OnTherapy);
        When(acutelyIll == Answer.Yes, Exclusion.AcuteIllness);
        When(operations.Any(operation => IsEarlyAfter(operation, sample)), Exclusion.EarlyAfterSurgery);
        if (sample.Analyte is Analyte.Testosterone or Analyte.FreeTestosterone)
        {
            When(sample.DrawnAt is null, Exclusion.TimeUnknown);
            When(sample.DrawnAt < MorningStart || sample.DrawnAt > MorningEnd, Exclusion.NotMorning);
        }

        return reasons;
    }

    /// <summary>The first day after an operation on which a sample counts; of a partial date, after its last possible day (R23).</summary>
    internal static LocalDate FirstDayAfter(Operation operation) => operation.Occurred.Latest.PlusDays(FirstDayAfterSurgery);

    /// <summary>Whether a sample is of the day of surgery or of the 13 days after it (R10, R23).</summary>
    /// <remarks>An operation of which no date at all is known blocks nothing: it would block every sample of his life.</remarks>
    internal static bool IsEarlyAfter(Operation operation, HormoneSample sample) =>
        operation.IsDated && !sample.IsBefore(operation) && sample.DrawnOn < FirstDayAfter(operation);
}
