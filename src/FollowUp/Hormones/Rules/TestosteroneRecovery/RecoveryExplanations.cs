using FollowUp.Course;
using FollowUp.Course.Explanations;
using FollowUp.Hormones.Facts;
using FollowUp.Hormones.Rules.Samples;
using NodaTime;

namespace FollowUp.Hormones.Rules.TestosteroneRecovery;

/// <summary>Explains each baseline and each percentage of it (R29-R37).</summary>
internal static class RecoveryExplanations
{
    private const string OfIndex = "recovery.ofIndex";
    private const string OfFirst = "recovery.ofFirst";

    private static readonly Basis Chosen = new("baseline", "1", "Domain notes 2.2");
    private static readonly Basis Windows = new("windows", "1", "Domain notes 1.6 and 2.2; reference change limit of Ahokoski 1998 (V27)");

    public static IReadOnlyList<Explanation> Of(PatientCourse course, Asked asked)
    {
        var samples = HormoneSamples.Of(course);
        return [.. OperationRecovery.AllIn(course, asked.On).SelectMany(operation => (Explanation[])
        [
            OfBaseline("recovery.preIndex", operation.OperationId, samples.Operations[operation.Number - 1], operation.PreIndex, course),
            OfBaseline("recovery.preFirst", operation.OperationId, samples.Operations[0], operation.PreFirst, course),
            .. operation.Windows.SelectMany(window => InWindow(window, operation, course, asked.On)),
            .. operation.Occasions.Select(occasion => AtOccasion(occasion, operation, course)),
        ])];
    }

    private static Explanation OfBaseline(string of, Guid about, Operation operation, Baseline? baseline, PatientCourse course)
    {
        IReadOnlyList<UsedFact> used = [.. (baseline?.Samples ?? []).Select(sample => new UsedFact(sample.FactId, HormoneRole.Baseline))];
        var recent = operation.IsDated ? operation.On.PlusDays(-Baseline.RecentDays) : (LocalDate?)null;
        return new()
        {
            Of = of,
            About = about,
            Outcome = baseline is null ? BaselineOutcome.None
                : baseline.NmolPerLitre is null ? BaselineOutcome.Bounded
                : baseline.IsOld ? BaselineOutcome.LatestOld
                : BaselineOutcome.MeanOfRecent,
            Values = ValuesOf(baseline),
            Basis = Chosen,
            Rules = ["R10", "R21", "R29", of == "recovery.preIndex" ? "R30" : "R31"],
            Used = [.. used, new(operation.Id, HormoneRole.Operation)],
            LeftOut = HormoneExplanationParts.LeftOut(Analyte.Testosterone, used, course, sample =>
                !operation.IsDated ? HormoneReason.OperationUndated
                : !sample.IsBefore(operation) ? HormoneReason.NotBeforeOperation
                : sample.DrawnOn < operation.On.PlusDays(-Baseline.LastDays) ? HormoneReason.TooOld
                : HormoneReason.MoreRecentCounts),
            Compared =
            [
                .. from sample in baseline?.Samples ?? []
                   select Compared.Of(HormoneMeasure.DrawnOn, sample.DrawnOn, Relation.AtLeast, recent!.Value, "R29", sample.FactId),
                .. from sample in baseline is { IsOld: true } ? baseline.Samples : []
                   select Compared.Of(
                       HormoneMeasure.DrawnOn, sample.DrawnOn, Relation.AtLeast, operation.On.PlusDays(-Baseline.LastDays), "R29", sample.FactId),
            ],
        };
    }

    private static Dictionary<string, object> ValuesOf(Baseline? baseline) => WithoutMissing(
        ("nmolPerLitre", baseline?.NmolPerLitre),
        ("atLeastNmolPerLitre", baseline?.AtLeastNmolPerLitre),
        ("atMostNmolPerLitre", baseline?.AtMostNmolPerLitre),
        ("days", baseline?.Samples.Count),
        ("methods", baseline?.Samples.Select(sample => $"{sample.Laboratory} {sample.Method}".Trim()).Where(method => method.Length > 0)
            .Distinct(StringComparer.OrdinalIgnoreCase).ToList()));

