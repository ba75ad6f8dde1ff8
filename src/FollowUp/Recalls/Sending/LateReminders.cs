using System.Collections.Concurrent;
using FollowUp.Access;
using FollowUp.Course;
using FollowUp.Patients.Facts;
using FollowUp.Platform.Store;
using FollowUp.Recalls.Rules;
using FollowUp.Recalls.Rules.Items;
using FollowUp.Recalls.Rules.Messages;
using FollowUp.Recording;
using FollowUp.Recording.ReadModels;
using Marten;
using NodaTime;

namespace FollowUp.Recalls.Sending;

/// <summary>Finds whether a man is due whose message no round has decided, although one should have.</summary>
/// <remarks>
/// Reads the men longest due, as many as a tick reads first. A message that waits for an hour, the cap, a pause, a channel or the limit a minute
/// is not late.
/// </remarks>
public sealed class LateReminders(IDocumentStore store, Courses courses, DueDateIndex dates, SendingPauses pauses, ChannelHolds holds, SendingSettings settings, StoreTime time)
{
    // A clinic where nobody is late is not checked again for a minute, because many men wait at night.
    private static readonly Duration KeptFor = Duration.FromMinutes(1);

    private readonly ConcurrentDictionary<string, Instant> _nobodyAt = new(StringComparer.Ordinal);

    /// <summary>Whether a message of the clinic could have been sent for this long and is not decided.</summary>
    /// <param name="clinic">The clinic.</param>
    /// <param name="patience">How long a round may take.</param>
    /// <param name="cancellationToken">Cancels the search.</param>
    public async Task<bool> IsAnyAsync(Clinic clinic, Duration patience, CancellationToken cancellationToken)
    {
        var now = time.GetCurrentInstant();
        if (clinic.Unknown is not null || (_nobodyAt.TryGetValue(clinic.Id, out var nobody) && now >= nobody && now < nobody + KeptFor))
        {
            return false;
        }

        var late = await FindAsync(clinic, now, patience, cancellationToken);
        if (!late)
        {
            _nobodyAt[clinic.Id] = now;
        }

        return late;
    }

    private async Task<bool> FindAsync(Clinic clinic, Instant now, Duration patience, CancellationToken cancellationToken)
    {
        RemindPlace? from = null;
        IReadOnlyDictionary<Channel, Instant>? free = null;
        await using var session = store.QuerySession(clinic.Id);
        for (var looked = 0; looked < TickPlaces.MostAtTheTop; looked += Courses.MenAtATime)
        {
            var some = await dates.ToRemindAsync(clinic, now.InZone(clinic.Zone).Date, from, Courses.MenAtATime, cancellationToken);
            if (some.Count == 0)
            {
                return false;
            }

            free ??= await FreeSinceAsync(clinic, now - patience, cancellationToken);
            var unreadable = false;
            var found = await courses.FoldAsync(session, [.. some.Select(place => place.PatientId)], long.MaxValue, cancellationToken, _ => unreadable = true);
            if (found.Any(course => IsLate(course, clinic, now, patience, free)) || unreadable)
            {
                return true;
            }

            if (some.Count < Courses.MenAtATime)
            {
                return false;
            }

            from = some[^1];
        }

        return false;
    }

    // His message was due at that time by what was known then, within his hours, and it is still not decided.
    private static bool IsLate(PatientCourse course, Clinic clinic, Instant now, Duration patience, IReadOnlyDictionary<Channel, Instant> free)
    {
        var present = RecallTerms.Of(new PointOfView(null, now.InZone(clinic.Zone).Date).Asked(clinic));
        if (Reminders.HoursFor(course, present).Last(now, clinic.Zone) is not { } last)
        {
            return false;
        }

        var then = last - patience;
        var day = then.InZone(clinic.Zone).Date;
        var known = course.AsOf(then);
        var terms = RecallTerms.Of(new PointOfView(then, day).Asked(clinic));
        var items = DueItems.In(known, terms, day);
        var planned = items.Select(item => Reminders.Next(known, item, terms)).OfType<PlannedReminder>()
            .Where(message => message.From <= day && free.TryGetValue(message.Channel, out var since) && since <= then
                && !Reminders.ClosedGates(known, items, message, terms, then).Any(closed => Reminders.Waits(closed.Gate)))
            .ToList();
        return planned.Count > 0 && DueItems.In(course, present, now.InZone(clinic.Zone).Date).Any(item => Reminders.Next(course, item, present) is { } still && planned.Contains(still));
    }

    // Since when each channel has had room. Channels without room are missing, and all are missing while sending is paused.
    private async Task<IReadOnlyDictionary<Channel, Instant>> FreeSinceAsync(Clinic clinic, Instant since, CancellationToken cancellationToken)
    {
        PauseChange?[] paused = [.. (await Task.WhenAll(pauses.FindAsync(clinic.Id, cancellationToken), pauses.FindAsync(SendingPause.Installation, cancellationToken))).Select(pause => pause.Changes is [.., var last] ? last : null)];
        var free = new Dictionary<Channel, Instant>();
        if (paused.Any(change => change is { Paused: true }))
        {
            return free;
        }

        var held = (await holds.AllAsync(cancellationToken)).ToDictionary(hold => hold.Channel, hold => hold.Until);
        var resumed = paused.Select(change => change?.At).Max() ?? Instant.MinValue;
        var from = since.ToDateTimeOffset();
        await using var session = store.QuerySession(clinic.Id);
        foreach (var channel in ChannelRules.Automatic)
        {
            var claims = session.Query<LedgerEntry>().Where(claim => claim.Reminder.Channel == channel);
            var busy = await claims.CountAsync(
                claim => claim.ClaimedAt > from || claim.State == LedgerState.Claimed || claim.State == LedgerState.HandedOver, cancellationToken);
            if (busy < settings.MostPerMinute)
            {
                free[channel] = Instant.Max(resumed, held.GetValueOrDefault(channel, Instant.MinValue));
            }
        }

        return free;
    }
}
