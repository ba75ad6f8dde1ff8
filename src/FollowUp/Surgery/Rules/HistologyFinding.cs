using FollowUp.Patients.Rules;
using FollowUp.Patients.Rules.Facts;

namespace FollowUp.Surgery.Rules;

/// <summary>The histology of a whole procedure.</summary>
/// <param name="Pattern">The one pattern; MIXED when sides or reports differ (R71); UNKNOWN when there is no report.</param>
/// <param name="Components">The patterns of a MIXED one, without repetition.</param>
/// <param name="ExplainedBy">The reports.</param>
public sealed record HistologyFinding(Histology Pattern, IReadOnlyList<Histology> Components, IReadOnlyList<Guid> ExplainedBy)
{
    /// <summary>What the reports of a procedure say together. A side without a report says nothing against the other.</summary>
    public static HistologyFinding Of(Guid procedureId, PatientCourse course)
    {
        Standing<HistologyReported>[] reports = [.. course.Of<HistologyReported>().Where(report => report.Fact.ProcedureId == procedureId)];
        Histology[] patterns = [.. reports
            .SelectMany(report => report.Fact.Pattern is Histology.MIXED ? report.Fact.Components ?? [] : [report.Fact.Pattern])
            .Where(pattern => pattern is not Histology.UNKNOWN)
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
