using FollowUp.Reports.Snapshots;

namespace FollowUp.RulesTests.Reports;

/// <summary>Which readings are named when an older snapshot is replayed.</summary>
public sealed class ChangedReadingTests
{
    [Theory]
    [InlineData("FollowUp 0.1.0+e1334e0", 13)]
    [InlineData("FollowUp 0.1.0", 13)]
    [InlineData("FollowUp 0.2.0-dev+d9cd249", 0)]
    [InlineData("FollowUp 0.2.0", 0)]
    [InlineData("FollowUp", 0)]
    public void A_statement_names_the_readings_changed_since_its_software(string software, int readings) =>
        ChangedReading.SinceSoftware(software).Count(reading => reading.Since <= new Version(0, 2, 0)).ShouldBe(readings);

    [Fact]
    public void Each_reading_has_its_rule_once_and_a_sentence() => ChangedReading.All.ShouldSatisfyAllConditions(
        all => all.Select(reading => (reading.Rule, reading.Since)).ShouldBeUnique(),
        all => all.ShouldAllBe(reading => reading.Says.EndsWith('.')));
}
