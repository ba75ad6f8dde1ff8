using System.Globalization;
using FollowUp.Course;
using FollowUp.Patients.Facts;

namespace FollowUp.Recalls.Rules.Messages;

/// <summary>Checks a message text before it is used.</summary>
public static class TextCheck
{
    /// <summary>The telephone number with which a text is measured.</summary>
    public const string LongestTelephone = "+90 212 000 00 00 00";

    /// <summary>The words in a text that must not appear, however their capitals are read.</summary>
    /// <param name="text">The text.</param>
    /// <param name="words">The words of every language: a person beside him may read another language than the text's.</param>
    public static IReadOnlyList<string> ForbiddenIn(ReminderText text, IReadOnlyCollection<ReminderWords> words)
    {
        var read = words.Select(each => each.Culture).Prepend(CultureInfo.InvariantCulture).Distinct().Select(culture => $"{text.Subject}\n{text.Body} ".ToLower(culture)).ToList();
        return [.. words.SelectMany(each => each.Revealing).Distinct().Where(word => read.Any(small => small.Contains(word, StringComparison.Ordinal)))];
    }

    /// <summary>Why a text must not be used; empty when it may.</summary>
    /// <param name="language">Its language.</param>
    /// <param name="channel">The channel it is for; not the telephone.</param>
    /// <param name="text">The text, its telephone number not yet filled in.</param>
    /// <param name="texts">The texts in use, for the words of each language.</param>
    public static IReadOnlyList<Finding> Of(Language language, Channel channel, ReminderText text, ReminderTexts texts)
    {
        var rules = ChannelRules.Of(channel);
        IReadOnlyCollection<ReminderWords> words = [.. texts.Words.Values];
        var findings = ForbiddenIn(text, words)
            .Select(word => Finding.Refusal("ForbiddenWord", "body", word, "It may reveal something to others who read it. Leave out this word."))
            .ToList();
        if (string.IsNullOrWhiteSpace(text.Body) || (rules.HasSubject && string.IsNullOrWhiteSpace(text.Subject)))
        {
            findings.Add(Finding.Refusal("Missing", text.Body.Length == 0 ? "body" : "subject", null, "A message needs a text, and an e-mail or letter a subject."));
        }

        if (!text.Body.Contains(ReminderTexts.Telephone, StringComparison.Ordinal))
        {
            findings.Add(Finding.Refusal("NoTelephone", "body", null, $"Say whom to call: write {ReminderTexts.Telephone} where the number goes."));
        }

        if (rules.TakesReplies && !text.Body.Split(' ', '.', '\n').Any(word => OptOut.IsWord(word, words.SelectMany(each => each.OptOut))))
        {
            findings.Add(Finding.Refusal("NoWayOut", "body", null, $"Say how to stop it: {texts.Words[language].OptOut[0]} as a reply."));
        }

        return [.. findings, .. rules.Check(texts.Filled(language, text, LongestTelephone).Body)];
    }
}
