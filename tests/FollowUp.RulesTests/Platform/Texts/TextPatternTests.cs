using CsCheck;
using FollowUp.Course;
using FollowUp.Course.Dates;
using FollowUp.Course.Explanations;
using FollowUp.Patients.Facts;
using FollowUp.Platform.Texts;
using NodaTime;

namespace FollowUp.RulesTests.Platform.Texts;

/// <summary>A text with values in their places, written as the language writes them.</summary>
public sealed class TextPatternTests
{
    private static readonly Words English = Words.In(Language.En);

    private static readonly Words Turkish = Words.In(Language.Tr);

    [Theory]
    [InlineData("{n, plural, one {one man} other {# men}}", 1, "one man")]
    [InlineData("{n, plural, one {one man} other {# men}}", 21, "21 men")]
    [InlineData("{n, plural, =0 {nobody} one {# man} other {# men}}", 0, "nobody")]
    [InlineData("{n, plural, one{# man}other{# men} } of {n}", 2, "2 men of 2")]
    [InlineData("{n, plural, one {# of {all}} other {# of {all, plural, one {# man} other {# men}}}}", 2, "2 of 5 men")]
    [InlineData("no. # {n}", 1, "no. # 1")]
    [InlineData("{n} {unknown} {unknown, plural, other {#}}", 1, "1 {unknown} {unknown, plural, other {#}}")]
    public void A_text_takes_the_form_for_its_number(string text, int n, string filled) =>
        TextPattern.Parse(text).Fill(new Dictionary<string, object?> { ["n"] = n, ["all"] = 5m }, English).ShouldBe(filled);

    [Theory]
    [InlineData("{n")]
    [InlineData("n}")]
    [InlineData("{}")]
    [InlineData("{n, plural, one {a}}")]
    [InlineData("{n, plural, other {a}")]
    [InlineData("{n, select, other {a}}")]
    public void A_text_that_cannot_be_read_is_refused(string text) => Should.Throw<FormatException>(() => TextPattern.Parse(text)).Message.ShouldContain(text);

    [Fact]
    public void A_text_names_its_values_and_the_forms_of_its_numbers()
    {
        var pattern = TextPattern.Parse("{day}: {n, plural, one {# by {who}} other {#}}, {percent:0.0} %");

        pattern.Names.ShouldBe(["day", "n", "who", "percent"], ignoreOrder: true);
        pattern.Plurals.ShouldHaveSingleItem().Forms.ShouldBe(["one", "other"]);
        pattern.Outline().ShouldBe("…: …, … %");
    }

    [Fact]
    public void A_text_without_braces_stays_as_it_is() => Gen.String[Gen.Char['\u0020', '\u017F'], 0, 40].Where(text => !text.Any(letter => letter is '{' or '}')).Sample(text =>
        TextPattern.Parse(text).Fill(new Dictionary<string, object?>(), English) == text);

    [Fact]
    public void Whatever_the_number_the_text_that_counts_it_says_it() => Gen.Select(Gen.Int[0, 100_000], Gen.OneOf(Gen.Const(English), Gen.Const(Turkish))).Sample((number, words) =>
        TextPattern.Parse("{n, plural, one {#} other {#}}").Fill(new Dictionary<string, object?> { ["n"] = number }, words) == words.Of(number));

    [Fact]
    public void A_value_is_written_in_one_way_for_pages_and_in_full_for_sentences()
    {
        (object? Value, string Page, string Sentence)[] written =
        [
            (null, "", ""),
            ("as it is", "as it is", "as it is"),
            (true, "evet", "evet"),
            (Answer.NotAsked, "sorulmadı", "sorulmadı"),
            (new Code("Nothing", "Named"), "Named", "Named"),
            (Language.Tr, "Türkçe", "Türkçe"),
            (1234.56789m, "1234,5679", "1234,5679"),
            (21, "21", "21"),
            (new LocalDate(2026, 8, 5), "5 Ağu 2026", "5 Ağustos 2026"),
            (new LocalTime(8, 35, 12), "08:35", "08:35:12"),
            (new LocalTime(8, 35), "08:35", "08:35"),
            (new PartialDate(2019, 3), "Mart 2019", "Mart 2019"),
            (new PartialDate(2019), "2019", "2019"),
            (new Code[] { Answer.Yes, Answer.No }, "evet; hayır", "evet; hayır"),
            (new[] { "R45", "R46" }, "R45, R46", "R45, R46"),
        ];

        foreach (var (value, page, sentence) in written)
        {
            Turkish.Of(value).ShouldBe(page);
            Turkish.InFull.Of(value).ShouldBe(sentence);
        }

        Turkish.Of(66.65m, "0.0").ShouldBe("66,7");
    }
}
