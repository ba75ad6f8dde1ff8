using System.Globalization;
using FollowUp.Platform.Http;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace FollowUp.Recalls.Receipts;

/// <summary>Whether mails in the mailbox of replies are held. One of them may ask for no more messages, so a person has to look.</summary>
internal sealed class MailboxHealth(HeldMails mails) : IHealthCheck
{
    /// <inheritdoc/>
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            var held = await mails.AllAsync(cancellationToken);
            return held.Count == 0
                ? HealthCheckResult.Healthy("No reply is held.")
                : HealthCheckResult.Degraded(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{held.Count} mails in the mailbox of replies could not be processed ({string.Join(", ", held.Select(mail => mail.Reason).Distinct().Order(StringComparer.Ordinal))}), the oldest since {held[0].Since}. Open them in the mailbox: one may ask for no more messages."));
        }
        catch (Exception away) when (Problems.IsDatabaseAway(away))
        {
            return HealthCheckResult.Degraded("The database did not say whether replies are held.");
        }
    }
}
