using FollowUp.Access;
using FollowUp.Patients.Recording;
using FollowUp.Platform;
using Marten;
using NodaTime;

namespace FollowUp.Reports;

/// <summary>Makes reports: reads the men, counts them, and heads the tables with all that is needed to ask for the same again.</summary>
public sealed class ReportPress(IDocumentStore store, Courses courses, StoreTime time, StoreHorizon horizon)
{
    /// <summary>A report, with where it stands in the order of events.</summary>
    public async Task<(ReportDocument Document, ReportBasis Basis)> PrintAsync(ReportQuery query, SignedIn user, CancellationToken cancellationToken)
    {
        var asOf = query.View.AsOf ?? time.GetCurrentInstant();
        var mark = await horizon.MarkAsync(cancellationToken);
        var upToEvent = query.UpToEvent ?? await horizon.LastEventAsync(user.Clinic.Id, asOf, cancellationToken);
        var asked = query.View.Asked(user.Clinic);
        var basis = new ReportBasis(asOf, upToEvent, asOf > mark, asked.On, asked.RuleSet, asked.Protocol, ForResearch(query.Report, user));

        await using var session = store.QuerySession(user.Clinic.Id);
        var cohort = new Cohort(courses.All(session, query.View with { AsOf = asOf }, upToEvent), basis.ForResearch);
        var content = await query.Report.Of(cohort, new(asked, query.By, basis.ForResearch), cancellationToken);
        return (new(
            query.Report.Name, query.Report.Title, asOf, ReportHeader.Of(user.Clinic, basis, query.By, cohort), content.Tables, content.Figures), basis);
    }

    // What is about the staff counts all they did, whoever of the men agreed to research.
    private static bool ForResearch(IReport report, SignedIn user) => report.Policy == Policies.Reports && !user.SeesEveryMan;
}

/// <summary>What a report rests on.</summary>
/// <param name="AsOf">As recorded at this instant.</param>
/// <param name="UpToEvent">The number of the last event that counts.</param>
/// <param name="Provisional">Whether the instant is younger than the store's high-water mark, so that a fact on its way may still be missing.</param>
/// <param name="On">The date asked for.</param>
/// <param name="RuleSet">The rule set.</param>
/// <param name="Protocol">The protocol.</param>
/// <param name="ForResearch">Whether small cells are withheld and men without agreement left out.</param>
public sealed record ReportBasis(Instant AsOf, long UpToEvent, bool Provisional, LocalDate On, string RuleSet, string Protocol, bool ForResearch);
