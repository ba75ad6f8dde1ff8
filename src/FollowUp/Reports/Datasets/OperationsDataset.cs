using FollowUp.Complications.Facts;
using FollowUp.Complications.Rules;
using FollowUp.Course;
using FollowUp.Hormones.Rules;
using FollowUp.Hormones.Rules.HypogonadismFlags;
using FollowUp.Hormones.Rules.Samples;
using FollowUp.Hormones.Rules.TestosteroneRecovery;
using FollowUp.Patients.Facts;
using FollowUp.Reports.Tables;
using FollowUp.Surgery.Facts;
using NodaTime;

namespace FollowUp.Reports.Datasets;

/// <summary>An operation with everything that followed it, as one line.</summary>
/// <param name="StudyId">The man.</param>
/// <param name="Retrieval">The operation.</param>
/// <param name="OperatedOn">Its day, moved as all his days are.</param>
/// <param name="Recovery">How testosterone returned.</param>
/// <param name="Flags">Hypogonadism before and after.</param>
/// <param name="Complications">Its complications, by window.</param>
public sealed record OperationLine(
    string StudyId, Retrieval Retrieval, LocalDate OperatedOn, OperationRecovery Recovery, OperationHypogonadism Flags, OperationComplications Complications);

/// <summary>One line for each operation done here: the wide form.</summary>
public sealed class OperationsDataset : Dataset<OperationLine>
{
    private static readonly (FollowUpWindow Window, string Key, string Name)[] Windows =
    [
        (FollowUpWindow.Months6To9, "m6_9", "6 to 9 months"), (FollowUpWindow.Months12, "m12", "12 months"),
        (FollowUpWindow.Months18, "m18", "18 months"), (FollowUpWindow.Months24, "m24", "24 months"),
    ];

    private static readonly (ComplicationWindow Window, string Key, string Name)[] Periods =
        [(ComplicationWindow.Days30, "d30", "30 days"), (ComplicationWindow.Days42, "d42", "42 days"), (ComplicationWindow.Days90, "d90", "90 days")];

    /// <inheritdoc/>
    public override string Name => "operations";

    /// <inheritdoc/>
    public override string Description => "One line for each operation: what was done before and then, testosterone at each window, hypogonadism, complications.";

    /// <inheritdoc/>
    protected override IReadOnlyList<Variable<OperationLine>> Columns { get; } =
    [
        new("study_id", "Study id of the man", line => line.StudyId),
        new("operation", "Place among all his retrievals, those elsewhere counted (R70)", line => DatasetValue.Whole(line.Retrieval.Number)) { Validation = "integer" },
        new("operated_on", "Day of surgery", line => DatasetValue.Day(line.OperatedOn)) { Validation = "date_ymd", Note = Moved },
        Choice<ProcedureType>("type", "What was done", line => line.Retrieval.Type) with { IsQuasiIdentifier = true },
        Choice<RetrievalOutcome>("outcome", "Whether sperm was found", line => line.Retrieval.Outcome),
        YesNo("salvage", "Micro-TESE after a retrieval without sperm", line => line.Retrieval.IsSalvage),
        Choice<ProcedureType>("previous_type", "The retrieval before (R71)", line => line.Retrieval.PreviousType) with { IsQuasiIdentifier = true },
        new("previous_histology", "Histology of the retrieval before, patterns joined by + (R71); UNKNOWN without a report, empty without a retrieval before", line =>
            line.Retrieval is { PreviousType: not null, PreviousHistology.Count: 0 } ? $"{Histology.UNKNOWN}" : string.Join('+', line.Retrieval.PreviousHistology))
        {
            IsQuasiIdentifier = true, Note = string.Join(", ", Enum.GetNames<Histology>()),
        },
        new("karyotype", "Karyotype; every 47,XXY is Klinefelter syndrome, mosaics included (R69)", line => KaryotypeOf(line.Retrieval))
        {
            Choices = new Dictionary<string, string>
            {
                [$"{Karyotype.Normal46XY}"] = "46 XY", [Klinefelter] = "47 XXY", [$"{Karyotype.Other}"] = "other", [$"{Karyotype.Unknown}"] = "unknown",
                [$"{Karyotype.NotTested}"] = "not tested",
            },
            IsQuasiIdentifier = true,
        },
        Choice<YMicrodeletion>("y_microdeletion", "Y microdeletion", line => line.Retrieval.YMicrodeletion) with { IsQuasiIdentifier = true },
        YesNo("hormone_therapy_before", "Stimulation recorded before the operation (R72)", line => line.Retrieval.HormoneTherapy),
        Nanomoles("baseline", "Testosterone before this operation", line => line.Recovery.PreIndex?.NmolPerLitre),
        Nanomoles("baseline_first", "Testosterone before his first operation", line => line.Recovery.PreFirst?.NmolPerLitre),
        .. Windows.SelectMany(At),
        Choice<HypogonadismStatus>("hypogonadism_before", "Hypogonadism before the operation, by the rule set", line => line.Flags.Before.Status),
        Choice<HypogonadismStatus>("hypogonadism_after", "Hypogonadism after the operation and before the next, by the rule set", line => line.Flags.After.Status),
        .. Periods.SelectMany(Within),
    ];

