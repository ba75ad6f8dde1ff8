using System.Collections.Immutable;
using System.Globalization;
using FollowUp.Platform.Texts;
using FollowUp.Recalls.Rules.Messages;

namespace FollowUp.Recalls.Channels;

/// <summary>The installation's own texts, from <c>FollowUp:Recalls:Texts:{language}:{channel}:Subject</c> and <c>Body</c>; the standard text where none is set.</summary>
public static class TextSettings
{
    /// <summary>The texts that come with the program.</summary>
    public static ReminderTexts Standard { get; } = Of(Catalogue.Shipped);

    /// <summary>The words of every language by which a man says that he wants no more messages.</summary>
    public static IReadOnlyList<string> OptOutWords { get; } = [.. Standard.Words.Values.SelectMany(words => words.OptOut)];

    /// <summary>The texts of messages in every language of a catalogue.</summary>
    public static ReminderTexts Of(Catalogue catalogue) => new(
        catalogue.All.SelectMany(words => ChannelRules.All.Select(rules => KeyValuePair.Create(
            (words.Language, rules.Channel), new ReminderText(words.Find($"Message.{rules.Channel}.Subject") ?? "", words[$"Message.{rules.Channel}.Body"])))).ToImmutableSortedDictionary(),
        catalogue.All.ToDictionary(words => words.Language, words => new ReminderWords(
            words["Message.Number"], words["Message.NoNumber"], words.About.OptOut, words.About.Revealing, words.Culture)));

    /// <summary>Reads them.</summary>
    /// <exception cref="InvalidOperationException">A text fails a check.</exception>
    public static ReminderTexts Read(IConfiguration configuration)
    {
        var texts = Standard.ByKind;
        foreach (var (kind, usual) in texts)
        {
            var section = configuration.GetSection(string.Create(CultureInfo.InvariantCulture, $"FollowUp:Recalls:Texts:{kind.Language}:{kind.Channel}"));
            var text = new ReminderText(section["Subject"] ?? usual.Subject, section["Body"] ?? usual.Body);
            if (TextCheck.Of(kind.Language, kind.Channel, text, Standard) is [var wrong, ..])
            {
                throw new InvalidOperationException($"{section.Path}: {wrong.Code} {wrong.Value}. {wrong.Message}");
            }

            texts = texts.SetItem(kind, text);
        }

        return Standard with { ByKind = texts };
    }
}
