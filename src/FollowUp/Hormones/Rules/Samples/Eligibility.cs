using FollowUp.Course;
using FollowUp.Hormones.Facts;
using NodaTime;

namespace FollowUp.Hormones.Rules.Samples;

/// <summary>Decides which samples count, and gives every reason for one that does not (domain 3.3); version eligibility/1.</summary>
/// <remarks>R05-R07, R10, R18, R23-R25.</remarks>
public static class Eligibility
{
    /// <summary>The start of the morning, 07:00:00, inclusive (R07; V43).</summary>
    public static readonly LocalTime MorningStart = new(7, 0);

    /// <summary>The end of the morning, 11:00:00, inclusive (R07; V43).</summary>
    public static readonly LocalTime MorningEnd = new(11, 0);

    /// <summary>The first eligible day after an operation: the 14th (R23).</summary>
    public const int FirstDayAfterSurgery = 14;

    internal static IReadOnlyList<Exclusion> Exclusions(
        HormoneSample sample, Answer acutelyIll, IReadOnlyList<Operation> operations, IReadOnlyList<TherapyPeriod> therapies)
    {
        bool Acts(TherapyEffect effect) => therapies.Any(therapy => therapy.Effect == effect && therapy.ActsOn(sample.DrawnOn));

        var reasons = new List<Exclusion>(0);
        void AddIf(bool holds, Exclusion reason)
        {
            if (holds)
            {
                reasons.Add(reason);
            }
        }

        AddIf(sample.Quantity is null, Exclusion.Unreadable);
        AddIf(sample.Status == ResultStatus.Preliminary, Exclusion.Preliminary);
        AddIf(Acts(TherapyEffect.Testosterone), Exclusion.OnTRT);
        AddIf(Acts(TherapyEffect.Stimulation), Exclusion.OnTherapy);
        AddIf(acutelyIll == Answer.Yes, Exclusion.AcuteIllness);
        AddIf(operations.Any(operation => IsEarlyAfter(operation, sample)), Exclusion.EarlyAfterSurgery);
        if (sample.Analyte is Analyte.Testosterone or Analyte.FreeTestosterone)
        {
            AddIf(sample.DrawnAt is null, Exclusion.TimeUnknown);
            AddIf(sample.DrawnAt < MorningStart || sample.DrawnAt > MorningEnd, Exclusion.NotMorning);
        }

        return reasons;
    }

    /// <summary>The first day after an operation on which a sample counts; for a partial date, counted from its last possible day (R23).</summary>
    internal static LocalDate FirstDayAfter(Operation operation) => operation.Occurred.Latest.PlusDays(FirstDayAfterSurgery);

    /// <summary>Whether a sample was drawn on the day of surgery or in the 13 days after it (R10, R23).</summary>
    /// <remarks>An operation without a date excludes no sample; otherwise it would exclude all of them.</remarks>
    internal static bool IsEarlyAfter(Operation operation, HormoneSample sample) =>
        operation.IsDated && !sample.IsBefore(operation) && sample.DrawnOn < FirstDayAfter(operation);
}
