using FollowUp.Patients.Facts;
using NodaTime;

namespace FollowUp.Recalls.Channels;

/// <summary>Sends the messages of a channel.</summary>
public interface IMessageTransport
{
    /// <summary>Which channel.</summary>
    Channel Channel { get; }

    /// <summary>The key of the text that says how it sends.</summary>
    string Name { get; }

    /// <summary>Sends a message and returns what is known about the result. It throws nothing that a provider or a network can cause.</summary>
    Task<SendResult> SendAsync(RenderedReminder reminder, CancellationToken cancellationToken);
}

/// <summary>A message ready to be sent.</summary>
/// <param name="PatientId">The man it was rendered for; checked again before it is sent.</param>
/// <param name="ClaimId">Its ledger entry. The message id is made from it, so every attempt has the same one.</param>
/// <param name="To">His address.</param>
/// <param name="Subject">The subject line.</param>
/// <param name="Body">The text.</param>
/// <param name="At">When it goes out.</param>
public sealed record RenderedReminder(Guid PatientId, Guid ClaimId, string To, string Subject, string Body, Instant At)
{
    /// <summary>The last check before it is sent; always open for a message without a ledger entry, such as a test.</summary>
    public Fence Fence { get; init; } = Fence.Open;

    /// <summary>Shows no address, so that no log line can.</summary>
    public override string ToString() => $"reminder {ClaimId}";
}

/// <summary>The known result of sending a message.</summary>
/// <param name="Kind">The result.</param>
/// <param name="ProviderMessageId">The provider's id of it.</param>
/// <param name="Reason">Why it was not accepted, as a code that identifies nobody.</param>
public sealed record SendResult(SendResultKind Kind, string? ProviderMessageId = null, string? Reason = null)
{
    /// <summary>The reason when the fence was closed: another node has taken the message over, or this node was suspended for too long.</summary>
    public const string Overtaken = nameof(Overtaken);

    /// <summary>Whether the channel itself fails because it refuses our sender or sign-in. Then the channel is held, and the message has not failed.</summary>
    public bool ChannelFails { get; init; }
}

/// <summary>The known result of sending a message.</summary>
public enum SendResultKind
{
    /// <summary>The provider accepted it.</summary>
    Accepted,

    /// <summary>The provider refused it for good.</summary>
    Refused,

    /// <summary>The provider has certainly not received it, and may accept it later.</summary>
    NotSent,

    /// <summary>The provider may or may not have received it.</summary>
    Unknown,
}
