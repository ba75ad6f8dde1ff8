using FollowUp.Contacts.Facts;
using FollowUp.Contacts.Rules;
using FollowUp.Course;
using FollowUp.RulesTests.Course;
using static FollowUp.RulesTests.Course.Facts;

namespace FollowUp.RulesTests.Contacts;

public sealed class ContactCheckTests
{
    private static readonly ContactCheck Check = new();

    [Theory]
    [InlineData("29.9", "TemperatureImplausible temperatureCelsius")]
    [InlineData("30", null)]
    [InlineData("37.9", null)]
    [InlineData("38.0", null)]
    [InlineData("45", null)]
    [InlineData("45.1", "TemperatureImplausible temperatureCelsius")]
    [InlineData("98.6", "TemperatureImplausible temperatureCelsius")]
    public void A_temperature_is_possible_in_degrees_celsius(string degrees, string? says) =>
        Check.Says(Contact("2026-06-01T10:00") with { TemperatureCelsius = decimal.Parse(degrees, System.Globalization.CultureInfo.InvariantCulture) })
            .ShouldBe(says is null ? [] : [says]);

    [Theory]
    [InlineData("37.9", Answer.No, false)]
    [InlineData("38.0", Answer.No, true)]
    [InlineData("38.7", Answer.No, true)]
    [InlineData("38.7", Answer.Yes, false)]
    [InlineData("38.7", null, false)]
    public void A_fever_by_its_value_is_noted_beside_a_no_and_nobody_is_asked_why(string degrees, Answer? said, bool noted)
    {
        var contact = Contact("2026-06-01T10:00") with
        {
            TemperatureCelsius = decimal.Parse(degrees, System.Globalization.CultureInfo.InvariantCulture),
            Script = said is { } answer ? new Dictionary<ScriptItem, Answer> { [ScriptItem.Fever] = answer } : null,
        };

        var findings = Check.Check(contact, Courses.Of(), new(default, default)).ToList();

        findings.Select(finding => (finding.Code, finding.Refuses, finding.Asks)).ShouldBe(noted ? [("FeverByValue", false, Asking.Nobody)] : []);
        contact.AnswerTo(ScriptItem.Fever).ShouldBe(contact.TemperatureCelsius >= 38 ? Answer.Yes : said);
    }

    [Fact]
    public void The_next_contact_is_not_before_this_one()
    {
        Check.Says(Contact("2026-06-01T10:00") with { NextContactOn = new(2026, 6, 1) }).ShouldBeEmpty();
        Check.Says(Contact("2026-06-01T10:00") with { NextContactOn = new(2026, 5, 31) }).ShouldBe(["BeforeContact nextContactOn"]);
        Check.Says(Contact("2026-05-31T22:00:00Z") with { NextContactOn = new(2026, 5, 31) }).ShouldBe(["BeforeContact nextContactOn"]);
    }
}
