using FollowUp.Platform.Store;
using FollowUp.Recalls.Facts;
using FollowUp.Recalls.Rules.Messages;
using FollowUp.Recording;
using Marten;
using NodaTime;

namespace FollowUp.Recalls.Sending;

/// <summary>A report about a message from elsewhere than the node that sent it: a provider's receipt, returned mail, a person.</summary>
/// <param name="ClaimId">The message.</param>
/// <param name="Outcome">The reported outcome.</param>
/// <param name="By">Who reports it: a user, or the name of a job.</param>
public sealed record NoteReminder(Guid ClaimId, ReminderOutcome Outcome, string By)
{
    /// <summary>When it happened; null for now.</summary>
    public Instant? At { get; init; }

    /// <summary>Why, as a code.</summary>
    public string? Reason { get; init; }

    /// <summary>The provider's id of it.</summary>
    public string? ProviderMessageId { get; init; }
}

/// <summary>The state of a message after a report.</summary>
/// <param name="PatientId">The man.</param>
/// <param name="State">Its state; unchanged when something better was known.</param>
/// <param name="Changed">Whether it changed anything.</param>
public sealed record Noted(Guid PatientId, LedgerState State, bool Changed);

/// <summary>Records a report about a message.</summary>
public static class NoteReminderHandler
{
    /// <summary>Handles the command. A repeated report is recorded once; null when there is no such message.</summary>
    public static async Task<Noted?> Handle(NoteReminder note, IDocumentSession session, Courses courses, StoreTime time, CancellationToken cancellationToken)
    {
        if (await session.LoadAsync<LedgerEntry>(note.ClaimId, cancellationToken) is not { } claim)
        {
            return null;
        }

        var now = time.GetCurrentInstant();
        var where = await courses.FetchWhereItStandsAsync(session, claim.PatientId, claim.Id, cancellationToken);
        var changed = session.Report(claim, where, new(note.Outcome, note.At ?? now, note.Reason, note.ProviderMessageId), now, note.By);
        return new(claim.PatientId, changed ? LedgerStates.Of(note.Outcome, []) : claim.State, changed);
    }
}
