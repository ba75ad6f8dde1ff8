using FollowUp.Course;
using FollowUp.Patients.Facts;

namespace FollowUp.Recalls.Rules.Messages;

/// <summary>What the rules know about a channel for written messages. Each channel declares itself in its own folder and is found by scanning.</summary>
/// <remarks>The telephone is not among them: a call has no text, and a nurse makes it.</remarks>
public abstract class ChannelRules
{
    /// <summary>Every channel for written messages, in the order of <see cref="Patients.Facts.Channel"/>.</summary>
    public static readonly IReadOnlyList<ChannelRules> All = [.. Scan.For<ChannelRules>().OrderBy(channel => channel.Channel)];

    /// <summary>The channels that the program sends through by itself.</summary>
    public static readonly IReadOnlyList<Channel> Automatic = [.. All.Where(channel => !channel.IsLetter).Select(channel => channel.Channel)];

    /// <summary>The channel of the letter, the last step of the ladder. A person prints and posts it, so it has no queue and no attempts.</summary>
    public static readonly Channel Letter = All.Single(channel => channel.IsLetter).Channel;

    /// <summary>The channel for a man who has stated no preference.</summary>
    public static readonly Channel Default = All.Single(channel => channel.IsDefault).Channel;

    /// <summary>Which channel it is, as stored in facts.</summary>
    public abstract Channel Channel { get; }

    /// <summary>Whether it is the channel for a man who has stated no preference. True of exactly one.</summary>
    public virtual bool IsDefault => false;

    /// <summary>Whether a person prints and posts its messages, as the last step of the ladder. True of exactly one.</summary>
    public virtual bool IsLetter => false;

    /// <summary>Whether its messages need a subject.</summary>
    public virtual bool HasSubject => true;

    /// <summary>Whether a man can reply through it, so that its text has to say how a reply stops messages.</summary>
    public virtual bool TakesReplies => true;

    /// <summary>The length of a text as it is sent and paid for; null where length does not matter.</summary>
    public virtual SmsLength? LengthOf(string text) => null;

    /// <summary>The requirements of this channel that a text fails, beyond those of every channel.</summary>
    /// <param name="longest">The body with the longest telephone number filled in.</param>
    public virtual IEnumerable<Finding> Check(string longest) => [];

    /// <summary>The rules of a channel for written messages.</summary>
    /// <exception cref="ArgumentException">It is the telephone.</exception>
    public static ChannelRules Of(Channel channel) => Find(channel) ?? throw new ArgumentException($"{channel} is not for written messages.", nameof(channel));

    /// <summary>The rules of a channel; null for the telephone.</summary>
    public static ChannelRules? Find(Channel channel) => All.FirstOrDefault(rules => rules.Channel == channel);
}
