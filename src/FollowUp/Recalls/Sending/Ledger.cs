using FollowUp.Course;
using FollowUp.Recalls.Facts;
using FollowUp.Recalls.Rules.Messages;
using FollowUp.Recording;
using FollowUp.Recording.Commands;
using FollowUp.Recording.ReadModels;
using JasperFx.Events;
using Marten;
using NodaTime;

namespace FollowUp.Recalls.Sending;

/// <summary>What became of a message, before it is recorded.</summary>
/// <param name="Outcome">What.</param>
/// <param name="At">When.</param>
/// <param name="Reason">Why, as a code.</param>
/// <param name="ProviderMessageId">The id it can be found by at the provider.</param>
/// <param name="Closed">The gates that were closed, if that is why.</param>
public sealed record Reported(
    ReminderOutcome Outcome, Instant At, string? Reason = null, string? ProviderMessageId = null, IReadOnlyList<Gate>? Closed = null);

/// <summary>Changes a row of the ledger and records the fact that says so, in one transaction.</summary>
public static class Ledger
{
    /// <summary>Records what became of a message, unless something better is known of it already.</summary>
    /// <param name="session">The transaction.</param>
    /// <param name="claim">The row.</param>
    /// <param name="where">Where the decision's entry stands, from <see cref="Courses.FetchWhereItStandsAsync"/>.</param>
    /// <param name="reported">What became of it.</param>
    /// <param name="now">When it is recorded.</param>
    /// <param name="by">Who says so: the job, or a person.</param>
    /// <returns>Whether it changed anything.</returns>
    public static bool Report(
        this IDocumentSession session, LedgerEntry claim, (IEventStream<DueDates> Stream, PatientCourse Course, Guid EntryId) where,
        Reported reported, Instant now, string by)
    {
        var state = LedgerStates.Of(reported.Outcome, reported.Closed ?? []);
        var factId = claim.ReportIdOf(reported.Outcome);
        if (!LedgerStates.MayFollow(claim.State, state) || where.Course.Find(factId) is not null)
        {
            return false;
        }

        session.Append(where.Stream, where.Course, now, by, new NewEntry(factId, new ReminderOutcomeReported
        {
            ReminderId = where.EntryId,
            Outcome = reported.Outcome,
            At = reported.At,
            ProviderMessageId = reported.ProviderMessageId ?? claim.ProviderMessageId,
            Reason = reported.Reason,
        }));
        session.Change(claim with
        {
            State = state,
            Reason = reported.Reason,
            ProviderMessageId = reported.ProviderMessageId ?? claim.ProviderMessageId,
            HandedOverAt = state == LedgerState.Claimed ? null : claim.HandedOverAt,
            Sending = state == LedgerState.Claimed ? claim.Sending + 1 : claim.Sending,

            // Who handed the sending before over may still be about to report it.
            Attempt = state == LedgerState.Claimed ? claim.Attempt + 1 : claim.Attempt,
            OrderedAt = state == LedgerState.Claimed ? now.ToDateTimeOffset() : claim.OrderedAt,
        }, now);
        return true;
    }

    /// <summary>Changes a row; another node that changed it since loses or wins, never both.</summary>
    public static void Change(this IDocumentSession session, LedgerEntry claim, Instant now) =>
        session.UpdateRevision(claim with { ChangedAt = now.ToDateTimeOffset() }, claim.Version + 1);
}
