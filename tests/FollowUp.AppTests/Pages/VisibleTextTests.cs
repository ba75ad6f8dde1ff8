using System.Net;
using System.Text.RegularExpressions;
using FollowUp.Access;
using FollowUp.AppTests.CommandLine;
using FollowUp.Demo;
using FollowUp.Patients.Facts;
using FollowUp.Platform.References;

namespace FollowUp.AppTests.Pages;

/// <summary>Opens every page of the demonstration clinic that links lead to, and reads what a person sees there.</summary>
public sealed partial class VisibleTextTests(AppFixture app)
{
    private const string Clinic = "walked";

    private const string On = "2026-11-23";

    // Of pages about one man, or one entry, so many are opened; the men below besides.
    private const int OfOneKind = 3;

    private static readonly string[] Men = [.. Enumerable.Range(0, 10).SelectMany(each => (string[])
    [
        $"/men/{Story.IdOf(1 + (31 * each), 0)}/timeline", $"/men/{Story.IdOf(1 + (31 * each), 0)}/why/hypogonadism", $"/men/{Story.IdOf(1 + (31 * each), 0)}/why/due-items",
    ])];

    // Names of classes and codes made of several words, which no other text contains but the product's name.
    private static readonly HashSet<string> Names =
    [
        .. typeof(Reference).Assembly.GetTypes().SelectMany(type => type.IsEnum ? [type.Name, .. Enum.GetNames(type)] : (string[])[type.Name]).Where(name => SeveralWords().IsMatch(name) && name != "FollowUp"),
    ];

    [Fact]
    public async Task No_page_shows_the_number_of_a_rule_an_id_a_code_or_a_day_that_stands_for_none()
    {
        var loaded = await app.BesideServerAsync(Clinic, "demo", "--on", On);
        loaded.ExitCode.ShouldBe(0, loaded.Error);
        var (opened, wrong) = (0, new SortedSet<string>(StringComparer.Ordinal));
        foreach (var (role, language) in from role in (string[])[Roles.Nurse, Roles.Clinician, Roles.Researcher, Roles.Administrator] from language in (string[])["en", "tr"] select (role, language))
        {
            using var browser = await PageClient.SignedInAsync(app, role, Clinic, language);
            await foreach (var (address, html) in PagesAsync(browser, role))
            {
                opened++;
                wrong.UnionWith(Wrong(Seen(address, html)).Select(found => $"{language} {Kind(address)}: {found}"));
            }
        }

        opened.ShouldBeGreaterThan(300);
        wrong.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Rules: R40.")]
    [InlineData("abstract (V17)")]
    [InlineData("domain.md 1.6")]
    [InlineData("is before 31 Aralık 9999")]
    [InlineData("0001-01-01")]
    [InlineData("entry d0000000-0000-8000-8255-000000000000")]
    [InlineData("Recall HORMONE_6_9M")]
    [InlineData("physical_examination_recorded")]
    [InlineData("the reason NotYetDue")]
    [InlineData("Man.Back")]
    public void Such_text_is_found(string text) => Wrong(text).ShouldNotBeEmpty();

    [Theory]
    [InlineData("p <0.0001, FollowUp, T12, HL7 v2, standard-2")]
    [InlineData("karyotype 47,XXY; micro-TESE; 10.4 nmol/L. The next")]
    public void Other_text_is_not(string text) => Wrong(text).ShouldBeEmpty();

    private static async IAsyncEnumerable<(string Address, string Html)> PagesAsync(PageClient browser, string role)
    {
        var waiting = new Queue<string>(["/", "/rules", "/sources", .. role is Roles.Nurse or Roles.Clinician ? Men : []]);
        HashSet<string> known = [.. waiting];
        Dictionary<string, int> ofKind = [];
        while (waiting.TryDequeue(out var address))
        {
            var page = await browser.OpenAsync(address);
            if (page.Status != HttpStatusCode.OK)
            {
                continue;
            }

            yield return (address, page.Html);
            foreach (var link in Link().Matches(page.Html).Select(link => link.Groups["to"].Value).Where(known.Add))
            {
                var kind = Kind(link);
                ofKind[kind] = ofKind.GetValueOrDefault(kind) + 1;
                if (ofKind[kind] <= (kind.Contains("{id}", StringComparison.Ordinal) ? OfOneKind : 1))
                {
                    waiting.Enqueue(link);
                }
            }
        }
    }

    private static string Kind(string address) => Id().Replace(address.Split('#')[0], "{id}");

    // A rule or source has its number beside its title there, and a code that programs read is set as one. A setting is named as the server's
    // configuration names it.
    private static string Seen(string address, string html)
    {
        var told = address.StartsWith("/rules", StringComparison.Ordinal) || address.StartsWith("/sources", StringComparison.Ordinal) ? Told().Replace(html, " ") : html;
        return Setting().Replace(Tag().Replace(Script().Replace(told, " "), " "), " ");
    }

    private static IEnumerable<string> Wrong(string text) => Suspect().Matches(text)
        .Where(found => !found.Groups["rule"].Success || ReferenceDocuments.Find(found.Value, Language.En) is not null)
        .Where(found => !found.Groups["name"].Success || Names.Contains(found.Value))
        .Select(found => found.Value);

    [GeneratedRegex(
        @"(?<rule>\b[RV]\d\d?[a-z]?\b)|\b[Dd]omain(\.md| notes)? \d|rules\.md|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}|\b9999\b|(?<![.,])\b0001\b|\b[A-Z]{2,}_[A-Z0-9_]+|\b[a-z]+_[a-z_]+|(?<name>\b([A-Z][a-z0-9]+){2,}\b)|\b([A-Z][a-z]+)+\.([A-Z][a-z]+)+\b",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Suspect();

    [GeneratedRegex("^([A-Z][a-z0-9]+){2,}$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SeveralWords();

    [GeneratedRegex("(href|data-load)=\"(?<to>/(?!/|assets|docs|datasets|reports/|openapi|health|calendar)[^\"]*)\"(?! download)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Link();

    [GeneratedRegex("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Id();

    [GeneratedRegex("<small>[RVD][^<]*</small>|<code>[^<]*</code>", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Told();

    [GeneratedRegex("<(script|style)[^>]*>.*?</(script|style)>", RegexOptions.ExplicitCapture | RegexOptions.Singleline, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Script();

    [GeneratedRegex("<[a-zA-Z/!][^>]*>", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Tag();

    [GeneratedRegex(@"FollowUp:[\w:]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Setting();
}