    private static IEnumerable<Explanation> InWindow(WindowRecovery window, OperationRecovery operation, PatientCourse course, LocalDate on)
    {
        Explanation Explain(string of, Recovery recovery, Baseline? baseline) =>
            OfPercent(of, window.FactId, recovery, baseline, operation, course, window.Days, on) with
            {
                About = operation.OperationId,
                Item = $"{window.Days.Window}",
            };
        yield return Explain(OfIndex, window.OfIndex, operation.PreIndex);
        yield return Explain(OfFirst, window.OfFirst, operation.PreFirst);
        if (window.OfIndex.NadirFactId is { } nadir)
        {
            yield return OfNadir(window.OfIndex, nadir, window.FactId!.Value, operation, course) with
            {
                About = operation.OperationId,
                Item = $"{window.Days.Window}",
            };
        }
    }

    private static Explanation AtOccasion(OccasionRecovery occasion, OperationRecovery operation, PatientCourse course) =>
        OfPercent(
            "recovery.occasion", occasion.FactId, occasion.OfIndex ?? new() { Missing = new(NoRecovery.NoBaseline) },
            operation.PreIndex, operation, course, days: null, on: null) with
        {
            About = occasion.FactId,
        };

    private static Explanation OfPercent(
        string of, Guid? followUp, Recovery recovery, Baseline? baseline, OperationRecovery operation, PatientCourse course,
        WindowDays? days, LocalDate? on)
    {
        var value = baseline is null ? null : HormoneSamples.Of(course).Find(followUp);
        IReadOnlyList<UsedFact> results =
        [
            .. value is null ? (UsedFact[])[] : [new(value.FactId, recovery.MethodChanged ? HormoneRole.FollowUpOtherMethod : HormoneRole.FollowUp)],
            .. (baseline?.Samples ?? []).Select(sample => new UsedFact(sample.FactId, HormoneRole.Baseline)),
        ];
        var ended = recovery.Missing is { Kind: NoRecovery.CompetingEvent } ? operation.EndedBy : null;
        return new()
        {
            Of = of,
            Outcome = OutcomeOf(recovery),
            Values = WithoutMissing(
                ("percent", recovery.Percent),
                ("percentAtLeast", recovery.PercentAtLeast),
                ("percentAtMost", recovery.PercentAtMost),
                ("deltaNmolPerLitre", recovery.DeltaNmolPerLitre),
                ("baselineNmolPerLitre", baseline?.NmolPerLitre),
                ("followUp", value?.Reported),
                ("reason", recovery.Missing?.Exclusion is { } exclusion ? (object)Code.From(exclusion) : null),
                ("event", recovery.Missing?.Event is { } kind ? (object)Code.From(kind) : null)),
            Basis = Windows,
            Rules = ["R08", "R20", "R21", "R33", "R34", "R35", "R36"],
            Used =
            [
                .. results,
                new(operation.OperationId, HormoneRole.Operation),
                .. ended is null ? (UsedFact[])[] : [new(ended.FactId, HormoneRole.ClockEnded)],
            ],

            // Outside the windows no value is chosen: every other value has an explanation of its own.
            LeftOut = days is null ? [] : HormoneExplanationParts.LeftOut(Analyte.Testosterone, results, course, sample => WhyOutsideFollowUp(sample, operation)
                ?? (!days.Has(sample.DrawnOn) ? HormoneReason.OutsideWindow
                    : baseline is null ? HormoneReason.NoBaseline
                    : HormoneReason.NotNearest)),
            Compared = [.. Days(value, days), .. Limits(recovery), .. Missing(recovery, ended, days, on)],
        };
    }

