using System.Text.RegularExpressions;
using FollowUp.Patients.Facts;
using FollowUp.Platform.Texts;

namespace FollowUp.RulesTests.Platform.Texts;

/// <summary>Every text in every language, each with the values and the forms of a counted noun that its language needs.</summary>
public sealed partial class CatalogueTests
{
    // What reports print is keyed by its English.
    private const string Printed = "Print.";

    // Languages whose nouns stay as they are behind a number.
    private static readonly string[] NounsStay = ["tr"];

    private static readonly Words English = Words.In(Language.En);

    public static readonly TheoryData<string> Languages = [.. Language.All.Select(language => language.Tag)];

    [Fact]
    public void There_are_the_languages_that_facts_name() => Language.All.Select(language => language.Tag).Take(2).ShouldBe(["tr", "en"]);

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_language_has_every_text_with_the_same_values(string tag)
    {
        var words = Words.In(new(tag));

        Keys(English).Except(words.Texts.Keys).Order().ShouldBeEmpty("What English says");
        Keys(words).Except(English.Texts.Keys).Order().ShouldBeEmpty("What English does not say");
        Keys(words).Where(key => !words.Texts[key].Pattern.Names.SetEquals(English.Texts[key].Pattern.Names)).ShouldBeEmpty("Texts with other values");
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void A_text_that_counts_has_every_form_of_its_language(string tag)
    {
        var words = Words.In(new(tag));

        words.Texts.Where(text => text.Value.Pattern.Text.Contains("(s)", StringComparison.Ordinal)).Select(text => text.Key).ShouldBeEmpty();
        words.Texts.SelectMany(text => text.Value.Pattern.Plurals.Select(plural => (text.Key, plural.Name, plural.Forms)))
            .Where(plural => !HasForms(plural.Forms, words)).Select(plural => $"{plural.Key}: {string.Join(", ", plural.Forms)}").ShouldBeEmpty();
        if (!NounsStay.Contains(tag))
        {
            Keys(words).SelectMany(key => Counted(English, key).Except(Counted(words, key)).Select(name => $"{key}: {name}")).ShouldBeEmpty();
        }
    }

    [Fact]
    public void No_number_stands_before_a_word_without_deciding_its_form()
    {
        var counts = English.Texts.Keys.SelectMany(key => Counted(English, key)).ToHashSet();

        counts.ShouldContain("n");
        English.Texts.SelectMany(text => NumberBeforeWord().Matches(text.Value.Pattern.Text).Where(found => counts.Contains(found.Groups["name"].Value))
                .Where(found => found.Groups["word"].Value is not ("of" or "in" or "late" or "lost" or "open" or "mo"))
                .Select(found => $"{text.Key}: {found.Value}"))
            .ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Today.Men", 0, "0 men", "0 hasta")]
    [InlineData("Today.Men", 1, "One man", "Bir hasta")]
    [InlineData("Today.Men", 2, "2 men", "2 hasta")]
    [InlineData("Today.Men", 21, "21 men", "21 hasta")]
    [InlineData("Today.Late", 1, "one day late", "bir gün gecikti")]
    [InlineData("Today.Late", 21, "21 days late", "21 gün gecikti")]
    [InlineData("Today.Tried", 1, "tried on one day", "bir gün arandı")]
    [InlineData("Timeline.Entries", 0, "0 entries", "0 kayıt")]
    [InlineData("Timeline.Entries", 1, "one entry", "bir kayıt")]
    [InlineData("Curve.Samples", 21, "21 samples", "21 örnek")]
    [InlineData("Span.Days", 0, "0 days", "0 gün")]
    [InlineData("Span.Days", 1, "1 day", "1 gün")]
    [InlineData("Analysis.Rows", 0, "0 rows", "0 satır")]
    [InlineData("Ripple.Changes", 2, "2 answers change", "2 yanıt değişiyor")]
    public void A_count_is_said_as_its_language_says_it(string key, int number, string english, string turkish)
    {
        English.Fill(key, ("n", number)).ShouldBe(english);
        Words.In(Language.Tr).Fill(key, ("n", number)).ShouldBe(turkish);
    }

    [Theory]
    [InlineData(0, 5, "5 mo", "5 ay")]
    [InlineData(1, 0, "1 y", "1 yıl")]
    [InlineData(2, 3, "2 y 3 mo", "2 yıl 3 ay")]
    public void A_span_says_nothing_of_what_is_none(int years, int months, string english, string turkish)
    {
        English.Fill("Span.YearsMonths", ("years", years), ("months", months)).ShouldBe(english);
        Words.In(Language.Tr).Fill("Span.YearsMonths", ("years", years), ("months", months)).ShouldBe(turkish);
    }

    [Theory]
    [InlineData(1, "1 complication, of grade II")]
    [InlineData(2, "2 complications, the highest of grade II")]
    [InlineData(21, "21 complications, the highest of grade II")]
    public void Complications_are_counted_in_their_number(int count, string said) =>
        English.Fill("complicationWindows.index.Complications", ("item", "42 days"), ("count", (decimal)count), ("highest", "II"), ("index", 20.9m), ("covered", "yes"))
            .ShouldBe($"42 days: {said}; the Comprehensive Complication Index is 20.9. Covered by a contact: yes.");

    [Fact]
    public void A_key_that_two_files_of_a_language_hold_is_refused() => Should.Throw<InvalidOperationException>(() => new Catalogue(
        [.. TextFile.Of(Language.En), new(Language.En, "other.json", """{ "Today.Men": "men" }"""),])).Message.ShouldContain("Today.Men");

    [Theory]
    [InlineData("""{ "Today.New": "men", "Today.New": "man" }""")]
    [InlineData("""{ "Today.New": "{n, plural, one {man}}" }""")]
    [InlineData("""{ "Today.New": "{n men" }""")]
    [InlineData("""{ "Today.New": "" }""")]
    [InlineData("""{ "Today.New": 1 }""")]
    [InlineData("[]")]
    public void A_file_that_cannot_be_read_is_named(string content) => Should.Throw<InvalidOperationException>(() => new Catalogue(
        [.. TextFile.Of(Language.En), new(Language.En, "other.json", content)])).Message.ShouldContain("en/other.json");

    [Fact]
    public void A_language_without_what_is_known_of_it_is_refused() => Should.Throw<InvalidOperationException>(() => new Catalogue(
        [.. TextFile.Of(Language.En), new(new("de"), "recalls.json", "{}")])).Message.ShouldContain("language.json");

    private static IEnumerable<string> Keys(Words words) => words.Texts.Keys.Where(key =>
        !key.StartsWith(Printed, StringComparison.Ordinal) && !key.StartsWith($"{nameof(Language)}.", StringComparison.Ordinal));

    private static IEnumerable<string> Counted(Words words, string key) => words.Texts[key].Pattern.Plurals.Select(plural => plural.Name);

    // All that the language has, or single numbers and what holds for every other.
    private static bool HasForms(IReadOnlyList<string> forms, Words words) =>
        words.Plurals.Used.ToHashSet().SetEquals(forms.Where(form => form[0] != '=')) || forms.All(form => form[0] == '=' || form == PluralRules.Other);

    [GeneratedRegex(@"\{(?<name>\w+)\} (?<word>[a-z]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NumberBeforeWord();
}
