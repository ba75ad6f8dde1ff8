using System.Globalization;
using FollowUp.Recalls.Rules.Messages;

namespace FollowUp.Recalls.Channels;

/// <summary>The installation's own texts, from <c>FollowUp:Recalls:Texts:{language}:{channel}:Subject</c> and <c>Body</c>; any other is the program's.</summary>
public static class TextSettings
{
    /// <summary>Reads them.</summary>
    /// <exception cref="InvalidOperationException">A text must not be used, and why.</exception>
    public static ReminderTexts Read(IConfiguration configuration)
    {
        var texts = ReminderTexts.Standard.ByKind;
        foreach (var (kind, usual) in texts)
        {
            var section = configuration.GetSection(string.Create(CultureInfo.InvariantCulture, $"FollowUp:Recalls:Texts:{kind.Language}:{kind.Channel}"));
            var text = new ReminderText(section["Subject"] ?? usual.Subject, section["Body"] ?? usual.Body);
            if (TextCheck.Of(kind.Language, kind.Channel, text) is [var wrong, ..])
            {
                throw new InvalidOperationException($"{section.Path}: {wrong.Code} {wrong.Value}. {wrong.Message}");
            }

            texts = texts.SetItem(kind, text);
        }

        return new(texts);
    }
}
