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
/// Whether anything is due and not sent for longer than the ticks allow, whoever should have sent it: each node asks the ledger and the men of
/// all, for the one that should have sent may stand still. Also whether a channel refuses us. It degrades the answer and never fails it, and names no man.
/// </summary>
internal sealed class SendingHealth(
    IDocumentStore store, ClinicRegistry clinics, ChannelHolds holds, DeadLetters letters, SendingPauses pauses, UndecidedMen undecided, SendingSettings settings, StoreTime time)
    : IHealthCheck
{
    private static readonly Duration Patience = Duration.FromMinutes(5);

    /// <inheritdoc/>
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            var said = new List<string>();
            said.AddRange((await holds.AllAsync(cancellationToken)).Select(hold => string.Create(
                CultureInfo.InvariantCulture, $"{hold.Channel} refuses this installation since {hold.Since} ({hold.Reason}): its messages wait, none is lost; it is tried again from {hold.Until} on.")));
            foreach (var clinic in clinics.All)
            {
                var late = await LateAsync(clinic, cancellationToken);
                if (late > 0)
                {
                    said.Add(string.Create(CultureInfo.InvariantCulture, $"{late} messages of clinic {clinic.Id} should have gone out more than {Patience.TotalMinutes:0} minutes ago."));
                }

                if (await undecided.IsAnyLateAsync(clinic, Patience, cancellationToken))
                {
                    said.Add(string.Create(CultureInfo.InvariantCulture, $"A message of clinic {clinic.Id} has been due for more than {Patience.TotalMinutes:0} minutes, and no tick has taken it."));
                }
            }

            if (await letters.CountAsync(cancellationToken) is > 0 and var dead)
            {
                said.Add(string.Create(CultureInfo.InvariantCulture, $"{dead} orders could not be carried out and are kept: see /settings/health or ops/followup dead-letters."));
            }

            return said.Count == 0 ? HealthCheckResult.Healthy("Whatever is due has been sent.") : HealthCheckResult.Degraded(string.Join(' ', said));
        }
        catch (Exception away) when (Problems.IsDatabaseAway(away))
        {
            return HealthCheckResult.Degraded("Whether messages wait cannot be asked.");
        }
    }

    // Ordered and not begun, put off until a moment that is over, of 0.1.0 and neither, or begun and not reported. Another node should have sent it where this one's
    // clock is wrong.
    private async Task<int> LateAsync(Clinic clinic, CancellationToken cancellationToken)
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
