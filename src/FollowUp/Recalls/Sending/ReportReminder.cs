using FollowUp.Access;
using FollowUp.Patients.Recording;
using FollowUp.Patients.Rules;
using FollowUp.Patients.Rules.Facts;
using FollowUp.Platform;
using FollowUp.Recalls.Channels;
using Marten;
using NodaTime;

namespace FollowUp.Recalls.Sending;

/// <summary>Records what came of handing a message over.</summary>
/// <param name="PatientId">The man.</param>
/// <param name="ClaimId">The claim.</param>
/// <param name="Result">What is known.</param>
public sealed record ReportReminder(Guid PatientId, Guid ClaimId, SendResult Result)
{
    /// <summary>The instant it was sent for, in a synthetic clinic only; null for now.</summary>
    public Instant? At { get; init; }
}

/// <summary>Closes a claim with what came of it, or opens it again when the message has certainly not left.</summary>
public static class ReportReminderHandler
{
    /// <summary>Handles the report. Reported twice it is recorded once.</summary>
    public static async Task Handle(
        ReportReminder report, IDocumentSession session, Courses courses, StoreTime time, CancellationToken cancellationToken)
    {
        var claim = await session.LoadAsync<ReminderClaim>(report.ClaimId, cancellationToken)
            ?? throw new InvalidOperationException($"There is no claim {report.ClaimId}.");
        if (report.Result.Kind == SendResultKind.NotSent)
        {
            // The next round tries again, for as long as the gates stay open.
            session.UpdateRevision(claim with { HandedOverAt = null, LastFailure = report.Result.Reason }, claim.Version + 1);
            return;
        }

        var outcome = report.Result.Kind switch
        {
            SendResultKind.Accepted => ReminderOutcome.Accepted,
            SendResultKind.Refused => ReminderOutcome.Failed,
            _ => ReminderOutcome.Uncertain,
        };
        var (stream, course, reminderId) = await courses.FetchWhereItStandsAsync(session, report.PatientId, claim.Id, cancellationToken);
        var factId = ReminderClaim.ReportIdOf(claim.Id, outcome);
        if (course.Find(factId) is not null)
        {
            return;
        }

        var recordedAt = time.GetCurrentInstant();
        stream.AppendOne(session.EventOf(new Entry(factId, course.Version + 1, recordedAt, ReminderRound.Actor, new ReminderOutcomeReported
        {
            ReminderId = reminderId,
            Outcome = outcome,
            At = report.At ?? recordedAt,
            ProviderMessageId = report.Result.ProviderMessageId,
            Reason = report.Result.Reason,
        })));
        session.UpdateRevision(claim with { Open = false, LastFailure = report.Result.Reason }, claim.Version + 1);
    }
}
