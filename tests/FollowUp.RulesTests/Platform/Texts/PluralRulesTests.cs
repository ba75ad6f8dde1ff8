using System.Globalization;
using FollowUp.Platform.Texts;

namespace FollowUp.RulesTests.Platform.Texts;

/// <summary>The form of a counted noun, by CLDR's rules and samples.</summary>
public sealed class PluralRulesTests
{
    private static readonly Dictionary<string, PluralRules> Rules = new()
    {
        ["en"] = new(new Dictionary<string, string> { ["one"] = "i = 1 and v = 0" }),
        ["tr"] = new(new Dictionary<string, string> { ["one"] = "n = 1" }),
        ["fr"] = new(new Dictionary<string, string> { ["one"] = "i = 0,1" }),
        ["pl"] = new(new Dictionary<string, string>
        {
            ["one"] = "i = 1 and v = 0",
            ["few"] = "v = 0 and i % 10 = 2..4 and i % 100 != 12..14",
            ["many"] = "v = 0 and i != 1 and i % 10 = 0..1 or v = 0 and i % 10 = 5..9 or v = 0 and i % 100 = 12..14",
        }),
        ["ar"] = new(new Dictionary<string, string>
        {
            ["zero"] = "n = 0", ["one"] = "n = 1", ["two"] = "n = 2", ["few"] = "n % 100 = 3..10", ["many"] = "n % 100 = 11..99",
        }),
        ["lt"] = new(new Dictionary<string, string>
        {
            ["one"] = "n % 10 = 1 and n % 100 != 11..19", ["few"] = "n % 10 = 2..9 and n % 100 != 11..19", ["many"] = "f != 0",
        }),
    };

    [Theory]
    [InlineData("en", "one", "1")]
    [InlineData("en", "other", "0 2 21 1.0 1.5 100")]
    [InlineData("tr", "one", "1 1.0")]
    [InlineData("tr", "other", "0 2 21 0.9 1.1")]
    [InlineData("fr", "one", "0 1 0.0 1.5")]
    [InlineData("fr", "other", "2 17 100")]
    [InlineData("pl", "one", "1")]
    [InlineData("pl", "few", "2 3 4 22 24 32 1002")]
    [InlineData("pl", "many", "0 5 12 14 19 21 31 100 112")]
    [InlineData("pl", "other", "0.0 1.5 10.0")]
    [InlineData("ar", "zero", "0 0.0")]
    [InlineData("ar", "two", "2")]
    [InlineData("ar", "few", "3 10 103 1010")]
    [InlineData("ar", "many", "11 26 99 111")]
    [InlineData("ar", "other", "100 102 200 0.1 10.1")]
    [InlineData("lt", "one", "1 21 31 1001")]
    [InlineData("lt", "few", "2 9 22 102")]
    [InlineData("lt", "many", "0.1 0.9 1.1")]
    [InlineData("lt", "other", "0 10 11 20 30 100")]
    public void A_number_takes_the_form_that_its_language_has_for_it(string language, string form, string samples)
    {
        foreach (var sample in samples.Split(' '))
        {
            Rules[language].Of(decimal.Parse(sample, CultureInfo.InvariantCulture)).ShouldBe(form, sample);
        }
    }

    [Theory]
    [InlineData("one", "x = 1")]
    [InlineData("one", "i is 1")]
    [InlineData("one", "i = a")]
    [InlineData("other", "i = 1")]
    [InlineData("several", "i = 1")]
    public void A_rule_that_cannot_be_read_is_refused(string form, string rule) =>
        Should.Throw<FormatException>(() => new PluralRules(new Dictionary<string, string> { [form] = rule }));
}
