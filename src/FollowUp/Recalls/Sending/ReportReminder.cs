using FollowUp.Platform.Store;
using FollowUp.Recalls.Channels;
using FollowUp.Recalls.Facts;
using FollowUp.Recalls.Rules.Messages;
using FollowUp.Recording;
using Marten;
using NodaTime;

namespace FollowUp.Recalls.Sending;

/// <summary>Records the result of sending a message.</summary>
/// <param name="PatientId">The man.</param>
/// <param name="ClaimId">The ledger entry.</param>
/// <param name="Result">The result.</param>
public sealed record ReportReminder(Guid PatientId, Guid ClaimId, SendResult Result)
{
    /// <summary>The attempt that it is about.</summary>
    public int Attempt { get; init; }

    /// <summary>The instant it was sent for, in a synthetic clinic only; null for now.</summary>
    public Instant? At { get; init; }
}

/// <summary>Closes a ledger entry with the result, or opens it again when the message was certainly not sent.</summary>
public static class ReportReminderHandler
{
    /// <summary>Handles the report. A repeated report is recorded once, and a report of an earlier attempt changes nothing.</summary>
    public static async Task Handle(
        ReportReminder report, IDocumentSession session, Courses courses, SendingSettings settings, StoreTime time, ILogger<ReportReminder> log, CancellationToken cancellationToken)
    {
        var claim = await session.LoadAsync<LedgerEntry>(report.ClaimId, cancellationToken)
            ?? throw new InvalidOperationException($"There is no claim {report.ClaimId}.");
        var now = time.GetCurrentInstant();
        var result = report.Result;
        if (claim.Attempt != report.Attempt)
        {
            log.LogWarning(
                "Attempt {Attempt} of message {Claim} reported {Kind} {Reason} when attempt {Later} had begun", report.Attempt, claim.Id, result.Kind, result.Reason, claim.Attempt);
            return;
        }

        if (result.Kind == SendResultKind.NotSent && (result.ChannelFails || now - Instant.FromDateTimeOffset(claim.ClaimedAt) < settings.GiveUpAfter))
        {
            // It is retried as long as the gates stay open. A failure of the channel does not count as a failure of the message.
            if (claim.State == LedgerState.HandedOver)
            {
                var failures = result.ChannelFails ? claim.Failures : claim.Failures + 1;
                var again = now + (result.ChannelFails ? ChannelHold.Pause : settings.PauseAfter(failures));
                session.Change(claim.PutOff(again) with { State = LedgerState.Claimed, HandedOverAt = null, Reason = result.Reason, Failures = failures }, now);
            }

            return;
        }

        var outcome = result.Kind switch
        {
            SendResultKind.Accepted => ReminderOutcome.Accepted,
            SendResultKind.Refused or SendResultKind.NotSent => ReminderOutcome.Failed,
            _ => ReminderOutcome.Uncertain,
        };
        var where = await courses.FetchWhereItStandsAsync(session, report.PatientId, claim.Id, cancellationToken);
        session.Report(claim, where, new(outcome, report.At ?? now, result.Reason, result.ProviderMessageId), now, ReminderRound.Actor);
    }
}
