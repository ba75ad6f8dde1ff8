using FollowUp.Surgery.Facts;

namespace FollowUp.Course;

/// <summary>The histology of a whole procedure.</summary>
/// <param name="Pattern">The one pattern; MIXED when the sides differ (R71); UNKNOWN when there is no report.</param>
/// <param name="Components">The patterns of a MIXED one, without repetition.</param>
/// <param name="ExplainedBy">The report of each side that counts.</param>
public sealed record HistologyFinding(Histology Pattern, IReadOnlyList<Histology> Components, IReadOnlyList<Guid> ExplainedBy)
{
    /// <summary>
    /// What the reports of an operation say together, of whichever of its entries (R12). A later report on a side takes the place of an
    /// earlier one; a side without a report says nothing against the other.
    /// </summary>
    public static HistologyFinding Of(Operation operation, PatientCourse course)
    {
        Standing<HistologyReported>[] reports = [.. course.Of<HistologyReported>()
            .Where(report => operation.Has(report.Fact.ProcedureId) && report.Fact.Pattern is not Histology.UNKNOWN)
            .GroupBy(report => report.Fact.Side)
            .Select(side => side.MaxBy(report => report.Entry.FirstRecorded)!)];
        Histology[] patterns = [.. reports
            .SelectMany(report => report.Fact is { Pattern: Histology.MIXED, Components: { Count: > 0 } components } ? components : [report.Fact.Pattern])
            .Distinct()
            .Order()];
        Guid[] ids = [.. reports.Select(report => report.Id)];
        return patterns switch
        {
            [] => new(Histology.UNKNOWN, [], ids),
            [var one] => new(one, [], ids),
            _ => new(Histology.MIXED, patterns, ids),
        };
    }
}
