using FollowUp.Contacts.Rules;
using FollowUp.RulesTests.Patients;
using static FollowUp.RulesTests.Patients.Facts;

namespace FollowUp.RulesTests.Contacts;

public sealed class ContactPlausibleTests
{
    private static readonly ContactPlausible Check = new();

    [Theory]
    [InlineData("29.9", "TemperatureImplausible temperatureCelsius")]
    [InlineData("30", null)]
    [InlineData("37.9", null)]
    [InlineData("38.0", "TemperatureUnusual? temperatureCelsius")]
    [InlineData("45", "TemperatureUnusual? temperatureCelsius")]
    [InlineData("45.1", "TemperatureImplausible temperatureCelsius")]
    [InlineData("98.6", "TemperatureImplausible temperatureCelsius")]
    public void A_temperature_is_a_mans_in_degrees_celsius(string degrees, string? says) =>
        Check.Says(Contact("2026-06-01T10:00") with { TemperatureCelsius = decimal.Parse(degrees, System.Globalization.CultureInfo.InvariantCulture) })
            .ShouldBe(says is null ? [] : [says]);

    [Fact]
    public void The_next_contact_is_not_before_this_one()
    {
        Check.Says(Contact("2026-06-01T10:00") with { NextContactOn = new(2026, 6, 1) }).ShouldBeEmpty();
        Check.Says(Contact("2026-06-01T10:00") with { NextContactOn = new(2026, 5, 31) }).ShouldBe(["BeforeContact nextContactOn"]);
        Check.Says(Contact("2026-05-31T22:00:00Z") with { NextContactOn = new(2026, 5, 31) }).ShouldBe(["BeforeContact nextContactOn"]);
    }
}
