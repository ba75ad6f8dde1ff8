using FollowUp.Access;
using NodaTime;
using Wolverine.Persistence.Durability;
using Wolverine.Persistence.Durability.DeadLetterManagement;

namespace FollowUp.Recalls.Sending;

/// <summary>An order that could not be carried out, because this version does not know its kind or every attempt failed. It is kept until somebody replays it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Kind">The stored name of its kind.</param>
/// <param name="Queue">The queue it was in.</param>
/// <param name="Why">The type of the error; it names no man.</param>
/// <param name="At">When it failed or, if that is not known, when it was ordered.</param>
/// <param name="SentAgain">Whether it was replayed and waits in its queue.</param>
public sealed record DeadLetter(Guid Id, string Kind, string Queue, string? Why, Instant At, bool SentAgain);

/// <summary>The dead letters in the message store.</summary>
public sealed class DeadLetters(IMessageStore messages)
{
    /// <summary>The most that are listed; if there are more, the oldest ones.</summary>
    public const int Most = 1000;

    /// <summary>Those of a clinic, and those that name no clinic.</summary>
    public async Task<IReadOnlyList<DeadLetter>> OfAsync(Clinic clinic, CancellationToken cancellationToken) =>
        [.. (await AllAsync(cancellationToken)).Where(letter => IsOf(letter, clinic)).Select(Of).OrderBy(letter => letter.At).ThenBy(letter => letter.Id)];

    /// <summary>How many wait to be replayed, in the whole installation.</summary>
    public async Task<int> CountAsync(CancellationToken cancellationToken) => (await AllAsync(cancellationToken)).Count(letter => !letter.Replayable);

    /// <summary>Replays a clinic's dead letter: a running server puts it back into its queue within seconds.</summary>
    /// <returns>The dead letter; null when the clinic has no such one.</returns>
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
