using FollowUp.Access;
using FollowUp.Alerts.Rules;
using FollowUp.Course;
using FollowUp.Course.Dates;
using FollowUp.Directory;
using FollowUp.Platform.Store;
using FollowUp.Recalls.Rules;
using FollowUp.Recalls.Rules.Items;
using FollowUp.Recording;
using FollowUp.Recording.ReadModels;
using Marten;
using Marten.Linq.MatchesSql;
using NodaTime;

namespace FollowUp.Recalls.Worklist;

/// <summary>Finds the worklist of a day, for pages, API and command line.</summary>
public sealed class WorklistQuery(IDocumentStore store, Courses courses, PatientDirectory directory, DueDateIndex dates, StoreTime time)
{
    private const int FewestAtATime = 50;

    // A filter may pass over many men for a short page: it ends after so many, and the next one goes on there.
    private const int MostLookedAt = 5_000;

    // While dates are being found, so many of the men without one are asked themselves: those first on the list until then.
    private const int MostWithoutDate = 1_000;

    /// <summary>A page of a clinic's worklist.</summary>
    /// <param name="clinic">The clinic.</param>
    /// <param name="view">As recorded when, and for which day.</param>
    /// <param name="filter">Which men and items.</param>
    /// <param name="limit">The most men.</param>
    /// <param name="after">Where the page before ended; null for the first.</param>
    /// <param name="cancellationToken">Cancels the search.</param>
    public async Task<WorklistAnswer> AskAsync(
        Clinic clinic, PointOfView view, WorklistFilter filter, int limit, WorkPlace? after, CancellationToken cancellationToken)
    {
        var terms = RecallTerms.Of(view.Asked(clinic));
        await using var session = store.QuerySession(clinic.Id);
        var asking = new Asking(session, clinic, view, filter, terms, InstantOf(clinic, view), after);
        var without = IsPresent(clinic, view) ? await dates.ProgressAsync(clinic, cancellationToken) : null;
        var (found, upTo) = IsPresent(clinic, view) ? await PresentAsync(asking, limit, without, cancellationToken) : (await PastAsync(asking, cancellationToken), null);
        List<(WorkPlace Place, WorkDue Due)> rest = [.. found.DistinctBy(each => each.Due.PatientId)
            .Where(each => upTo is null || each.Place.Order.CompareTo(upTo.Order) <= 0).OrderBy(each => each.Place.Order)];
        List<WorkDue> page = [.. rest.Take(limit).Select(each => each.Due)];
        var next = rest.Count > limit ? rest[limit - 1].Place : upTo;
        return new(view.AsOf, view.On, terms.Protocol.Id, await RowsAsync(clinic, session, page, cancellationToken), next is not null)
        {
            Next = next is null ? null : WorklistCursor.Write(next), Dates = without,
        };
    }

    // Found by their stored dates, men come in the order of the list, no more of them than are looked at.
    private async Task<(List<(WorkPlace Place, WorkDue Due)> Found, WorkPlace? UpTo)> PresentAsync(Asking asking, int limit, DatesFound? without, CancellationToken cancellationToken)
    {
        var (session, clinic, view, filter, _, _, after) = asking;
        var found = new List<(WorkPlace Place, WorkDue Due)>();
        var protocol = clinic.InForce(GuidelineKind.Protocol);
        if (without is not null)
        {
            // Whoever gets his date in between is found by it as well, and listed once.
            var men = await dates.OutdatedAsync(clinic, MostWithoutDate, cancellationToken);
            var claims = await ClaimsAsync(session, men, cancellationToken);
            found.AddRange(from course in await courses.FoldAsync(session, men, long.MaxValue, cancellationToken)
                let place = WorkPlace.Of(DueDates.Of(course, protocol))
                where place is not null && (after is null || place.Order.CompareTo(after.Order) > 0)
                let due = asking.Of(course, claims)
                where due is not null
                select (place, due));
        }

        Guid[]? mine = filter.Claimed == ClaimedBy.Me
            ? [.. await session.Query<WorklistClaim>().Where(claim => claim.MatchesSql("d.data ->> 'userId' = ?", filter.UserId!)).Select(claim => claim.Id).ToListAsync(cancellationToken)]
            : null;
        var (looked, listed, from, atATime) = (0, 0, after, Math.Clamp(limit + 1, FewestAtATime, Courses.MenAtATime));
        while (listed <= limit)
        {
            if (looked >= MostLookedAt)
            {
                return (found, from);
            }

            var some = await dates.ToSeeAsync(clinic, view.On, from, atATime, mine, cancellationToken);
            Guid[] men = [.. some.Select(place => place.PatientId)];
            var claims = await ClaimsAsync(session, men, cancellationToken);
            foreach (var (place, course) in some.Zip(await courses.FoldAsync(session, men, long.MaxValue, cancellationToken)))
            {
                if (asking.Of(course, claims) is { } due)
                {
                    found.Add((place, due));
                    listed++;
                }
            }

            if (some.Count < atATime)
            {
                break;
            }

            (looked, from) = (looked + some.Count, some[^1]);
        }

        return (found, null);
    }

    // The stored dates know of the present only: the past is the same question asked of every course, and put in the same order here.
    private async Task<List<(WorkPlace Place, WorkDue Due)>> PastAsync(Asking asking, CancellationToken cancellationToken)
    {
        var (session, _, view, filter, _, _, after) = asking;
        var claims = filter.Claimed is null ? [] : (await session.Query<WorklistClaim>().ToListAsync(cancellationToken)).ToDictionary(claim => claim.Id);
        var found = new List<(WorkPlace Place, WorkDue Due)>();
        await foreach (var known in courses.FoldAsync(session, session.Query<DueDates>().OrderBy(document => document.Id).Select(document => document.Id), cancellationToken))
        {
            if (asking.Of(view.Of(known), claims) is { } due && WorklistCursor.Of(due) is var place && (after is null || place.Order.CompareTo(after.Order) > 0))
            {
                found.Add((place, due));
            }
        }

        return found;
    }

    private static async Task<Dictionary<Guid, WorklistClaim>> ClaimsAsync(IQuerySession session, IEnumerable<Guid> men, CancellationToken cancellationToken) =>
        (await session.LoadManyAsync<WorklistClaim>(cancellationToken, men)).ToDictionary(claim => claim.Id);

    /// <summary>A query of the worklist: everything that is the same for every man.</summary>
    private sealed record Asking(IQuerySession Session, Clinic Clinic, PointOfView View, WorklistFilter Filter, RecallTerms Terms, Instant At, WorkPlace? After)
    {
        /// <summary>What of a man is asked for; null of nothing.</summary>
        public WorkDue? Of(PatientCourse course, Dictionary<Guid, WorklistClaim> claims) =>
            Filter.Admits(claims.GetValueOrDefault(course.PatientId)) && Filter.Only(WorkDue.Of(course, Terms, View.On, At)) is { IsAny: true } due ? due : null;
    }

    private async Task<IReadOnlyList<WorklistRow>> RowsAsync(
        Clinic clinic, IQuerySession session, List<WorkDue> page, CancellationToken cancellationToken)
    {
        var claims = await ClaimsAsync(session, page.Select(due => due.PatientId), cancellationToken);
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
