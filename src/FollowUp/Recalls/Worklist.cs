using FollowUp.Access;
using FollowUp.Patients.Directory;
using FollowUp.Patients.Recording;
using FollowUp.Patients.Rules;
using FollowUp.Patients.Rules.Alerts;
using FollowUp.Patients.Rules.Facts;
using FollowUp.Platform;
using FollowUp.Recalls.Rules;
using Marten;
using Marten.Linq.MatchesSql;
using NodaTime;

namespace FollowUp.Recalls;

/// <summary>The worklist: who needs looking at on a day, defined once for pages, the interface and the command line.</summary>
public sealed class Worklist(IDocumentStore store, Courses courses, PatientDirectory directory, DatedMen dates, StoreTime time)
{
    // A filter may pass over many men for a short page.
    private const int FewestAtATime = 50;

    /// <summary>A page of a clinic's worklist.</summary>
    /// <param name="clinic">The clinic.</param>
    /// <param name="view">As recorded when, and for which day.</param>
    /// <param name="filter">Which men and items.</param>
    /// <param name="limit">The most men.</param>
    /// <param name="after">Where the page before ended; null for the first.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public async Task<WorklistAnswer> AskAsync(
        Clinic clinic, PointOfView view, WorklistFilter filter, int limit, WorklistCursor? after, CancellationToken cancellationToken)
    {
        var terms = RecallTerms.Of(view.Asked(clinic));
        await using var session = store.QuerySession(clinic.Id);
        var at = InstantOf(clinic, view);
        var dated = IsPresent(clinic, view) && await dates.AreKnownAsync(clinic, cancellationToken);
        var claims = (await session.Query<WorklistClaim>().ToListAsync(cancellationToken)).ToDictionary(claim => claim.Id);
        var found = new List<WorkDue>();
        var atATime = dated ? Math.Clamp(limit + 1, FewestAtATime, Courses.MenAtATime) : Courses.MenAtATime;
        await foreach (var known in courses.FoldAsync(session, Candidates(session, view, dated ? after : null, dated), cancellationToken, atATime: atATime))
        {
            if (filter.Admits(claims.GetValueOrDefault(known.PatientId)) && filter.Only(WorkDue.Of(view.Of(known), terms, view.On, at)) is { IsAny: true } due)
            {
                found.Add(due);
            }

            if (found.Count > limit && dated)
            {
                break;
            }
        }

        // Found by their stored dates they come in order; otherwise they are put in the same one here.
        List<WorkDue> rest = dated ? found : [.. found.OrderBy(due => WorklistCursor.Of(due).Order).SkipWhile(due => after is not null && WorklistCursor.Of(due).Order.CompareTo(after.Order) <= 0)];
        List<WorkDue> page = [.. rest.Take(limit)];
        return new(view.AsOf, view.On, terms.Protocol.Id, await RowsAsync(clinic, session, page, claims, cancellationToken), rest.Count > limit)
        {
            Next = rest.Count > limit ? $"{await PlaceAsync(session, page[^1], dated, cancellationToken)}" : null,
        };
    }

    private async Task<IReadOnlyList<WorklistRow>> RowsAsync(
        Clinic clinic, IQuerySession session, List<WorkDue> page, Dictionary<Guid, WorklistClaim> claims, CancellationToken cancellationToken)
    {
        var men = (await directory.Find(session, page.Select(due => due.PatientId), cancellationToken)).ToDictionary(man => man.PatientId);
        var now = ClinicalTime.At(time.GetCurrentInstant().InZone(clinic.Zone).LocalDateTime.With(TimeAdjusters.TruncateToMinute));
        return [.. page
            .OrderBy(due => due.Alerts.Select(alert => alert.AcknowledgeBy).DefaultIfEmpty(Instant.MaxValue).Min())
            .ThenBy(due => due.Items.Min(item => (LocalDate?)item.Earliest))
            .ThenBy(due => due.PatientId)
            .Select(due => new WorklistRow(due.PatientId, Of(men.GetValueOrDefault(due.PatientId)?.Identity), due.Alerts, due.Items)
            {
                States = due.States, Loss = due.Loss, Claim = claims.GetValueOrDefault(due.PatientId)?.Answer, Record = CallOutcomes.Of(due.PatientId, now),
            })];
    }

    private static async Task<WorklistCursor> PlaceAsync(IQuerySession session, WorkDue last, bool dated, CancellationToken cancellationToken) =>
        dated && await session.LoadAsync<CourseDocument>(last.PatientId, cancellationToken) is { } document ? WorklistCursor.Of(document) : WorklistCursor.Of(last);

    /// <summary>How complete every step of the protocol is: of those due by the day, how many are done, late, open or lost.</summary>
    /// <remarks>It asks every man.</remarks>
    public async Task<CompletenessAnswer> CompletenessAsync(Clinic clinic, PointOfView view, CancellationToken cancellationToken)
    {
        var terms = RecallTerms.Of(view.Asked(clinic));
        await using var session = store.QuerySession(clinic.Id);
        var counted = new StepCounts(terms.Protocol);
        var men = 0;
        await foreach (var items in courses.All(session, view).AskAsync(course => DueItems.In(course, terms, view.On), cancellationToken))
        {
            men++;
            counted.Add(items, view.On);
        }

        return new(view.AsOf, view.On, terms.Protocol.Id, men, counted.Steps);
    }

    // The stored dates know of the present only: the past is the same question asked of every course.
    private static IQueryable<Guid> Candidates(IQuerySession session, PointOfView view, WorklistCursor? after, bool dated)
    {
        var men = session.Query<CourseDocument>();
        if (!dated)
        {
            return men.OrderBy(document => document.Id).Select(document => document.Id);
        }

        var on = view.On.ToDateOnly();
        var due = men.Where(document => document.WorkFrom <= on);
        if (after is { AlertFrom: { } alert })
        {
            due = due.Where(document => document.MatchesSql(
                "(d.alert_from is null or (d.alert_from, d.work_from, d.id) > (?, ?, ?))", alert.ToDateOnly(), after.WorkFrom.ToDateOnly(), after.PatientId));
        }
        else if (after is not null)
        {
            due = due.Where(document => document.MatchesSql(
                "(d.alert_from is null and (d.work_from, d.id) > (?, ?))", after.WorkFrom.ToDateOnly(), after.PatientId));
        }

        return due.OrderBy(document => document.AlertFrom).ThenBy(document => document.WorkFrom).ThenBy(document => document.Id).Select(document => document.Id);
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
