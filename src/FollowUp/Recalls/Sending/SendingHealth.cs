using System.Globalization;
using FollowUp.Access;
using FollowUp.Platform.Http;
using FollowUp.Platform.Store;
using FollowUp.Recalls.Rules.Messages;
using Marten;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using NodaTime;

namespace FollowUp.Recalls.Sending;

/// <summary>
/// Whether messages are due and not sent for too long, or a channel refuses us. Every node checks all clinics, because the node that should have
/// sent may be suspended. It reports Degraded, never Unhealthy, and names no man.
/// </summary>
internal sealed class SendingHealth(
    IDocumentStore store, ClinicRegistry clinics, ChannelHolds holds, DeadLetters letters, SendingPauses pauses, LateReminders late, SendingSettings settings, StoreTime time)
    : IHealthCheck
{
    private static readonly Duration Patience = Duration.FromMinutes(5);

    /// <inheritdoc/>
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            var problems = new List<string>();
            problems.AddRange((await holds.AllAsync(cancellationToken)).Select(hold => string.Create(
                CultureInfo.InvariantCulture, $"{hold.Channel} has refused this installation since {hold.Since} ({hold.Reason}). Its messages wait and none is lost; the next attempt is at {hold.Until}.")));
            foreach (var clinic in clinics.All)
            {
                var count = await CountLateAsync(clinic, cancellationToken);
                if (count > 0)
                {
                    problems.Add(string.Create(CultureInfo.InvariantCulture, $"Messages of clinic {clinic.Id} that should have been sent more than {Patience.TotalMinutes:0} minutes ago: {count}."));
                }

                if (await late.IsAnyAsync(clinic, Patience, cancellationToken))
                {
                    problems.Add(string.Create(CultureInfo.InvariantCulture, $"A message of clinic {clinic.Id} has been due for more than {Patience.TotalMinutes:0} minutes, and no round has decided it."));
                }
            }

            if (await letters.CountAsync(cancellationToken) is > 0 and var dead)
            {
                problems.Add(string.Create(CultureInfo.InvariantCulture, $"{dead} orders could not be carried out and are kept as dead letters: see /settings/health or ops/followup dead-letters."));
            }

            return problems.Count == 0 ? HealthCheckResult.Healthy("Everything due has been sent.") : HealthCheckResult.Degraded(string.Join(' ', problems));
        }
        catch (Exception away) when (Problems.IsDatabaseAway(away))
        {
            return HealthCheckResult.Degraded("The database did not say whether messages wait.");
        }
    }

    // Messages that were ordered and not begun, postponed until a time that has passed, of version 0.1.0 and neither of these, or begun and not
    // reported. They are late even if this node's clock is wrong, because another node should have sent them.
    private async Task<int> CountLateAsync(Clinic clinic, CancellationToken cancellationToken)
    {
        if (clinic.Unknown is not null || await pauses.IsPausedAsync(clinic.Id, cancellationToken))
        {
            return 0;
        }

        var now = time.GetCurrentInstant();
        var letter = ChannelRules.Letter;
        var (since, dead) = ((now - Patience).ToDateTimeOffset(), (now - Patience - settings.Lease).ToDateTimeOffset());
        await using var session = store.QuerySession(clinic.Id);
        return await session.Query<LedgerEntry>().CountAsync(
            claim => (claim.State == LedgerState.Claimed && claim.Reminder.Channel != letter
                    && (claim.OrderedAt < since || claim.NotBefore < since || (claim.OrderedAt == null && claim.NotBefore == null && claim.ChangedAt < since)))
                || (claim.State == LedgerState.HandedOver && claim.ChangedAt < dead),
            cancellationToken);
    }
}
