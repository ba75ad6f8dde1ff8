using System.Collections.Immutable;
using FollowUp.Patients.Facts;

namespace FollowUp.Recalls.Rules.Messages;

/// <summary>What a message says.</summary>
/// <remarks>
/// Nothing in it names the man, a diagnosis, an operation, a result, a drug or the clinic's speciality, whoever reads it over his
/// shoulder (domain 10, V93); the clinic's name is left out, for it may say as much. See <see cref="TextCheck"/>.
/// </remarks>
/// <param name="Subject">The subject line; empty where the channel has none.</param>
/// <param name="Body">The text, in paragraphs with an empty line between them.</param>
public sealed record ReminderText(string Subject, string Body);

/// <summary>The texts by language and channel, the same for every recall.</summary>
public sealed record ReminderTexts(ImmutableDictionary<(Language Language, Channel Channel), ReminderText> ByKind)
{
    /// <summary>Where a text names the number he is asked to call.</summary>
    public const string Telephone = "{telephone}";

    /// <summary>The texts that come with the program.</summary>
    public static readonly ReminderTexts Standard = new(ChannelRules.All
        .SelectMany(channel => channel.Texts.Select(text => KeyValuePair.Create((text.Key, channel.Channel), text.Value)))
        .ToImmutableDictionary());

    /// <summary>The text in a language for a channel.</summary>
    /// <param name="language">The man's language.</param>
    /// <param name="channel">A channel that carries text: e-mail, text message or letter.</param>
    /// <param name="telephone">The number he is asked to call; empty when the clinic has configured none.</param>
    public ReminderText In(Language language, Channel channel, string telephone)
    {
        var text = ByKind[(language, channel)];
        var number = (language, telephone.Length) switch
        {
            (Language.En, 0) => "us",
            (Language.En, _) => telephone,
            (_, 0) => "bizi",
            _ => $"{telephone} numarasını",
        };
        return new(text.Subject, text.Body.Replace(Telephone, number, StringComparison.Ordinal));
    }
}
