using System.Text.Json;
using FollowUp.Hormones.Rules;
using FollowUp.Hormones.Rules.TestosteroneRecovery;
using FollowUp.Reports.Testosterone;

namespace FollowUp.RulesTests.Reports;

public sealed class ReachedJsonTests
{
    private static readonly JsonSerializerOptions Short = new() { Converters = { new ReachedJson() } };

    public static TheoryData<Reached, string> Shapes => new()
    {
        { new(65.653495440729483282674772036m, null, null, null, null), "65.653495440729483282674772036" },
        { new(null, null, null, NoRecovery.NoSample, "NoSample"), "\"NoSample\"" },
        { new(null, null, null, NoRecovery.NotEligible, "NotEligible:OnTherapy"), "\"NotEligible:OnTherapy\"" },
        { new(null, 71.5m, null, NoRecovery.Censored, "Censored"), """{"atLeast":71.5,"code":"Censored"}""" },
        { new(null, null, 12m, NoRecovery.Censored, "Censored"), """{"atMost":12,"code":"Censored"}""" },
        { new(null, 10m, 12m, NoRecovery.Censored, "Censored"), """{"atLeast":10,"atMost":12,"code":"Censored"}""" },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void What_was_reached_is_written_in_short_and_read_as_it_was(Reached reached, string json)
    {
        JsonSerializer.Serialize(reached, Short).ShouldBe(json);
        JsonSerializer.Deserialize<Reached>(json, Short).ShouldBe(reached);
    }

    [Fact]
    public void What_is_not_known_of_it_is_refused() =>
        Should.Throw<JsonException>(() => JsonSerializer.Deserialize<Reached>("""{"percent":80}""", Short)).Message.ShouldContain("percent");
}
