using FollowUp.Access;
using FollowUp.Directory;
using FollowUp.Patients.Facts;
using FollowUp.Recalls.Rules.Messages;

namespace FollowUp.Recalls.Channels;

/// <summary>
/// A channel for written messages: its rules and texts (<see cref="ChannelRules"/>), its addresses and its transport. To add one, add a folder
/// beside the others with one subclass, and a member of <see cref="Patients.Facts.Channel"/>, which facts and the API store.
/// </summary>
public abstract class MessageChannel : ChannelRules
{
    /// <summary>The most seconds that a setting may allow for sending one message: well below the time after which a handover counts as interrupted.</summary>
    public const int LongestTimeoutSeconds = 240;

    /// <summary>Every channel for written messages.</summary>
    public static new readonly IReadOnlyList<MessageChannel> All = [.. ChannelRules.All.Cast<MessageChannel>()];

    /// <summary>A man's address for this channel; null when he has none.</summary>
    public abstract string? AddressOf(PatientIdentity man);

    /// <summary>The transport that is configured; null when there is none, or when a person delivers the messages.</summary>
    /// <exception cref="InvalidOperationException">A setting is missing or wrong.</exception>
    public virtual IMessageTransport? Transport(IConfiguration configuration, IServiceProvider services) => null;

    /// <summary>The setting that limits how long sending one message may take, with its value; null when nothing is configured.</summary>
    /// <exception cref="InvalidOperationException">A setting is missing or wrong.</exception>
    public virtual (string Setting, TimeSpan Timeout)? TimeoutIn(IConfiguration configuration) => null;

    /// <summary>The address that an administrator typed to receive a test message; null when this channel cannot use it.</summary>
    public virtual string? TestAddress(string typed, Clinic clinic) => typed;

    /// <summary>The type of the HTML input for that address.</summary>
    public virtual string AddressInput => "text";

    /// <summary>The key of the text that asks for that address.</summary>
    public virtual string AddressLabel => "Channels.ToAddress";

    /// <summary>A channel for written messages.</summary>
    /// <exception cref="ArgumentException">It is the telephone.</exception>
    public static new MessageChannel Of(Channel channel) => (MessageChannel)ChannelRules.Of(channel);
}
