using System.Text.Json.Serialization;
using FollowUp.Course;
using FollowUp.Hormones.Rules;
using FollowUp.Hormones.Rules.HypogonadismFlags;
using FollowUp.Hormones.Rules.TestosteroneRecovery;
using NodaTime;

namespace FollowUp.Reports.Testosterone;

/// <summary>How testosterone recovered after one retrieval, and whether it was low before and after. It does not depend on the date asked for.</summary>
/// <param name="Retrieval">The retrieval.</param>
/// <param name="PreIndexNmolPerLitre">The baseline before it; null when there is none or it is censored.</param>
/// <param name="PreFirstNmolPerLitre">The baseline before his first operation; null when there is none or it is censored.</param>
/// <param name="Windows">The windows after it.</param>
/// <param name="Time">The days and percentages of the samples after it, and the event that ended its clock.</param>
/// <param name="Flags">Hypogonadism before and after it, under every rule set by id.</param>
public sealed record TestosteroneCourse(
    Retrieval Retrieval, decimal? PreIndexNmolPerLitre, decimal? PreFirstNmolPerLitre, IReadOnlyList<WindowReturn> Windows, TimeOfReturn Time,
    [property: JsonConverter(typeof(FlagsJson))] IReadOnlyDictionary<string, (FlagSummary Before, FlagSummary After)> Flags)
{
    /// <summary>The course after each retrieval of a man. Windows without a sample are not yet due; <see cref="On"/> says which are over on a day.</summary>
    /// <param name="course">The facts that stand.</param>
    public static IEnumerable<TestosteroneCourse> AllIn(PatientCourse course)
    {
        var recoveries = OperationRecovery.AllIn(course, LocalDate.MinIsoValue).ToDictionary(recovery => recovery.OperationId);
        var flags = PublishedRuleSets.All.ToDictionary(
            ruleSet => ruleSet.Key,
            ruleSet => HypogonadismAnswer.Of(course, ruleSet.Value).Operations.ToDictionary(
                operation => operation.OperationId, operation => (FlagSummary.Of(operation.Before), FlagSummary.Of(operation.After))));
        return Retrieval.AllIn(course).Select(retrieval =>
        {
            var recovery = recoveries[retrieval.OperationId];
            return new TestosteroneCourse(
                retrieval,
                recovery.PreIndex?.NmolPerLitre,
                recovery.PreFirst?.NmolPerLitre,
                [.. recovery.Windows.Select(WindowReturn.By)],
                TimeOfReturn.After(recovery),
                flags.ToDictionary(ruleSet => ruleSet.Key, ruleSet => ruleSet.Value[retrieval.OperationId], StringComparer.Ordinal));
        });
    }

    /// <summary>The course on a day: a window that is over by then has no sample, another is not yet due (R35).</summary>
    public TestosteroneCourse On(LocalDate day) => this with { Windows = [.. Windows.Select(window => window.On(day))] };

    /// <summary>What is known of a window.</summary>
    public WindowReturn At(FollowUpWindow window)
    {
        // Called some hundred times for each operation, so without allocating a closure.
        for (var at = 0; ; at++)
        {
            if (Windows[at].Window == window)
            {
                return Windows[at];
            }
        }
    }

    /// <summary>A window's value as a percentage of a baseline.</summary>
    public PercentOfBaseline At(FollowUpWindow window, BaselineKind baseline) =>
        baseline == BaselineKind.PreIndex ? At(window).OfIndex : At(window).OfFirst;

    /// <summary>A baseline, in nmol/L; null when there is none or it is censored.</summary>
    public decimal? NmolPerLitre(BaselineKind baseline) => baseline == BaselineKind.PreIndex ? PreIndexNmolPerLitre : PreFirstNmolPerLitre;
}

/// <summary>Testosterone at one window after an operation.</summary>
/// <param name="Window">The window.</param>
/// <param name="To">Its last day.</param>
/// <param name="NmolPerLitre">Its value, in nmol/L; also where there is no baseline.</param>
/// <param name="OfIndex">The percentage of the baseline before this operation.</param>
/// <param name="OfFirst">The percentage of the baseline before his first operation.</param>
public sealed record WindowReturn(
    FollowUpWindow Window, LocalDate To, decimal? NmolPerLitre,
    [property: JsonConverter(typeof(PercentOfBaselineJson))] PercentOfBaseline OfIndex, [property: JsonConverter(typeof(PercentOfBaselineJson))] PercentOfBaseline OfFirst)
{
    /// <summary>The window of a recovery.</summary>
    public static WindowReturn By(WindowRecovery recovery) =>
        new(recovery.Days.Window, recovery.Days.To, recovery.NmolPerLitre, PercentOfBaseline.By(recovery.OfIndex), PercentOfBaseline.By(recovery.OfFirst));

    /// <summary>The window on a day.</summary>
    public WindowReturn On(LocalDate day) => this with { OfIndex = OfIndex.On(day, To), OfFirst = OfFirst.On(day, To) };
}

/// <summary>A value as a percentage of a baseline, or the reason why there is none.</summary>
/// <param name="Percent">The percentage of the baseline; null with a reason.</param>
/// <param name="PercentAtLeast">When censored: at least this.</param>
/// <param name="PercentAtMost">When censored: at most this.</param>
/// <param name="Missing">Why there is no exact percentage.</param>
/// <param name="Code">That reason with its detail, for instance <c>NotEligible:OnTherapy</c>.</param>
public sealed record PercentOfBaseline(decimal? Percent, decimal? PercentAtLeast, decimal? PercentAtMost, NoRecovery? Missing, string? Code)
{
    // Most windows have no value: those with the same reason share one object.
    private static readonly System.Collections.Concurrent.ConcurrentDictionary<(NoRecovery, string), PercentOfBaseline> Reasons = [];

    /// <summary>The percentage of a recovery.</summary>
    public static PercentOfBaseline By(Recovery recovery) =>
        new(recovery.Percent, recovery.PercentAtLeast, recovery.PercentAtMost, recovery.Missing?.Kind, recovery.Missing?.Code);

    /// <summary>The percentage on a day, in a window with this last day.</summary>
    public PercentOfBaseline On(LocalDate day, LocalDate to) =>
        (Percent ?? PercentAtLeast ?? PercentAtMost) is not null || Missing is not { } reason ? this
        : reason == NoRecovery.NotYetDue && day > to ? Without(NoRecovery.NoSample, $"{NoRecovery.NoSample}")
        : Without(reason, Code!);

    /// <summary>No percentage, for a reason.</summary>
    public static PercentOfBaseline Without(NoRecovery reason, string code) =>
        Reasons.GetOrAdd((reason, code), static each => new(null, null, null, each.Item1, each.Item2));
}

/// <summary>Which baseline a value is set against (R29-R32).</summary>
public enum BaselineKind
{
    /// <summary>The one before the operation; after an earlier operation it may be lower already (R30).</summary>
    PreIndex,

    /// <summary>The one before the first operation, for the cumulative loss (R31).</summary>
    PreFirst,
}
