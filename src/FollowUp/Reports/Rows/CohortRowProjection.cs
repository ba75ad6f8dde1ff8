using FollowUp.Access;
using FollowUp.Course;
using FollowUp.Platform;
using FollowUp.Recording;
using JasperFx.Events;
using Marten;
using Marten.Events.Projections;

namespace FollowUp.Reports.Rows;

/// <summary>Updates the rows asynchronously: for each batch of events, its men are folded up to the batch's last event.</summary>
public sealed class CohortRowProjection(ClinicRegistry clinics, Courses courses) : IProjection
{
    private const int MenAtATime = 50;

    /// <inheritdoc/>
    public async Task ApplyAsync(IDocumentOperations operations, IReadOnlyList<IEvent> events, CancellationToken cancellation)
    {
        foreach (var clinic in events.Where(stored => stored.Data is Fact && clinics.Find(stored.TenantId) is not null).GroupBy(stored => stored.TenantId))
        {
            var upTo = clinic.Max(stored => stored.Sequence);
            var men = clinic.Select(stored => stored.StreamId).Distinct().Chunk(MenAtATime).ToAsyncEnumerable();
            await foreach (var rows in men.SelectInOrderAsync(courses.Workers, (some, token) => RowsAsync(clinic.Key, some, upTo, token), cancellation))
            {
                operations.ForTenant(clinic.Key).Store(rows);
            }
        }

        async Task<CohortRow[]> RowsAsync(string clinicId, Guid[] men, long upTo, CancellationToken token)
        {
            await using var session = operations.DocumentStore.QuerySession(clinicId);
            return [.. (await courses.FoldAsync(session, men, upTo, token)).Select(CohortRow.Of)];
        }
    }
}
