using System.Text.Json.Serialization;
using FollowUp.Access;
using FollowUp.Patients.Recording;
using FollowUp.Patients.Rules;
using FollowUp.Patients.Rules.Facts;
using FollowUp.Platform;
using FollowUp.Recalls.Rules;
using Marten;
using NodaTime;
using Wolverine;
using Wolverine.Marten;

namespace FollowUp.Recalls.Sending;

/// <summary>A look at a clinic's men for messages that are to go out: what the tick does, what is listed before, and what may be done by hand.</summary>
public sealed class ReminderRound(
    IDocumentStore store, Courses courses, DatedMen dates, IMessageBus bus, IServiceScopeFactory scopes, WolverineOptions queues, SendingPauses pauses, StoreTime time,
    SendingSettings settings, ILogger<ReminderRound> log)
{
    /// <summary>The job that facts about reminders are recorded by.</summary>
    public const string Actor = "job:reminders";

    private const int OrdersAtATime = 100;

    private static readonly Duration Minute = Duration.FromMinutes(1);

    /// <summary>Every message planned for an instant, those a quiet hour holds back too, the longest due first.</summary>
    /// <param name="clinic">The clinic.</param>
    /// <param name="at">The instant whose day and hour are asked for.</param>
    /// <param name="asOf">From what was recorded up to this instant; null for everything recorded.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <param name="unreadable">Told why a man cannot be read, who is then left out; without it the search fails.</param>
    public async IAsyncEnumerable<DueReminder> PlannedAsync(
        Clinic clinic, Instant at, Instant? asOf, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken, Action<Exception>? unreadable = null)
    {
        var today = at.InZone(clinic.Zone).Date;
        var terms = RecallTerms.Of(new PointOfView(asOf, today).Asked(clinic));
        var day = today.ToDateOnly();
        ClosedGate[] paused = await pauses.HoldAsync(clinic.Id, cancellationToken) ? [new(Gate.Paused, null)] : [];
        await using var session = store.QuerySession(clinic.Id);

        // The stored date knows of the present only: the past is the same question asked of every course.
        var men = session.Query<CourseDocument>();
        var due = asOf is null && await dates.AreKnownAsync(clinic, cancellationToken)
            ? men.Where(document => document.RemindFrom <= day).OrderBy(document => document.RemindFrom).ThenBy(document => document.Id)
            : men.OrderBy(document => document.Id);
        await foreach (var known in courses.FoldAsync(session, due.Select(document => document.Id), cancellationToken, unreadable: unreadable))
        {
            var course = asOf is { } instant ? known.AsOf(instant) : known;
            var items = DueItems.In(course, terms, today);
            foreach (var item in items)
            {
                if (Reminders.Next(course, item, terms) is not { } planned || planned.From > today)
                {
                    continue;
                }

                var closed = Reminders.ClosedGates(course, items, planned, terms, at);
                yield return new DueReminder(course.PatientId, planned, [.. closed, .. paused], Reminders.HoursFor(course, terms).Next(at, clinic.Zone), item);
            }
        }
    }

    /// <summary>Orders what is to go out now: what waited longest first, and not more in a minute than the setting allows, also after an outage.</summary>
    /// <param name="clinic">The clinic.</param>
    /// <param name="at">The instant, in a synthetic clinic only; null for now.</param>
    /// <param name="tick">Only what this job looks after; null for all.</param>
    /// <param name="cancellationToken">Ends the round.</param>
    /// <returns>The messages ordered.</returns>
    public async Task<IReadOnlyList<DueReminder>> RunAsync(Clinic clinic, Instant? at, ReminderTick? tick, CancellationToken cancellationToken)
    {
        if (tick is null or ReminderTick.Attempts)
        {
            await OrderAsync(clinic, [.. (await StuckAsync(clinic, cancellationToken)).Select(stuck => new SendReminder(stuck.PatientId, stuck.Id) { At = at })], cancellationToken);
        }

        var protocol = RecallTerms.Of(Questions.At(clinic, at ?? time.GetCurrentInstant())).Protocol;
        var most = settings.MostPerMinute - await ClaimedLatelyAsync(clinic, cancellationToken);
        var ordered = new List<DueReminder>();
        if (most <= 0)
        {
            return ordered;
        }

        await foreach (var due in PlannedAsync(clinic, at ?? time.GetCurrentInstant(), asOf: null, cancellationToken, Unreadable))
        {
            if (due.Closed.Any(closed => Reminders.Waits(closed.Gate)) || (tick is { } only && protocol.TickOf(due.Reminder) != only))
            {
                continue;
            }

            ordered.Add(due);
            if (ordered.Count == most)
            {
                break;
            }
        }

        await OrderAsync(clinic, [.. ordered.Select(due => SendReminder.Of(due.PatientId, due.Reminder) with { At = at })], cancellationToken);
        return ordered;

        // He waits, and is measured as due and not sent; the others do not wait for him.
        void Unreadable(Exception failed) => log.LogError(failed, "A man of clinic {Clinic} cannot be read, and is not reminded", clinic.Id);
    }

    /// <summary>Gives orders through the durable queue, many in one transaction; a command run without a server listens to no queue, and carries them out here.</summary>
    public async Task OrderAsync(Clinic clinic, IReadOnlyList<SendReminder> orders, CancellationToken cancellationToken)
    {
        if (queues.Durability.Mode == DurabilityMode.MediatorOnly)
        {
            foreach (var order in orders)
            {
                await CarryOutAsync(clinic, order, cancellationToken);
            }

            return;
        }

        foreach (var some in orders.Chunk(OrdersAtATime))
        {
            // An outbox gives its messages to the queue once only: each transaction has its own.
            await using var scope = scopes.CreateAsyncScope();
            var outbox = scope.ServiceProvider.GetRequiredService<IMartenOutbox>();
            await using var session = store.LightweightSession(clinic.Id);
            outbox.Enroll(session);
            foreach (var order in some)
            {
                await outbox.PublishAsync(order, new DeliveryOptions { TenantId = clinic.Id });
            }

            await session.SaveChangesAsync(cancellationToken);
        }
    }

    private async Task CarryOutAsync(Clinic clinic, SendReminder order, CancellationToken cancellationToken)
    {
        try
        {
            await bus.InvokeForTenantAsync(clinic.Id, order, cancellationToken);
        }
        catch (NotHandedOverException)
        {
            // The row says so; the next round tries again.
        }
    }

    private async Task<int> ClaimedLatelyAsync(Clinic clinic, CancellationToken cancellationToken)
    {
        var since = (time.GetCurrentInstant() - Minute).ToDateTimeOffset();
        await using var session = store.QuerySession(clinic.Id);
        return await session.Query<ReminderClaim>().CountAsync(claim => claim.ClaimedAt > since, cancellationToken);
    }

    // A claim whose order got lost, or that waited for a gate, is ordered again; one that a dead node had begun is found
    // uncertain. Ordered too often it is still handed over once.
    private async Task<IReadOnlyList<ReminderClaim>> StuckAsync(Clinic clinic, CancellationToken cancellationToken)
    {
        var now = time.GetCurrentInstant();
        var (lost, dead) = ((now - settings.LostAfter).ToDateTimeOffset(), (now - settings.Lease).ToDateTimeOffset());
        await using var session = store.QuerySession(clinic.Id);
        return await session.Query<ReminderClaim>()
            .Where(claim =>
                (claim.State == LedgerState.Claimed && claim.ChangedAt < lost && claim.Reminder.Channel != Channel.Post)
                || (claim.State == LedgerState.HandedOver && claim.ChangedAt < dead))
            .OrderBy(claim => claim.ChangedAt)
            .Take(settings.MostPerMinute)
            .ToListAsync(cancellationToken);
    }
}

/// <summary>A message that is due.</summary>
/// <param name="PatientId">The man.</param>
/// <param name="Reminder">The message.</param>
/// <param name="Closed">The gates that keep it from going out at the instant asked for; too late means that it is given up.</param>
/// <param name="NextAt">The next instant at which it may go out.</param>
/// <param name="Item">The item it is for; told by the preview, not with every order.</param>
public sealed record DueReminder(Guid PatientId, PlannedReminder Reminder, IReadOnlyList<ClosedGate> Closed, Instant? NextAt, [property: JsonIgnore] DueItem Item);
