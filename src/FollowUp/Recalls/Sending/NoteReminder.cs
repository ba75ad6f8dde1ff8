using FollowUp.Platform.Store;
using FollowUp.Recalls.Facts;
using FollowUp.Recalls.Rules.Messages;
using FollowUp.Recording;
using Marten;
using NodaTime;

namespace FollowUp.Recalls.Sending;

/// <summary>What others than the node that sent it say of a message: a provider's receipt, mail that came back, a person.</summary>
/// <param name="ClaimId">The message.</param>
/// <param name="Outcome">What they say.</param>
/// <param name="By">Who says so: a user, or the name of a job.</param>
public sealed record NoteReminder(Guid ClaimId, ReminderOutcome Outcome, string By)
{
    /// <summary>When it happened; null for now.</summary>
    public Instant? At { get; init; }

    /// <summary>Why, as a code.</summary>
    public string? Reason { get; init; }

    /// <summary>The id it can be found by at the provider.</summary>
    public string? ProviderMessageId { get; init; }
}

/// <summary>How a message stands after something was said of it.</summary>
/// <param name="PatientId">The man.</param>
/// <param name="State">How it stands; as before, when something better was known.</param>
/// <param name="Changed">Whether it changed anything.</param>
public sealed record Noted(Guid PatientId, LedgerState State, bool Changed);

/// <summary>Records what others say of a message.</summary>
public static class NoteReminderHandler
{
    /// <summary>Handles the command. Said twice it is recorded once; null when there is no such message.</summary>
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
