using FollowUp.Access;
using FollowUp.Patients.Directory;
using FollowUp.Patients.Recording;
using FollowUp.Patients.Rules;
using FollowUp.Patients.Rules.Alerts;
using FollowUp.Platform;
using FollowUp.Recalls.Rules;
using Marten;
using NodaTime;

namespace FollowUp.Recalls;

/// <summary>Who needs looking at.</summary>
/// <param name="AsOf">As recorded at this instant; null for now.</param>
/// <param name="On">The day it is asked for.</param>
/// <param name="Protocol">The protocol used.</param>
/// <param name="Rows">The men: those with an alert first, the longest waiting at the top, then the one with the longest open item.</param>
/// <param name="More">Whether there are more men than were asked for.</param>
public sealed record WorklistAnswer(Instant? AsOf, LocalDate On, string Protocol, IReadOnlyList<WorklistRow> Rows, bool More);

/// <summary>A man with something due.</summary>
/// <param name="PatientId">The man.</param>
/// <param name="Man">Whom to call; null once his identity is erased.</param>
/// <param name="Alerts">His alerts that nobody has taken on, the longest waiting first.</param>
/// <param name="Items">His items that are due, overdue or unreachable.</param>
public sealed record WorklistRow(Guid PatientId, WorklistMan? Man, IReadOnlyList<Alert> Alerts, IReadOnlyList<DueItem> Items);

/// <summary>Whom to call.</summary>
/// <param name="Name">His name.</param>
/// <param name="RecordNumber">The clinic's record number.</param>
/// <param name="Telephones">His telephone numbers, the preferred one first.</param>
public sealed record WorklistMan(string Name, string? RecordNumber, IReadOnlyList<string> Telephones)
{
    /// <summary>Shows nothing of him.</summary>
    public override string ToString() => "a man of the worklist";
}

/// <summary>The worklist: who is due, overdue or unreachable, defined once for pages, the interface and the command line.</summary>
public sealed class Worklist(IDocumentStore store, Courses courses, PatientDirectory directory, DatedMen dates, StoreTime time)
{
    /// <summary>The worklist of a clinic.</summary>
    /// <param name="clinic">The clinic.</param>
    /// <param name="view">As recorded when, and for which day.</param>
    /// <param name="state">Only items in this state, and no alerts; null for all.</param>
    /// <param name="limit">The most men.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public async Task<WorklistAnswer> AskAsync(Clinic clinic, PointOfView view, DueState? state, int limit, CancellationToken cancellationToken)
    {
        var terms = RecallTerms.Of(view.Asked(clinic));
        await using var session = store.QuerySession(clinic.Id);
        var at = InstantOf(clinic, view);
        var dated = IsPresent(clinic, view) && await dates.AreKnownAsync(clinic, cancellationToken);
        var found = new List<(Guid PatientId, IReadOnlyList<Alert> Alerts, IReadOnlyList<DueItem> Items)>();
        await foreach (var known in courses.FoldAsync(session, Candidates(session, view, dated), cancellationToken))
        {
            var course = view.Of(known);
            var items = DueItems.In(course, terms, view.On)
                .Where(item => item.State is DueState.Due or DueState.Overdue or DueState.Unreachable && (state is null || item.State == state))
                .ToList();
            List<Alert> alerts = state is null
                ? [.. AlertList.In(course, AlertPolicy.Standard1, at).Where(alert => alert.IsOpen && alert.RaisedOn <= view.On)]
                : [];
            if (items.Count + alerts.Count > 0)
            {
                found.Add((course.PatientId, alerts, items));
            }

            if (found.Count > limit && dated)
            {
                break;
            }
        }

        var page = found
            .OrderBy(man => man.Alerts.Select(alert => alert.AcknowledgeBy).DefaultIfEmpty(Instant.MaxValue).Min())
            .ThenBy(man => man.Items.Min(item => (LocalDate?)item.Earliest))
            .ThenBy(man => man.PatientId)
            .Take(limit)
            .ToList();
        var men = (await directory.Find(session, page.Select(man => man.PatientId), cancellationToken)).ToDictionary(man => man.PatientId);
        return new(
            view.AsOf, view.On, terms.Protocol.Id,
            [.. page.Select(man => new WorklistRow(man.PatientId, Of(men.GetValueOrDefault(man.PatientId)?.Identity), man.Alerts, man.Items))],
            found.Count > limit);
    }

    // The stored dates know of the present only: the past is the same question asked of every course.
    private IQueryable<Guid> Candidates(IQuerySession session, PointOfView view, bool dated)
    {
        var men = session.Query<CourseDocument>();
        var on = view.On.ToDateOnly();
        var found = dated
            ? men.Where(document => document.WorkFrom <= on)
                .OrderBy(document => document.AlertFrom).ThenBy(document => document.WorkFrom).ThenBy(document => document.Id)
            : men.OrderBy(document => document.Id);
        return found.Select(document => document.Id);
    }

    // An alert lapses by the hour: the hour asked from, or the beginning of another day than that one.
    private Instant InstantOf(Clinic clinic, PointOfView view)
    {
        var from = view.AsOf ?? time.GetCurrentInstant();
        return from.InZone(clinic.Zone).Date == view.On ? from : AlertsQuestion.BeginningOf(view.On, clinic.Zone);
    }

    private bool IsPresent(Clinic clinic, PointOfView view) =>
        view.AsOf is null && view.On >= time.GetCurrentInstant().InZone(clinic.Zone).Date;

    private static WorklistMan? Of(PatientIdentity? identity) =>
        identity is null ? null : new($"{identity.GivenName} {identity.FamilyName}", identity.RecordNumber, identity.Telephones);
}
