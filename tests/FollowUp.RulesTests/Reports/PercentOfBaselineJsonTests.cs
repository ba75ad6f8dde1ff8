using System.Text.Json;
using FollowUp.Hormones.Rules;
using FollowUp.Hormones.Rules.TestosteroneRecovery;
using FollowUp.Reports.Testosterone;

namespace FollowUp.RulesTests.Reports;

public sealed class PercentOfBaselineJsonTests
{
    private static readonly JsonSerializerOptions Short = new() { Converters = { new PercentOfBaselineJson() } };

    public static TheoryData<PercentOfBaseline, string> Shapes => new()
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
    public void A_percentage_of_the_baseline_is_written_in_short_and_read_back_the_same(PercentOfBaseline reached, string json)
    {
        JsonSerializer.Serialize(reached, Short).ShouldBe(json);
        JsonSerializer.Deserialize<PercentOfBaseline>(json, Short).ShouldBe(reached);
    }

    [Fact]
    public void What_is_not_known_of_it_is_refused() =>
        Should.Throw<JsonException>(() => JsonSerializer.Deserialize<PercentOfBaseline>("""{"percent":80}""", Short)).Message.ShouldContain("percent");
}
