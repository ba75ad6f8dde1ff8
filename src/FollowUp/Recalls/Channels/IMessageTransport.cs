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

/// <summary>A message ready to be handed over.</summary>
/// <param name="PatientId">The man it was rendered for; asserted before it is handed over.</param>
/// <param name="ClaimId">Its claim, from which its message id is made: handing it over again would carry the same one.</param>
/// <param name="To">His address.</param>
/// <param name="Subject">The subject line.</param>
/// <param name="Body">The text.</param>
/// <param name="At">When it goes out.</param>
public sealed record RenderedReminder(Guid PatientId, Guid ClaimId, string To, string Subject, string Body, Instant At)
{
    /// <summary>Asked at the last moment before it leaves; open for a message that has no claim, such as a test.</summary>
    public Fence Fence { get; init; } = Fence.Open;

    /// <summary>What a log may say of it: no address.</summary>
    public override string ToString() => $"reminder {ClaimId}";
}

/// <summary>What is known to have come of handing a message over.</summary>
/// <param name="Kind">What.</param>
/// <param name="ProviderMessageId">The id it can be found by at the provider.</param>
/// <param name="Reason">Why it was not accepted, as a code without any identity.</param>
public sealed record SendResult(SendResultKind Kind, string? ProviderMessageId = null, string? Reason = null)
{
    /// <summary>The reason when the fence was closed: another node has taken the message over, or this one stood still for too long.</summary>
    public const string Overtaken = nameof(Overtaken);

    /// <summary>Whether the channel itself fails, whoever the message is for: it refuses the sender or the sign-in. Then it is held, and no man's message has failed.</summary>
    public bool ChannelFails { get; init; }
}

/// <summary>What is known to have come of handing a message over.</summary>
public enum SendResultKind
{
    /// <summary>The provider took it.</summary>
    Accepted,

    /// <summary>The provider refused it for good.</summary>
    Refused,

    /// <summary>The provider has certainly not got it, and may take it later.</summary>
    NotSent,

    /// <summary>It may or may not have got it.</summary>
    Unknown,
}
