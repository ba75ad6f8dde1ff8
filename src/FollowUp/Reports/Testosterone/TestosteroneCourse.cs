using System.Text.Json.Serialization;
using FollowUp.Course;
using FollowUp.Hormones.Rules;
using FollowUp.Hormones.Rules.HypogonadismFlags;
using FollowUp.Hormones.Rules.TestosteroneRecovery;
using NodaTime;

namespace FollowUp.Reports.Testosterone;

/// <summary>How testosterone came back after one retrieval, and whether it was low before and after. Nothing in it depends on the day it is asked for.</summary>
/// <param name="Retrieval">The retrieval.</param>
/// <param name="PreIndexNmolPerLitre">The baseline before it; null when there is none or it is censored.</param>
/// <param name="PreFirstNmolPerLitre">The baseline before his first operation; null when there is none or it is censored.</param>
/// <param name="Windows">The windows after it.</param>
/// <param name="Time">The days and percentages of its occasions, and what ended its clock.</param>
/// <param name="Flags">Hypogonadism before and after it, under every rule set by id.</param>
public sealed record TestosteroneCourse(
    Retrieval Retrieval, decimal? PreIndexNmolPerLitre, decimal? PreFirstNmolPerLitre, IReadOnlyList<WindowReturn> Windows, TimeOfReturn Time,
    [property: JsonConverter(typeof(FlagsJson))] IReadOnlyDictionary<string, (Flagged Before, Flagged After)> Flags)
{
    /// <summary>The course after every retrieval of a man; a window without a sample counts as not yet over until a day is named (<see cref="On"/>).</summary>
    /// <param name="course">The facts that stand.</param>
    public static IEnumerable<TestosteroneCourse> AllIn(PatientCourse course)
    {
        var recoveries = OperationRecovery.AllIn(course, LocalDate.MinIsoValue).ToDictionary(recovery => recovery.OperationId);
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
                [.. recovery.Windows.Select(WindowReturn.By)],
                TimeOfReturn.After(recovery),
                flags.ToDictionary(ruleSet => ruleSet.Key, ruleSet => ruleSet.Value[retrieval.OperationId], StringComparer.Ordinal));
        });
    }

    /// <summary>As it is on a day: a window over by then has no sample, one that is not is not yet due (R35).</summary>
    public TestosteroneCourse On(LocalDate day) => this with { Windows = [.. Windows.Select(window => window.On(day))] };

    /// <summary>What is known of a window.</summary>
    public WindowReturn At(FollowUpWindow window)
    {
        // Asked some hundred times of each operation: without a closure.
        for (var at = 0; ; at++)
        {
            if (Windows[at].Window == window)
            {
                return Windows[at];
            }
        }
    }

    /// <summary>A window's value set against a baseline.</summary>
    public Reached At(FollowUpWindow window, BaselineKind baseline) =>
        baseline == BaselineKind.PreIndex ? At(window).OfIndex : At(window).OfFirst;

    /// <summary>A baseline, in nmol/L; null when there is none or it is censored.</summary>
    public decimal? NmolPerLitre(BaselineKind baseline) => baseline == BaselineKind.PreIndex ? PreIndexNmolPerLitre : PreFirstNmolPerLitre;
}

/// <summary>Testosterone at one window after an operation.</summary>
/// <param name="Window">The window.</param>
/// <param name="To">Its last day.</param>
/// <param name="NmolPerLitre">Its value; there also without a baseline.</param>
/// <param name="OfIndex">Set against the baseline before this operation.</param>
/// <param name="OfFirst">Set against the baseline before his first operation.</param>
public sealed record WindowReturn(
    FollowUpWindow Window, LocalDate To, decimal? NmolPerLitre,
    [property: JsonConverter(typeof(ReachedJson))] Reached OfIndex, [property: JsonConverter(typeof(ReachedJson))] Reached OfFirst)
{
    /// <summary>What a recovery says of a window.</summary>
    public static WindowReturn By(WindowRecovery recovery) =>
        new(recovery.Days.Window, recovery.Days.To, recovery.NmolPerLitre, Reached.By(recovery.OfIndex), Reached.By(recovery.OfFirst));

    /// <summary>As it is on a day.</summary>
    public WindowReturn On(LocalDate day) => this with { OfIndex = OfIndex.On(day, To), OfFirst = OfFirst.On(day, To) };
}

/// <summary>A value set against a baseline, for counting.</summary>
/// <param name="Percent">The percentage of the baseline; null with a reason.</param>
/// <param name="PercentAtLeast">When censored: at least this.</param>
/// <param name="PercentAtMost">When censored: at most this.</param>
/// <param name="Missing">Why there is no exact percentage.</param>
/// <param name="Code">That reason with what it is about, for instance <c>NotEligible:OnTherapy</c>.</param>
public sealed record Reached(decimal? Percent, decimal? PercentAtLeast, decimal? PercentAtMost, NoRecovery? Missing, string? Code)
{
    // Most windows have no value: one for all of them of a reason.
    private static readonly System.Collections.Concurrent.ConcurrentDictionary<(NoRecovery, string), Reached> Reasons = [];

    /// <summary>What a recovery says.</summary>
    public static Reached By(Recovery recovery) =>
        new(recovery.Percent, recovery.PercentAtLeast, recovery.PercentAtMost, recovery.Missing?.Kind, recovery.Missing?.Code);

    /// <summary>As it is on a day, of a window with this last day.</summary>
    public Reached On(LocalDate day, LocalDate to) =>
        (Percent ?? PercentAtLeast ?? PercentAtMost) is not null || Missing is not { } reason ? this
        : reason == NoRecovery.NotYetDue && day > to ? Without(NoRecovery.NoSample, $"{NoRecovery.NoSample}")
        : Without(reason, Code!);

    /// <summary>No percentage, for a reason.</summary>
    public static Reached Without(NoRecovery reason, string code) =>
        Reasons.GetOrAdd((reason, code), static each => new(null, null, null, each.Item1, each.Item2));
}

/// <summary>Which baseline a value is set against (R29-R32).</summary>
public enum BaselineKind
{
    /// <summary>The one before the operation; after an earlier one it may be the already fallen value (R30).</summary>
    PreIndex,

    /// <summary>The one before the first operation ever: the cumulative loss (R31).</summary>
    PreFirst,
}
