using System.Globalization;
using System.Text;

namespace FollowUp.Platform;

/// <summary>Makes the spellings of one name equal: case, accents, and the Turkish letters with or without their marks.</summary>
public static class Spelling
{
    /// <summary>
    /// The words of a text in small letters without marks (İ, I, ı and i are one letter, so are ş and s, ğ and g), the same in
    /// every culture. Apostrophes are left out, any other sign separates words.
    /// </summary>
    public static IReadOnlyList<string> Words(string text) =>
        Fold(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The letters and digits of a text, folded in the same way, without anything between them.</summary>
    public static string Joined(string text) => string.Concat(Words(text));

    private static string Fold(string text)
    {
        // Half a surrogate pair can't be normalised; as a rune it is the replacement character.
        var valid = string.Concat(text.EnumerateRunes().Select(rune => rune.ToString()));
        var folded = new StringBuilder(valid.Length);
        foreach (var rune in valid.Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            folded.Append(Fold(Rune.ToLowerInvariant(rune)));
        }

        return folded.ToString();
    }

    private static string Fold(Rune small) => small.Value switch
    {
        'ı' => "i",
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'ø' => "o",
        'ł' => "l",
        'đ' or 'ð' => "d",
        'þ' => "th",
        '\'' or '\u2019' or '\u02BC' or '`' => "",
        _ when Rune.GetUnicodeCategory(small) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark => "",
        _ when Rune.IsLetterOrDigit(small) || Rune.GetUnicodeCategory(small) is UnicodeCategory.SpacingCombiningMark => small.ToString(),
        _ => " ",
    };
}