    private const string Klinefelter = nameof(Klinefelter);

    // As the reports divide men. Mosaics on their own could be recognised by what is withheld.
    private static string KaryotypeOf(Retrieval retrieval) => Stratum.IsKlinefelter(retrieval) ? Klinefelter : $"{retrieval.Karyotype}";

    private static string Moved => $"Moved by one number of days for each man, up to {Pseudonyms.MostDays} either way; the days between his dates are true";

    /// <inheritdoc/>
    protected override IEnumerable<OperationLine> Rows(PatientCourse course, Asked asked, Pseudonyms pseudonyms)
    {
        var recoveries = OperationRecovery.AllIn(course, asked.On).ToDictionary(recovery => recovery.OperationId);
        var flags = HypogonadismAnswer.Of(course, PublishedRuleSets.Of(asked.RuleSet)).Operations.ToDictionary(flag => flag.OperationId);
        var complications = ComplicationWindowsQuestion.Answer(course).ToDictionary(answer => answer.OperationId);
        return Retrieval.AllIn(course).Select(retrieval => new OperationLine(
            pseudonyms.StudyId(course.PatientId),
            retrieval,
            pseudonyms.Shifted(course.PatientId, recoveries[retrieval.OperationId].PerformedOn),
            recoveries[retrieval.OperationId],
            flags[retrieval.OperationId],
            complications[retrieval.OperationId]));
    }

    private static IEnumerable<Variable<OperationLine>> At((FollowUpWindow Window, string Key, string Name) window)
    {
        WindowRecovery Of(OperationLine line) => line.Recovery.Windows.Single(each => each.Days.Window == window.Window);
        return
        [
            Nanomoles($"{window.Key}_testosterone", $"Testosterone {window.Name} after", line => Of(line).NmolPerLitre),
            Choice<Comparison>($"{window.Key}_comparison", "How the laboratory printed it", line => Of(line).Comparison),
            new($"{window.Key}_day", "Days from surgery to that sample", line =>
                Of(line).DrawnOn is { } day ? DatasetValue.Whole(Period.DaysBetween(line.Recovery.PerformedOn, day)) : null) { Validation = "integer" },
            Percent($"{window.Key}_percent", "Of the baseline before this operation, %", line => Of(line).OfIndex.Percent),
            Percent($"{window.Key}_percent_at_least", "The same of a censored value: at least, %", line => Of(line).OfIndex.PercentAtLeast),
            Percent($"{window.Key}_percent_at_most", "The same of a censored value: at most, %", line => Of(line).OfIndex.PercentAtMost),
            Percent($"{window.Key}_percent_of_first", "Of the baseline before his first operation, %", line => Of(line).OfFirst.Percent),
            Choice<NoRecovery>($"{window.Key}_missing", "Why there is no exact percentage", line => Of(line).OfIndex.Missing?.Kind),
        ];
    }

    private static IEnumerable<Variable<OperationLine>> Within((ComplicationWindow Window, string Key, string Name) period)
    {
        WindowComplications Of(OperationLine line) => line.Complications.Windows.Single(each => each.Window == period.Window);
        return
        [
            YesNo($"{period.Key}_asked", $"Asked about complications to {period.Name} (R52)", line => Of(line).Covered),
            new($"{period.Key}_complications", $"Complications to {period.Name}", line => DatasetValue.Whole(Of(line).Complications.Count)) { Validation = "integer" },
            Choice<ClavienDindo>($"{period.Key}_grade", "Their highest Clavien-Dindo grade", line => Of(line).HighestGrade),
            new($"{period.Key}_cci", "Comprehensive Complication Index, 0 to 100", line => DatasetValue.Number(Of(line).ComprehensiveComplicationIndex)) { Validation = "number" },
            Choice<IndexMissing>($"{period.Key}_missing", "Why there is no index", line => Of(line).Missing),
        ];
    }

    private static Variable<OperationLine> Choice<TEnum>(string name, string label, Func<OperationLine, TEnum?> of)
        where TEnum : struct, Enum => new(name, label, line => of(line)?.ToString()) { Choices = DatasetValue.ChoicesOf<TEnum>() };

    private static Variable<OperationLine> YesNo(string name, string label, Func<OperationLine, bool> of) =>
        new(name, label, line => DatasetValue.YesNo(of(line))) { Choices = DatasetValue.YesOrNo };

    private static Variable<OperationLine> Nanomoles(string name, string label, Func<OperationLine, decimal?> of) =>
        new(name, $"{label}, nmol/L", line => DatasetValue.Number(of(line))) { Validation = "number" };

    private static Variable<OperationLine> Percent(string name, string label, Func<OperationLine, decimal?> of) =>
        new(name, label, line => DatasetValue.Number(of(line))) { Validation = "number" };
}
