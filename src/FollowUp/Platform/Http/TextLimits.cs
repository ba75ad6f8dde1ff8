using System.Collections.Frozen;
using FollowUp.Course;

namespace FollowUp.Platform.Http;

/// <summary>How long a text and how many a list may hold, at every door; the interface's description states the same.</summary>
public static class TextLimits
{
    /// <summary>The longest text of a field that has no limit of its own, in characters.</summary>
    public const int Longest = 1000;

    /// <summary>The most members of a list that has no limit of its own.</summary>
    public const int Most = 1000;

    /// <summary>The longest name of a field, in characters.</summary>
    public const int LongestName = 100;

    private static readonly FrozenDictionary<string, int> Texts = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase)
    {
        ["note"] = 10_000,
        ["body"] = 2_000,
        ["closedDays"] = 10_000,
        ["rows"] = 100_000,
        ["q"] = 200,
        ["givenName"] = 200,
        ["familyName"] = 200,
        ["recordNumber"] = 200,
        ["email"] = 200,
        ["telephones"] = 200,
        ["from"] = 500,
        ["back"] = 500,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, int> Lists = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase)
    {
        ["advice"] = 50,
        ["drugs"] = 50,
        ["components"] = 20,
        ["leftOther"] = 20,
        ["rightOther"] = 20,
        ["telephones"] = 10,
        ["contactPersons"] = 10,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The longest value of each header that is read here or kept with what a request does, in characters.</summary>
    public static readonly FrozenDictionary<string, int> Headers = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase)
    {
        ["If-Match"] = 100,
        ["Idempotency-Key"] = 200,
        ["traceparent"] = 100,
        ["tracestate"] = 512,
        ["baggage"] = 8_192,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The longest text of a field, in characters.</summary>
    public static int TextOf(string field) => Texts.GetValueOrDefault(field, Longest);

    /// <summary>The most members of a list.</summary>
    public static int ListOf(string field) => Lists.GetValueOrDefault(field, Most);

    /// <summary>What is wrong with a text before anything is done with it: too long, a character that cannot be kept, or the zero id; null when nothing is wrong.</summary>
    /// <param name="field">The field as sent, whose last part has the limit.</param>
    /// <param name="text">The text.</param>
    public static Finding? Refuse(string field, string text)
    {
        var most = TextOf(field[(field.LastIndexOf('.') + 1)..].Split('[')[0]);
        if (text.Length > most)
        {
            return Finding.Refusal("TooLong", field, null, FormattableString.Invariant($"It has {text.Length} characters; at most {most} are taken. Shorten it."));
        }

        for (var i = 0; i < text.Length; i++)
        {
            var letter = text[i];
            if (char.IsControl(letter) && letter is not ('\t' or '\n' or '\r'))
            {
                return Finding.Refusal("ControlCharacter", field, null, FormattableString.Invariant($"Character {i + 1} is a control character, which cannot be kept. Leave it out."));
            }

            if (char.IsSurrogate(letter) && !(char.IsHighSurrogate(letter) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])))
            {
                return HalfACharacter(field);
            }

            i += char.IsHighSurrogate(letter) ? 1 : 0;
        }

        return text.Length is >= 32 and <= 38 && Guid.TryParse(text, out var id) && id == Guid.Empty
            ? Finding.Refusal("NobodysId", field, text, "This id names nobody. Make an id of your own, or leave it out where one is made here.")
            : null;
    }

    /// <summary>What is wrong with the length of a request's headers; null when nothing is.</summary>
    public static Finding? Refuse(IHeaderDictionary headers) =>
        (from limit in Headers
         where headers.TryGetValue(limit.Key, out _)
         let length = headers[limit.Key].ToString().Length
         where length > limit.Value
         select Finding.Refusal("TooLong", limit.Key, null, FormattableString.Invariant($"The header has {length} characters; at most {limit.Value} are taken. Shorten it."))).FirstOrDefault();

    /// <summary>The refusal of a text with half of a character, which no encoding can hold.</summary>
    public static Finding HalfACharacter(string field) =>
        Finding.Refusal("HalfACharacter", field, null, "It holds half of a character (a surrogate without its pair). Send the whole character, or leave it out.");
}
