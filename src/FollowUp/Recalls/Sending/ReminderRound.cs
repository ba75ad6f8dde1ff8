using System.Text.Json.Serialization;
using FollowUp.Access;
using FollowUp.Patients.Facts;
using FollowUp.Platform.Http;
using FollowUp.Platform.Store;
using FollowUp.Recalls.Rules;
using FollowUp.Recalls.Rules.Items;
using FollowUp.Recalls.Rules.Messages;
using FollowUp.Recording;
using FollowUp.Recording.ReadModels;
using Marten;
using NodaTime;
using Wolverine;

namespace FollowUp.Recalls.Sending;

/// <summary>A round of reminders for one clinic: finds what is due, decides it and orders it. A tick runs it, a preview lists it, and a person can start it.</summary>
public sealed class ReminderRound(
    IDocumentStore store, Courses courses, TickPlaces places, IMessageBus bus, WolverineOptions queues, SendingPauses pauses, ChannelHolds holds, StoreTime time,
    SendingSettings settings, ILogger<ReminderRound> log)
{
    /// <summary>The recorder of facts about reminders.</summary>
    public const string Actor = "job:reminders";

    private const int FarthestBehind = 25;

    private static readonly Duration Minute = Duration.FromMinutes(1);

    /// <summary>Every message planned for an instant, including those that a quiet hour holds back, the longest due first.</summary>
    /// <param name="clinic">The clinic.</param>
    /// <param name="at">The instant.</param>
    /// <param name="asOf">From what was recorded up to this instant; null for everything recorded.</param>
    /// <param name="cancellationToken">Cancels the search.</param>
    /// <param name="unreadable">Called when a man cannot be read; he is then left out. Without it the search fails.</param>
    /// <param name="turn">The turn of a tick, which reads a limited number of men; null reads all.</param>
    public async IAsyncEnumerable<DueReminder> PlannedAsync(
        Clinic clinic, Instant at, Instant? asOf, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken,
        Action<Exception>? unreadable = null, string? turn = null)
    {
        var today = at.InZone(clinic.Zone).Date;
        var terms = RecallTerms.Of(new PointOfView(asOf, today).Asked(clinic));
        ClosedGate[] paused = await pauses.HoldAsync(clinic.Id, cancellationToken) ? [new(Gate.Paused, null)] : [];
        await using var session = store.QuerySession(clinic.Id);

        // Stored dates exist only for the present. For the past every course is read.
        await foreach (var known in asOf is null
            ? courses.FoldAsync(session, places.InTurnAsync(clinic, today, turn, cancellationToken), cancellationToken, unreadable)
            : courses.FoldAsync(session, session.Query<DueDates>().OrderBy(document => document.Id).Select(document => document.Id), cancellationToken, unreadable: unreadable))
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

    /// <summary>Orders the messages to be sent now, the longest waiting first, and never more a minute than the setting allows, even after an outage.</summary>
    /// <param name="clinic">The clinic.</param>
    /// <param name="at">The instant, in a synthetic clinic only; null for now.</param>
    /// <param name="tick">Only the messages of this job; null for all.</param>
    /// <param name="cancellationToken">Cancels the round.</param>
    /// <returns>The messages ordered.</returns>
    public async Task<IReadOnlyList<DueReminder>> RunAsync(Clinic clinic, Instant? at, ReminderTick? tick, CancellationToken cancellationToken)
    {
        if (tick is (null or ReminderTick.Attempts) && !await pauses.HoldAsync(clinic.Id, cancellationToken))
        {
            await OrderWaitingAsync(clinic, at, cancellationToken);
        }

        var terms = RecallTerms.Of(Questions.At(clinic, at ?? time.GetCurrentInstant()));
        var room = await RoomAsync(clinic, cancellationToken);
        var ordered = new List<DueReminder>();
        var passedOver = 0;
        if (room.Values.All(left => left <= 0))
        {
            return ordered;
        }

        await foreach (var due in PlannedAsync(clinic, at ?? time.GetCurrentInstant(), asOf: null, cancellationToken, Unreadable, turn: $"{tick}"))
        {
            if (due.Closed.Any(closed => Reminders.Waits(closed.Gate)) || (tick is { } only && terms.Protocol.TickOf(due.Reminder) != only)
                || !room.TryGetValue(due.Reminder.Channel, out var left))
            {
                continue;
            }

            if (left <= 0)
            {
                // Messages of other channels may be behind, but a whole backlog is not searched for them.
                if (++passedOver > FarthestBehind * settings.MostPerMinute)
                {
                    break;
                }

                continue;
            }

            ordered.Add(due);
            room[due.Reminder.Channel] = left - 1;
            if (room.Values.All(more => more <= 0))
            {
                break;
            }
        }

        foreach (var due in ordered)
        {
            await CarryOutAsync(clinic, new DecideReminder(due.PatientId, due.Reminder) { At = at, Queued = Queues }, cancellationToken);
        }

        return ordered;

        // His message waits and is measured as due and not sent. Other men's messages are not delayed.
        void Unreadable(Exception failed) => log.LogError(failed, "A man of clinic {Clinic} cannot be read and gets no reminder", clinic.Id);
    }

    /// <summary>Sends an order to its channel's durable queue. A command without a server has no queues and carries it out at once.</summary>
    public async Task OrderAsync(Clinic clinic, Channel channel, SendReminder order, CancellationToken cancellationToken)
    {
        if (!Queues)
        {
            await bus.InvokeForTenantAsync(clinic.Id, order, cancellationToken);
            return;
        }

        await bus.EndpointFor(SendReminder.QueueOf(channel)).SendAsync(order, new DeliveryOptions { TenantId = clinic.Id });
    }

    private bool Queues => queues.Durability.Mode != DurabilityMode.MediatorOnly;

    // The decision and its order are one transaction, so the next tick finds the message already ordered.
    private async Task CarryOutAsync(Clinic clinic, object command, CancellationToken cancellationToken)
    {
        try
        {
            if (await bus.InvokeForTenantAsync<SendReminder?>(clinic.Id, command, cancellationToken) is { } order && !Queues)
            {
                await bus.InvokeForTenantAsync(clinic.Id, order, cancellationToken);
            }
        }
        catch (Exception failed) when (failed is not OperationCanceledException && !Problems.IsDatabaseAway(failed))
        {
            // Other messages are not delayed. This one is still due, and the next tick finds it again.
            log.LogError(failed, "A message of clinic {Clinic} could not be ordered", clinic.Id);
        }
    }

    // Orders messages again whose order was lost or that waited for a gate or a channel, and marks those as uncertain that a dead node had
    // begun to send. However often a message is ordered, it is sent once.
    private async Task OrderWaitingAsync(Clinic clinic, Instant? at, CancellationToken cancellationToken)
    {
        foreach (var claim in await WaitingAsync(clinic, cancellationToken))
        {
            await CarryOutAsync(clinic, new OrderAgain(claim.PatientId, claim.Id) { At = at, Queued = Queues }, cancellationToken);
        }
    }

    // How many more messages may be decided for each channel: limited by the minute and by those that already wait. A held channel gets none,
    // because the gates of a message that is decided later are checked with later knowledge.
    private async Task<Dictionary<Channel, int>> RoomAsync(Clinic clinic, CancellationToken cancellationToken)
    {
        var now = time.GetCurrentInstant();
        var since = (now - Minute).ToDateTimeOffset();
        var held = (await holds.AllAsync(cancellationToken)).Where(hold => hold.Until > now).Select(hold => hold.Channel).ToHashSet();
        var room = new Dictionary<Channel, int>();
        await using var session = store.QuerySession(clinic.Id);
        foreach (var channel in ChannelRules.Automatic.Where(channel => !held.Contains(channel)))
        {
            var claims = session.Query<LedgerEntry>().Where(claim => claim.Reminder.Channel == channel);
            var lately = await claims.CountAsync(claim => claim.ClaimedAt > since, cancellationToken);
            var open = await claims.CountAsync(claim => claim.State == LedgerState.Claimed || claim.State == LedgerState.HandedOver, cancellationToken);
            room[channel] = settings.MostPerMinute - Math.Max(lately, open);
        }

        return room;
    }

    private async Task<IReadOnlyList<LedgerEntry>> WaitingAsync(Clinic clinic, CancellationToken cancellationToken)
    {
        var now = time.GetCurrentInstant();
        var letter = ChannelRules.Letter;
        var (at, lost, dead) = (now.ToDateTimeOffset(), (now - settings.LostAfter).ToDateTimeOffset(), (now - settings.Lease).ToDateTimeOffset());
        await using var session = store.QuerySession(clinic.Id);
        return await session.Query<LedgerEntry>()
            .Where(claim =>
                (claim.State == LedgerState.Claimed && claim.Reminder.Channel != letter
                    && (claim.OrderedAt < lost || (claim.OrderedAt == null && (claim.NotBefore <= at || (claim.NotBefore == null && claim.ChangedAt < lost)))))
                || (claim.State == LedgerState.HandedOver && claim.ChangedAt < dead))
            .OrderBy(claim => claim.ChangedAt)
            .Take(settings.MostPerMinute)
            .ToListAsync(cancellationToken);
    }
}

/// <summary>A due message.</summary>
/// <param name="PatientId">The man.</param>
/// <param name="Reminder">The message.</param>
/// <param name="Closed">The closed gates at the instant asked for; too late means that it is cancelled.</param>
/// <param name="NextAt">The next instant at which it may be sent.</param>
/// <param name="Item">The item it is for; only the preview shows it.</param>
public sealed record DueReminder(Guid PatientId, PlannedReminder Reminder, IReadOnlyList<ClosedGate> Closed, Instant? NextAt, [property: JsonIgnore] DueItem Item);
