using FollowUp.Platform.Texts;

namespace FollowUp.Reports.Pages;

/// <summary>Translates what a report prints in English for the reader of a page: titles, headings, groups and labels.</summary>
/// <remarks>
/// Downloaded files stay in English, byte for byte; only the page is translated. A heading consists of pieces, separated by a colon or commas, and
/// each piece has its translation in the language's <c>reports-print.json</c>. A piece without one, such as a year or a gene, stays as it is.
/// </remarks>
public static class PrintedWords
{
    private static readonly string[] Between = [": ", ", "];

    /// <summary>A printed text in a reader's language.</summary>
    public static string Of(Words words, string printed) =>
        printed.Length == 0 ? printed
        : words.Own($"Print.{printed}") is { } said ? said
        : Between.FirstOrDefault(separator => printed.Contains(separator, StringComparison.Ordinal)) is { } separator
            ? string.Join(separator, printed.Split(separator).Select(piece => Of(words, piece)))
        : printed;
}
