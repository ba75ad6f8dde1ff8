using FollowUp.Patients.Facts;
using FollowUp.Platform.Pages;

namespace FollowUp.Reports.Pages;

/// <summary>What a report prints in English, for a reader of the page in his language: titles, headings, groups and labels.</summary>
/// <remarks>
/// The files that are downloaded stay in English, byte for byte; only the page says it in Turkish. A heading is made of pieces, with a colon
/// or commas between them, and each piece has its word in <c>PrintTexts.json</c>; a piece without one, as a year or a gene, stands as it is.
/// </remarks>
public static class PrintedWords
{
    private static readonly string[] Between = [": ", ", "];

    /// <summary>A printed text in a reader's language.</summary>
    public static string Of(Words words, string printed)
    {
        if (words.Language == Language.En || printed.Length == 0)
        {
            return printed;
        }

        var key = $"Print.{printed}";
        return Words.All.ContainsKey(key) ? words[key]
            : Between.FirstOrDefault(separator => printed.Contains(separator, StringComparison.Ordinal)) is { } separator
                ? string.Join(separator, printed.Split(separator).Select(piece => Of(words, piece)))
                : printed;
    }
}