    private static Explanation OfNadir(Recovery recovery, Guid nadir, Guid followUp, OperationRecovery operation, PatientCourse course)
    {
        IReadOnlyList<UsedFact> used =
        [
            new(nadir, HormoneRole.Nadir),
            .. followUp == nadir ? (UsedFact[])[] : [new(followUp, HormoneRole.FollowUp)],
            .. operation.PreIndex!.Samples.Select(sample => new UsedFact(sample.FactId, HormoneRole.Baseline)),
        ];
        var until = operation.Occasions.First(occasion => occasion.FactId == followUp).DrawnOn;
        return new()
        {
            Of = "recovery.nadir",
            Outcome = recovery.ReboundPercent is not null ? NadirOutcome.Rebound
                : recovery is { Percent: not null, NadirPercent: >= 100 } ? NadirOutcome.DidNotFall
                : NadirOutcome.Bounded,
            Values = WithoutMissing(
                ("nadirPercent", recovery.NadirPercent),
                ("nadirPercentAtMost", recovery.NadirPercentAtMost),
                ("reboundPercent", recovery.ReboundPercent)),
            Basis = Windows,
            Rules = ["R37"],
            Used = used,
            LeftOut = HormoneExplanationParts.LeftOut(Analyte.Testosterone, used, course, sample => WhyOutsideFollowUp(sample, operation)
                ?? (sample.DrawnOn > until ? HormoneReason.Later : HormoneReason.NotLowest)),
        };
    }

    private static HormoneReason? WhyOutsideFollowUp(HormoneSample sample, OperationRecovery operation) =>
        sample.DrawnOn < operation.PerformedOn.PlusDays(Eligibility.FirstDayAfterSurgery) ? HormoneReason.BeforeOperation
        : sample.DrawnOn >= operation.EndedBy?.On ? HormoneReason.AfterClockEnded
        : null;

    private static IEnumerable<Compared> Days(HormoneSample? value, WindowDays? days) => value is null || days is null ? [] :
    [
        Compared.Of(HormoneMeasure.DrawnOn, value.DrawnOn, Relation.AtLeast, days.From, "R33", value.FactId),
        Compared.Of(HormoneMeasure.DrawnOn, value.DrawnOn, Relation.AtMost, days.To, "R33", value.FactId),
    ];

    // Within these limits a change of a single pair cannot be told from normal variation.
    private static IEnumerable<Compared> Limits(Recovery recovery) => recovery.Percent is not { } percent ? [] :
    [
        Compared.Of(HormoneMeasure.PercentOfBaseline, percent, "%", Relation.AtLeast, 100 - Recovery.ReferenceChangeLimitPercent, "V27"),
        Compared.Of(HormoneMeasure.PercentOfBaseline, percent, "%", Relation.AtMost, 100 + Recovery.ReferenceChangeLimitPercent, "V27"),
    ];

    private static IEnumerable<Compared> Missing(Recovery recovery, CompetingEvent? ended, WindowDays? days, LocalDate? on) =>
        (recovery.Missing?.Kind, days, on) switch
        {
            (NoRecovery.CompetingEvent, not null, _) =>
                [Compared.Of(HormoneMeasure.EventOn, ended!.On, Relation.AtMost, days.To, "R35", ended.FactId)],
            (NoRecovery.NotYetDue or NoRecovery.NoSample, not null, { } asked) =>
                [Compared.Of(HormoneMeasure.AskedOn, asked, Relation.AtMost, days.To, "R35")],
            _ => [],
        };

    private static RecoveryOutcome OutcomeOf(Recovery recovery) => recovery.Missing?.Kind switch
    {
        null => RecoveryOutcome.Known,
        NoRecovery.Censored => RecoveryOutcome.Censored,
        NoRecovery.NoBaseline => RecoveryOutcome.NoBaseline,
        NoRecovery.NotEligible => RecoveryOutcome.NotEligible,
        NoRecovery.CompetingEvent => RecoveryOutcome.CompetingEvent,
        NoRecovery.NotYetDue => RecoveryOutcome.NotYetDue,
        _ => RecoveryOutcome.NoSample,
    };

    private static Dictionary<string, object> WithoutMissing(params (string Name, object? Value)[] values) =>
        values.Where(pair => pair.Value is not null).ToDictionary(pair => pair.Name, pair => pair.Value!, StringComparer.Ordinal);
}
