using System.Text.RegularExpressions;
using FollowUp.Course;
using FollowUp.Patients.Facts;
using FollowUp.Platform.References;
using FollowUp.RulesTests.Golden;

namespace FollowUp.RulesTests.Platform.References;

/// <summary>The documents of rules and sources, and the citations that lead to them.</summary>
public sealed partial class ReferenceTests
{
    [Fact]
    public void Both_languages_have_the_same_rules_and_sources_in_the_same_order()
    {
        ReferenceDocuments.Rules(Language.Tr).References.Select(rule => rule.Id).ShouldBe(ReferenceDocuments.Rules(Language.En).References.Select(rule => rule.Id));
        ReferenceDocuments.Sources(Language.Tr).References.Select(source => source.Id).ShouldBe(ReferenceDocuments.Sources(Language.En).References.Select(source => source.Id));
        ReferenceDocuments.Rules(Language.En).References.Select(rule => rule.Id).ShouldBeUnique();
        ReferenceDocuments.Rules(Language.En).References.Count(rule => rule.Id.StartsWith('R')).ShouldBe(88);
        ReferenceDocuments.Sources(Language.En).References.Count.ShouldBe(94);
    }

    [Fact]
    public void A_link_to_a_file_that_is_no_page_is_its_words_once() =>
        ReferenceDocuments.Rules(Language.En).Html.ShouldContain("the changelog says what each version does");

    [Theory]
    [InlineData("en")]
    [InlineData("tr")]
    public void Every_title_is_its_own_and_every_link_leads_to_an_anchor(string tag)
    {
        var language = new Language(tag);
        ReferenceDocument[] documents = [ReferenceDocuments.Rules(language), ReferenceDocuments.Sources(language)];
        documents.SelectMany(document => document.References).Select(reference => reference.Title).ShouldBeUnique();

        var anchors = documents.SelectMany(document => Id().Matches(document.Html).Select(id => $"{document.Address}#{id.Groups["id"].Value}")).ToList();
        anchors.ShouldBeUnique();
        documents.SelectMany(document => document.References).Select(reference => reference.Address).ShouldBeSubsetOf(anchors);
        documents.SelectMany(document => document.Sections.Select(section => $"{document.Address}#{section.Anchor}")).ShouldBeSubsetOf(anchors);
        documents.SelectMany(document => Link().Matches(document.Html)).Select(link => link.Groups["to"].Value)
            .Where(to => !to.StartsWith("http", StringComparison.Ordinal) && to is not ("/rules" or "/sources")).ShouldBeSubsetOf(anchors);
    }

    [Theory]
    [InlineData("Testosterone: 11.9 nmol/L is below 12 nmol/L (R39).", "Testosterone: 11.9 nmol/L is below 12 nmol/L (Low before the operation).")]
    [InlineData("Rules: R16, R51a, domain 5.", "Rules: Values printed with < or >, Reasons for no complication index, Limits for pain and analgesics and alerts.")]
    [InlineData("domain.md 1.6 and 10; rules.md R33, R59 to R69, R77", "Schedule of follow-up, Reaching the patient; Recovery windows, Recall items, Low by the clinic's rule set")]
    [InlineData("Reference change limit of Ahokoski 1998 (V27)", "Reference change limit of Ahokoski 1998")]
    [InlineData("Dindo 2004, Ann Surg (V54, V55)", "Dindo 2004, Ann Surg (Table of Clavien-Dindo grades)")]
    [InlineData("R99 and V999", "R99 and V999")]
    public void A_citation_is_read_as_the_title_of_what_it_names(string text, string read) => Citations.InWords(text, Language.En).ShouldBe(read);

    [Fact]
    public void A_citation_leads_to_what_it_names()
    {
        var pieces = Citations.Of("limit of Ahokoski 1998 (V27), after R59 to R69", Language.Tr);

        pieces.Where(piece => piece.Cited is not null).Select(piece => (piece.Text, piece.Cited!.Address))
            .ShouldBe([("Ahokoski 1998", "/sources#V27"), ("Takip çağrıları", "/rules#R59")]);
        string.Concat(pieces.Select(piece => piece.Text)).ShouldBe("limit of Ahokoski 1998, after Takip çağrıları");
    }

    [Fact]
    public void Every_published_guideline_says_its_source_without_an_id() => Enum.GetValues<GuidelineKind>()
        .SelectMany(kind => PublishedGuidelines.Of(kind).All)
        .SelectMany(guideline => Language.All.Select(language => Citations.InWords(guideline.Source, language)))
        .Where(source => Cited().IsMatch(source)).ShouldBeEmpty();

    [Fact]
    public void Whatever_the_code_cites_is_in_the_documents() => System.IO.Directory
        .GetFiles(Path.Combine(Repository.Root, "src"), "*.cs", SearchOption.AllDirectories)
        .SelectMany(file => Words().Matches(File.ReadAllText(file)).SelectMany(words => Cited().Matches(words.Value)).Select(cited => cited.Value))
        .Distinct(StringComparer.Ordinal).Where(cited => ReferenceDocuments.Find(cited, Language.En) is null).ShouldBeEmpty();

    [GeneratedRegex(""" id="(?<id>[^"]+)""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Id();

    [GeneratedRegex(""" href="(?<to>[^"]+)""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Link();

    [GeneratedRegex(@"\bR\d\d[a-z]?\b|\bV\d\d[a-z]?\b|\bdomain \d+(\.\d+)?", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Cited();

    // Texts between quotes on one line.
    [GeneratedRegex("\"[^\"\n]*\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Words();
}
