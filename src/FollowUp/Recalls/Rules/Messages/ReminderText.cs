using System.Collections.Immutable;
using System.Globalization;
using FollowUp.Patients.Facts;

namespace FollowUp.Recalls.Rules.Messages;

/// <summary>The text of a message.</summary>
/// <remarks>
/// Others may read it, so it names neither the man nor a diagnosis, operation, result, drug or the clinic's speciality (domain 10, V93). The
/// clinic's name is left out because it may reveal the same. See <see cref="TextCheck"/>.
/// </remarks>
/// <param name="Subject">The subject line; empty where the channel has none.</param>
/// <param name="Body">The text, in paragraphs with an empty line between them.</param>
public sealed record ReminderText(string Subject, string Body);

/// <summary>The texts by language and channel, the same for every recall.</summary>
/// <param name="ByKind">The texts; a call has none.</param>
/// <param name="Words">What else the messages need from each language.</param>
public sealed record ReminderTexts(
    ImmutableSortedDictionary<(Language Language, Channel Channel), ReminderText> ByKind, IReadOnlyDictionary<Language, ReminderWords> Words)
{
    /// <summary>The place of the telephone number in a text.</summary>
    public const string Telephone = "{telephone}";

    /// <summary>The text in a language for a channel.</summary>
    /// <param name="language">The man's language.</param>
    /// <param name="channel">A channel that carries text: e-mail, text message or letter.</param>
    /// <param name="telephone">The number he is asked to call; empty when the clinic has configured none.</param>
    public ReminderText In(Language language, Channel channel, string telephone) => Filled(language, ByKind[(language, channel)], telephone);

    /// <summary>A text with the number he is asked to call, as the language names it.</summary>
    public ReminderText Filled(Language language, ReminderText text, string telephone)
    {
        var words = Words[language];
        var number = telephone.Length == 0 ? words.NoNumber : words.Number.Replace(Telephone, telephone, StringComparison.Ordinal);
        return text with { Body = text.Body.Replace(Telephone, number, StringComparison.Ordinal) };
    }
}

/// <summary>What messages need from a language besides their texts.</summary>
/// <param name="Number">How the number he is asked to call stands in a sentence, with <c>{telephone}</c> in its place.</param>
/// <param name="NoNumber">What stands there when the clinic has configured no number.</param>
/// <param name="OptOut">Words by which a man says that he wants no more messages, the one that texts name first.</param>
/// <param name="Revealing">Beginnings of words, in small letters, that tell a diagnosis, an operation, a result or a speciality.</param>
/// <param name="Culture">How its capitals are made small.</param>
public sealed record ReminderWords(string Number, string NoNumber, IReadOnlyList<string> OptOut, IReadOnlyList<string> Revealing, CultureInfo Culture);
