using System.Text.RegularExpressions;
using FollowUp.Patients.Facts;
using Markdig;
using Markdig.Extensions.AutoIdentifiers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace FollowUp.Platform.References;

/// <summary>A rule or a source that texts cite.</summary>
/// <param name="Id">As it is cited: <c>R33</c>, <c>V27</c>, <c>Domain 1.6</c>.</param>
/// <param name="Title">What the rule is about; of a source, its author and year as far as they are known.</param>
/// <param name="Section">The section of the document in which it stands.</param>
/// <param name="Address">Its address on the pages.</param>
public sealed record Reference(string Id, string Title, string Section, string Address);

/// <summary>A section of a document.</summary>
/// <param name="Title">Its heading.</param>
/// <param name="Anchor">Its anchor on the page.</param>
public sealed record ReferenceSection(string Title, string Anchor);

/// <summary>One document of rules or sources in one language: a Markdown file in the program, read once.</summary>
/// <remarks>
/// A heading of the third level is the id and the title of a rule or source, for instance <c>### R33 Recovery windows</c>. The id is the
/// anchor. Ids in running text become links with the title of what they name.
/// </remarks>
public sealed partial class ReferenceDocument
{
    // The text is ours, but a stray angle bracket in it is never markup.
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables().UseAutoLinks().UseAutoIdentifiers(AutoIdentifierOptions.GitHub).DisableHtml().Build();

    private readonly Lazy<string> _html;

    /// <summary>Reads a document.</summary>
    /// <param name="name">The file's name under <c>docs</c>, without ending.</param>
    /// <param name="address">The address of its page.</param>
    /// <param name="language">The language; a document that it lacks is read in English.</param>
    /// <exception cref="InvalidOperationException">The file is not in the program.</exception>
    public ReferenceDocument(string name, string address, Language language)
    {
        var markdown = Markdown.Parse(Text(name, language), Pipeline);
        List<Reference> references = [];
        List<ReferenceSection> sections = [];
        foreach (var heading in markdown.Descendants<HeadingBlock>())
        {
            var content = heading.Inline!;
            var words = string.Concat(content.Descendants<LiteralInline>().Select(literal => literal.Content.ToString()));
            if (heading.Level == 1)
            {
                Title = words;
            }
            else if (heading.Level == 2)
            {
                sections.Add(new(words, heading.GetAttributes().Id!));
            }
            else if (Headed().Match(words) is { Success: true } headed)
            {
                var (id, title) = (headed.Groups["id"].Value, headed.Groups["title"].Value);
                references.Add(new(id, title, sections[^1].Title, $"{address}#{Anchor(id)}"));
                heading.GetAttributes().Id = Anchor(id);
                content.Clear();
                content.AppendChild(new LiteralInline(title)).AppendChild(new HtmlInline($" <small>{id}</small>"));
            }
        }

        (References, Sections, Address) = (references, sections, address);
        _html = new(() => Render(markdown, name, language));
    }

    /// <summary>Its title.</summary>
    public string Title { get; } = "";

    /// <summary>The address of its page.</summary>
    public string Address { get; }

    /// <summary>Its rules or sources, in the order of the document.</summary>
    public IReadOnlyList<Reference> References { get; }

    /// <summary>Its sections, in order.</summary>
    public IReadOnlyList<ReferenceSection> Sections { get; }

    /// <summary>The document as HTML, its heading included.</summary>
    public string Html => _html.Value;

    private static string Anchor(string id) => id.Replace(' ', '-');

    private static string Text(string name, Language language)
    {
        var assembly = typeof(ReferenceDocument).Assembly;
        var (own, english) = ($"FollowUp.docs.{name}.{language.Tag}.md", $"FollowUp.docs.{name}.md");
        using var stream = assembly.GetManifestResourceStream(own) ?? assembly.GetManifestResourceStream(english) ?? throw new InvalidOperationException($"{english} is not in the program.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    // The documents are rendered when a page is first opened: by then the titles of all of them are known.
    private static string Render(MarkdownDocument markdown, string name, Language language)
    {
        foreach (var link in markdown.Descendants<LinkInline>().Where(link => link.Url is not null).ToList())
        {
            Repoint(link, name);
        }

        var running = markdown.Descendants<LeafBlock>().Where(block => block is not HeadingBlock && block.Inline is not null)
            .SelectMany(block => block.Inline!.Descendants<LiteralInline>()).Where(literal => literal.Parent is not LinkInline);
        foreach (var literal in running.ToList())
        {
            foreach (var piece in Citations.Of(literal.Content.ToString(), language))
            {
                literal.InsertBefore(piece.Cited is { } cited ? LinkTo(cited, piece.Text) : new LiteralInline(piece.Text));
            }

            literal.Remove();
        }

        return markdown.ToHtml(Pipeline);
    }

    // Files beside this one are pages, this one in another language is the same page, and other files are not part of the program.
    private static void Repoint(LinkInline link, string name)
    {
        var file = link.Url!.Split('.')[0];
        if (file == name && link.Parent!.ParentBlock is ParagraphBlock paragraph && link.PreviousSibling is null && link.NextSibling is null)
        {
            paragraph.Parent!.Remove(paragraph);
        }
        else if (file is "clinical-rules" or "sources")
        {
            link.Url = file == "sources" ? "/sources" : "/rules";
        }
        else if (!link.Url!.StartsWith("http", StringComparison.Ordinal))
        {
            link.ReplaceBy(new LiteralInline(string.Concat(link.Descendants<LiteralInline>().Select(literal => literal.Content.ToString()))), copyChildren: false);
        }
    }

    private static LinkInline LinkTo(Reference reference, string text) => (LinkInline)new LinkInline(reference.Address, reference.Id).AppendChild(new LiteralInline(text));

    [GeneratedRegex(@"^(?<id>R\d\d[a-z]?|V\d+[a-z]?|Domain [\d.]+) (?<title>.+)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Headed();
}
