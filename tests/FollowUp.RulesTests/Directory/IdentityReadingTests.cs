using System.Globalization;
using FollowUp.Directory;
using FollowUp.RulesTests.Course;
using NodaTime;

namespace FollowUp.RulesTests.Directory;

public sealed class IdentityReadingTests
{
    private static readonly LocalDate Today = new(2026, 3, 10);

    private static readonly PatientIdentity Right = new() { GivenName = "İsmail", FamilyName = "Işık" };

    [Fact]
    public void What_is_right_is_put_into_the_form_it_is_kept_in()
    {
        var reading = Read(Right with
        {
            GivenName = "  İsmail ",
            RecordNumber = "",
            NationalNumber = new NationalNumber("tc", "100 000 001 46"),
            Telephones = ["0532 123 45 67", "+90 (532) 123-45-67", "00905321234568", " "],
            Email = " ismail@example.com ",
            Address = new PostalAddress("Lale Sokak 1", null, "Ankara", "TR"),
            ContactPersons = [new ContactPerson("Şule Işık", "spouse", "0212 293 10 10")],
        });

        reading.Findings.ShouldBeEmpty();
        reading.Identity.GivenName.ShouldBe("İsmail");
        reading.Identity.RecordNumber.ShouldBeNull();
        reading.Identity.NationalNumber.ShouldBe(new NationalNumber("TC", "10000000146"));
        reading.Identity.Telephones.ShouldBe(["+905321234567", "+905321234568"]);
        reading.Identity.Email.ShouldBe("ismail@example.com");
        reading.Identity.ContactPersons.Single().Telephone.ShouldBe("+902122931010");
    }

    [Fact]
    public void All_that_is_wrong_is_said_at_once()
    {
        var reading = Read(new PatientIdentity
        {
            GivenName = " ",
            FamilyName = new string('x', 201),
            RecordNumber = "H-1\u0007",
            NationalNumber = new NationalNumber("TC", "10000000147"),
            BirthDate = new LocalDate(2026, 3, 11),
            Telephones = ["0532 123 45 67", "12"],
            Email = "ismail@",
            Address = new PostalAddress("", null, "Ankara", null),
            ContactPersons = [new ContactPerson("Şule", null, null), new ContactPerson("", null, "999")],
        });

        reading.Findings.Select(finding => (finding.Code, finding.Field)).ShouldBe(
        [
            ("Missing", "givenName"),
            ("TooLong", "familyName"),
            ("ControlCharacter", "recordNumber"),
            ("NationalNumberInvalid", "nationalNumber.value"),
            ("BirthDateInFuture", "birthDate"),
            ("TelephoneInvalid", "telephones[1]"),
            ("EmailInvalid", "email"),
            ("Missing", "address.lines"),
            ("Missing", "contactPersons[1].name"),
            ("TelephoneInvalid", "contactPersons[1].telephone"),
        ]);
        reading.Findings.ShouldAllBe(finding => finding.Refuses && finding.Message.EndsWith('.'));
        reading.Findings.Single(finding => finding.Field == "telephones[1]").Value.ShouldBe("12");
    }

    [Fact]
    public void Nulls_where_a_sender_may_put_them_are_findings_or_nothing()
    {
        var reading = Read(new PatientIdentity
        {
            GivenName = null!,
            FamilyName = "Işık",
            NationalNumber = new NationalNumber(null!, null!),
            Telephones = [null!],
            ContactPersons = null!,
        });

        reading.Findings.Select(finding => finding.Field).ShouldBe(["givenName", "nationalNumber.kind", "nationalNumber.value"]);
        reading.Identity.Telephones.ShouldBeEmpty();
        reading.Identity.ContactPersons.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(0, null)]
    [InlineData(1, "BirthDateInFuture")]
    public void A_birth_date_is_today_or_earlier(int days, string? code) =>
        Read(Right with { BirthDate = Today.PlusDays(days) }).Findings.SingleOrDefault()?.Code.ShouldBe(code);

    [Fact]
    public void A_birth_date_120_years_ago_is_possible_and_a_day_earlier_is_not()
    {
        Read(Right with { BirthDate = Today.PlusYears(-120) }).Findings.ShouldBeEmpty();
        Read(Right with { BirthDate = Today.PlusYears(-120).PlusDays(-1) }).Findings.Single().Code.ShouldBe("BirthDateTooEarly");
    }

    [Fact]
    public void Numbers_of_other_countries_are_kept_as_they_are() =>
        Read(Right with { NationalNumber = new NationalNumber("passport DE", "C01X00T47") })
            .ShouldSatisfyAllConditions(
                reading => reading.Findings.ShouldBeEmpty(),
                reading => reading.Identity.NationalNumber.ShouldBe(new NationalNumber("passport DE", "C01X00T47")));

    [Fact]
    public void Eleven_telephones_are_too_many() =>
        Read(Right with { Telephones = [.. Enumerable.Range(0, 11).Select(i => $"053212345{i:00}")] })
            .Findings.Single().Code.ShouldBe("TooMany");

    [Theory]
    [InlineData("a@example.com\r\nBcc: b@example.com")]
    [InlineData("Ali <a@example.com>")]
    [InlineData("a@b@example.com")]
    public void An_address_that_is_more_than_an_address_is_refused(string email) =>
        Read(Right with { Email = email }).Findings.ShouldNotBeEmpty();

    [Fact]
    public void The_text_form_of_an_identity_names_no_one()
    {
        $"{Right}, {new NationalNumber("TC", "10000000146")}, {new ContactPerson("Şule")}, {new PostalAddress("Lale Sokak")}"
            .ShouldBe("a patient's identity, a national number, a contact person, a postal address");
    }

    [Fact]
    public void A_turkish_computer_reads_the_same()
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("tr-TR");
        try
        {
            Read(Right with { NationalNumber = new NationalNumber("tc", "10000000146"), Telephones = ["0532 123 45 67"] }).Identity
                .ShouldSatisfyAllConditions(
                    identity => identity.NationalNumber!.Kind.ShouldBe("TC"),
                    identity => identity.Telephones.ShouldBe(["+905321234567"]));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static IdentityReading Read(PatientIdentity sent) => IdentityReading.Of(sent, Today, "TR");
}
