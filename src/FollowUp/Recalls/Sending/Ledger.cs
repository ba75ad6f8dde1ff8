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

/// <summary>The outcome of a message, to be recorded.</summary>
/// <param name="Outcome">The outcome.</param>
/// <param name="At">When.</param>
/// <param name="Reason">Why, as a code.</param>
/// <param name="ProviderMessageId">The provider's id of it.</param>
/// <param name="Closed">The closed gates, if they are the reason.</param>
public sealed record Reported(
    ReminderOutcome Outcome, Instant At, string? Reason = null, string? ProviderMessageId = null, IReadOnlyList<Gate>? Closed = null);

/// <summary>Changes a ledger entry and records the matching fact, in one transaction.</summary>
public static class Ledger
{
    /// <summary>Records the outcome of a message, unless something better is already known.</summary>
    /// <param name="session">The transaction.</param>
    /// <param name="claim">The ledger entry.</param>
    /// <param name="where">The record that holds the decision, from <see cref="Courses.FetchWhereItStandsAsync"/>.</param>
    /// <param name="reported">The outcome.</param>
    /// <param name="now">When it is recorded.</param>
    /// <param name="by">Who reports it: the job, or a person.</param>
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

            // A late report of the previous sending must not match this one.
            Attempt = state == LedgerState.Claimed ? claim.Attempt + 1 : claim.Attempt,
            OrderedAt = state == LedgerState.Claimed ? now.ToDateTimeOffset() : claim.OrderedAt,
        }, now);
        return true;
    }

    /// <summary>Changes a ledger entry. If another node changes it at the same time, one of them fails.</summary>
    public static void Change(this IDocumentSession session, LedgerEntry claim, Instant now) =>
        session.UpdateRevision(claim with { ChangedAt = now.ToDateTimeOffset() }, claim.Version + 1);
}
