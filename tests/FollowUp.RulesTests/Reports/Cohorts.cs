using FollowUp.Course;
using FollowUp.Course.Dates;
using FollowUp.Hormones.Facts;
using FollowUp.Patients.Facts;
using FollowUp.Recording;
using FollowUp.Recording.Commands;
using FollowUp.Reports;
using FollowUp.Reports.Tables;
using FollowUp.Surgery.Facts;
using NodaTime;
using Courses = FollowUp.RulesTests.Course.Courses;

namespace FollowUp.RulesTests.Reports;

/// <summary>Hand-made men, and what a report says of them.</summary>
internal static class Cohorts
{
    public static readonly LocalDate DayOfSurgery = new(2025, 1, 15);

    public static EarlierProcedureReported Elsewhere(ProcedureType type, PartialDate? on, RetrievalOutcome outcome = RetrievalOutcome.NotFound) =>
        new() { Type = type, PerformedOn = on, Outcome = outcome };

    public static ProcedurePerformed Operated(
        LocalDate on, RetrievalOutcome outcome = RetrievalOutcome.SpermFound, ProcedureType type = ProcedureType.MTESE) =>
        new() { Type = type, PerformedOn = on, Side = Side.Both, Outcome = outcome };

    public static HistologyReported Reported(int procedure, Histology pattern, Side side = Side.Both) =>
        new() { ProcedureId = Courses.Id(procedure), Pattern = pattern, Side = side };

    public static HormoneTherapyRecorded Therapy(HormoneDrug drug, PartialDate? from) => new() { Drug = drug, StartedOn = from };

    public static PatientEnrolled Enrolled(Karyotype karyotype, YMicrodeletion deletion = YMicrodeletion.None) =>
        new() { EnrolledOn = DayOfSurgery.PlusDays(-30), Karyotype = karyotype, YMicrodeletion = deletion };

    /// <summary>A report's table on men, one course each.</summary>
    public static async Task<Table> TableAsync(this IReport report, string key, params IEnumerable<PatientCourse> men) =>
        (await report.ContentAsync(men)).Tables.Single(table => table.Key == key);

    /// <summary>All that a report shows of men, one course each.</summary>
    public static Task<ReportContent> ContentAsync(
        this IReport report, IEnumerable<PatientCourse> men, bool forResearch = false, string ruleSet = "EAU-2023.1", params IReadOnlyList<Stratum> by) =>
        report.Of(
            new TheseMen(men), new(new Asked(DayOfSurgery.PlusYears(2), ruleSet, "standard-1"), by, forResearch), TestContext.Current.CancellationToken);

    /// <summary>The numbers of a cell, by its group, row and column.</summary>
    public static IReadOnlyList<double?> At(this Table table, string group, string label, string column)
    {
        var row = table.Rows.Single(each => each.Group == group && each.Label == label);
        return row.Cells[table.Columns.ToList().FindIndex(each => each.Key == column)].Values;
    }

    /// <summary>How many sperm was found in, of how many, in a row of a table of rates.</summary>
    public static (double? Count, double? Of) Found(this Table table, string group, string label) =>
        (table.At(group, label, "found")[0], table.At(group, label, "found")[1]);
}

/// <summary>Men given one by one.</summary>
internal sealed class TheseMen(IEnumerable<PatientCourse> men) : IMen
{
    public IAsyncEnumerable<TAnswer> AskAsync<TAnswer>(Func<PatientCourse, TAnswer> question, CancellationToken cancellationToken) =>
        men.Select(question).ToAsyncEnumerable();
}
