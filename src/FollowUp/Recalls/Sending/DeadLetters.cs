using FollowUp.Access;
using NodaTime;
using Wolverine.Persistence.Durability;
using Wolverine.Persistence.Durability.DeadLetterManagement;

namespace FollowUp.Recalls.Sending;

/// <summary>An order in a queue that could not be carried out: this version does not know its kind, or it failed each time. It is kept until somebody sends it again.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Kind">What kind of order it is, by its stored name.</param>
/// <param name="Queue">The queue it was in.</param>
/// <param name="Why">The kind of error; no man is named in it.</param>
/// <param name="At">When it failed, or was sent where that is not known.</param>
/// <param name="SentAgain">Whether it has been sent again and waits for its turn.</param>
public sealed record DeadLetter(Guid Id, string Kind, string Queue, string? Why, Instant At, bool SentAgain);

/// <summary>The orders that no queue could carry out, as the message store keeps them.</summary>
public sealed class DeadLetters(IMessageStore messages)
{
    /// <summary>The most that are shown at once; the oldest come first when there are more.</summary>
    public const int Most = 1000;

    /// <summary>A clinic's, and those that name no clinic.</summary>
    public async Task<IReadOnlyList<DeadLetter>> OfAsync(Clinic clinic, CancellationToken cancellationToken) =>
        [.. (await AllAsync(cancellationToken)).Where(letter => IsOf(letter, clinic)).Select(Of).OrderBy(letter => letter.At).ThenBy(letter => letter.Id)];

    /// <summary>How many wait for somebody to send them again, in the whole installation.</summary>
    public async Task<int> CountAsync(CancellationToken cancellationToken) => (await AllAsync(cancellationToken)).Count(letter => !letter.Replayable);

    /// <summary>Sends one of a clinic's again: it goes back into its queue within seconds, once a server runs.</summary>
    /// <returns>The letter; null when the clinic has no such one.</returns>
    public async Task<DeadLetter?> SendAgainAsync(Clinic clinic, Guid id, CancellationToken cancellationToken)
    {
        if ((await AllAsync(cancellationToken)).FirstOrDefault(letter => letter.Id == id && IsOf(letter, clinic)) is not { } letter)
        {
            return null;
        }

        await messages.DeadLetters.ReplayAsync(new DeadLetterEnvelopeQuery([id]), cancellationToken);
        return Of(letter) with { SentAgain = true };
    }

    private static bool IsOf(DeadLetterEnvelope letter, Clinic clinic) => letter.Envelope?.TenantId is not { Length: > 0 } tenant || tenant == SendingPause.Installation || tenant == clinic.Id;

    private static DeadLetter Of(DeadLetterEnvelope letter) => new(
        letter.Id, letter.MessageType, letter.ReceivedAt, letter.ExceptionType, Instant.FromDateTimeOffset(letter.FailedAt ?? letter.SentAt), letter.Replayable);

    private async Task<IReadOnlyList<DeadLetterEnvelope>> AllAsync(CancellationToken cancellationToken) =>
        (await messages.DeadLetters.QueryAsync(new DeadLetterEnvelopeQuery { PageNumber = 1, PageSize = Most }, cancellationToken)).Envelopes;
}
