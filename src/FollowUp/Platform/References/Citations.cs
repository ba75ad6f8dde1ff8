using System.Text.RegularExpressions;
using FollowUp.Patients.Facts;

namespace FollowUp.Platform.References;

/// <summary>A piece of a text.</summary>
/// <param name="Text">What is read.</param>
/// <param name="Cited">The rule or source it names; null for running text.</param>
public readonly record struct Piece(string Text, Reference? Cited = null);

/// <summary>Finds the rules and sources that a text cites by id, and names them as a reader knows them.</summary>
/// <remarks>
/// Rules, explanations and published guidelines cite by id, for instance <c>R33</c>, <c>R59 to R69</c>, <c>V27</c> or <c>domain 1.6 and 10</c>.
/// What is shown to people goes through here: a rule is named by its title and a source by author and year. An id that neither
/// document has is left as it is.
/// </remarks>
public static partial class Citations
{
    /// <summary>A text in pieces, each citation a piece of its own.</summary>
    /// <param name="text">The text, its citations as ids.</param>
    /// <param name="language">The language of the titles.</param>
    /// <remarks>Where the text names a source and then cites it, as in <c>Ahokoski 1998 (V27)</c>, the name is the piece.</remarks>
    public static IReadOnlyList<Piece> Of(string text, Language language)
    {
        List<Piece> pieces = [];
        var read = 0;
        foreach (Match found in Citation().Matches(text))
        {
            var named = Named(found, language);
            if (named.Count == 0)
            {
                continue;
            }

            Add(pieces, text[read..found.Index]);
            read = found.Index + found.Length;
            if (named is [var only] && IsNamedBefore(pieces, only))
            {
                read += WithoutCitation(pieces, text[read..]);
            }
            else
            {
                pieces.AddRange(named.SelectMany((piece, at) => at == 0 ? (Piece[])[piece] : [new(", "), piece]));
            }
        }

        Add(pieces, text[read..]);
        return pieces;
    }

    /// <summary>A text with every citation in words, for where there are no links: the command line, documents, JSON.</summary>
    public static string InWords(string text, Language language) => string.Concat(Of(text, language).Select(piece => piece.Text));

    private static List<Piece> Named(Match found, Language language)
    {
        if (found.Groups["domain"].Success)
        {
            return [.. found.Groups["domain"].Captures
                .Select(number => ReferenceDocuments.Find($"Domain {number.Value}", language))
                .OfType<Reference>().Select(reference => new Piece(reference.Title, reference))];
        }

        if (ReferenceDocuments.Find(found.Groups["first"].Value, language) is not { } first)
        {
            return [];
        }

        return found.Groups["last"] is { Success: true, Value: var id } && ReferenceDocuments.Find(id, language) is { } last
            ? [new(first.Section == last.Section ? first.Section : $"{first.Title} – {last.Title}", first)]
            : [new(first.Title, first)];
    }

    private static bool IsNamedBefore(List<Piece> pieces, Piece citation)
    {
        var at = pieces.FindLastIndex(piece => piece.Cited is null && piece.Text.Contains(citation.Text, StringComparison.Ordinal));
        if (at < 0)
        {
            return false;
        }

        var (text, from) = (pieces[at].Text, pieces[at].Text.LastIndexOf(citation.Text, StringComparison.Ordinal));
        pieces.RemoveAt(at);
        pieces.InsertRange(at, [new(text[..from]), citation, new(text[(from + citation.Text.Length)..])]);
        return true;
    }

    // Brackets and commas that held nothing but the citation left out; how much of the rest went with it.
    private static int WithoutCitation(List<Piece> pieces, string rest)
    {
        var (before, close) = (pieces[^1].Text, rest.StartsWith(')'));
        if (before.EndsWith(" (", StringComparison.Ordinal) && close)
        {
            pieces[^1] = new(before[..^2]);
            return 1;
        }

        if (before.EndsWith(", ", StringComparison.Ordinal) && close)
        {
            pieces[^1] = new(before[..^2]);
            return 0;
        }

        return before.EndsWith('(') && rest.StartsWith(", ", StringComparison.Ordinal) ? 2 : 0;
    }

    private static void Add(List<Piece> pieces, string text)
    {
        if (text.Length > 0)
        {
            pieces.Add(new(text));
        }
    }

    [GeneratedRegex(
        @"(rules\.md )?\b(?<first>[RV]\d{1,2}[a-z]?)(( to |-)(?<last>[RV]\d{1,2}[a-z]?))?\b|\b[Dd]omain(\.md| notes)? (?<domain>\d+(\.\d+)?)( and (?<domain>\d+(\.\d+)?))*",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Citation();
}
