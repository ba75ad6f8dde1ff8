using FollowUp.Hormones.Rules;
using FollowUp.Patients.Rules;
using NodaTime;

namespace FollowUp.Reports.Testosterone;

/// <summary>How testosterone came back after one retrieval, and whether it was low before and after.</summary>
/// <param name="Retrieval">The retrieval.</param>
/// <param name="PreIndexNmolPerLitre">The baseline before it; null when there is none or it is censored.</param>
/// <param name="PreFirstNmolPerLitre">The baseline before his first operation; null when there is none or it is censored.</param>
/// <param name="Windows">The windows after it.</param>
/// <param name="Time">The days and percentages of its occasions, and what ended its clock.</param>
/// <param name="Flags">Hypogonadism before and after it, under every rule set by id.</param>
public sealed record TestosteroneCourse(
    Retrieval Retrieval, decimal? PreIndexNmolPerLitre, decimal? PreFirstNmolPerLitre, IReadOnlyList<WindowRecovery> Windows, TimeOfReturn Time,
    IReadOnlyDictionary<string, (Flagged Before, Flagged After)> Flags)
{
    /// <summary>The course after every retrieval of a man.</summary>
    /// <param name="course">The facts that stand.</param>
    /// <param name="asked">The date.</param>
    public static IEnumerable<TestosteroneCourse> AllIn(PatientCourse course, Asked asked)
    {
        var recoveries = OperationRecovery.AllIn(course, asked.On).ToDictionary(recovery => recovery.OperationId);
        var flags = PublishedRuleSets.All.ToDictionary(
            ruleSet => ruleSet.Key,
            ruleSet => HypogonadismAnswer.Of(course, ruleSet.Value).Operations.ToDictionary(
                operation => operation.OperationId, operation => (Flagged.By(operation.Before), Flagged.By(operation.After))));
        return Retrieval.AllIn(course).Select(retrieval =>
        {
            var recovery = recoveries[retrieval.OperationId];
            return new TestosteroneCourse(
                retrieval,
                recovery.PreIndex?.NmolPerLitre,
                recovery.PreFirst?.NmolPerLitre,
                recovery.Windows,
                TimeOfReturn.After(recovery),
                flags.ToDictionary(ruleSet => ruleSet.Key, ruleSet => ruleSet.Value[retrieval.OperationId], StringComparer.Ordinal));
        });
    }

    /// <summary>What is known of a window.</summary>
    public WindowRecovery At(FollowUpWindow window) => Windows.First(each => each.Days.Window == window);

    /// <summary>A window's value set against a baseline.</summary>
    public Recovery At(FollowUpWindow window, BaselineKind baseline) =>
        baseline == BaselineKind.PreIndex ? At(window).OfIndex : At(window).OfFirst;

    /// <summary>A baseline, in nmol/L; null when there is none or it is censored.</summary>
    public decimal? NmolPerLitre(BaselineKind baseline) => baseline == BaselineKind.PreIndex ? PreIndexNmolPerLitre : PreFirstNmolPerLitre;
}

/// <summary>Which baseline a value is set against (R29-R32).</summary>
public enum BaselineKind
{
    /// <summary>The one before the operation; after an earlier one it may be the already fallen value (R30).</summary>
    PreIndex,

    /// <summary>The one before the first operation ever: the cumulative loss (R31).</summary>
    PreFirst,
}

/// <summary>What a flag says, for counting.</summary>
/// <param name="Status">The status.</param>
/// <param name="LH">The LH class.</param>
/// <param name="PreExistingLow">Whether the baseline was low already (R39).</param>
/// <param name="SignificantDecline">Whether testosterone fell by more than normal variation (R38).</param>
/// <param name="ClinicalCriteriaMet">Whether a confirmed low comes with a symptom.</param>
public readonly record struct Flagged(HypogonadismStatus Status, LHClass LH, bool PreExistingLow, bool SignificantDecline, bool ClinicalCriteriaMet)
{
    /// <summary>What a flag says.</summary>
    public static Flagged By(HypogonadismFlag flag) =>
        new(flag.Status, flag.LHClass, flag.PreExistingLow, flag.SignificantDecline, flag.ClinicalCriteriaMet);

    /// <summary>Whether samples decided: what is neither without data nor indeterminate.</summary>
    public bool IsJudged => Status is not (HypogonadismStatus.NoData or HypogonadismStatus.Indeterminate);
}

/// <summary>From the day of surgery to the first eligible occasion at a share of the baseline (R75).</summary>
/// <param name="Occasions">The day after surgery and the recovery of each occasion.</param>
/// <param name="EndedOn">The day after surgery of the event that ended the clock; null while none has.</param>
/// <param name="HasBaseline">Whether there is a baseline to return to.</param>
public sealed record TimeOfReturn(IReadOnlyList<(int Day, Recovery? Recovery)> Occasions, int? EndedOn, bool HasBaseline)
{
    /// <summary>What ended a man's time to return.</summary>
    public enum End
    {
        /// <summary>An occasion at the share or above.</summary>
        Returned,

        /// <summary>Testosterone or stimulation, a new operation, the loss of a testis, or death (R36).</summary>
        Competing,
    }

    /// <summary>The times after one operation.</summary>
    public static TimeOfReturn After(OperationRecovery recovery) => new(
        [.. recovery.Occasions.Select(occasion => (Period.DaysBetween(recovery.PerformedOn, occasion.DrawnOn), occasion.OfIndex))],
        recovery.EndedBy is { } ended ? Period.DaysBetween(recovery.PerformedOn, ended.On) : null,
        recovery.PreIndex is not null);

    /// <summary>The day of the last occasion; 0 without one (R75).</summary>
    public int LastSeen => Occasions.Count == 0 ? 0 : Occasions[^1].Day;

    /// <summary>The time in days and what ended it; null for a man last seen without either, on day 0 if never (R75).</summary>
    /// <param name="percent">The share of the baseline.</param>
    public (int Days, End? Event) To(decimal percent) =>
        ReturnedAt(percent) is { } at ? (Occasions[at].Day, End.Returned)
        : EndedOn is { } ended ? (ended, End.Competing)
        : (LastSeen, null);

    /// <summary>The days in which he must have returned: from the occasion before, or the operation, to the one counted; null if he did not.</summary>
    public int? IntervalTo(decimal percent) =>
        ReturnedAt(percent) is { } at ? Occasions[at].Day - (at == 0 ? 0 : Occasions[at - 1].Day) : null;

    private int? ReturnedAt(decimal percent)
    {
        for (var at = 0; at < Occasions.Count; at++)
        {
            if ((Occasions[at].Recovery?.Percent ?? Occasions[at].Recovery?.PercentAtLeast) >= percent)
            {
                return at;
            }
        }

        return null;
    }
}
